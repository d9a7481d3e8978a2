import type { Catalogue } from "../words";
import { onSheet } from "./address";

/** A text, a quoted sheet or a bare one with its mark, in that order. */
const PIECES = /"((?:[^"]|"")*)"|'((?:[^']|'')+)'!|([\p{L}_][\p{L}\p{N}_.]*)!/gu;

/** A formula, without its "=", or a range with its sheet: with names of sheets and texts in the words of a language. */
export function formulaInWords(formula: string, words: Catalogue): string {
  return formula.replaceAll(
    PIECES,
    (piece, text: string | undefined, quoted: string | undefined, bare: string) => {
      if (text !== undefined)
        return text === "" ? piece : `"${words.of(text.replaceAll('""', '"')).replaceAll('"', '""')}"`;
      return onSheet(words.of(quoted?.replaceAll("''", "'") ?? bare), "");
    },
  );
}
