import type { GridBook } from "../hosts/grid/gridBook";

/** Puts the names of the sheets back on their tabs, where a person has typed another one that was refused. */
export function restoreTabNames(book: GridBook, grid: HTMLElement): void {
  for (const sheet of book.workbook().getSheets()) {
    const text = grid.querySelector(`[data-id="${CSS.escape(sheet.getSheetId())}"] span`);
    if (text !== null && text.textContent !== sheet.getName()) text.textContent = sheet.getName();
  }
}
