import { toDisposable, type ICellData, type IDisposable, type Nullable } from "@univerjs/core";
import { AFTER_CELL_EDIT, SheetInterceptorService } from "@univerjs/sheets";
import type { GridBook } from "./gridBook";

/** What a person has typed into a cell, before the grid makes anything of it; rows and columns count from 0. */
export interface TypedEntry {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  /** The text as typed; a formula with its "=". */
  readonly text: string;
  /** Whether the cell shows percentages. */
  readonly percent: boolean;
}

/** What becomes of an entry: the grid reads it itself, or another text; it is a number, or a text for good; or nothing of it is taken. */
export type EntryReading =
  | { readonly kind: "grid" }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "literal" }
  | { readonly kind: "refused" };

/** Before the grid's own number formats, which read what is typed by one habit. */
const PRIORITY = 1000;

/** Reads what is typed into cells before the grid does. */
export function readEntries(book: GridBook, read: (entry: TypedEntry) => EntryReading): IDisposable {
  const interceptors = book.grid.univer.__getInjector().get(SheetInterceptorService).writeCellInterceptor;
  return toDisposable(
    interceptors.intercept(AFTER_CELL_EDIT, {
      priority: PRIORITY,
      handler: (cell, { subUnitId, row, col, worksheet, workbook }, next) => {
        const text = typedText(cell);
        if (text === null) return next(cell);
        const present = worksheet.getCellRaw(row, col);
        const style = workbook.getStyles().getStyleByCell(present);
        const percent = /%/.test(style?.n?.pattern ?? "");
        const reading = read({ sheetId: subUnitId, row, column: col, text, percent });
        switch (reading.kind) {
          case "grid":
            return next(cell);
          case "refused":
            // The cell as it is: nothing has been typed.
            return present === null ? undefined : { ...present };
          case "literal":
            return { ...cell, ...NOTHING, v: text, t: FORCED_TEXT };
          case "number":
            return { ...cell, ...NOTHING, v: reading.value, t: NUMBER };
          case "text":
            return next({
              ...cell,
              ...NOTHING,
              ...(reading.text.startsWith("=") ? { f: reading.text } : { v: reading.text }),
            });
        }
      },
    }),
  );
}

const NUMBER = 2;
const FORCED_TEXT = 4;
const NOTHING = { v: null, f: null, si: null, p: null, t: null } as const;

/** The text of an entry, or null where it is none to read: an empty cell, a text with looks of its own, one after an apostrophe. */
function typedText(cell: Nullable<ICellData>): string | null {
  if (cell == null || cell.p != null || cell.t === FORCED_TEXT) return null;
  const text = cell.f ?? cell.v;
  return typeof text === "string" && text.trim() !== "" ? text : null;
}
