import { isFormula } from "./cellContent";
import type { GridBook } from "./gridBook";
import type { ModelCells } from "./modelCells";

/** What the inputs of the model hold. */
export interface InputFingerprint {
  /** Contents of every input, and the values of those that a person gave a formula of their own. */
  readonly text: string;
  /** Whether an input has a formula of a person's, whose value may change by itself. */
  readonly calculated: boolean;
}

/** Takes the fingerprint of the inputs in the grid. */
export function inputFingerprint(
  book: GridBook,
  cells: ModelCells,
  followsPlan: (sheetId: string, row: number, column: number, content: string) => boolean,
): InputFingerprint {
  const parts: string[] = [];
  const workbook = book.workbook();
  let calculated = false;
  for (const { sheetId, row, column } of cells.inputs()) {
    const sheet = workbook.getSheetBySheetId(sheetId);
    if (!sheet) continue;
    const content = book.content(sheet, row, column);
    const own = isFormula(content) && !followsPlan(sheetId, row, column, String(content));
    calculated ||= own;
    parts.push(own ? `${content}→${String(book.value(sheet, row, column))}` : String(content));
  }
  return { text: parts.join("|"), calculated };
}
