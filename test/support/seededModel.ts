import { join } from "node:path";
import { readSeedsFolder } from "../../src/cli/readSeedsFolder";
import { kingsoftCloud } from "../../src/companies/kingsoftCloud";
import { openModel, type Model } from "../../src/model";
import { loadSeeds } from "../../src/seeds";
import { buildPlan } from "../../src/workbook/buildPlan";
import type { WorkbookPlan } from "../../src/workbook/plan";
import type { ScenarioName } from "../../src/seeds";

/** Texts of the project's own seeds. */
export const seedFiles = (): Readonly<Record<string, string>> =>
  readSeedsFolder(join(__dirname, "../../seeds"));

let opened: Model | undefined;

/** The model over the project's own seeds, opened once in a test file or group; nobody may change it. */
export const seededModel = (): Model => (opened ??= openModel(kingsoftCloud, loadSeeds(seedFiles())));

/** Plans without inputs of their own, by model and scenario. */
const plans = new WeakMap<Model, Map<ScenarioName, WorkbookPlan>>();

/** A workbook plan with a fixed date and version; nobody may change it, so that those of a model are built once. */
export function planOf(
  model: Model,
  scenario: ScenarioName = "base",
  overrides: ReadonlyMap<string, string> = new Map(),
): WorkbookPlan {
  const built = (): WorkbookPlan =>
    buildPlan(model, { scenario, overrides, created: "2026-11-22T00:00:00Z", version: "test" });
  if (overrides.size > 0) return built();
  const known = plans.get(model) ?? new Map<ScenarioName, WorkbookPlan>();
  plans.set(model, known);
  const plan = known.get(scenario) ?? frozen(built());
  known.set(scenario, plan);
  return plan;
}

/** Freezes a value and all that it holds, so that a test that changes what others use fails at once. */
function frozen<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const each of Object.values(Object.freeze(value))) frozen(each);
  return value;
}
