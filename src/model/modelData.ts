import type { ModelSpec } from "./modelSpec";

/** One known figure in the model's own unit. */
export interface KnownValue {
  /** Decimal digits in the line's unit, e.g. "2349.2". */
  readonly value: string;
  /** The fact behind it, or null where it was typed into the workbook. */
  readonly factId: string | null;
}

/** How much is known of a quarter: its results and its whole balance sheet, its results, some figures, or nothing. */
export type Knowledge = "reported" | "results" | "estimate" | "forecast";

/** Figures typed for quarters and years, by line id and column: `lineKey(id, column)`; an empty text takes away a figure of the facts. */
export type TypedFigures = ReadonlyMap<string, string>;

/** What is known, and where states start from it. */
export interface ModelData {
  /** The model of whose lines and columns it is known. */
  readonly spec: ModelSpec;
  /** Column of the opening quarter: the last shipped one whose results and whole balance sheet are known. */
  readonly opening: number;
  /** Column of the last quarter whose results the facts hold, whatever is typed. */
  readonly reportedTo: number;
  /** Figure of a line in a column that stands before every formula, or undefined. A part of a balance sheet counts only where the sheet is whole and ties. */
  known(lineId: string, column: number): KnownValue | undefined;
  /** Figure of a line in a column whether it counts or not. */
  figure(lineId: string, column: number): KnownValue | undefined;
  /** Figure of the facts, whatever is typed over it. */
  shipped(lineId: string, column: number): KnownValue | undefined;
  /** Whether the balance sheet of a quarter is whole and ties. */
  sheetCounts(column: number): boolean;
  /** How much is known of a quarter. */
  knowledge(column: number): Knowledge;
}

/** Values of all assumptions by driver id, as decimal digits in the model's unit (a percentage as a fraction). */
export type Assumptions = ReadonlyMap<string, string>;

/** Column of a figure among typed ones, from its key. */
export function columnOfKey(key: string): number {
  return Number(key.slice(key.lastIndexOf(":") + 1));
}

/** Key of a figure among typed ones. */
export function lineKey(lineId: string, column: number): string {
  return `${lineId}:${column}`;
}
