import { call, compare, minus, over, plus, prior, times, when, type Expression } from "../../formula";
import { balanceDrivers, guidanceDrivers as g } from "../drivers";
import { lineItem, type LineItem, type Lines } from "../lineItem";
import { balances } from "./balanceLines";
import { debt, equity, revolver } from "./financingLines";
import { gross, income } from "./incomeLines";
import { procurement } from "./procurementLines";
import { ratioOrZero } from "./ratio";
import { revenue } from "./revenueLines";
import { leases } from "./scheduleLines";

const balance = { unit: "RMB m", annual: "last" } as const;

/** Formula that is the same in quarters and years. */
function same(
  id: string,
  unit: LineItem["unit"],
  label: string,
  meaning: string,
  formula: () => Expression,
): LineItem {
  return lineItem(id, { unit, label, meaning, forecast: formula, annual: formula });
}

/** Figures per ADS. */
export const perAds: Lines<"average" | "result" | "adjustedResult" | "revenue" | "book"> = {
  average: lineItem("weightedAds", {
    unit: "m ADS",
    label: "Average ADS equivalents",
    fact: "weightedAds",
    meaning: "Mean of opening and closing.",
    forecast: () => over(plus(prior(equity.ads), equity.ads), plus(1, 1)),
    annual: () => over(plus(prior(equity.ads), equity.ads), plus(1, 1)),
  }),
  result: lineItem("resultPerAds", {
    unit: "RMB per ADS",
    label: "Net result per ADS",
    fact: "resultPerAds",
    meaning: "Attributable; a loss is negative.",
    forecast: () => over(income.attributable, perAds.average),
    annual: () => over(income.attributable, perAds.average),
  }),
  adjustedResult: same(
    "adjustedResultPerAds",
    "RMB per ADS",
    "Adjusted net result per ADS",
    "A loss is negative.",
    () => over(income.adjustedNet, perAds.average),
  ),
  revenue: same("revenuePerAds", "RMB per ADS", "Revenue per ADS", "Of the period.", () =>
    over(revenue.total, perAds.average),
  ),
  book: same(
    "bookPerAds",
    "RMB per ADS",
    "Book value per ADS",
    "Equity attributable at the period end.",
    () => over(equity.closing, equity.ads),
  ),
};

/** Credit metrics. */
export const credit: Lines<
  "totalDebt" | "netDebt" | "ltmEbitda" | "netDebtToEbitda" | "interestCover" | "debtToEquity"
> = {
  totalDebt: lineItem("totalDebtAndLeases", {
    ...balance,
    label: "Debt, revolver and leases",
    emphasis: "subtotal",
    meaning: "All interest-bearing liabilities.",
    atLastActual: () => plus(debt.closing, revolver.closing, leases.closing),
    forecast: () => plus(debt.closing, revolver.closing, leases.closing),
  }),
  netDebt: lineItem("netDebt", {
    ...balance,
    label: "Net debt",
    emphasis: "subtotal",
    meaning: "Interest-bearing liabilities less cash; negative is net cash.",
    atLastActual: () => minus(credit.totalDebt, balances.cash),
    forecast: () => minus(credit.totalDebt, balances.cash),
  }),
  ltmEbitda: lineItem("ltmEbitda", {
    unit: "RMB m",
    annual: "last",
    label: "Adjusted EBITDA, last four quarters",
    meaning: "This quarter and the three before.",
    history: () => lastFour(),
    forecast: () => lastFour(),
  }),
  netDebtToEbitda: lineItem("netDebtToEbitda", {
    unit: "x",
    label: "Net debt to EBITDA",
    meaning: "On the last four quarters; 0 where EBITDA is not positive.",
    atLastActual: () => ratioOrZero(credit.netDebt, credit.ltmEbitda),
    forecast: () => ratioOrZero(credit.netDebt, credit.ltmEbitda),
    annual: "last",
  }),
  interestCover: lineItem("interestCover", {
    unit: "x",
    label: "EBITDA to interest expense",
    meaning: "Of the period; 0 where interest rounds to nothing.",
    history: () => cover(),
    forecast: () => cover(),
    annual: () => cover(),
  }),
  debtToEquity: lineItem("debtToEquity", {
    unit: "x",
    label: "Debt and leases to equity",
    meaning: "0 where equity is not positive.",
    fact: "debtToEquity",
    forecast: () => ratioOrZero(credit.totalDebt, balances.totalEquity),
    annual: "last",
  }),
};

function lastFour(): Expression {
  return plus(
    income.adjustedEbitda,
    prior(income.adjustedEbitda),
    prior(income.adjustedEbitda, 2),
    prior(income.adjustedEbitda, 3),
  );
}

/** A balance that has run off leaves a last digit of a double, on which interest is not nothing until it is rounded. */
function cover(): Expression {
  return when(
    compare(call("ROUND", income.interestExpense, g.checkDigits), "<=", 0),
    0,
    over(income.adjustedEbitda, income.interestExpense),
  );
}

/** Results held against guidance; information, not checks. */
export const guideRails: Lines<"ebitdaMargin" | "grossMargin" | "capex" | "fundingGap"> = {
  ebitdaMargin: same(
    "ebitdaMarginVsGuidance",
    "%",
    "EBITDA margin above (below) guidance",
    "Percentage points over the CFO's guidance.",
    () => minus(income.ebitdaMargin, g.ebitdaMargin),
  ),
  grossMargin: same(
    "grossMarginVsGuidance",
    "%",
    "Gross margin above (below) guidance",
    "Percentage points over the guided level.",
    () => minus(gross.adjustedMargin, g.grossMargin),
  ),
  capex: lineItem("capexVsGuidance", {
    unit: "%",
    label: "Capital expenditure relative to guidance",
    meaning: "Company basis over the guided yearly amount; a quarter is compared with a fourth of it.",
    forecast: () => ratioOrZero(times(procurement.capexCompanyBasis, balanceDrivers.quartersInYear), g.capex),
    annual: () => ratioOrZero(procurement.capexCompanyBasis, g.capex),
  }),
  fundingGap: lineItem("fundingGapShare", {
    unit: "%",
    label: "Funding gap relative to revenue",
    meaning: "More than zero means the plan is not funded.",
    forecast: () => ratioOrZero(revolver.gap, revenue.total),
    annual: () => ratioOrZero(revolver.gap, revenue.total),
  }),
};
