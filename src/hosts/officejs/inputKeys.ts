/** What names an input: the label of its row, not its address, so that an input follows its row when the model grows. */

import type { SheetPlan, WorkbookPlan } from "../../workbook/plan";
import { cellAddress, columnLetters } from "../../workbook/address";

/** Address of every input of a sheet by its key. */
export function inputAddresses(plan: WorkbookPlan, sheet: SheetPlan): Map<string, string> {
  const found = new Map<string, string>();
  const uses = new Map<string, number>();
  // The labels that name an input are the English ones, whatever the language.
  (sheet.english ?? sheet).rows.forEach((row, rowIndex) => {
    const inputs = row.cells.flatMap((cell, columnIndex) =>
      cell && plan.styles[cell.style]?.unlocked === true ? [columnIndex + 1] : [],
    );
    if (inputs.length === 0) return;
    const label = row.cells.find(
      (cell, index) =>
        cell &&
        !inputs.includes(index + 1) &&
        cell.formula === undefined &&
        typeof cell.value === "string" &&
        cell.value !== "",
    );
    const text = label ? String(label.value) : `row ${String(rowIndex + 1)}`;
    const use = (uses.get(text) ?? 0) + 1;
    uses.set(text, use);
    for (const column of inputs)
      found.set(`${text}|${String(use)}|${columnLetters(column)}`, cellAddress(rowIndex + 1, column));
  });
  return found;
}
