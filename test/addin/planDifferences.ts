import type { WorkbookPlan } from "../../src/workbook/plan";
import type { Book } from "../officeHost/book";
import { SHEETS } from "../../src/workbook/sheetNames";
import { renameSheets } from "../officeHost/sheetReferences";

/** A planned formula with sheet names quoted only where they must be, as the workbook keeps it. */
const asKept = (formula: string): string => renameSheets(`=${formula}`, (name) => name);

/** Formula cells of a workbook that differ from the plan's, by text or by calculated value, and how many were compared. */
export function planDifferences(
  book: Book,
  plan: WorkbookPlan,
): { readonly compared: number; readonly different: readonly string[] } {
  const different: string[] = [];
  let compared = 0;
  for (const sheet of plan.sheets)
    sheet.rows.forEach((row, rowIndex) =>
      row.cells.forEach((cell, columnIndex) => {
        // How many lines the journal has tells how the workbook came here, which no plan says.
        if (cell?.formula === undefined || sheet.name === SHEETS.journal) return;
        compared += 1;
        const there = book.sheet(sheet.name)?.at(rowIndex, columnIndex);
        const wanted = cell.value ?? "";
        const near =
          typeof there?.value === "number" &&
          typeof wanted === "number" &&
          Math.abs(there.value - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted));
        if (there?.formula === asKept(cell.formula) && (near || there.value === wanted)) return;
        different.push(
          `${sheet.name} R${rowIndex + 1}C${columnIndex + 1}: ${there?.formula} ${there?.value}, planned =${cell.formula} ${wanted}`,
        );
      }),
    );
  return { compared, different };
}
