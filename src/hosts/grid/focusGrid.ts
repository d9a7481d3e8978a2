import { ILayoutService } from "@univerjs/ui";
import type { GridBook } from "./gridBook";

/** Puts the keyboard into the grid, at its selection. */
export function focusGrid(book: GridBook): void {
  book.grid.univer.__getInjector().get(ILayoutService).focus();
}
