import type { GridBook } from "./gridBook";
import type { ModelCells } from "./modelCells";

/** Cells of the model, inputs apart, that hold something else than the model put there. */
export class OverwrittenCells {
  private places = new Set<string>();

  constructor(private readonly book: GridBook) {}

  any(): boolean {
    return this.places.size > 0;
  }

  clear(): void {
    this.places.clear();
  }

  /** Takes note of the cells; the result puts them back. */
  remember(): () => void {
    const places = new Set(this.places);
    return () => void (this.places = places);
  }

  /** Looks at a cell again; rows and columns count from 0. */
  look(cells: ModelCells, sheetId: string, row: number, column: number): void {
    if (cells.at(sheetId, row, column) === null || cells.isInput(sheetId, row, column)) return;
    const sheet = this.book.workbook().getSheetBySheetId(sheetId);
    if (!sheet) return;
    const place = `${sheetId}!${row},${column}`;
    if (cells.holds(sheetId, row, column, this.book.content(sheet, row, column))) this.places.delete(place);
    else this.places.add(place);
  }
}
