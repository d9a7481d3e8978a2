import { DRIVERS, LINES, SCENARIOS, WIDTH, type Assumptions, type Model } from "../model";

/** Values of one scenario that stand beside the formulas. */
export interface ScenarioValues {
  line(lineId: string, index: number): number;
  driver(driverId: string): number;
}

/** Values of all scenarios by scenario number (from 1). */
export type WorkbookValues = (scenarioNumber: number) => ScenarioValues;

/** Calculates every scenario once. */
export function workbookValues(
  model: Model,
  assumptions: (scenarioNumber: number) => Assumptions,
): WorkbookValues {
  const rows = new Map(LINES.map((line, row) => [line.id, row * WIDTH]));
  const all = SCENARIOS.map(({ number }): ScenarioValues => {
    const values = assumptions(number);
    const fast = Float64Array.from(model.fast(values).all);
    const drivers = new Map(DRIVERS.map(({ id }) => [id, Number(values.get(id))]));
    return { line: (id, index) => fast[rows.get(id)! + index]! + 0, driver: (id) => drivers.get(id)! };
  });
  return (number) => all[number - 1]!;
}
