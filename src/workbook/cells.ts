import type { CellPlan, RowPlan } from "./plan";

/** Text shown where a figure of history is not disclosed. */
export const NOT_DISCLOSED = "n/d";

/** A text cell. */
export function text(value: string, style = "label"): CellPlan {
  return { value, style };
}

/** A typed number. */
export function number(value: number, style: string): CellPlan {
  return { value: value + 0, style };
}

/** A formula with the value it has now. */
export function formula(formulaText: string, value: number | string, style: string): CellPlan {
  return { value: typeof value === "number" ? value + 0 : value, formula: formulaText, style };
}

/** The mark of a figure that is not disclosed. */
export const notDisclosed: CellPlan = { value: NOT_DISCLOSED, style: "notDisclosed" };

/** A row from cells at column numbers; columns between them stay empty. */
export function rowOf(cells: Readonly<Record<number, CellPlan>>, height?: number): RowPlan {
  const width = Math.max(0, ...Object.keys(cells).map(Number));
  const row = Array.from({ length: width }, (_, index) => cells[index + 1] ?? null);
  return height === undefined ? { cells: row } : { cells: row, height };
}

/** Points that a line of wrapped text takes. */
const LINE_HEIGHT = 13.5;

/** Height of a row with wrapped texts, each given with the width of its column; reckoned from the mean width of letters. */
export function wrappedHeight(texts: readonly (readonly [words: string, width: number])[]): number {
  return Math.max(1, ...texts.map(([words, width]) => Math.ceil(words.length / (width * 1.2)))) * LINE_HEIGHT;
}

/** An empty row. */
export const emptyRow: RowPlan = { cells: [] };
