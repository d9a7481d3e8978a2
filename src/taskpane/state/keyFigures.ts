import {
  balances,
  capacity,
  credit,
  ecosystem,
  income,
  cashFlow,
  TIMELINE,
  periodIndex,
  procurement,
  revenue,
  revolver,
  target,
} from "../../companies/kingsoftCloud";
import type { LineItem } from "../../model";
import type { CellReader } from "../../analysis";

/** A figure on a card; `better` says which direction analysts welcome. */
export interface KeyFigure {
  readonly line: LineItem;
  readonly title: string;
  readonly better: "higher" | "lower" | "neither";
}

/** The figures of the Scenarios tab. */
export const KEY_FIGURES: readonly KeyFigure[] = [
  { line: revenue.total, title: "Revenue", better: "higher" },
  { line: revenue.ecosystemShare, title: "Ecosystem share", better: "neither" },
  { line: ecosystem.lost, title: "Demand above caps", better: "lower" },
  { line: income.adjustedEbitda, title: "Adj. EBITDA", better: "higher" },
  { line: income.ebitdaMargin, title: "Adj. EBITDA margin", better: "higher" },
  { line: income.adjustedOperating, title: "Adj. operating result", better: "higher" },
  { line: cashFlow.freeCashFlow, title: "Free cash flow", better: "higher" },
  { line: balances.cash, title: "Cash", better: "higher" },
  { line: credit.netDebtToEbitda, title: "Net debt / EBITDA", better: "lower" },
  { line: capacity.use, title: "Use of AI capacity", better: "neither" },
];

/** Lines that the Compare tab offers first. */
export const COMPARED_LINES: readonly LineItem[] = [
  ...KEY_FIGURES.map(({ line }) => line),
  revenue.ecosystem,
  income.net,
  procurement.capexCompanyBasis,
  credit.netDebt,
  revolver.gap,
  target.price,
  target.upside,
];

/** Years of the forecast that the cards can show. */
export const FIGURE_YEARS: readonly number[] = [2025, 2026, 2027, TIMELINE.lastYear];

/** One card: the figure now and what it is compared with. */
export interface KeyFigureValue extends KeyFigure {
  readonly value: number;
  readonly reference: number;
}

/** The cards of a year. */
export function keyFigureValues(
  year: number,
  values: CellReader,
  reference: CellReader,
): readonly KeyFigureValue[] {
  const column = periodIndex(`FY${year}`);
  return KEY_FIGURES.map((figure) => ({
    ...figure,
    value: values.value(figure.line.id, column),
    reference: reference.value(figure.line.id, column),
  }));
}
