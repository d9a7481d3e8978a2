import { nothing, render } from "lit-html";
import type { GridBook } from "../hosts/grid/gridBook";
import { shownSheet } from "../hosts/grid/shownSheet";
import { adoptStyleSheet } from "./adoptStyleSheet";
import { chartNumbers, chartsInFront } from "./chartNumbers";
import { printView } from "./printView";

/** Prints the sheet in front in place of the page, however printing is asked for; `title` names what is printed. */
export function printSheet(book: GridBook, root: HTMLElement, title: (sheet: string) => string): void {
  let putBack: (() => void) | null = null;
  const clear = (): void => {
    putBack?.();
    putBack = null;
  };
  window.addEventListener("beforeprint", () => {
    clear();
    const sheet = book.written === null ? null : shownSheet(book);
    if (sheet === null) return;
    const charts = chartsInFront(book).flatMap((chart) => {
      const numbers = chartNumbers(book, chart);
      return numbers === null ? [] : [{ chart, numbers }];
    });
    render(printView(sheet, charts), root);
    const takeAway = adoptStyleSheet(`@page { size: ${sheet.print.paper} landscape; margin: 10mm }`);
    const before = document.title;
    document.title = title(sheet.name);
    document.documentElement.dataset["printing"] = "";
    putBack = () => {
      takeAway();
      document.title = before;
      delete document.documentElement.dataset["printing"];
      render(nothing, root);
    };
  });
  window.addEventListener("afterprint", clear);
}
