import { Exact } from "../formula";
import type { Assumption, ScenarioName, Seeds } from "../seeds";
import type { Driver } from "./driver";
import type { Assumptions } from "./modelData";
import type { ModelSpec } from "./modelSpec";

/** One row of the assumption table: the driver, its value in each scenario, range and source. */
export interface DriverRow {
  readonly driver: Driver;
  readonly base: string;
  /** Own values of the other scenarios; null follows Base. */
  readonly own: Readonly<Record<ScenarioName, string | null>>;
  readonly min: string;
  readonly max: string;
  readonly assumption: Assumption;
}

/** The assumption table: seeds/assumptions.csv in model units. Throws when a driver has no row. */
export function driverRows({ drivers }: ModelSpec, seeds: Seeds): readonly DriverRow[] {
  const rows = new Map(seeds.assumptions.map((row) => [row.driver, row]));
  const unknown = seeds.assumptions.find((row) => !drivers.some((driver) => driver.id === row.driver));
  if (unknown)
    throw new Error(`seeds/assumptions.csv row ${unknown.row}: no driver is called "${unknown.driver}".`);
  return drivers.map((driver) => {
    const assumption = rows.get(driver.id);
    if (assumption === undefined)
      throw new Error(`seeds/assumptions.csv has no row for the driver "${driver.id}".`);
    const scaled = (value: string): string => inModelUnit(driver, value);
    const own = Object.fromEntries(
      Object.entries(assumption.values).map(([name, value]) => [
        name,
        value === null || name === "base" ? null : scaled(value),
      ]),
    ) as Record<ScenarioName, string | null>;
    return {
      driver,
      own,
      assumption,
      base: scaled(assumption.values.base!),
      min: scaled(assumption.min),
      max: scaled(assumption.max),
    };
  });
}

/** The values of one scenario. */
export function scenarioAssumptions(rows: readonly DriverRow[], scenario: ScenarioName): Assumptions {
  return new Map(rows.map(({ driver, base, own }) => [driver.id, own[scenario] ?? base]));
}

/** Percentages and weights are written as percent in the file and are fractions in the model. */
function inModelUnit(driver: Driver, value: string): string {
  return driver.unit === "%" ? new Exact(value).dividedBy(100).toString() : value;
}
