import type { LineItem, Scenarios } from "../model";
import { columnLetters, onSheet } from "./address";
import { rowOf, text } from "./cells";
import type { Layout } from "./layout";
import type { CellPlan, RowPlan } from "./plan";
import { nameCell } from "./scenarioNameCells";
import { scenarioSheet } from "./sheetNames";
import type { WorkbookValues } from "./workbookValues";

/** First column with a scenario on the Checks sheet. */
export const FIRST = 3;
/** Last column with a scenario. */
export function lastColumn(scenarios: Scenarios): number {
  return FIRST + scenarios.length - 1;
}
/** Look of a flag that reads another sheet. */
export const CROSS_FLAG_STYLE = "checkFlagCrossSheet";

/** Width of the column that says what is compared. */
export const MEANING_WIDTH = 70;

/** Formula of a flag: 0 where the condition holds, 1 where it fails or cannot be calculated. */
export function flagOf(condition: string): string {
  return `IFERROR(IF(${condition},0,1),1)`;
}

/** Head of a block with a column for each scenario. */
export function heading(scenarios: Scenarios, title: string, what: string, values: WorkbookValues): RowPlan {
  return rowOf(
    {
      1: text(title, "heading"),
      2: text(what, "heading"),
      ...Object.fromEntries(
        scenarios.map(({ number: n }) => [FIRST + n - 1, nameCell(n, values(n).name, "headingName")]),
      ),
    },
    20,
  );
}

/** One cell a scenario. */
export const perScenario = (
  scenarios: Scenarios,
  cell: (scenarioNumber: number) => CellPlan,
): Record<number, CellPlan> => Object.fromEntries(scenarios.map(({ number: n }) => [FIRST + n - 1, cell(n)]));

/** Range of a line's quarters on a scenario's sheet. */
export const quartersOn = (layout: Layout, scenarioNumber: number, line: LineItem, from: number): string => {
  const { axis, scenarios } = layout;
  const row = layout.scenario.line.get(line.id)!;
  return onSheet(
    scenarioSheet(scenarios, scenarioNumber),
    `$${axis.letters(from)}$${row}:$${columnLetters(axis.lineName - 1)}$${row}`,
  );
};
