import { CommandType, type IMutation, type IUnitRange } from "@univerjs/core";
import { IActiveDirtyManagerService } from "@univerjs/engine-formula";
import type { GridBook } from "./gridBook";

interface StaleParams {
  readonly dirtyRanges: IUnitRange[];
  readonly clearDependencyTreeCache: Record<string, Record<string, string>>;
}

/** Waits its turn in the grid's calculation with the edits of a person. */
const STALE: IMutation<StaleParams> = {
  id: "kc.mutation.stale",
  type: CommandType.MUTATION,
  handler: () => true,
};

/** Makes it possible to tell the grid's calculation that cells have changed behind its back. */
export function acceptStale(book: GridBook): void {
  book.commands.registerCommand(STALE);
  book.grid.univer
    .__getInjector()
    .get(IActiveDirtyManagerService)
    .register(STALE.id, { commandId: STALE.id, getDirtyData: ({ params }) => params as StaleParams });
}

/** Lets the grid calculate whatever stands in or reads the given sheets; with `anew`, what it knows of their formulas is made anew. */
export function markStale(book: GridBook, sheetIds: readonly string[], anew: boolean): void {
  const workbook = book.workbook();
  const sheets = workbook.getSheets().filter((sheet) => sheetIds.includes(sheet.getSheetId()));
  const dirtyRanges = sheets.map((sheet) => ({
    unitId: workbook.getUnitId(),
    sheetId: sheet.getSheetId(),
    range: {
      startRow: 0,
      startColumn: 0,
      endRow: sheet.getRowCount() - 1,
      endColumn: sheet.getColumnCount() - 1,
    },
  }));
  const clear = Object.fromEntries(anew ? sheets.map((sheet) => [sheet.getSheetId(), sheet.getName()]) : []);
  book.commands.syncExecuteCommand(
    STALE.id,
    { dirtyRanges, clearDependencyTreeCache: { [workbook.getUnitId()]: clear } } satisfies StaleParams,
    { onlyLocal: true },
  );
}
