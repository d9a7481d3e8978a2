import { onSheet } from "./address";

/** A text, a quoted sheet or a bare one with its mark, in that order. */
const PIECES = /"((?:[^"]|"")*)"|'((?:[^']|'')+)'!|([\p{L}_][\p{L}\p{N}_.]*)!/gu;

/** A formula with its sheets, and the texts in it, called otherwise; null leaves a sheet or text as it is written, and a sheet that has a name is quoted. */
export function withSheets(
  formula: string,
  nameOf: (sheet: string) => string | null,
  wordsOf: (text: string) => string | null = () => null,
): string {
  return formula.replaceAll(
    PIECES,
    (piece, text: string | undefined, quoted: string | undefined, bare: string) => {
      if (text !== undefined) {
        const words = wordsOf(text.replaceAll('""', '"'));
        return words === null ? piece : `"${words.replaceAll('"', '""')}"`;
      }
      const name = nameOf(quoted?.replaceAll("''", "'") ?? bare);
      return name === null ? piece : onSheet(name, "");
    },
  );
}
