import { SCENARIOS } from "../model";
import { cellAddress, columnLetters, onSheet } from "./address";
import type { ChartPlan } from "./plan";
import { SHEETS } from "./sheetNames";
import { CHART_COLOURS } from "./styles";

/** Fixed places of the sheet of target prices: rows, and the column of the first scenario. */
export const TARGET_CELLS = {
  firstScenario: 3,
  names: 12,
  year: 13,
  probability: 14,
  price: 15,
  target: 16,
  methodNames: 23,
  methods: 24,
  lastMethod: 29,
  chartRows: 18,
} as const;

const at = TARGET_CELLS;
const first = columnLetters(at.firstScenario);
const last = columnLetters(at.firstScenario + SCENARIOS.length - 1);
const row = (number: number): string => onSheet(SHEETS.target, `$${first}$${number}:$${last}$${number}`);

/** Football field by method, and target against price by scenario, side by side from the given row. */
export function targetCharts(firstRow: number): readonly ChartPlan[] {
  const lastRow = firstRow + at.chartRows - 1;
  return [
    {
      title: "Football field: value by method, US dollars per ADS",
      kind: "columnClustered",
      categories: onSheet(SHEETS.target, `$A$${at.methods}:$A$${at.lastMethod}`),
      valueAxisTitle: "USD per ADS",
      valueFormat: "0",
      series: SCENARIOS.filter(({ id }) => ["downside", "base", "upside"].includes(id)).map(
        ({ name, number }, index) => {
          const letters = columnLetters(at.firstScenario + number - 1);
          return {
            name,
            values: onSheet(SHEETS.target, `$${letters}$${at.methods}:$${letters}$${at.lastMethod}`),
            colour: [CHART_COLOURS[3], CHART_COLOURS[0], CHART_COLOURS[2]][index]!,
          };
        },
      ),
      from: cellAddress(firstRow, 1),
      to: cellAddress(lastRow, 4),
      altText: "Columns of the value by each method in Downside, Base and Upside.",
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
      to: cellAddress(lastRow, 10),
      altText: "Columns of the target price of each scenario beside the price of the ADS.",
    },
  ];
}
