import { SetFrozenMutation } from "@univerjs/sheets";
import type { GridBook } from "./gridBook";

/** Keeps the planned columns of the model's sheets in view while scrolling, or lets them scroll where the page is too narrow for both. */
export function freezeColumns(book: GridBook, on: boolean): void {
  for (const { name, freeze } of book.written?.sheets ?? []) {
    const sheet = book.sheetOfPlan(name);
    if (sheet === null) continue;
    const columns = on ? freeze.columns : 0;
    book.commands.syncExecuteCommand(
      SetFrozenMutation.id,
      {
        unitId: book.workbook().getUnitId(),
        subUnitId: sheet.getSheetId(),
        xSplit: columns,
        ySplit: freeze.rows,
        startColumn: columns || -1,
        startRow: freeze.rows || -1,
      },
      { onlyLocal: true },
    );
  }
}
