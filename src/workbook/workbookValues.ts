import { keptValues, shippedNames, type Assumptions, type Model, type ScenarioNames } from "../model";

/** Values of one scenario that stand beside the formulas. */
export interface ScenarioValues {
  /** Name of the scenario in use. */
  readonly name: string;
  line(lineId: string, index: number): number;
  /** Values of a line in all periods. */
  row(lineId: string): Float64Array;
  driver(driverId: string): number;
  /** What is typed for a quarter and counts in the scenario; "" where the year's value stands. */
  quarter(id: string): number | "";
}

/** Values of all scenarios by scenario number (from 1). */
export type WorkbookValues = (scenarioNumber: number) => ScenarioValues;

/** Calculates every scenario once. */
export function workbookValues(
  model: Model,
  assumptions: (scenarioNumber: number) => Assumptions,
  names: ScenarioNames = shippedNames(model.spec.scenarios),
): WorkbookValues {
  const all = model.spec.scenarios.map(({ id, number }): ScenarioValues => {
    const values = assumptions(number);
    const fast = keptValues(model.spec, model.fast(values));
    const drivers = new Map(model.spec.drivers.map(({ id }) => [id, Number(values.get(id))]));
    return {
      name: names.get(id)!,
      line: fast.value,
      row: fast.row,
      driver: (id) => drivers.get(id)!,
      quarter: (id) => (values.has(id) ? Number(values.get(id)) : ""),
    };
  });
  return (number) => all[number - 1]!;
}
