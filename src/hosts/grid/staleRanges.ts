import { CommandType, type IMutation, type IRange, type IUnitRange } from "@univerjs/core";
import { IActiveDirtyManagerService } from "@univerjs/engine-formula";
import type { GridBook } from "./gridBook";

interface StaleParams {
  readonly dirtyRanges: IUnitRange[];
  readonly clearDependencyTreeCache: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Id of the mutation that says which cells have changed. */
export const STALE_ID = "kc.mutation.stale";

/** Waits its turn in the grid's calculation with the edits of a person. */
const STALE: IMutation<StaleParams> = {
  id: STALE_ID,
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

/** A part of a sheet that has changed, all of it where no area is given; rows and columns count from 0. */
export interface StaleArea {
  readonly sheetId: string;
  readonly area?: IRange | null | undefined;
}

/** Lets the grid calculate whatever stands in or reads the given sheets; with `anew`, what it knows of their formulas is made anew. */
export function markStale(book: GridBook, sheetIds: readonly string[], anew: boolean): void {
  const sheets = sheetIds.flatMap((id) => book.workbook().getSheetBySheetId(id) ?? []);
  mark(
    book,
    sheetIds.map((sheetId) => ({ sheetId })),
    Object.fromEntries(anew ? sheets.map((sheet) => [sheet.getSheetId(), sheet.getName()]) : []),
  );
}

/** Lets the grid calculate whatever stands in or reads parts of sheets. */
export function markStaleAreas(book: GridBook, areas: readonly StaleArea[]): void {
  mark(book, areas, {});
}

function mark(book: GridBook, areas: readonly StaleArea[], clear: Readonly<Record<string, string>>): void {
  const workbook = book.workbook();
  const unitId = workbook.getUnitId();
  const dirtyRanges = areas.flatMap(({ sheetId, area }): IUnitRange[] => {
    const sheet = workbook.getSheetBySheetId(sheetId);
    if (!sheet) return [];
    const whole = {
      startRow: 0,
      startColumn: 0,
      endRow: sheet.getRowCount() - 1,
      endColumn: sheet.getColumnCount() - 1,
    };
    return [{ unitId, sheetId, range: area ?? whole }];
  });
  book.commands.syncExecuteCommand(
    STALE.id,
    { dirtyRanges, clearDependencyTreeCache: { [unitId]: clear } } satisfies StaleParams,
    { onlyLocal: true },
  );
}
