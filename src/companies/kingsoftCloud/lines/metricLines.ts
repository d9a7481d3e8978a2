import {
  call,
  compare,
  expressionOf,
  minus,
  over,
  plus,
  prior,
  when,
  type Expression,
} from "../../../formula";
import { guidanceDrivers as g } from "../drivers";
import { lineItem, type LineItem, type Lines } from "../../../model";
import { balances } from "./balanceLines";
import { debt, equity, revolver } from "./financingLines";
import { ratioOrZero } from "./formulas";
import { margin } from "./grossLines";
import { income } from "./incomeLines";
import { procurement } from "./procurementLines";
import { revenue } from "./revenueLines";
import { leases } from "./scheduleLines";

const balance = { unit: "RMB m", annual: "last" } as const;

/** Formula that is the same in forecast quarters and years. */
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
  "totalDebt" | "netDebt" | "oneOff" | "ltmEbitda" | "netDebtToEbitda" | "interestCover" | "debtToEquity"
> = {
  totalDebt: lineItem("totalDebtAndLeases", {
    ...balance,
    label: "Debt, revolver and leases",
    emphasis: "subtotal",
    fact: "totalDebtAndLeases",
    meaning: "All interest-bearing liabilities.",
    opening: () => plus(debt.closing, revolver.closing, leases.closing),
    forecast: () => plus(debt.closing, revolver.closing, leases.closing),
  }),
  netDebt: lineItem("netDebt", {
    ...balance,
    label: "Net debt",
    emphasis: "subtotal",
    meaning: "Interest-bearing liabilities less cash; negative is net cash.",
    history: () => minus(credit.totalDebt, balances.cash),
    opening: () => minus(credit.totalDebt, balances.cash),
    forecast: () => minus(credit.totalDebt, balances.cash),
  }),
  oneOff: lineItem("oneTimeOtherIncome", {
    unit: "RMB m",
    annual: "sum",
    label: "One-off other income inside EBITDA",
    fact: "oneTimeOtherIncome",
    meaning: "Left out of the last four quarters' EBITDA.",
    history: () => expressionOf(0),
    opening: () => expressionOf(0),
    forecast: () => expressionOf(0),
  }),
  ltmEbitda: lineItem("ltmEbitda", {
    unit: "RMB m",
    annual: "last",
    label: "Adjusted EBITDA, last four quarters, without one-offs",
    meaning: "This quarter and the three before.",
    history: () => lastFour(),
    opening: () => lastFour(),
    forecast: () => lastFour(),
  }),
  netDebtToEbitda: lineItem("netDebtToEbitda", {
    unit: "x",
    label: "Net debt to EBITDA",
    meaning: "On the last four quarters; 0 where EBITDA is not positive.",
    opening: () => ratioOrZero(credit.netDebt, credit.ltmEbitda),
    forecast: () => ratioOrZero(credit.netDebt, credit.ltmEbitda),
    annual: "last",
  }),
  interestCover: lineItem("interestCover", {
    unit: "x",
    label: "EBITDA to interest expense",
    meaning: "Of the period; 0 where interest rounds to nothing.",
    history: () => cover(),
    opening: () => cover(),
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
  const net = (periods: number): Expression =>
    periods === 0
      ? minus(income.adjustedEbitda, credit.oneOff)
      : minus(prior(income.adjustedEbitda, periods), prior(credit.oneOff, periods));
  return plus(net(0), net(1), net(2), net(3));
}

/** A balance that has run off leaves a last digit of a double, on which interest is not nothing until it is rounded. */
function cover(): Expression {
  return when(
    compare(call("ROUND", income.interestExpense, g.checkDigits), "<=", 0),
    0,
    over(income.adjustedEbitda, income.interestExpense),
  );
}

/** Guidance in the period it was given for; information, not checks. */
export const guideRails: Lines<"ebitdaGuided" | "ebitdaMargin" | "capexGuided" | "capex" | "capexToSales"> = {
  ebitdaGuided: guided(
    "guidedEbitdaMargin",
    "%",
    "EBITDA margin guided for the year",
    "adjustedEbitdaMargin",
  ),
  ebitdaMargin: lineItem("ebitdaMarginVsGuidance", {
    unit: "%",
    label: "EBITDA margin above (below) guidance",
    meaning: "Percentage points; only in a year that was guided.",
    annual: () => minus(income.ebitdaMargin, guideRails.ebitdaGuided),
  }),
  capexGuided: guided(
    "guidedCapex",
    "RMB m",
    "Capital expenditure guided for the year, company basis",
    "capexCompanyBasis",
  ),
  capex: lineItem("capexVsGuidance", {
    unit: "RMB m",
    label: "Capital expenditure above (below) guidance",
    meaning: "Only in a year that was guided.",
    annual: () => minus(procurement.capexCompanyBasis, guideRails.capexGuided),
  }),
  capexToSales: margin(
    "capexToRevenue",
    "Capital expenditure relative to revenue",
    "Company basis over revenue.",
    () => over(procurement.capexCompanyBasis, revenue.total),
  ),
};

/** A figure of guidance, in the periods it was said about. */
function guided(id: string, unit: LineItem["unit"], label: string, fact: string): LineItem {
  return lineItem(id, {
    unit,
    label,
    fact,
    basis: "guidance",
    meaning: "As the company said it, in the year it spoke of; no other year is held against it.",
    annual: "fact",
  });
}
