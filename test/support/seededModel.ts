import { join } from "node:path";
import { readSeedsFolder } from "../../src/cli/readSeedsFolder";
import { openModel, type Model } from "../../src/model";
import { loadSeeds } from "../../src/seeds";
import { buildPlan } from "../../src/workbook/buildPlan";
import type { WorkbookPlan } from "../../src/workbook/plan";
import type { ScenarioName } from "../../src/seeds";

/** Texts of the project's own seeds. */
export const seedFiles = (): Readonly<Record<string, string>> =>
  readSeedsFolder(join(__dirname, "../../seeds"));

/** The model over the project's own seeds. */
export const seededModel = (): Model => openModel(loadSeeds(seedFiles()));

/** A workbook plan with a fixed date and version. */
export function planOf(
  model: Model,
  scenario: ScenarioName = "base",
  overrides: ReadonlyMap<string, string> = new Map(),
): WorkbookPlan {
  return buildPlan(model, { scenario, overrides, created: "2026-11-22T00:00:00Z", version: "test" });
}
