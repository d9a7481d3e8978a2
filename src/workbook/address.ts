/** A1 addresses; rows and columns count from 1. */

/** One cell by its row and column. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells: its top left cell and its size. */
export interface Rectangle extends Place {
  readonly rows: number;
  readonly columns: number;
}

const CELL = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/;

/** Letters by column, filled as they are asked for: a workbook asks a hundred thousand times for a hundred columns. */
const LETTERS: string[] = [];

/** Letters of a column, e.g. 28 is "AB". */
export function columnLetters(column: number): string {
  return (LETTERS[column] ??= column > 0 ? lettersOf(column) : "");
}

function lettersOf(column: number): string {
  const before = Math.floor((column - 1) / 26);
  return `${columnLetters(before)}${String.fromCharCode(65 + ((column - 1) % 26))}`;
}

/** Number of a column by its letters, large or small, e.g. "AB" is 28. */
export function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** Address of one cell, e.g. row 12, column 13 is "M12". */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}

/** Address of a rectangle, e.g. "B2:D9"; of one cell "B2". */
export function rectangleAddress({ row, column, rows, columns }: Rectangle): string {
  const first = cellAddress(row, column);
  return rows * columns === 1 ? first : `${first}:${cellAddress(row + rows - 1, column + columns - 1)}`;
}

/** Place of an address such as "C4" or "$C$4". Throws an Error that names any other text. */
export function parseCell(address: string): Place {
  const [, letters, row] = CELL.exec(address) ?? [];
  if (letters === undefined) throw new Error(`"${address}" is not a cell address such as C4`);
  return { row: Number(row), column: columnNumber(letters) };
}

/** Rectangle of an address without its sheet, such as "b2" or "$B$2:$D$9"; null for anything else. */
export function parseRectangle(address: string): Rectangle | null {
  const corners = address.trim().toUpperCase().split(":");
  if (corners.length > 2 || !corners.every((corner) => CELL.test(corner))) return null;
  const [a, b = a] = corners.map(parseCell) as [Place, Place?];
  return {
    row: Math.min(a.row, b.row),
    column: Math.min(a.column, b.column),
    rows: Math.abs(b.row - a.row) + 1,
    columns: Math.abs(b.column - a.column) + 1,
  };
}

/** First cell of a range or of several, such as "B2:D9,F4", or "B2:D9;F4" where a comma is the decimal mark; null for whole rows, whole columns and anything else. */
export function firstCell(range: string): Place | null {
  const first = parseRectangle(/^[^:,;]*/.exec(range)![0]);
  return first && { row: first.row, column: first.column };
}

/** Sheet (null when none is given) and rest of an address. */
export function splitAddress(address: string): { readonly sheet: string | null; readonly range: string } {
  const bang = address.lastIndexOf("!");
  if (bang < 0) return { sheet: null, range: address };
  const name = address.slice(0, bang);
  return {
    sheet: /^'.*'$/s.test(name) ? name.slice(1, -1).replaceAll("''", "'") : name,
    range: address.slice(bang + 1),
  };
}

/** Sheet and rectangle of a reference such as 'Cash flow'!$D$20:$W$20. Throws an Error that names what is missing. */
export function parseReference(reference: string): Rectangle & { readonly sheet: string } {
  const { sheet, range } = splitAddress(reference);
  if (!sheet) throw new Error(`"${reference}" names no sheet: expected 'Sheet'!$A$1:$B$2`);
  const area = parseRectangle(range);
  if (area === null) throw new Error(`"${range}" is not a cell address such as C4 or a range such as C4:D9`);
  return { sheet, ...area };
}

/** A sheet name as it stands in a formula, always quoted. */
export function quotedSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** A reference into a sheet, its name always quoted. */
export function onSheet(sheet: string, range: string): string {
  return `${quotedSheet(sheet)}!${range}`;
}

/** A cell or range with every part absolute, e.g. "A6:K90" is "$A$6:$K$90". Throws an Error for anything else. */
export function absolute(range: string): string {
  const fixed = (corner: string): string => {
    const { row, column } = parseCell(corner);
    return `$${columnLetters(column)}$${row}`;
  };
  return range.split(":").map(fixed).join(":");
}

/** True when two rectangles share a cell. */
export function touches(a: Rectangle, b: Rectangle): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}
