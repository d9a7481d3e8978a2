import type { GridBook } from "./gridBook";
import type { LiveModel } from "./liveModel";
import { showSheet } from "./showSheet";

/** Does work that shows another workbook in place of the present one. Where it fails, the present one is there again, with undo starting anew. */
export function exchange(book: GridBook, live: LiveModel, work: () => void): void {
  const [before, front, { written }, resume] = [
    book.snapshot(),
    book.workbook().getActiveSheet(true)?.getSheetId(),
    book,
    live.remember(),
  ];
  try {
    work();
  } catch (error) {
    book.replace(before);
    book.written = written;
    resume();
    if (front !== undefined) showSheet(book, front);
    throw error;
  }
}
