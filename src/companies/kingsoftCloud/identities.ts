import type { Identity } from "../../model";
import { LINE_BY_ID } from "./kingsoftCloud";
import { balances, cost, equity, gross, income, opex, revenue } from "./lines";
import { REQUIRED } from "./requiredFigures";

/** Sums that reported figures must satisfy: parts (added, then taken away) and their whole. */
export const IDENTITIES: readonly Identity[] = [
  {
    label: "Public and enterprise cloud make revenue",
    whole: revenue.total,
    plus: [revenue.public, revenue.enterprise],
    quartersOnly: true,
  },
  {
    label: "Public, enterprise cloud and other make revenue",
    whole: revenue.total,
    plus: [revenue.public, revenue.enterprise, revenue.other],
  },
  {
    label: "Revenue less cost makes gross profit",
    whole: gross.profit,
    plus: [revenue.total],
    less: [cost.total],
  },
  {
    label: "Cost parts make cost of revenue",
    whole: cost.total,
    plus: [cost.idc, cost.depreciation, cost.solution, cost.fulfilment, cost.other],
  },
  {
    label: "Adjusted operating expenses by function",
    whole: opex.total,
    plus: [opex.research, opex.selling, opex.general],
  },
  {
    label: "Result before tax less tax makes net result",
    whole: income.net,
    plus: [income.pretax],
    less: [income.tax],
  },
  {
    label: "Assets of the opening balance sheet make the reported total",
    whole: balances.totalAssets,
    plus: REQUIRED.assets.map((id) => LINE_BY_ID.get(id)!),
    openingOnly: true,
  },
  {
    label: "Liabilities and equity make total assets",
    whole: balances.totalAssets,
    plus: [balances.totalLiabilities, equity.closing, equity.minorities],
  },
];
