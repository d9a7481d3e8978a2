import {
  balances,
  credit,
  income,
  kingsoft,
  periodIndex,
  PERIODS,
  QUARTERS,
  revenue,
  SCENARIOS,
  xiaomi,
  YEARS,
  type LineItem,
  type Model,
} from "../model";
import { cellAddress, columnLetters, onSheet } from "./address";
import { AXIS, HEADER, periodColumn } from "./axis";
import { comparisonRow } from "./comparisonSheetPlan";
import type { ChartPlan, ChartSeriesPlan } from "./plan";
import { periodRange } from "./sheetFrame";
import { SHEETS } from "./sheetNames";
import { statementRow } from "./statementSheetPlans";
import { CHART_COLOURS } from "./styles";

const HEIGHT = 15;
const LEFT = { from: AXIS.firstQuarter, to: AXIS.firstQuarter + 5 } as const;
const RIGHT = { from: AXIS.firstQuarter + 6, to: AXIS.firstQuarter + 11 } as const;

/** Last column and number of rows that the charts cover, right of the key figures. */
export const CHART_AREA = { lastColumn: RIGHT.to, rows: 3 * HEIGHT } as const;
const MONEY = "#,##0";

/** Native charts of the Summary sheet, from the given row down. */
export function summaryCharts(model: Model, firstRow: number): readonly ChartPlan[] {
  const drawn = [byProduct(), byCustomer(), capUse(model), margin(), cashAndDebt(model), fan(model)];
  return drawn.map((chart, place): ChartPlan => {
    const side = place % 2 === 0 ? LEFT : RIGHT;
    const top = firstRow + Math.floor(place / 2) * HEIGHT;
    return { ...chart, from: cellAddress(top, side.from), to: cellAddress(top + HEIGHT - 1, side.to) };
  });
}

type Drawn = Omit<ChartPlan, "from" | "to">;

const lastQuarterIndex = QUARTERS.length - 1;
const labels = (sheet: string, from: number, to: number): string =>
  periodRange(sheet, HEADER.period, from, to);

function series(
  sheet: string,
  line: LineItem,
  from: number,
  to: number,
  colour: string,
  more: Partial<ChartSeriesPlan> = {},
): ChartSeriesPlan {
  return {
    name: line.label,
    values: periodRange(sheet, statementRow(sheet, line), from, to),
    colour,
    ...more,
  };
}

function byProduct(): Drawn {
  const sheet = SHEETS.revenue;
  return {
    title: "Revenue by product, RMB million a quarter",
    kind: "columnStacked",
    categories: labels(sheet, 0, lastQuarterIndex),
    valueAxisTitle: "RMB million",
    valueFormat: MONEY,
    series: [revenue.aiGrossBilling, revenue.basicCloud, revenue.enterprise].map((line, index) =>
      series(sheet, line, 0, lastQuarterIndex, CHART_COLOURS[index]!),
    ),
    altText: "Stacked columns of AI gross billing, basic cloud and enterprise cloud by quarter.",
  };
}

function byCustomer(): Drawn {
  const sheet = SHEETS.revenue;
  return {
    title: "Revenue by customer and ecosystem share",
    kind: "columnStackedLine",
    categories: labels(sheet, 0, lastQuarterIndex),
    valueAxisTitle: "RMB million",
    secondaryAxisTitle: "Share of revenue",
    valueFormat: MONEY,
    secondaryFormat: "0%",
    series: [
      series(sheet, revenue.ecosystem, 0, lastQuarterIndex, CHART_COLOURS[0]),
      series(sheet, revenue.external, 0, lastQuarterIndex, CHART_COLOURS[2]),
      series(sheet, revenue.ecosystemShare, 0, lastQuarterIndex, CHART_COLOURS[3], { line: true }),
    ],
    altText:
      "Stacked columns of ecosystem and external revenue by quarter, with the ecosystem share as a line.",
  };
}

function capUse(model: Model): Drawn {
  const sheet = SHEETS.revenue;
  const from = periodIndex(`FY${PERIODS[model.data.opening]!.year}`);
  const to = QUARTERS.length + YEARS.length - 1;
  return {
    title: "Related-party caps and their use, RMB million a year",
    kind: "columnClustered",
    categories: labels(sheet, from, to),
    valueAxisTitle: "RMB million",
    valueFormat: MONEY,
    series: [
      [xiaomi.cap, "Xiaomi cap"],
      [xiaomi.used, "Xiaomi used"],
      [kingsoft.cap, "Kingsoft cap"],
      [kingsoft.used, "Kingsoft used"],
    ].map(([line, name], index) => ({
      ...series(
        sheet,
        line as LineItem,
        from,
        to,
        [CHART_COLOURS[0], CHART_COLOURS[2], CHART_COLOURS[3], "F4B183"][index]!,
      ),
      name: name as string,
    })),
    altText: "Columns of each party's yearly cap beside the revenue that used it.",
  };
}

function margin(): Drawn {
  const sheet = SHEETS.income;
  return {
    title: "Margins",
    kind: "line",
    categories: labels(sheet, 0, lastQuarterIndex),
    valueAxisTitle: "Share of revenue",
    valueFormat: "0%",
    series: [income.ebitdaMargin, income.adjustedOperatingMargin].map((line, index) =>
      series(sheet, line, 0, lastQuarterIndex, CHART_COLOURS[index * 3]!),
    ),
    altText: "Lines of the adjusted EBITDA margin and the adjusted operating margin by quarter.",
  };
}

function cashAndDebt(model: Model): Drawn {
  const sheet = SHEETS.balance;
  const from = model.data.opening;
  return {
    title: "Cash, and debt with leases, at quarter end",
    kind: "columnClustered",
    categories: labels(sheet, from, lastQuarterIndex),
    valueAxisTitle: "RMB million",
    valueFormat: MONEY,
    series: [balances.cash, credit.totalDebt].map((line, index) =>
      series(sheet, line, from, lastQuarterIndex, CHART_COLOURS[index * 3]!),
    ),
    altText: "Columns of cash and of interest-bearing liabilities at each quarter end.",
  };
}

function fan(model: Model): Drawn {
  const from = periodIndex(`FY${PERIODS[model.data.opening]!.year}`);
  const to = QUARTERS.length + YEARS.length - 1;
  const row = comparisonRow(revenue.total);
  const letters = [from, to].map((index) => columnLetters(periodColumn(index)));
  return {
    title: "Revenue in all scenarios, RMB million a year",
    kind: "line",
    categories: labels(SHEETS.comparison, from, to),
    valueAxisTitle: "RMB million",
    valueFormat: MONEY,
    series: SCENARIOS.filter(({ id }) => id !== "custom").map(({ name, number }, index) => ({
      name,
      values: onSheet(
        SHEETS.comparison,
        `$${letters[0]}$${row + number - 1}:$${letters[1]}$${row + number - 1}`,
      ),
      colour: CHART_COLOURS[index]!,
      dashed: index > 2,
    })),
    altText: "Lines of yearly revenue in each scenario from the last actual year.",
  };
}
