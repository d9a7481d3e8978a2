import type { ISheetNote } from "@univerjs/sheets-note";
import type { NotePlan } from "../../workbook/plan";
import { parseRectangle } from "../../workbook/address";

/** Notes by row and column (from 0), as the grid keeps them. */
export type GridNotes = Record<number, Record<number, ISheetNote>>;

/** Characters that fit on one line of a note's box. */
const LINE_LENGTH = 36;

/** A note as the grid keeps it, in a box that holds its text. */
export function gridNote(sheetId: string, { cell, text }: NotePlan): ISheetNote {
  const { row, column } = parseRectangle(cell)!;
  const lines = text
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LINE_LENGTH)), 0);
  return {
    id: `${sheetId}-${cell}`,
    row: row - 1,
    col: column - 1,
    width: 260,
    height: 34 + 18 * lines,
    note: text,
  };
}
