import { DRIVERS, driverVector, type Assumptions, type FastValues, type Model } from "../model";

const PLACE: ReadonlyMap<string, number> = new Map(DRIVERS.map(({ id }, place) => [id, place]));

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
export function flexFrom(model: Model, assumptions: Assumptions, drivers: readonly string[]): (given: ArrayLike<number>) => Flexed {
  const vector = driverVector(assumptions);
  const places = drivers.map((driver) => {
    const place = PLACE.get(driver);
    if (place === undefined) throw new Error(`No driver is called "${driver}".`);
    return place;
  });
  const changed = new Map(drivers.map((driver, index) => [driver, places[index]!]));
  const reader: AssumptionReader = {
    get: (driver) => {
      const place = changed.get(driver);
      return place === undefined ? assumptions.get(driver) : String(vector[place]);
    },
  };
  return (given) => {
    // A worksheet has no minus zero.
    for (let index = 0; index < places.length; index++) vector[places[index]!] = given[index]! + 0;
    return { values: model.flex(vector), assumptions: reader };
  };
}
