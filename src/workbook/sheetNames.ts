import type { Scenarios } from "../model";

/** Names of the sheets in tab order, scenario sheets last. */
export const SHEETS = {
  readme: "README",
  summary: "Summary",
  tear: "Tear sheet",
  inputs: "Inputs",
  quarterly: "Quarterly inputs",
  revenue: "Revenue & caps",
  capex: "Capex & schedules",
  income: "Income statement",
  balance: "Balance sheet",
  cash: "Cash flow",
  valuation: "Valuation",
  target: "Target price",
  comparison: "Scenario comparison",
  consensus: "Consensus",
  beat: "Beat or miss",
  estimates: "Estimates",
  journal: "Journal",
  checks: "Checks",
  history: "Actuals",
  facts: "Facts",
  reconciliation: "Reconciliation",
  timeline: "Timeline",
} as const;

/** Name of a scenario's worksheet. */
export function scenarioSheet(scenarios: Scenarios, number: number): string {
  return scenarios[number - 1]!.name;
}

/** Colours of the tabs by purpose. */
export const TAB_COLOURS = {
  guide: "1F3864",
  input: "BF9000",
  statement: "2E75B6",
  control: "548235",
  source: "7F7F7F",
  scenario: "9DC3E6",
} as const;
