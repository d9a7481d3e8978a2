import { parseRectangle, rectangleAddress, splitAddress } from "../../workbook/address";
import type { DefinedNamePlan, WorkbookPlan } from "../../workbook/plan";
import type { ReadWorkbook } from "../xlsx/readXlsx";
import type { ModelTab } from "./modelTabs";
import { planFormula } from "./planFormula";

/** Names that belong to programs: print settings, filters and the like. */
const PROGRAMS = /^_xl|^(?:Print_Area|Print_Titles|_FilterDatabase|Sheet_Title|Criteria|Extract)$/i;

/** Names that the model does not have: those of ranges of the file, and the others, which the workbench does not take over. */
export function ownFileNames(
  file: ReadWorkbook,
  plan: WorkbookPlan,
  tabs: ReadonlyMap<string, ModelTab>,
): { readonly names: readonly DefinedNamePlan[]; readonly left: readonly string[] } {
  const planned = new Set(plan.names.map(({ name }) => name.toLowerCase()));
  const sheets = new Set(file.sheets.map(({ name }) => name));
  const names: DefinedNamePlan[] = [];
  const left: string[] = [];
  for (const { name, scope, reference } of file.survey.names) {
    if (PROGRAMS.test(name) || (scope === null && planned.has(name.toLowerCase()))) continue;
    const { sheet } = splitAddress(reference);
    const moved = planFormula(reference, sheet ?? "", tabs);
    const { sheet: target, range } = splitAddress(moved ?? "");
    const area = parseRectangle(range);
    if (scope === null && sheet !== null && sheets.has(sheet) && target !== null && area !== null)
      names.push({ name, sheet: target, range: rectangleAddress(area), comment: "" });
    else left.push(scope === null ? name : `${name} (known to ${scope} only)`);
  }
  return { names, left };
}
