import type { ICellData, IObjectMatrixPrimitiveType } from "@univerjs/core";
import { SetRangeValuesMutation, type ISetRangeValuesMutationParams } from "@univerjs/sheets";
import type { SheetPlan } from "../../workbook/plan";
import { editedCell } from "./cellEdits";
import type { GridBook } from "./gridBook";

/**
 * Puts the planned words into the cells of a sheet that the engine goes by; the number of cells that changed. Like
 * results they follow from the inputs: no step of undo holds them, and what the grid calculates meanwhile goes on.
 */
export function writeWords(
  book: GridBook,
  { name, rows }: SheetPlan,
  isEngines: (planSheet: string, row: number, column: number) => boolean,
): number {
  const sheet = book.sheetOfPlan(name);
  if (sheet === null) return 0;
  const cellValue: IObjectMatrixPrimitiveType<ICellData> = {};
  let changed = 0;
  rows.forEach(({ cells }, row) =>
    cells.forEach((cell, column) => {
      if (cell === null || cell.formula !== undefined || !isEngines(name, row + 1, column + 1)) return;
      const planned = String(cell.value ?? "");
      if (String(book.value(sheet, row, column)) === planned) return;
      (cellValue[row] ??= {})[column] = editedCell(planned === "" ? "" : `'${planned}`);
      changed += 1;
    }),
  );
  if (changed === 0) return 0;
  const params = { unitId: book.workbook().getUnitId(), subUnitId: sheet.getSheetId(), cellValue };
  book.commands.syncExecuteCommand(
    SetRangeValuesMutation.id,
    params satisfies ISetRangeValuesMutationParams,
    { onlyLocal: true, fromFormula: true },
  );
  return changed;
}
