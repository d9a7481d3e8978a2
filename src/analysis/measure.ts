import type { Assumptions, DriverRow, LineItem, Model } from "../model";
import type { ScenarioName } from "../seeds";
import type { AssumptionReader } from "./flexFrom";
import type { Span } from "./span";
import { spanValue, type CellReader } from "./spanValue";

/** A figure to analyse: read from the calculated model; NaN where it is not disclosed. */
export interface Measure {
  readonly label: string;
  read(values: CellReader, assumptions: AssumptionReader): number;
}

/** A line over a period as the figure to analyse. */
export function measureOf(line: LineItem, span: Span): Measure {
  return {
    label: `${line.label} ${span.label}`,
    read: (values, assumptions) => spanValue(line, span, values, assumptions),
  };
}

/** The figure under one set of assumptions, by the fast reading. */
export function evaluateMeasure(model: Model, measure: Measure, assumptions: Assumptions): number {
  return measure.read(model.fast(assumptions), assumptions) + 0;
}

/** The row of a driver in the assumption table. Throws when there is none. */
export function rowOfDriver(model: Model, driver: string): DriverRow {
  const row = model.rows.find((each) => each.driver.id === driver);
  if (row === undefined) throw new Error(`No driver is called "${driver}".`);
  return row;
}

/** Value of a driver in a scenario as seeded. */
export function seededValue({ own, base }: DriverRow, scenario: ScenarioName): number {
  return Number(own[scenario] ?? base);
}
