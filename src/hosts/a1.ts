/** A1 addresses of plan cells; rows and columns count from 1. */

/** A rectangle of cells. */
export interface Rectangle {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Letters of a column. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** Address of one cell. */
export function cellAddress(row: number, column: number): string {
  return columnLetters(column) + String(row);
}

/** Address of a rectangle. */
export function rectangleAddress(area: Rectangle): string {
  const first = cellAddress(area.row, area.column);
  return area.rows * area.columns === 1
    ? first
    : `${first}:${cellAddress(area.row + area.rows - 1, area.column + area.columns - 1)}`;
}

function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** Rectangle of an address without its sheet, such as "B2" or "$B$2:$D$9"; null for anything else. */
export function parseRectangle(address: string): Rectangle | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(address.trim());
  if (!match) return null;
  const [columnA, rowA] = [columnNumber(match[1] ?? ""), Number(match[2])];
  const [columnB, rowB] =
    match[3] === undefined ? [columnA, rowA] : [columnNumber(match[3]), Number(match[4])];
  return {
    row: Math.min(rowA, rowB),
    column: Math.min(columnA, columnB),
    rows: Math.abs(rowB - rowA) + 1,
    columns: Math.abs(columnB - columnA) + 1,
  };
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

/** Address with its sheet, always quoted. */
export function onSheet(sheet: string, range: string): string {
  return `'${sheet.replaceAll("'", "''")}'!${range}`;
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
