import { SCENARIOS } from "../../src/companies/kingsoftCloud";
import type { SheetPlan } from "../../src/workbook/plan";
import { scenarioSheet, SHEETS } from "../../src/workbook/sheetNames";
import { planOf, seededModel } from "../support/seededModel";
import { cellsOfSheet } from "./placedCells";

/** The model over the project's own seeds. */
export const model = seededModel();

/** The workbook that the build writes with Base shown. */
export const plan = planOf(model);

/** Names of the scenario sheets. */
export const SCENARIO_SHEETS: readonly string[] = SCENARIOS.map(({ number }) =>
  scenarioSheet(SCENARIOS, number),
);

/** Names of the sheets that present the chosen scenario. */
export const STATEMENT_SHEETS: readonly string[] = [
  SHEETS.revenue,
  SHEETS.capex,
  SHEETS.income,
  SHEETS.balance,
  SHEETS.cash,
  SHEETS.valuation,
];

/** Names of the sheets with the full time axis of years and quarters. */
export const AXIS_SHEETS: readonly string[] = [
  SHEETS.quarterly,
  ...STATEMENT_SHEETS,
  SHEETS.comparison,
  SHEETS.estimates,
  SHEETS.history,
  SHEETS.timeline,
  ...SCENARIO_SHEETS,
];

/** Whether a sheet holds a text somewhere. */
export function holds(sheet: SheetPlan, words: string): boolean {
  return cellsOfSheet(sheet).some(({ cell }) => typeof cell.value === "string" && cell.value.includes(words));
}
