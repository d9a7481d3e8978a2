import { columnLetters, columnNumber } from "../../workbook/address";

/** Texts and quoted names, which stay; whole columns, whole rows and cells, which move; longer words, which stay. */
const WORD =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\]|(?<![\w.$])(?:(\$?)([A-Z]{1,3}):(\$?)([A-Z]{1,3})|(\$?)(\d{1,7}):(\$?)(\d{1,7})|(\$?)([A-Z]{1,3})(\$?)(\d{1,7}))(?![\w.(!])/g;

/** A formula as it reads some rows down and columns to the right, the way a spreadsheet copies it: what has no "$" moves, and #REF! where it leaves the sheet. */
export function movedFormula(formula: string, rows: number, columns: number): string {
  const column = (fixed: string, letters: string): string | null => {
    const place = columnNumber(letters) + (fixed === "" ? columns : 0);
    return place < 1 || place > 16_384 ? null : fixed + columnLetters(place);
  };
  const row = (fixed: string, digits: string): string | null => {
    const place = Number(digits) + (fixed === "" ? rows : 0);
    return place < 1 || place > 1_048_576 ? null : fixed + String(place);
  };
  return formula.replace(WORD, (word: string, ...found: (string | undefined)[]) => {
    const [
      a = "",
      firstColumn,
      b = "",
      lastColumn,
      c = "",
      firstRow,
      d = "",
      lastRow,
      e = "",
      letters,
      f = "",
      digits,
    ] = found;
    if (firstColumn !== undefined) return joined(column(a, firstColumn), ":", column(b, lastColumn!));
    if (firstRow !== undefined) return joined(row(c, firstRow), ":", row(d, lastRow!));
    return letters === undefined ? word : joined(column(e, letters), "", row(f, digits!));
  });
}

function joined(first: string | null, between: string, last: string | null): string {
  return first === null || last === null ? "#REF!" : first + between + last;
}
