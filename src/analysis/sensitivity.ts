import type { Assumptions, Model } from "../model";
import { evaluateMeasure, withValues, type Measure } from "./measure";

/** A driver and the values it is given in turn, in the model's unit (a percentage as a fraction). */
export interface DriverValues {
  readonly driver: string;
  readonly values: readonly number[];
}

/** A figure over values of one driver (rows), or of two (rows and columns). */
export interface Sensitivity {
  readonly rows: DriverValues;
  readonly columns: DriverValues | null;
  /** One row for each row value; one column when there is no second driver. */
  readonly results: readonly (readonly number[])[];
}

/** Calculates a figure for every value of a driver, or for every pair of values of two; all else stays as given. */
export function sensitivity(model: Model, assumptions: Assumptions, measure: Measure, rows: DriverValues, columns: DriverValues | null = null): Sensitivity {
  const at = (changes: readonly (readonly [string, number])[]): number => evaluateMeasure(model, measure, withValues(assumptions, changes));
  const results = rows.values.map((value) => {
    if (columns === null) return [at([[rows.driver, value]])];
    return columns.values.map((other) => at([[rows.driver, value], [columns.driver, other]]));
  });
  return { rows, columns, results };
}
