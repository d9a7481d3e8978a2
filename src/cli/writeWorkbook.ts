import { planToXlsx } from "../hosts/xlsx/writeXlsx";
import type { Model } from "../model";
import { dataVintage } from "../seeds";
import { buildPlan } from "../workbook/buildPlan";
import { planInWords } from "../workbook/planInWords";
import { loadCatalogue, type Language } from "../words";
import type { CommandPlace } from "./command";
import { journalOf } from "./journalOf";
import { keptBefore } from "./keptBefore";
import type { ChosenScenario } from "./openProject";
import { fileTarget, removeLeftovers, replaceFile } from "./replaceFile";

/** Builds the workbook in a language and puts it under a path: there whole or not at all. Gives sheets, formulas and bytes. */
export async function writeWorkbook(
  model: Model,
  chosen: ChosenScenario,
  path: string,
  place: Pick<CommandPlace, "version" | "tell">,
  language: Language = "en",
): Promise<string> {
  const { scenario, overrides } = chosen;
  const target = fileTarget(path);
  for (const name of removeLeftovers(target))
    place.tell(`Removed ${name}, which a build that was broken off had left`);
  place.tell(`Planning the workbook (${scenario.name})`);
  const inEnglish = buildPlan(model, {
    scenario: scenario.id,
    overrides,
    created: `${dataVintage(model.seeds)}T00:00:00Z`,
    version: place.version,
    kept: keptBefore(chosen),
    journal: journalOf(model, chosen),
  });
  const plan = planInWords(inEnglish, await loadCatalogue(language));
  place.tell(`Writing ${plan.sheets.length} sheets`);
  const bytes = await planToXlsx(plan);
  replaceFile(target, bytes);
  const formulas = plan.sheets.flatMap(({ rows }) =>
    rows.flatMap(({ cells }) => cells.filter((cell) => cell?.formula !== undefined)),
  ).length;
  return `${plan.sheets.length} sheets, ${formulas.toLocaleString("en")} formulas, ${Math.round(bytes.length / 1024)} KB`;
}
