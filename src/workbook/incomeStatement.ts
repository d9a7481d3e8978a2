import {
  cost,
  credit,
  gross,
  guideRails,
  income,
  intangible,
  opex,
  perAds,
  reported,
  revenue,
} from "../companies/kingsoftCloud";
import { SHEETS } from "./sheetNames";
import type { Statement } from "./statement";

/** Income statement, reported and adjusted, with the bridge between them. */
export const incomeStatement: Statement = {
  name: SHEETS.income,
  title: "Income statement, reported and adjusted",
  conventions:
    "Costs and expenses are positive and subtracted; results are negative for a loss. Adjusted figures follow the company's definitions: operating before share-based pay, impairment and amortisation; net before share-based pay, foreign exchange and impairment.",
  blocks: [
    {
      title: "Revenue",
      lines: [revenue.public, revenue.enterprise, revenue.other, revenue.total, revenue.growth],
    },
    {
      title: "Cost of revenue",
      lines: [
        cost.idc,
        cost.depreciation,
        cost.solution,
        cost.fulfilment,
        cost.other,
        cost.upfront,
        cost.pool,
        cost.total,
        cost.mark,
      ],
    },
    { title: "Gross profit", lines: [gross.profit, gross.margin] },
    {
      title: "Operating expenses, reported",
      lines: [reported.research, reported.selling, reported.general, reported.total, income.impairment],
    },
    {
      title: "Results, reported",
      lines: [
        income.operating,
        income.interestIncome,
        income.interestExpense,
        income.foreignExchange,
        income.otherIncome,
        income.pretax,
        income.tax,
        income.net,
        income.minority,
        income.attributable,
      ],
    },
    {
      title: "From reported to adjusted operating result",
      lines: [
        gross.adjusted,
        gross.adjustedMargin,
        opex.research,
        opex.selling,
        opex.general,
        opex.total,
        income.sbc,
        intangible.amortisation,
        income.adjustedOperating,
        income.adjustedOperatingMargin,
      ],
    },
    {
      title: "Adjusted net result and EBITDA",
      lines: [
        income.adjustedNet,
        intangible.depreciation,
        income.adjustedEbitda,
        income.ebitdaMargin,
        income.ebitdaAfterLeases,
        credit.oneOff,
      ],
    },
    { title: "Per ADS", lines: Object.values(perAds) },
    { title: "Guidance, in the year it was given for", lines: Object.values(guideRails) },
  ],
};
