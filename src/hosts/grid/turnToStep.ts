import { IUndoRedoService, RedoCommandId, UndoCommandId, type IUndoRedoItem } from "@univerjs/core";
import { SetSelectionsOperation, getPrimaryForRange } from "@univerjs/sheets";
import { changesOf } from "./cellChanges";
import type { GridBook } from "./gridBook";
import { touchedCells } from "./modelCells";
import { showSheet } from "./showSheet";

/** Turns to the cells on which a step is taken back or done again, so that it is seen. */
export function turnToSteps(book: GridBook): void {
  let cells: TouchedCells | null = null;
  book.commands.beforeCommandExecuted(({ id }) => {
    if (id !== UndoCommandId && id !== RedoCommandId) return;
    const steps = book.grid.univer.__getInjector().get(IUndoRedoService);
    const step = id === UndoCommandId ? steps.pitchTopUndoElement() : steps.pitchTopRedoElement();
    cells = step?.unitID === book.workbook().getUnitId() ? cellsOf(step) : null;
    // Before: a selection that the step brings back scrolls the sheet in front.
    if (cells !== null && isBehind(book, cells.sheetId)) showSheet(book, cells.sheetId);
  });
  book.commands.onCommandExecuted(({ id }) => {
    if ((id !== UndoCommandId && id !== RedoCommandId) || cells === null) return;
    const { sheetId, range } = cells;
    const sheet = book.workbook().getSheetBySheetId(sheetId);
    cells = null;
    if (!sheet || isBehind(book, sheetId)) return;
    const selections = [{ range, primary: getPrimaryForRange(range, sheet), style: null }];
    const unitId = book.workbook().getUnitId();
    void book.commands.executeCommand(SetSelectionsOperation.id, {
      ...{ unitId, subUnitId: sheetId, selections, reveal: true },
    });
  });
}

interface TouchedCells {
  readonly sheetId: string;
  readonly range: ReturnType<typeof rangeAround>;
}

function isBehind(book: GridBook, sheetId: string): boolean {
  const sheet = book.workbook().getSheetBySheetId(sheetId);
  return sheet != null && book.workbook().getActiveSheet(true)?.getSheetId() !== sheetId;
}

/** The cells of the first change of a step; null where it changes none. */
function cellsOf({ redoMutations }: IUndoRedoItem): TouchedCells | null {
  for (const mutation of redoMutations) {
    const changes = changesOf(mutation);
    const cells = touchedCells(changes?.cellValue ?? {});
    if (changes !== null && cells.length > 0)
      return { sheetId: changes.subUnitId, range: rangeAround(cells) };
  }
  return null;
}

function rangeAround(cells: readonly (readonly [row: number, column: number])[]) {
  const [rows, columns] = [cells.map(([row]) => row), cells.map(([, column]) => column)];
  // A large paste has more cells than a call may have arguments.
  const least = (all: readonly number[]): number => all.reduce((a, b) => Math.min(a, b));
  const most = (all: readonly number[]): number => all.reduce((a, b) => Math.max(a, b));
  return {
    startRow: least(rows),
    endRow: most(rows),
    startColumn: least(columns),
    endColumn: most(columns),
  };
}
