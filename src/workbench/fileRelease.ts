import type { ModelTab } from "../hosts/opening/modelTabs";
import { cellAddress } from "../workbook/address";

/** Lines of the README sheet that differ from one release of model and figures to the next. */
const LINES = new Set(["Version", "Data vintage", "Figures and sources"]);

/** Whether a row of the README sheet (from 1) says which release a workbook is of. */
export function tellsRelease({ plan }: ModelTab, row: number): boolean {
  const label = (plan.english ?? plan).rows[row - 1]?.cells[0]?.value;
  return typeof label === "string" && LINES.has(label);
}

/** Whether a file says on its README sheet that it is of the plan's release. */
export function isOfRelease(tab: ModelTab): boolean {
  const { sheet, plan, at } = tab;
  return plan.rows.every(({ cells }, index) => {
    if (!tellsRelease(tab, index + 1)) return true;
    const [row, column] = [at.rows.toFile(index + 1), at.columns.toFile(2)];
    return row !== null && column !== null && sheet.cell(cellAddress(row, column)).value === cells[1]?.value;
  });
}
