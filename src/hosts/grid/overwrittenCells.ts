import { cellAddress } from "../../workbook/address";
import type { OverwrittenCell } from "../port";
import type { GridBook } from "./gridBook";
import type { PlanCell } from "./dependents";
import type { ModelCells } from "./modelCells";

/** A cell of the model's that holds something else, by its place in the grid; rows and columns count from 0. */
interface Overwritten extends PlanCell {
  readonly sheetId: string;
}

/** Cells of the model that hold something else than the model put there, apart from the inputs that the engine follows. */
export class OverwrittenCells {
  private places = new Map<string, Overwritten>();

  constructor(
    private readonly book: GridBook,
    /** Whether the engine follows what a cell of a planned sheet holds; rows and columns count from 1. */
    private readonly isFollowed: (planSheet: string, row: number, column: number) => boolean,
  ) {}

  any(): boolean {
    return this.places.size > 0;
  }

  all(): Iterable<Overwritten> {
    return this.places.values();
  }

  has(sheetId: string, row: number, column: number): boolean {
    return this.places.has(placeOf(sheetId, row, column));
  }

  clear(): void {
    this.places.clear();
  }

  /** Takes note of the cells; the result puts them back. */
  remember(): () => void {
    const places = new Map(this.places);
    return () => void (this.places = places);
  }

  /** Looks at a cell again; rows and columns count from 0. True when it is overwritten now and was not, or the other way round. */
  look(cells: ModelCells, sheetId: string, row: number, column: number): boolean {
    const sheet = this.book.workbook().getSheetBySheetId(sheetId);
    const planned = cells.sheet(sheetId);
    if (!sheet || planned === null || this.isFollowed(planned.name, row + 1, column + 1)) return false;
    if (!cells.goesBy(sheetId, row, column)) return false;
    const place = placeOf(sheetId, row, column);
    const was = this.places.has(place);
    if (cells.holds(sheetId, row, column, this.book.content(sheet, row, column))) this.places.delete(place);
    else this.places.set(place, { sheetId, row, column, sheet: planned.name });
    return was !== this.places.has(place);
  }

  /** The cells in reading order, with what they hold and what the model puts there. */
  list(cells: ModelCells): readonly OverwrittenCell[] {
    const order = new Map(cells.plan.sheets.map(({ name }, index) => [name, index]));
    return [...this.places.values()]
      .sort((a, b) => order.get(a.sheet)! - order.get(b.sheet)! || a.row - b.row || a.column - b.column)
      .flatMap(({ sheetId, row, column }) => {
        const sheet = this.book.workbook().getSheetBySheetId(sheetId);
        if (!sheet) return [];
        return [
          {
            sheet: sheet.getName(),
            cell: cellAddress(row + 1, column + 1),
            content: this.book.content(sheet, row, column),
            value: this.book.value(sheet, row, column),
            planned: cells.content(sheetId, row, column),
            role: roleOf(cells, sheetId, row, column),
          },
        ];
      });
  }
}

function placeOf(sheetId: string, row: number, column: number): string {
  return `${sheetId}!${row},${column}`;
}

function roleOf(cells: ModelCells, sheetId: string, row: number, column: number): OverwrittenCell["role"] {
  const planned = cells.at(sheetId, row, column);
  const isText = planned !== null && planned.formula === undefined && typeof planned.value === "string";
  if (!isText) return "figure";
  return cells.isNamed(sheetId, row, column) || cells.isRead(sheetId, row, column) ? "key" : "words";
}
