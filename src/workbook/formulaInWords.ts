import type { Catalogue } from "../words";
import { withSheets } from "./withSheets";

/** A formula, without its "=", or a range with its sheet: with names of sheets and texts in the words of a language. */
export function formulaInWords(formula: string, words: Catalogue): string {
  return withSheets(formula, words.of, words.of);
}
