import { LINES, PERIODS, WIDTH, kingsoftCloud } from "../../src/companies/kingsoftCloud";
import { driverVector, type Assumptions, type Model, type ModelData } from "../../src/model";
import { amountsEntering } from "./amountsEntering";
import type { Setting } from "./place";

/** How far doubles may be off exact decimals, as a part of the largest amount that enters the cell. */
export const AGREEMENT = 1e-12;

const KNOWN = new WeakMap<ModelData, Float64Array>();

/** The figures of a model that count, in the order of LINES; NaN where none is known. */
export function knownValues(data: ModelData): Float64Array {
  const known =
    KNOWN.get(data) ??
    Float64Array.from({ length: LINES.length * WIDTH }, (_, place) =>
      Number(data.known(LINES[Math.floor(place / WIDTH)]!.id, place % WIDTH)?.value ?? Number.NaN),
    );
  KNOWN.set(data, known);
  return known;
}

/** The fast reading of a set of assumptions as laws take it; overwritten by the next one. */
export function fastSetting(model: Model, assumptions: Assumptions): Setting {
  const drivers = driverVector(kingsoftCloud, assumptions);
  const { all } = model.fast(assumptions);
  return { values: all, known: knownValues(model.data), drivers, opening: model.data.opening };
}

/** The exact reading in the same shape. */
export function exactSetting(model: Model, assumptions: Assumptions): Setting {
  const exact = model.exactly(assumptions);
  const values = Float64Array.from({ length: LINES.length * WIDTH }, (_, place) =>
    exact(LINES[Math.floor(place / WIDTH)]!.id, place % WIDTH).toNumber(),
  );
  const { data } = model;
  return {
    values,
    known: knownValues(data),
    drivers: driverVector(kingsoftCloud, assumptions),
    opening: data.opening,
  };
}

/** What a comparison of both readings finds: the largest difference as a part of the amounts that enter the cell, and the cells that are further apart than they may be. */
export interface Comparison {
  readonly largest: number;
  readonly apart: readonly string[];
}

/** Compares doubles with exact decimals in every line and period; not disclosed only meets not disclosed. */
export function compareReadings(fast: Setting, exact: Setting): Comparison {
  const amounts = amountsEntering(exact);
  let largest = 0;
  const apart: string[] = [];
  fast.values.forEach((double, place) => {
    const decimal = exact.values[place]!;
    if (Object.is(double, decimal)) return;
    const part = Math.abs(double - decimal) / amounts[place]!;
    if (part > largest) largest = part;
    if (!(part <= AGREEMENT))
      apart.push(
        `${LINES[Math.floor(place / WIDTH)]!.id}: ${PERIODS[place % WIDTH]!.label} is ${double} in doubles and ${decimal} in decimals`,
      );
  });
  return { largest, apart };
}
