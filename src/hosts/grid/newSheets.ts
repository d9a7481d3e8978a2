import { InsertSheetMutation, type IInsertSheetMutationParams } from "@univerjs/sheets";
import type { GridBook } from "./gridBook";
import { DEFAULT_LOOK } from "./gridStyles";

/** Gives a sheet that a person adds the fonts of the model's. */
export function dressNewSheets(book: GridBook): void {
  book.commands.beforeCommandExecuted((command) => {
    if (command.id === InsertSheetMutation.id)
      (command.params as IInsertSheetMutationParams).sheet.defaultStyle ??= DEFAULT_LOOK;
  });
}
