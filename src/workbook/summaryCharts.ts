import {
  balances,
  capacity,
  cluster,
  credit,
  income,
  intangible,
  kingsoft,
  revenue,
  xiaomi,
} from "../companies/kingsoftCloud";
import type { LineItem, Model, Timeline } from "../model";
import { cellAddress, onSheet } from "./address";
import { axisOf, HEADER, type Axis } from "./axis";
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
export function chartArea(timeline: Timeline): { readonly lastColumn: number; readonly rows: number } {
  return { lastColumn: axisOf(timeline).firstQuarter + ACROSS * WIDTH - 1, rows: 4 * HEIGHT };
}

const MONEY = "#,##0";

/** Native charts of the Summary sheet, from the given row down. */
export function summaryCharts(model: Model, firstRow: number): readonly ChartPlan[] {
  const axis = axisOf(model.spec.timeline);
  const drawn = [
    byProduct(model),
    byCustomer(model),
    capUse(model),
    capPacing(model),
    capacityUse(model),
    clusterReturn(model),
    margin(model),
    bridge(model),
    cashAndDebt(model),
    fan(model),
  ];
  return drawn.map((chart, place): ChartPlan => {
    const left = axis.firstQuarter + (place % ACROSS) * WIDTH;
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

/** The last quarter of a model by its index among the periods. */
const lastQuarter = ({ spec }: Model): number => spec.timeline.quarters.length - 1;

/** The years from the last actual one by their indexes among the periods: the first and the last. */
function yearsShown({ data, spec }: Model): readonly [number, number] {
  const { columnOf, periods, width } = spec.timeline;
  return [columnOf(`FY${periods[data.opening]!.year}`), width - 1];
}

const labels = (axis: Axis, sheet: string, from: number, to: number): string =>
  periodRange(axis, sheet, HEADER.period, from, to);

function series(
  axis: Axis,
  sheet: string,
  line: LineItem,
  from: number,
  to: number,
  colour: string,
  more: Partial<ChartSeriesPlan> = {},
): ChartSeriesPlan {
  return {
    name: line.label,
    values: periodRange(axis, sheet, statementRow(sheet, line), from, to),
    colour,
    ...more,
  };
}

function byProduct(model: Model): Drawn {
  const axis = axisOf(model.spec.timeline);
  const sheet = SHEETS.revenue;
  return {
    title: "Revenue by product, RMB million a quarter",
    kind: "columnStacked",
    categories: labels(axis, sheet, 0, lastQuarter(model)),
    valueAxisTitle: "RMB million",
    valueFormat: MONEY,
    series: [revenue.aiGrossBilling, revenue.basicCloud, revenue.enterprise].map((line, index) =>
      series(axis, sheet, line, 0, lastQuarter(model), CHART_COLOURS[index]!),
    ),
    altText: "Stacked columns of AI gross billing, basic cloud and enterprise cloud by quarter.",
  };
}

function byCustomer(model: Model): Drawn {
  const axis = axisOf(model.spec.timeline);
  const sheet = SHEETS.revenue;
  return {
    title: "Revenue by customer and ecosystem share",
    kind: "columnStackedLine",
    categories: labels(axis, sheet, 0, lastQuarter(model)),
    valueAxisTitle: "RMB million",
    secondaryAxisTitle: "Share of revenue",
    valueFormat: MONEY,
    secondaryFormat: "0%",
    series: [
      series(axis, sheet, revenue.ecosystem, 0, lastQuarter(model), CHART_COLOURS[0]),
      series(axis, sheet, revenue.external, 0, lastQuarter(model), CHART_COLOURS[2]),
      series(axis, sheet, revenue.ecosystemShare, 0, lastQuarter(model), CHART_COLOURS[3], { line: true }),
    ],
    altText:
      "Stacked columns of ecosystem and external revenue by quarter, with the ecosystem share as a line.",
  };
}

/** Yearly caps of both parties and how much of them is used. */
export function capUse(model: Model): Drawn {
  const axis = axisOf(model.spec.timeline);
  const sheet = SHEETS.revenue;
  const [from, to] = yearsShown(model);
  return {
    title: "Related-party caps and their use, RMB million a year",
    kind: "columnClustered",
    categories: labels(axis, sheet, from, to),
    valueAxisTitle: "RMB million",
    valueFormat: MONEY,
    series: [
      [xiaomi.cap, "Xiaomi cap"],
      [xiaomi.used, "Xiaomi used"],
      [kingsoft.cap, "Kingsoft cap"],
      [kingsoft.used, "Kingsoft used"],
    ].map(([line, name], index) => ({
      ...series(
        axis,
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
  const axis = axisOf(model.spec.timeline);
  const sheet = SHEETS.revenue;
  const from = model.data.opening + 1;
  return {
    title: "Xiaomi by quarter: demand, revenue and cap in force",
    kind: "columnStackedLine",
    categories: labels(axis, sheet, from, lastQuarter(model)),
    valueAxisTitle: "RMB million a quarter",
    secondaryAxisTitle: "RMB million, used to date and cap",
    valueFormat: MONEY,
    secondaryFormat: MONEY,
    series: [
      { ...series(axis, sheet, xiaomi.revenue, from, lastQuarter(model), CHART_COLOURS[0]), name: "Revenue" },
      {
        ...series(axis, sheet, xiaomi.lost, from, lastQuarter(model), CHART_COLOURS[3]),
        name: "Kept out by the cap",
      },
      {
        ...series(axis, sheet, xiaomi.used, from, lastQuarter(model), CHART_COLOURS[1], { line: true }),
        name: "Used in the year to date",
      },
      {
        ...series(axis, sheet, xiaomi.cap, from, lastQuarter(model), CHART_COLOURS[4], {
          line: true,
          dashed: true,
        }),
        name: "Cap in force",
      },
    ],
    altText:
      "Columns of Xiaomi revenue and lost demand by quarter, with lines of cap use to date and the cap in force.",
  };
}

function capacityUse(model: Model): Drawn {
  const axis = axisOf(model.spec.timeline);
  const sheet = SHEETS.capex;
  const from = model.data.opening;
  return {
    title: "AI capacity and its use",
    kind: "columnStackedLine",
    categories: labels(axis, sheet, from, lastQuarter(model)),
    valueAxisTitle: "RMB million a quarter, sold out",
    secondaryAxisTitle: "Use",
    valueFormat: MONEY,
    secondaryFormat: "0%",
    series: [
      {
        ...series(axis, sheet, capacity.installed, from, lastQuarter(model), CHART_COLOURS[2]),
        name: "Capacity installed",
      },
      {
        ...series(axis, sheet, capacity.use, from, lastQuarter(model), CHART_COLOURS[3], { line: true }),
        name: "Use",
      },
    ],
    altText: "Columns of installed AI capacity by quarter, with its use as a line.",
  };
}

function clusterReturn(model: Model): Drawn {
  const axis = axisOf(model.spec.timeline);
  const sheet = SHEETS.capex;
  const from = model.data.opening + 1;
  return {
    title: "Yearly return of new AI equipment",
    kind: "line",
    categories: labels(axis, sheet, from, lastQuarter(model)),
    valueAxisTitle: "Return a year",
    valueFormat: "0%",
    series: [
      {
        ...series(axis, sheet, cluster.returnSoldOut, from, lastQuarter(model), CHART_COLOURS[1]),
        name: "Sold out",
      },
      {
        ...series(axis, sheet, cluster.returnInUse, from, lastQuarter(model), CHART_COLOURS[3]),
        name: "At the quarter's use",
      },
    ],
    altText: "Lines of the yearly return of new owned equipment, sold out and at the use of the quarter.",
  };
}

function bridge(model: Model): Drawn {
  const axis = axisOf(model.spec.timeline);
  const sheet = SHEETS.income;
  const [from, to] = yearsShown(model);
  return {
    title: "From adjusted EBITDA to net result, RMB million a year",
    kind: "columnClustered",
    categories: labels(axis, sheet, from, to),
    valueAxisTitle: "RMB million",
    valueFormat: MONEY,
    series: [
      income.adjustedEbitda,
      intangible.depreciation,
      income.interestExpense,
      income.sbc,
      income.net,
    ].map((line, index) => series(axis, sheet, line, from, to, CHART_COLOURS[index]!)),
    altText: "Columns of adjusted EBITDA, depreciation, interest, share-based pay and net result by year.",
  };
}

function margin(model: Model): Drawn {
  const axis = axisOf(model.spec.timeline);
  const sheet = SHEETS.income;
  return {
    title: "Margins",
    kind: "line",
    categories: labels(axis, sheet, 0, lastQuarter(model)),
    valueAxisTitle: "Share of revenue",
    valueFormat: "0%",
    series: [income.ebitdaMargin, income.adjustedOperatingMargin].map((line, index) =>
      series(axis, sheet, line, 0, lastQuarter(model), CHART_COLOURS[index * 3]!),
    ),
    altText: "Lines of the adjusted EBITDA margin and the adjusted operating margin by quarter.",
  };
}

function cashAndDebt(model: Model): Drawn {
  const axis = axisOf(model.spec.timeline);
  const sheet = SHEETS.balance;
  const from = model.data.opening;
  return {
    title: "Cash, and debt with leases, at quarter end",
    kind: "columnClustered",
    categories: labels(axis, sheet, from, lastQuarter(model)),
    valueAxisTitle: "RMB million",
    valueFormat: MONEY,
    series: [balances.cash, credit.totalDebt].map((line, index) =>
      series(axis, sheet, line, from, lastQuarter(model), CHART_COLOURS[index * 3]!),
    ),
    altText: "Columns of cash and of interest-bearing liabilities at each quarter end.",
  };
}

function fan(model: Model): Drawn {
  const { scenarios } = model.spec;
  const axis = axisOf(model.spec.timeline);
  const [from, to] = yearsShown(model);
  const row = comparisonRow(scenarios, revenue.total);
  const letters = [from, to].map((index) => axis.letters(index));
  return {
    title: "Revenue in all scenarios, RMB million a year",
    kind: "line",
    categories: labels(axis, SHEETS.comparison, from, to),
    valueAxisTitle: "RMB million",
    valueFormat: MONEY,
    series: model.spec.scenarios
      .filter(({ isOwn }) => !isOwn)
      .map(({ name, number }, index) => ({
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
