import { cellAddress, parseRectangle } from "../../workbook/address";

/** Cells of an area that are looked at one by one. */
const MOST = 100_000;

/** Addresses of cells that a formula elsewhere fills with its answer. */
export function filledCells(
  areas: readonly { readonly cell: string; readonly range: string }[],
): ReadonlySet<string> {
  const cells = new Set<string>();
  for (const { cell, range } of areas) {
    const area = parseRectangle(range);
    if (area === null || area.rows * area.columns > MOST) continue;
    for (let row = area.row; row < area.row + area.rows; row++)
      for (let column = area.column; column < area.column + area.columns; column++)
        cells.add(cellAddress(row, column));
    cells.delete(cell);
  }
  return cells;
}
