import { decimalSignOf } from "../functions";
import { explainErrors } from "../hosts/grid/errorBubbles";
import { readEntries } from "../hosts/grid/gridEntries";
import { offerFunctions } from "../hosts/grid/gridFunctions";
import type { GridHost } from "../hosts/grid/gridHost";
import { changePastes } from "../hosts/grid/gridPaste";
import type { Message } from "../hosts/port";
import type { Model } from "../model";
import { errorWords } from "./errorWords";
import { kcGridFunctions } from "./kcGridFunctions";
import { pasteReader } from "./pasteReader";
import { entryReader } from "./readEntry";
import { watchReasons } from "./watchReasons";

/** Lets the grid read what a person types and pastes as the pane and kc do, answer KC functions, and say why a cell shows an error. */
export function readTyping(
  host: GridHost,
  model: Model,
  errorLine: HTMLElement,
  say: (message: Message) => void,
): void {
  const injector = host.book.grid.univer.__getInjector();
  const locale = decimalSignOf(navigator.language);
  const reasons = offerFunctions(injector, kcGridFunctions(model));
  const wordsAt = errorWords(host.book, reasons);
  readEntries(host.book, entryReader(model, locale, say));
  changePastes(injector, pasteReader(locale, say));
  explainErrors(injector, wordsAt);
  watchReasons(host, wordsAt, errorLine);
}
