import { parseRectangle, rectangleAddress, splitAddress } from "../workbook/address";
import type { ReadWorkbook } from "../hosts/xlsx/readXlsx";
import type { DefinedNamePlan, WorkbookPlan } from "../workbook/plan";

/** Names that the model does not have: those of ranges of the file, and the others, which the workbench does not take over. */
export function ownFileNames(
  file: ReadWorkbook,
  plan: WorkbookPlan,
): { readonly names: readonly DefinedNamePlan[]; readonly left: readonly string[] } {
  const planned = new Set(plan.names.map(({ name }) => name));
  const sheets = new Set(file.sheets.map(({ name }) => name));
  const own = [...file.names].filter(([name]) => !planned.has(name) && !name.startsWith("_xl"));
  const names = own.flatMap(([name, reference]): DefinedNamePlan[] => {
    const { sheet, range } = splitAddress(reference);
    const area = parseRectangle(range);
    return sheet !== null && area !== null && sheets.has(sheet)
      ? [{ name, sheet, range: rectangleAddress(area), comment: "" }]
      : [];
  });
  const taken = new Set(names.map(({ name }) => name));
  return { names, left: own.flatMap(([name]) => (taken.has(name) ? [] : [name])) };
}
