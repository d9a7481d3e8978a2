import { InsertSheetMutation, type IInsertSheetMutationParams } from "@univerjs/sheets";
import type { GridBook } from "./gridBook";
import { DEFAULT_LOOK } from "./gridStyles";
import { LEAST } from "./planSheets";

/** Gives a sheet that a person adds the fonts of the model's and room for a series of every quarter. */
export function dressNewSheets(book: GridBook): void {
  book.commands.beforeCommandExecuted((command) => {
    if (command.id !== InsertSheetMutation.id) return;
    const { sheet } = command.params as IInsertSheetMutationParams;
    sheet.defaultStyle ??= DEFAULT_LOOK;
    sheet.rowCount = Math.max(sheet.rowCount ?? 0, LEAST.rows);
    sheet.columnCount = Math.max(sheet.columnCount ?? 0, LEAST.columns);
  });
}
