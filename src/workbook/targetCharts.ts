import type { Scenarios } from "../model";
import { cellAddress, columnLetters, onSheet } from "./address";
import type { ChartPlan } from "./plan";
import { SHEETS } from "./sheetNames";
import { footballSeries } from "./footballRows";
import { TARGET_CELLS } from "./targetCells";
import { CHART_COLOURS } from "./styles";

const at = TARGET_CELLS;
const first = columnLetters(at.firstScenario);

/** Football field by method, and target against price by scenario, side by side from the given row. */
export function targetCharts(scenarios: Scenarios, firstRow: number): readonly ChartPlan[] {
  const last = columnLetters(at.firstScenario + scenarios.length - 1);
  const row = (number: number): string => onSheet(SHEETS.target, `$${first}$${number}:$${last}$${number}`);
  const lastRow = firstRow + at.chartRows - 1;
  return [
    {
      title: "Football field: lowest, Base and highest value by method, US dollars per ADS",
      kind: "columnStacked",
      categories: onSheet(SHEETS.target, `$A$${at.bars}:$A$${at.lastBar}`),
      valueAxisTitle: "USD per ADS",
      valueFormat: "0",
      series: footballSeries(),
      from: cellAddress(firstRow, 1),
      to: cellAddress(lastRow, 4),
      altText:
        "Floating bars from the lowest to the highest value of each method over the scenarios, divided at Base.",
    },
    {
      title: "Target price and price per ADS by scenario, US dollars",
      kind: "columnClustered",
      categories: row(at.names),
      valueAxisTitle: "USD per ADS",
      valueFormat: "0",
      series: [
        { name: "Target price", values: row(at.target), colour: CHART_COLOURS[0] },
        { name: "Price", values: row(at.price), colour: CHART_COLOURS[4] },
      ],
      from: cellAddress(firstRow, 5),
      to: cellAddress(lastRow, at.firstScenario + scenarios.length + 1),
      altText: "Columns of the target price of each scenario beside the price of the ADS.",
    },
  ];
}
