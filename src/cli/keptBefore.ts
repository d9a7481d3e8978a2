import { figuresAfter, typedFiguresOf, vintageOf } from "../analysis";
import { dataHash } from "../hosts/textHash";
import { columnOfKey, openModel } from "../model";
import { dataVintage } from "../seeds";
import { keptContents, typedPlace, type KeptInputs } from "../workbook/keptPlaces";
import { dateSerial } from "../workbook/sheetFrame";
import { SHEETS } from "../workbook/sheetNames";
import type { ChosenScenario } from "./openProject";

/** The estimate as it stood before figures of quarters without results were given, in the first place of one's own; nothing where none were. */
export function keptBefore({ scenario, model }: ChosenScenario): KeptInputs {
  const before = openModel(model.spec, model.seeds);
  const { columnOf, quarters } = model.spec.timeline;
  const { results } = vintageOf(before.data);
  const known = columnOf(results);
  const columns = [...typedFiguresOf(model.data).keys()].map(columnOfKey).filter((column) => column > known);
  if (columns.length === 0) return new Map();
  const assumptions = model.assumptions(scenario.id);
  const cells = keptContents(model, 0, {
    name: `Before ${quarters[Math.min(...columns)]!.label}`,
    scenario: scenario.name,
    // The day of the youngest source, so that equal inputs give equal files.
    keptOn: dateSerial(dataVintage(model.seeds)),
    knownTo: results,
    fingerprint: dataHash([...assumptions]),
    figure: figuresAfter(model.spec, before.fast(assumptions), known),
  });
  return new Map(
    cells
      .filter(({ value }) => value !== "")
      .map(({ row, column, value }) => [typedPlace(SHEETS.estimates, row, column), value]),
  );
}
