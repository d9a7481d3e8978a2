/** What becomes of something typed or written into a cell: a formula, a number, a date, text. */

import { invalidArgument } from "../apiFault";
import type { Book, Cell, Scalar, Sheet } from "../book";
import { renameSheets, sheetsIn } from "../sheetReferences";

const numberLike = /^[+-]?(\d{1,3}(,\d{3})+|\d+)?(\.\d*)?([eE][+-]?\d+)?%?$/;
const monthLike = /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ -]\d{1,4}$/i;
const dateLike = /^\d{1,4}[-/]\d{1,2}([-/]\d{1,4})?$/;

/** Value that Excel makes of text which is not a formula: "3-4" and "March 2025" turn into dates, "'3-4" stays text. */
export function convertText(text: string): Scalar {
  if (text.startsWith("'")) return text.slice(1);
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === "true";
  if (/\d/.test(text) && numberLike.test(text)) {
    const number = Number(text.replaceAll(",", "").replace("%", ""));
    return text.endsWith("%") ? number / 100 : number;
  }
  if (monthLike.test(text) || dateLike.test(text)) return 45658;
  return text;
}

/** Puts an input into a cell; null leaves it alone. */
export function enter(
  book: Book,
  sheet: Sheet,
  row: number,
  column: number,
  input: unknown,
  location: string,
): void {
  if (input === null || input === undefined) return;
  if (typeof input === "object") throw invalidArgument(location);
  const cell = sheet.touch(row, column);
  delete cell.answer;
  book.revision += 1;
  if (typeof input === "string" && input.startsWith("=") && input.length > 1) {
    const unknown = sheetsIn(input).find((name) => !book.sheet(name));
    if (unknown !== undefined)
      throw invalidArgument(location, `The formula refers to a sheet that isn't there: ${unknown}`);
    if (input.length > 8192) throw invalidArgument(location);
    cell.formula = renameSheets(input, (name) => book.sheet(name)?.name ?? null);
    cell.value = 0;
    return;
  }
  cell.formula = "";
  cell.value = typeof input === "string" ? convertText(input) : (input as Scalar);
}

/** The formula of a cell with its "=", or what it holds. */
export function contentOf(cell: Cell | undefined): Scalar {
  if (!cell) return "";
  return cell.formula === "" ? cell.value : cell.formula;
}
