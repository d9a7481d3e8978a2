import { CommandType, type ICommandInfo, type IExecutionOptions } from "@univerjs/core";
import { SetFormulaDataMutation } from "@univerjs/engine-formula";
import { SetRangeValuesMutation } from "@univerjs/sheets";
import { SheetRenderController } from "@univerjs/sheets-ui";
import type { GridBook } from "./gridBook";
import { followDrawings } from "./followDrawings";
import { LEAVE_FORMULAS } from "./ownFormulas";

/** Mutations that change no cell themselves; what they bring about comes as changes of cells. */
const CHANGE_NO_CELL: ReadonlySet<string> = new Set([...LEAVE_FORMULAS, SetFormulaDataMutation.id]);

interface Marking {
  _markUnitDirty(command: Readonly<ICommandInfo>, options?: IExecutionOptions): void;
}

/** Draws the sheet in front again only for what changes on it: the grid would for a change of any sheet, and for each step of a calculation. */
export function drawWhatShows(book: GridBook): void {
  followDrawings(book, (drawing) => {
    const marking = drawing.with(SheetRenderController) as unknown as Marking;
    const mark = marking._markUnitDirty.bind(marking);
    marking._markUnitDirty = (command, options) => {
      if (shows(book, command)) mark(command, options);
    };
  });
}

function shows(book: GridBook, { id, type, params }: Readonly<ICommandInfo>): boolean {
  if (type !== CommandType.MUTATION) return true;
  if (CHANGE_NO_CELL.has(id)) return false;
  if (id !== SetRangeValuesMutation.id) return true;
  const { subUnitId } = params as { subUnitId: string };
  return subUnitId === book.workbook().getActiveSheet(true)?.getSheetId();
}
