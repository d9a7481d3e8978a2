/** A1 addresses on one sheet: reading, printing and overlapping. Rows and columns count from 0. */

import { ApiFault } from "./apiFault";

/** A rectangle of cells. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Excel's grid. */
export const gridRows = 1048576;
export const gridColumns = 16384;

const cellPattern = /^([A-Z]{1,3})(\d{1,7})$/;

/** Column letters of a zero-based column number. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function corner(text: string): { row: number | null; column: number | null } {
  const cell = cellPattern.exec(text);
  if (cell) return { column: columnNumber(cell[1] ?? ""), row: Number(cell[2]) - 1 };
  if (/^[A-Z]{1,3}$/.test(text)) return { column: columnNumber(text), row: null };
  if (/^\d{1,7}$/.test(text)) return { column: null, row: Number(text) - 1 };
  throw new ApiFault(
    "InvalidArgument",
    "The argument is invalid or missing or has an incorrect format.",
    `address ${text}`,
  );
}

/** Area of an address without its sheet: "B2", "A1:C9", "A:C" or "3:5", with or without dollar signs. */
export function parseArea(address: string): Area {
  const [first = "", second = first] = address.replaceAll("$", "").toUpperCase().split(":");
  const a = corner(first);
  const b = corner(second);
  if (!address.includes(":") && (a.row === null || a.column === null)) corner("?");
  const row = Math.min(a.row ?? 0, b.row ?? 0);
  const column = Math.min(a.column ?? 0, b.column ?? 0);
  return {
    row,
    column,
    rows: a.row === null || b.row === null ? gridRows : Math.max(a.row, b.row) - row + 1,
    columns: a.column === null || b.column === null ? gridColumns : Math.max(a.column, b.column) - column + 1,
  };
}

/** Sheet name, if one is given, and the rest of an address. */
export function splitSheet(address: string): { readonly sheet: string | null; readonly rest: string } {
  const bang = address.lastIndexOf("!");
  if (bang < 0) return { sheet: null, rest: address };
  const name = address.slice(0, bang);
  return {
    sheet: name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name,
    rest: address.slice(bang + 1),
  };
}

/** Address of an area as Excel prints it, relative or with dollar signs. */
export function formatArea(area: Area, absolute = false): string {
  const mark = absolute ? "$" : "";
  const lastRow = area.row + area.rows;
  const lastColumn = columnLetters(area.column + area.columns - 1);
  const firstColumn = columnLetters(area.column);
  if (area.rows === gridRows) return `${mark}${firstColumn}:${mark}${lastColumn}`;
  if (area.columns === gridColumns) return `${mark}${String(area.row + 1)}:${mark}${String(lastRow)}`;
  const start = `${mark}${firstColumn}${mark}${String(area.row + 1)}`;
  return area.rows * area.columns === 1 ? start : `${start}:${mark}${lastColumn}${mark}${String(lastRow)}`;
}

/** True when two areas share a cell. */
export function overlap(a: Area, b: Area): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}

/** True when the first area holds the whole of the second. */
export function contains(outer: Area, inner: Area): boolean {
  return (
    outer.row <= inner.row &&
    outer.column <= inner.column &&
    outer.row + outer.rows >= inner.row + inner.rows &&
    outer.column + outer.columns >= inner.column + inner.columns
  );
}

/** Calls back for each cell of a list of areas. */
export function eachCell(
  areas: readonly Area[],
  visit: (row: number, column: number, area: Area) => void,
): void {
  for (const area of areas) {
    if (area.rows === gridRows || area.columns === gridColumns)
      throw new ApiFault(
        "HostLimit",
        "The test host does not visit the cells of whole rows or columns.",
        formatArea(area),
      );
    for (let row = area.row; row < area.row + area.rows; row += 1)
      for (let column = area.column; column < area.column + area.columns; column += 1)
        visit(row, column, area);
  }
}
