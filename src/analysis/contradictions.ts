import { cost, gross, income, opex, QUARTERS, reported, revenue } from "../companies/kingsoftCloud";
import type { LineItem, ModelData } from "../model";

/** A sum that figures of one quarter must satisfy where all of them are known. */
export interface FigureTie {
  readonly label: string;
  readonly whole: LineItem;
  readonly plus: readonly LineItem[];
  readonly less: readonly LineItem[];
  /** Taken off as well where they are known: a release that does not state them has none. */
  readonly lessIfKnown?: readonly LineItem[];
}

/** RMB m by which known figures may miss each other: they are printed rounded. */
export const FIGURE_TOLERANCE = 2;

/** Ties of the figures that may be typed for a quarter. */
export const FIGURE_TIES: readonly FigureTie[] = [
  {
    label: "Revenue less public and enterprise cloud",
    whole: revenue.total,
    plus: [revenue.public, revenue.enterprise],
    less: [],
  },
  {
    label: "Gross profit less what cost leaves of revenue",
    whole: gross.profit,
    plus: [revenue.total],
    less: [cost.total],
  },
  {
    label: "Cost of revenue less its parts",
    whole: cost.total,
    plus: [cost.idc, cost.depreciation, cost.solution, cost.fulfilment, cost.other],
    less: [],
  },
  {
    label: "Adjusted expenses less their functions",
    whole: opex.total,
    plus: [opex.research, opex.selling, opex.general],
    less: [],
  },
  {
    label: "Operating result less what expenses leave of gross profit",
    whole: income.operating,
    plus: [gross.profit],
    less: [reported.research, reported.selling, reported.general],
    lessIfKnown: [income.impairment],
  },
  {
    label: "Net result less what tax leaves",
    whole: income.net,
    plus: [income.pretax],
    less: [income.tax],
  },
  {
    label: "Adjusted net result less its definition",
    whole: income.adjustedNet,
    plus: [income.net, income.sbc, income.impairment],
    less: [income.foreignExchange],
  },
];

/** What a tie's figures of a quarter miss, in RMB m; zero where one of them is not known. */
export function tieDifference(data: ModelData, tie: FigureTie, column: number): number {
  const { whole, plus, less, lessIfKnown = [] } = tie;
  const value = (line: LineItem, otherwise = Number.NaN): number =>
    Number(data.figure(line.id, column)?.value ?? otherwise);
  const sum = (lines: readonly LineItem[], otherwise?: number): number =>
    lines.reduce((total, line) => total + value(line, otherwise), 0);
  const difference = value(whole) - sum(plus) + sum(less) + sum(lessIfKnown, 0);
  return Number.isNaN(difference) ? 0 : difference;
}

/** Quarters after the opening whose known figures contradict each other: which tie, where, and by how much. */
export function contradictions(
  data: ModelData,
): readonly { readonly tie: FigureTie; readonly column: number; readonly difference: number }[] {
  return FIGURE_TIES.flatMap((tie) =>
    QUARTERS.map((_, column) => ({ tie, column, difference: tieDifference(data, tie, column) })).filter(
      ({ column, difference }) => column > data.opening && Math.abs(difference) > FIGURE_TOLERANCE,
    ),
  );
}
