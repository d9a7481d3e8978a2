import { SetColHiddenMutation, SetColVisibleMutation } from "@univerjs/sheets";
import { AXIS } from "../../workbook/axis";
import { outlined } from "../../workbook/outline";
import type { SheetPlan } from "../../workbook/plan";
import type { GridBook } from "./gridBook";

/** Columns of a sheet, counted from 0, with the years before the first quarter. */
export function earlierYears(plan: SheetPlan): readonly number[] {
  // The years that are not folded away stand between these and the quarters.
  return outlined(plan.columns).flatMap((column, place) =>
    column === AXIS.firstYear + place ? [column - 1] : [],
  );
}

/** Folds the columns of earlier years away on every sheet of the model that has them, or shows them; no step of undo, as nothing changes but what is in sight. */
export function foldEarlierYears(book: GridBook, folded: boolean): void {
  const unitId = book.workbook().getUnitId();
  for (const plan of book.written?.sheets ?? []) {
    const sheet = book.sheetOfPlan(plan.name);
    const columns = earlierYears(plan);
    if (sheet === null || columns.length === 0) continue;
    const [startColumn, endColumn] = [columns[0]!, columns.at(-1)!];
    book.commands.syncExecuteCommand((folded ? SetColHiddenMutation : SetColVisibleMutation).id, {
      unitId,
      subUnitId: sheet.getSheetId(),
      ranges: [{ startRow: 0, endRow: sheet.getRowCount() - 1, startColumn, endColumn }],
    });
  }
}

/** Whether a cell of the sheet in front, counted from 1, stands in a column that is folded away. */
export function isFolded(book: GridBook, column: number): boolean {
  return (
    book
      .workbook()
      .getActiveSheet(true)
      ?.getColVisible(column - 1) === false
  );
}
