/** A cell by zero-based row and column. */
export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of one sheet, zero-based, both corners inside. */
export interface SheetRange {
  readonly sheet: string;
  readonly from: CellPosition;
  readonly to: CellPosition;
}

const CELL = /^\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})$/;

/** Letters of a zero-based column, e.g. 27 → "AB". */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}

/** A1 text of a cell, e.g. row 3, column 2 → "C4". */
export function cellText(row: number, column: number): string {
  return columnLetters(column) + String(row + 1);
}

/** Position of an A1 address such as "C4" or "$C$4". */
export function parseCell(address: string): CellPosition {
  const match = CELL.exec(address);
  if (!match) throw new Error(`"${address}" is not a cell address such as C4`);
  let column = 0;
  for (const letter of match[1] as string) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(match[2]) - 1, column: column - 1 };
}

/** The same range with every part absolute, e.g. "A1:K90" → "$A$1:$K$90". */
export function absoluteRange(range: string): string {
  return range
    .split(":")
    .map((corner) => {
      const { row, column } = parseCell(corner);
      return `$${columnLetters(column)}$${String(row + 1)}`;
    })
    .join(":");
}

/** A sheet name as it stands in formula text, always quoted. */
export function quotedSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** Sheet and rectangle of a qualified reference such as 'Cash flow'!$D$20:$W$20. */
export function parseReference(reference: string): SheetRange {
  const split = reference.lastIndexOf("!");
  if (split < 1) throw new Error(`"${reference}" names no sheet: expected 'Sheet'!$A$1:$B$2`);
  const rawSheet = reference.slice(0, split);
  const sheet = rawSheet.startsWith("'") ? rawSheet.slice(1, -1).replaceAll("''", "'") : rawSheet;
  const [first, last] = reference.slice(split + 1).split(":") as [string, string | undefined];
  const from = parseCell(first);
  return { sheet, from, to: last === undefined ? from : parseCell(last) };
}
