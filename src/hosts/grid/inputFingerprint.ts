import { isFormula } from "./cellContent";
import type { GridBook } from "./gridBook";
import type { ModelCells } from "./modelCells";
import { sheetIdOf } from "./planSheets";

/** Contents of every input of the model, and the values of those that a person gave a formula of their own. */
export function inputFingerprint(
  book: GridBook,
  cells: ModelCells,
  followsPlan: (sheetId: string, row: number, column: number) => boolean,
): string {
  const parts: string[] = [];
  for (const { name, rows, validations } of cells.plan.sheets) {
    const [sheet, id] = [book.sheetOfPlan(name), sheetIdOf(name)];
    if (validations.length === 0 || sheet === null) continue;
    rows.forEach((row, r) =>
      row.cells.forEach((cell, c) => {
        if (cell === null || !cells.isInput(id, r, c)) return;
        const content = book.content(sheet, r, c);
        parts.push(
          isFormula(content) && !followsPlan(id, r, c)
            ? `${content}→${String(book.value(sheet, r, c))}`
            : String(content),
        );
      }),
    );
  }
  return parts.join("|");
}
