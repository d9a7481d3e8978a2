import type { Assumptions, Model } from "../model";
import { flexFrom } from "./flexFrom";
import type { Measure } from "./measure";

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
export function sensitivity(
  model: Model,
  assumptions: Assumptions,
  measure: Measure,
  rows: DriverValues,
  columns: DriverValues | null = null,
): Sensitivity {
  const flex = flexFrom(model, assumptions, columns === null ? [rows.driver] : [rows.driver, columns.driver]);
  const at = (...given: readonly number[]): number => {
    const flexed = flex(given);
    return measure.read(flexed.values, flexed.assumptions) + 0;
  };
  const results = rows.values.map((value) =>
    columns === null ? [at(value)] : columns.values.map((other) => at(value, other)),
  );
  return { rows, columns, results };
}
