import { driverFamily, type Assumptions, type Model } from "../model";
import { flexFrom } from "./flexFrom";
import { seededValue, type Measure } from "./measure";
import { randomNumbers } from "./randomNumbers";

/** How one driver varies: a triangle from its downside over its present to its upside value (which may be the smaller one). */
export interface Distribution {
  readonly driver: string;
  readonly downside: number;
  readonly mode: number;
  readonly upside: number;
}

/** Spread of one figure over all draws. */
export interface SimulatedMeasure {
  readonly label: string;
  readonly mean: number;
  readonly deviation: number;
  /** Values below which 5, 10, 25, 50, 75, 90 and 95 % of the draws lie. */
  readonly percentiles: Readonly<Record<Percentile, number>>;
  /** All results, smallest first. */
  readonly sorted: readonly number[];
}

/** The percentiles that a simulation reports. */
export const PERCENTILES = [5, 10, 25, 50, 75, 90, 95] as const;

/** One of the reported percentiles. */
export type Percentile = (typeof PERCENTILES)[number];

/** What a simulation did, enough to repeat it. */
export interface Simulation {
  readonly seed: number;
  readonly draws: number;
  readonly distributions: readonly Distribution[];
  readonly measures: readonly SimulatedMeasure[];
}

/** The distributions the assumption table declares: every driver that has downside and upside values and is no whole number. */
export function declaredDistributions(model: Model, assumptions: Assumptions): readonly Distribution[] {
  return model.rows.flatMap((row) => {
    const [downside, upside] = [seededValue(row, "downside"), seededValue(row, "upside")];
    if (downside === upside || row.driver.whole) return [];
    const present = Number(assumptions.get(row.driver.id));
    const mode = Math.min(Math.max(present, Math.min(downside, upside)), Math.max(downside, upside));
    return [{ driver: row.driver.id, downside, mode, upside }];
  });
}

/** Draws the drivers many times and reports how the figures spread. The years of one driver move together; different drivers are independent. */
export function simulate(
  model: Model,
  assumptions: Assumptions,
  measures: readonly Measure[],
  {
    seed,
    draws,
    distributions = declaredDistributions(model, assumptions),
  }: { seed: number; draws: number; distributions?: readonly Distribution[] },
): Simulation {
  const random = randomNumbers(seed);
  const results = measures.map(() => new Float64Array(draws));
  const families = distributions.map(({ driver }) => driverFamily(driver));
  const first = families.map((family) => families.indexOf(family));
  const flex = flexFrom(
    model,
    assumptions,
    distributions.map(({ driver }) => driver),
  );
  const chances = new Float64Array(distributions.length);
  const drawn = new Float64Array(distributions.length);
  for (let draw = 0; draw < draws; draw++) {
    distributions.forEach((distribution, index) => {
      chances[index] = first[index] === index ? random() : chances[first[index]!]!;
      drawn[index] = triangular(distribution, chances[index]);
    });
    const flexed = flex(drawn);
    measures.forEach((measure, index) => {
      results[index]![draw] = measure.read(flexed.values, flexed.assumptions);
    });
  }
  return {
    seed,
    draws,
    distributions,
    measures: measures.map(({ label }, index) => summary(label, results[index]!.sort())),
  };
}

/** Value below which a share of the sorted numbers lies, between neighbours in proportion. */
export function percentile(sorted: ArrayLike<number>, share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

/** Inverse of the triangular distribution, run from downside (chance 0) to upside (chance 1). */
function triangular({ downside, mode, upside }: Distribution, chance: number): number {
  const width = upside - downside;
  const peak = (mode - downside) / width;
  if (chance < peak) return downside + width * Math.sqrt(chance * peak);
  return upside - width * Math.sqrt((1 - chance) * (1 - peak));
}

function summary(label: string, sorted: Float64Array): SimulatedMeasure {
  const mean = sorted.reduce((total, value) => total + value, 0) / sorted.length;
  const variance =
    sorted.reduce((total, value) => total + (value - mean) ** 2, 0) / Math.max(1, sorted.length - 1);
  const percentiles = Object.fromEntries(
    PERCENTILES.map((each) => [each, percentile(sorted, each / 100)]),
  ) as Record<Percentile, number>;
  return { label, mean, deviation: Math.sqrt(variance), percentiles, sorted: [...sorted] };
}
