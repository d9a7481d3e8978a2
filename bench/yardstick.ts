import { readSeedsFolder } from "../src/cli/readSeedsFolder";
import { LINES, PERIODS, WIDTH, kingsoftCloud, TIMELINE } from "../src/companies/kingsoftCloud";
import { clockValue, driverVector, openModel, type Model } from "../src/model";
import { loadSeeds } from "../src/seeds";
import { buildPlan } from "../src/workbook/buildPlan";
import type { WorkbookPlan } from "../src/workbook/plan";
import { formulaCells, unrolledModel, type UnrolledModel } from "./unrolledModel";

/** What every subject measures against: the model of the project, its workbook, and the straight-line model. */
export interface Yardstick {
  readonly model: Model;
  readonly plan: WorkbookPlan;
  /** Formula cells of one scenario. */
  readonly cells: number;
  /** One flex of one scenario in straight-line JavaScript over doubles; scenarios take turns. */
  readonly straight: (call: number) => void;
}

/** Options of the planned workbook, the same in every run. */
export const PLAN_OPTIONS = {
  scenario: "base",
  overrides: new Map<string, string>(),
  created: "2026-01-01T00:00:00Z",
  version: "bench",
} as const;

/** Opens the project and lays out the straight-line model. Throws when it gives other values than the model does. */
export function openYardstick(): Yardstick {
  const model = openModel(kingsoftCloud, loadSeeds(readSeedsFolder("seeds")));
  const unrolled = unrolledModel(model.data);
  const values = history(model);
  assertSame(model, values, unrolled);
  const sets = scenarioVectors(model);
  return {
    model,
    plan: buildPlan(model, PLAN_OPTIONS),
    cells: formulaCells(model.data),
    straight: (call) => unrolled(values, sets[call % sets.length]!),
  };
}

/** Assumptions of three scenarios as doubles. */
export function scenarioVectors(model: Model): readonly Float64Array[] {
  return (["base", "downside", "upside"] as const).map((id) =>
    driverVector(kingsoftCloud, model.assumptions(id)),
  );
}

/** Facts and calendar, as the straight-line model expects them. */
function history({ data }: Model): Float64Array {
  return Float64Array.from({ length: LINES.length * WIDTH }, (_, index) => {
    const [line, column] = [LINES[Math.floor(index / WIDTH)]!, index % WIDTH];
    return line.clock === undefined
      ? Number(data.known(line.id, column)?.value ?? Number.NaN)
      : clockValue(line, column, TIMELINE, data);
  });
}

/** A yardstick that calculates something else measures nothing. */
function assertSame(model: Model, values: Float64Array, unrolled: UnrolledModel): void {
  const assumptions = model.assumptions("base");
  unrolled(values, driverVector(kingsoftCloud, assumptions));
  const { value } = model.fast(assumptions);
  LINES.forEach(({ id }, row) =>
    PERIODS.forEach(({ label }, column) => {
      const [a, b] = [values[row * WIDTH + column]!, value(id, column)];
      if (!(Object.is(a + 0, b) || Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a))))
        throw new Error(`${id} ${label}: straight line ${a}, fast reading ${b}`);
    }),
  );
}
