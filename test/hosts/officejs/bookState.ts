/** Looks into the in-memory workbook for tests. */

import { parseArea, splitSheet } from "../../officeHost/address";
import type { Book, Cell } from "../../officeHost/book";

/** One cell by address, e.g. "Inputs!B3". */
export function cellOf(book: Book, address: string): Cell {
  const { sheet, rest } = splitSheet(address);
  return book.peek(sheet ?? "", parseArea(rest));
}

/** Formula of a cell, or its value when it has none. */
export function contentOf(book: Book, address: string): unknown {
  const cell = cellOf(book, address);
  return cell.formula === "" ? cell.value : cell.formula;
}

/** All contents, names and charts as one comparable text; looks and the ledger are left out. */
export function figures(book: Book): string {
  const sheets = book.sheets.map((sheet) => {
    const cells = [...sheet.cells]
      .filter(([, cell]) => cell.formula !== "" || cell.value !== "")
      .sort(([a], [b]) => a - b);
    return [
      sheet.name,
      cells.map(([key, cell]) => [key, cell.formula === "" ? cell.value : cell.formula]),
      [...sheet.notes],
    ];
  });
  return JSON.stringify([sheets, [...book.names.values()]]);
}

/** Figures with looks, charts and everything else a sheet has. */
export function everything(book: Book): string {
  const sheets = book.sheets.map((sheet) => ({
    ...sheet,
    // A cell that was emptied and has no looks is as one that was never touched.
    cells: [...sheet.cells]
      .filter(
        ([, { value, formula, look }]) => value !== "" || formula !== "" || Object.keys(look).length > 0,
      )
      .map(([key, cell]) => [key, { ...cell, value: cell.formula === "" ? cell.value : 0 }] as const)
      .sort(([a], [b]) => a - b),
    columnWidths: [...sheet.columnWidths],
    rowHeights: [...sheet.rowHeights],
    notes: [...sheet.notes],
    conditionalFormats: sheet.conditionalFormats.map((one) => ({ ...one, id: "" })),
    charts: sheet.charts.map((one) => ({ ...one, id: "", axes: [...one.axes] })),
  }));
  return JSON.stringify([sheets, [...book.names.values()]]);
}
