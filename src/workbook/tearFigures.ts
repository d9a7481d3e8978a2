import {
  cashFlow,
  credit,
  ecosystem,
  gross,
  income,
  perAds,
  procurement,
  revenue,
  target,
  xiaomi,
} from "../companies/kingsoftCloud";
import type { LineItem, Model } from "../model";
import { onSheet } from "./address";
import { axisOf, HEADER } from "./axis";
import { formula, text } from "./cells";
import type { CellPlan } from "./plan";
import { SHEETS } from "./sheetNames";
import { statementCell, type StatementSheets } from "./statementCell";
import type { ScenarioValues } from "./workbookValues";

/** Cells of some columns of one row, to be put beside those of other columns. */
export type RowCells = Readonly<Record<number, CellPlan>>;

/** First column of the figures; labels stand before it. */
const FIRST = 2;
/** Last column of this part of the sheet. */
export const FIGURES_END = 9;
const YEARS_SHOWN = 5;
const QUARTERS_BEFORE = 4;

const BY_YEAR: readonly (readonly [string, readonly LineItem[]])[] = [
  [SHEETS.revenue, [revenue.total, revenue.growth, revenue.aiGrossBilling, revenue.ecosystemShare]],
  [SHEETS.income, [gross.margin, income.adjustedEbitda, income.ebitdaMargin, income.net, perAds.result]],
  [SHEETS.capex, [procurement.capexCompanyBasis]],
  [SHEETS.cash, [cashFlow.freeCashFlow]],
  [SHEETS.balance, [credit.netDebt, credit.netDebtToEbitda]],
  [SHEETS.valuation, [target.marketSales, target.marketEbitda]],
];

const BY_QUARTER: readonly (readonly [string, readonly LineItem[]])[] = [
  [
    SHEETS.revenue,
    [revenue.total, revenue.aiGrossBilling, revenue.ecosystem, ecosystem.lost, xiaomi.headroom],
  ],
  [SHEETS.income, [gross.margin, income.adjustedEbitda, income.net]],
];

/** Key figures by year, then by quarter around the last that is reported: one row of cells each. */
export function tearFigures(
  model: Model,
  values: ScenarioValues,
  statements: StatementSheets,
): readonly RowCells[] {
  const { periods, quarters: all, years: allYears } = model.spec.timeline;
  const years = [...periods.keys()].slice(-Math.min(YEARS_SHOWN, allYears.length));
  const first = Math.max(0, model.data.reportedTo - QUARTERS_BEFORE + 1);
  const width = FIGURES_END - FIRST + 1;
  const quarters = [...all.keys()].slice(first, first + width);
  const block = (
    title: string,
    columns: readonly number[],
    lines: readonly (readonly [string, readonly LineItem[]])[],
  ): readonly RowCells[] => [
    {
      1: text(title, "heading"),
      ...Object.fromEntries(
        Array.from({ length: width }, (_, place) => [
          FIRST + place,
          columns[place] === undefined ? text("", "heading") : periodCell(model, columns[place]),
        ]),
      ),
    },
    ...lines.flatMap(([sheet, of]) =>
      of.map((line): RowCells => ({
        1: text(`${line.label}${line.unit === "RMB m" || line.unit === "%" ? "" : `, ${line.unit}`}`),
        ...Object.fromEntries(
          columns.flatMap((index, place): [number, CellPlan][] => {
            const cell = statementCell(model, line, sheet, index, values, statements);
            return cell === null ? [] : [[FIRST + place, cell]];
          }),
        ),
      })),
    ),
  ];
  return [
    ...block("By year, RMB million", years, BY_YEAR),
    {},
    ...block("By quarter, RMB million", quarters, BY_QUARTER),
  ];
}

/** Name of a period, from the Timeline. */
function periodCell({ spec }: Model, index: number): CellPlan {
  const axis = axisOf(spec.timeline);
  return formula(
    onSheet(SHEETS.timeline, `${axis.letters(index)}$${HEADER.period}`),
    spec.timeline.periods[index]!.label,
    "period",
  );
}
