import type { Assumptions, FastValues, Model } from "../model";
import { rowOfDriver } from "./measure";

/** Gives the value of an assumption as text, by the id of its driver. */
export type AssumptionReader = Pick<Assumptions, "get">;

/** The model calculated once, and under which assumptions. */
export interface Flexed {
  readonly values: FastValues;
  readonly assumptions: AssumptionReader;
}

/**
 * Calculates the model many times with some drivers at given values, in the order of their names, and all else as it
 * was. A result is overwritten by the next one. Throws when no driver has one of the names.
 */
export function flexFrom(
  model: Model,
  assumptions: Assumptions,
  drivers: readonly string[],
): (given: ArrayLike<number>) => Flexed {
  const vector = model.vector(assumptions);
  const placeOf = (driver: string): number => model.rows.indexOf(rowOfDriver(model, driver));
  const places = drivers.map(placeOf);
  const reader: AssumptionReader = { get: (driver) => String(vector[placeOf(driver)]) };
  return (given) => {
    // A worksheet has no minus zero.
    places.forEach((place, index) => (vector[place] = given[index]! + 0));
    return { values: model.flex(vector), assumptions: reader };
  };
}
