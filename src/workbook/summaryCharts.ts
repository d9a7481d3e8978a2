import {
  balances,
  capacity,
  cluster,
  credit,
  income,
  intangible,
  kingsoft,
  periodIndex,
  PERIODS,
  QUARTERS,
  revenue,
  SHIPPED_SCENARIOS,
  xiaomi,
  YEARS,
} from "../companies/kingsoftCloud";
import type { LineItem, Model } from "../model";
import { cellAddress, columnLetters, onSheet } from "./address";
import { AXIS, HEADER, periodColumn } from "./axis";
import { comparisonRow } from "./comparisonSheetPlan";
import type { ChartPlan, ChartSeriesPlan } from "./plan";
import { periodRange } from "./sheetFrame";
import { SHEETS } from "./sheetNames";
import { statementRow } from "./statementSheetPlans";
import { CHART_COLOURS } from "./styles";

const HEIGHT = 15;
const WIDTH = 6;
const ACROSS = 3;

/** Last column and number of rows that the charts cover, right of the key figures. */
export const CHART_AREA = { lastColumn: AXIS.firstQuarter + ACROSS * WIDTH - 1, rows: 4 * HEIGHT } as const;
const MONEY = "#,##0";

/** Native charts of the Summary sheet, from the given row down. */
export function summaryCharts(model: Model, firstRow: number): readonly ChartPlan[] {
  const drawn = [
    byProduct(),
    byCustomer(),
    capUse(model),
    capPacing(model),
    capacityUse(model),
    clusterReturn(model),
    margin(),
    bridge(model),
    cashAndDebt(model),
    fan(model),
  ];
  return drawn.map((chart, place): ChartPlan => {
    const left = AXIS.firstQuarter + (place % ACROSS) * WIDTH;
    const top = firstRow + Math.floor(place / ACROSS) * HEIGHT;
    return {
      ...chart,
      from: cellAddress(top, left),
      to: cellAddress(top + HEIGHT - 1, left + WIDTH - 1),
    };
  });
}

/** A chart before it has its place. */
export type Drawn = Omit<ChartPlan, "from" | "to">;

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

/** Yearly caps of both parties and how much of them is used. */
export function capUse(model: Model): Drawn {
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

function capPacing(model: Model): Drawn {
  const sheet = SHEETS.revenue;
  const from = model.data.opening + 1;
  return {
    title: "Xiaomi by quarter: demand, revenue and cap in force",
    kind: "columnStackedLine",
    categories: labels(sheet, from, lastQuarterIndex),
    valueAxisTitle: "RMB million a quarter",
    secondaryAxisTitle: "RMB million, used to date and cap",
    valueFormat: MONEY,
    secondaryFormat: MONEY,
    series: [
      { ...series(sheet, xiaomi.revenue, from, lastQuarterIndex, CHART_COLOURS[0]), name: "Revenue" },
      {
        ...series(sheet, xiaomi.lost, from, lastQuarterIndex, CHART_COLOURS[3]),
        name: "Kept out by the cap",
      },
      {
        ...series(sheet, xiaomi.used, from, lastQuarterIndex, CHART_COLOURS[1], { line: true }),
        name: "Used in the year to date",
      },
      {
        ...series(sheet, xiaomi.cap, from, lastQuarterIndex, CHART_COLOURS[4], { line: true, dashed: true }),
        name: "Cap in force",
      },
    ],
    altText:
      "Columns of Xiaomi revenue and lost demand by quarter, with lines of cap use to date and the cap in force.",
  };
}

function capacityUse(model: Model): Drawn {
  const sheet = SHEETS.capex;
  const from = model.data.opening;
  return {
    title: "AI capacity and its use",
    kind: "columnStackedLine",
    categories: labels(sheet, from, lastQuarterIndex),
    valueAxisTitle: "RMB million a quarter, sold out",
    secondaryAxisTitle: "Use",
    valueFormat: MONEY,
    secondaryFormat: "0%",
    series: [
      {
        ...series(sheet, capacity.installed, from, lastQuarterIndex, CHART_COLOURS[2]),
        name: "Capacity installed",
      },
      {
        ...series(sheet, capacity.use, from, lastQuarterIndex, CHART_COLOURS[3], { line: true }),
        name: "Use",
      },
    ],
    altText: "Columns of installed AI capacity by quarter, with its use as a line.",
  };
}

function clusterReturn(model: Model): Drawn {
  const sheet = SHEETS.capex;
  const from = model.data.opening + 1;
  return {
    title: "Yearly return of new AI equipment",
    kind: "line",
    categories: labels(sheet, from, lastQuarterIndex),
    valueAxisTitle: "Return a year",
    valueFormat: "0%",
    series: [
      { ...series(sheet, cluster.returnSoldOut, from, lastQuarterIndex, CHART_COLOURS[1]), name: "Sold out" },
      {
        ...series(sheet, cluster.returnInUse, from, lastQuarterIndex, CHART_COLOURS[3]),
        name: "At the quarter's use",
      },
    ],
    altText: "Lines of the yearly return of new owned equipment, sold out and at the use of the quarter.",
  };
}

function bridge(model: Model): Drawn {
  const sheet = SHEETS.income;
  const from = periodIndex(`FY${PERIODS[model.data.opening]!.year}`);
  const to = QUARTERS.length + YEARS.length - 1;
  return {
    title: "From adjusted EBITDA to net result, RMB million a year",
    kind: "columnClustered",
    categories: labels(sheet, from, to),
    valueAxisTitle: "RMB million",
    valueFormat: MONEY,
    series: [
      income.adjustedEbitda,
      intangible.depreciation,
      income.interestExpense,
      income.sbc,
      income.net,
    ].map((line, index) => series(sheet, line, from, to, CHART_COLOURS[index]!)),
    altText: "Columns of adjusted EBITDA, depreciation, interest, share-based pay and net result by year.",
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
    series: SHIPPED_SCENARIOS.map(({ name, number }, index) => ({
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
