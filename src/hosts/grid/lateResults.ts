import {
  SetFormulaCalculationResultMutation,
  type ISetFormulaCalculationResultMutation,
} from "@univerjs/engine-formula";
import type { GridBook } from "./gridBook";

/** Keeps results of a calculation out of cells that lost their formula while it ran: a typed, frozen or emptied cell stays as it is. */
export function dropLateResults(book: GridBook): void {
  book.commands.beforeCommandExecuted(({ id, params }) => {
    if (id !== SetFormulaCalculationResultMutation.id) return;
    const { unitData } = params as ISetFormulaCalculationResultMutation;
    const workbook = book.workbook();
    for (const [sheetId, rows] of Object.entries(unitData[workbook.getUnitId()] ?? {})) {
      const sheet = workbook.getSheetBySheetId(sheetId);
      for (const [row, cells] of Object.entries(rows ?? {}))
        for (const column of Object.keys(cells as Record<string, unknown>)) {
          const now = sheet?.getCellRaw(Number(row), Number(column));
          if (!now?.f && !now?.si) delete (cells as Record<string, unknown>)[column];
        }
    }
  });
}
