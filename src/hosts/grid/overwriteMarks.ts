import { InterceptorEffectEnum, Quantity, type IStyleData } from "@univerjs/core";
import { IRenderManagerService } from "@univerjs/engine-render";
import { INTERCEPTOR_POINT, SheetInterceptorService } from "@univerjs/sheets";
import { SheetsNoteModel } from "@univerjs/sheets-note";
import { parseCell } from "../../workbook/address";
import type { OverwrittenCell } from "../port";
import type { GridBook } from "./gridBook";
import { gridNote } from "./gridNotes";
import { isMarkNote, MARK_FILL, markNote } from "./markNote";

/** Marks overwritten cells of the model in the grid: a fill, a corner, and a note where none stands. They are no formats of a person's and no step of undo. */
export class OverwriteMarks {
  private marked = new Map<string, ReadonlyMap<string, OverwrittenCell>>();

  constructor(private readonly book: GridBook) {
    const cells = book.grid.univer.__getInjector().get(SheetInterceptorService);
    cells.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
      effect: InterceptorEffectEnum.Style,
      // After conditional formats, which would hide it.
      priority: 5,
      handler: (cell, { subUnitId, row, col, workbook, rawData }, next) => {
        if (this.marked.get(subUnitId)?.has(`${row},${col}`) !== true) return next(cell);
        const look = (typeof cell?.s === "string" ? workbook.getStyles().get(cell.s) : cell?.s) ?? {};
        return next({
          ...(cell ?? rawData),
          s: { ...look, bg: { rgb: `#${MARK_FILL}` } } satisfies IStyleData,
          markers: { ...cell?.markers, tl: { color: "#C43501", size: 8 } },
        });
      },
    });
  }

  /** Marks these cells and no others. */
  show(overwritten: readonly OverwrittenCell[]): void {
    const marked = new Map<string, Map<string, OverwrittenCell>>();
    for (const one of overwritten) {
      const sheetId = this.book.sheetNamed(one.sheet)?.getSheetId();
      const { row, column } = parseCell(one.cell);
      if (sheetId === undefined || one.role === "words") continue;
      marked.set(sheetId, (marked.get(sheetId) ?? new Map()).set(`${row - 1},${column - 1}`, one));
    }
    const sheets = new Set([...this.marked.keys(), ...marked.keys()]);
    this.marked = marked;
    for (const sheetId of sheets) this.note(sheetId, marked.get(sheetId) ?? new Map());
    // Without a page there is nothing to draw.
    const render = this.book.grid.univer.__getInjector().get(IRenderManagerService, Quantity.OPTIONAL);
    render?.getRenderById(this.book.workbook().getUnitId())?.mainComponent?.makeForceDirty();
  }

  private note(sheetId: string, marked: ReadonlyMap<string, OverwrittenCell>): void {
    const notes = this.book.grid.univer.__getInjector().get(SheetsNoteModel);
    const unitId = this.book.workbook().getUnitId();
    for (const { row, col, note, id } of [...(notes.getSheetNotes(unitId, sheetId)?.values() ?? [])])
      if (isMarkNote(note) && !marked.has(`${row},${col}`))
        notes.removeNote(unitId, sheetId, { noteId: id, row, col, silent: true });
    for (const { cell, planned } of marked.values()) {
      const { row, column } = parseCell(cell);
      if (notes.getNote(unitId, sheetId, { row: row - 1, col: column - 1 })) continue;
      const mark = gridNote(sheetId, { cell, text: markNote(planned) });
      notes.updateNote(unitId, sheetId, row - 1, column - 1, mark, true);
    }
  }
}
