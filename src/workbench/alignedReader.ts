import { typedContent } from "../hosts/grid/cellContent";
import type { PlacedReader } from "../hosts/grid/liveModel";
import type { ModelTab } from "../hosts/opening/modelTabs";
import { cellAddress } from "../workbook/address";
import { sheetKey, type WorkbookPlan } from "../workbook/plan";

/**
 * Reads cells of planned sheets from a file, wherever it has them; a sheet, row or column that the file lacks reads as the plan has it, and so do
 * formulas, whose values are the model's. In a file of another release texts are that release's, so that only numbers count there, but for
 * the cells of `typing` ("Sheet!A1"), which are a person's.
 */
export function alignedReader(
  plan: WorkbookPlan,
  tabs: ReadonlyMap<string, ModelTab>,
  sameRelease: boolean,
  typing: ReadonlySet<string> = new Set(),
): PlacedReader {
  const byName = new Map([...tabs.values()].map((tab) => [sheetKey(tab.plan), tab]));
  const sheets = new Map(plan.sheets.map((sheet) => [sheetKey(sheet), sheet]));
  return (name, row, column) => {
    const tab = byName.get(name);
    const planned = sheets.get(name)?.rows[row - 1]?.cells[column - 1];
    const own = {
      content: typedContent(planned?.value ?? null, planned?.formula),
      value: planned?.value ?? "",
    };
    const [fileRow, fileColumn] = [tab?.at.rows.toFile(row), tab?.at.columns.toFile(column)];
    if (tab === undefined || fileRow == null || fileColumn == null) return own;
    const { value, formula } = tab.sheet.cell(cellAddress(fileRow, fileColumn));
    // A cell of estimates is a person's alone, whatever it holds.
    if (typing.has(`${name}!${cellAddress(row, column)}`))
      return { content: typedContent(value), value: value ?? "" };
    if (formula !== undefined || (!sameRelease && typeof value !== "number")) return own;
    return { content: typedContent(value), value: value ?? "" };
  };
}
