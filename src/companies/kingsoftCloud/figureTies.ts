import type { FigureTie } from "../../model";
import { cost, gross, income, opex, reported, revenue } from "./lines";

/** RMB m by which known figures may miss each other: they are printed rounded. */
export const FIGURE_TOLERANCE = 2;

/** Ties of the figures that may be typed for a quarter. */
export const FIGURE_TIES: readonly FigureTie[] = [
  {
    label: "Revenue less public and enterprise cloud",
    whole: revenue.total,
    plus: [revenue.public, revenue.enterprise],
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
  },
  {
    label: "Adjusted expenses less their functions",
    whole: opex.total,
    plus: [opex.research, opex.selling, opex.general],
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
