import type { IWorksheetData } from "@univerjs/core";
import { InsertSheetCommand } from "@univerjs/sheets";
import type { GridBook } from "./gridBook";

/** Adds a sheet of a person's own at the end, under an id that no sheet has, and shows it. */
export function addSheet(book: GridBook, sheet: Partial<IWorksheetData>): void {
  const workbook = book.workbook();
  const taken = new Set(workbook.getSheets().map((each) => each.getSheetId()));
  const id = Array.from({ length: taken.size + 1 }, (_, index) => `own-added-${index + 1}`).find(
    (each) => !taken.has(each),
  )!;
  book.commands.syncExecuteCommand(InsertSheetCommand.id, {
    unitId: workbook.getUnitId(),
    index: workbook.getSheetSize(),
    sheet: { ...sheet, id } as IWorksheetData,
  });
}
