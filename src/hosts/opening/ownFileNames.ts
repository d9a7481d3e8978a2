import { parseRectangle, rectangleAddress, splitAddress } from "../../workbook/address";
import type { DefinedNamePlan, WorkbookPlan } from "../../workbook/plan";
import type { ReadWorkbook } from "../xlsx/readXlsx";
import type { ModelTab } from "./modelTabs";
import { planFormula } from "./planFormula";

/** Names that belong to programs: print settings, filters and the like. */
const PROGRAMS = /^_xl|^(?:Print_Area|Print_Titles|_FilterDatabase|Sheet_Title|Criteria|Extract)$/i;

/** Names that a file has beside the model's. */
export interface OwnFileNames {
  readonly names: readonly DefinedNamePlan[];
  /** Those that stand for no range of the whole workbook. */
  readonly left: readonly string[];
  /** Those that the model has for ranges of its own, with what they stand for in the file. */
  readonly taken: readonly string[];
}

/** Names of ranges that are a person's own, and the others, which the workbench does not take over. */
export function ownFileNames(
  file: ReadWorkbook,
  plan: WorkbookPlan,
  tabs: ReadonlyMap<string, ModelTab>,
): OwnFileNames {
  const planned = new Set(plan.names.map(({ name }) => name.toLowerCase()));
  const sheets = new Set(file.sheets.map(({ name }) => name));
  const names: DefinedNamePlan[] = [];
  const left: string[] = [];
  const taken: string[] = [];
  for (const { name, scope, reference } of file.survey.names) {
    if (PROGRAMS.test(name)) continue;
    const { sheet } = splitAddress(reference);
    if (scope === null && planned.has(name.toLowerCase())) {
      if (!reference.includes("#REF!") && !tabs.has(sheet ?? "")) taken.push(`${name} (${reference})`);
      continue;
    }
    const moved = planFormula(reference, sheet ?? "", tabs);
    const { sheet: target, range } = splitAddress(moved ?? "");
    const area = parseRectangle(range);
    if (scope === null && sheet !== null && sheets.has(sheet) && target !== null && area !== null)
      names.push({ name, sheet: target, range: rectangleAddress(area), comment: "" });
    else left.push(scope === null ? name : `${name} (known to ${scope} only)`);
  }
  return { names, left, taken };
}
