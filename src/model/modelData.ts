/** One figure of history in the model's own unit. */
export interface KnownValue {
  /** Decimal digits in the line's unit, e.g. "2349.2". */
  readonly value: string;
  readonly factId: string;
}

/** What the facts contribute: the border between actual and forecast, and the figures of history. */
export interface ModelData {
  /** Column of the last actual quarter. */
  readonly lastActual: number;
  /** Figure of a line in a column, or undefined when it is not disclosed. */
  known(lineId: string, column: number): KnownValue | undefined;
}

/** Values of all assumptions by driver id, as decimal digits in the model's unit (a percentage as a fraction). */
export type Assumptions = ReadonlyMap<string, string>;
