import type { GridBook } from "./gridBook";

/** Brings a sheet to the front. */
export function showSheet(book: GridBook, sheetId: string): void {
  const unitId = book.workbook().getUnitId();
  book.commands.syncExecuteCommand("sheet.operation.set-worksheet-active", { unitId, subUnitId: sheetId });
}
