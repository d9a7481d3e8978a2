import {
  call,
  compare,
  every,
  expressionOf,
  factOf,
  isKnown,
  largest,
  minus,
  over,
  plus,
  prior,
  times,
  when,
  type Expression,
} from "../../../formula";
import { balanceDrivers, costDrivers as d, financingDrivers, guidanceDrivers } from "../drivers";
import { lineItem, type Lines } from "../../../model";
import { balances } from "./balanceLines";
import { inEffectOf } from "./effectLines";
import { debt, revolver } from "./financingLines";
import { afterReports } from "./formulas";
import { gross, margin } from "./grossLines";
import { impairment } from "./impairmentLines";
import { reported } from "./opexLines";
import { revenue } from "./revenueLines";
import { intangible, leases } from "./scheduleLines";

const flow = { unit: "RMB m", annual: "sum" } as const;
const inner = { unit: "RMB m", annual: "none" } as const;

/** Interest at the model's rates and what reported interest says of them. */
export const interest: Lines<"atRates" | "mark"> = {
  atRates: lineItem("interestAtRates", {
    ...inner,
    label: "Interest expense at the model's rates",
    meaning: "On opening debt, leases and revolver.",
    forecast: () =>
      over(
        plus(
          times(prior(debt.closing), financingDrivers.debtRate),
          times(prior(leases.closing), financingDrivers.leaseRate),
          times(prior(revolver.closing), financingDrivers.revolverRate),
        ),
        balanceDrivers.quartersInYear,
      ),
  }),
  mark: lineItem("interestMark", {
    unit: "index",
    annual: "last",
    label: "Interest relative to the model's rates",
    meaning: "From the last reported quarter.",
    opening: () => expressionOf(1),
    forecast: () =>
      when(
        every(
          isKnown(income.interestExpense),
          compare(call("ROUND", interest.atRates, guidanceDrivers.checkDigits), ">", 0),
        ),
        over(factOf(income.interestExpense), interest.atRates),
        prior(interest.mark),
      ),
  }),
};

/** Operating result, EBITDA and the way down to the net result, each by the company's own definition. */
export const income: Lines<
  | "impairment"
  | "operating"
  | "sbc"
  | "adjustedOperating"
  | "interestIncome"
  | "interestExpense"
  | "foreignExchange"
  | "otherIncome"
  | "pretax"
  | "lossesForward"
  | "tax"
  | "net"
  | "minority"
  | "attributable"
  | "adjustedNet"
  | "adjustedEbitda"
  | "ebitdaAfterLeases"
  | "ebitdaMargin"
  | "adjustedOperatingMargin"
> = {
  impairment: lineItem("impairment", {
    ...flow,
    label: "Impairment",
    fact: "impairment",
    typed: "result",
    meaning: "Positive is a cost, not cash.",
    history: () => expressionOf(0),
    opening: () => expressionOf(0),
    forecast: () => expressionOf(impairment.booked),
  }),
  operating: lineItem("operatingResult", {
    ...flow,
    label: "Operating result",
    emphasis: "total",
    fact: "operatingResult",
    typed: "result",
    meaning: "Gross profit less reported expenses and impairment; a loss is negative.",
    history: () => minus(gross.profit, reported.total, income.impairment),
    opening: () => minus(gross.profit, reported.total, income.impairment),
    forecast: () => minus(gross.profit, reported.total, income.impairment),
  }),
  sbc: lineItem("shareBasedPay", {
    ...flow,
    label: "Share-based pay",
    fact: "shareBasedCompensation",
    typed: "result",
    meaning: "In cost and in operating expenses; positive is a cost.",
    opening: () => plus(gross.sbcInCost, reported.sbc),
    forecast: () => plus(gross.sbcInCost, reported.sbc),
  }),
  adjustedOperating: lineItem("adjustedOperatingResult", {
    ...flow,
    label: "Adjusted operating result",
    emphasis: "total",
    fact: "adjustedOperatingResult",
    typed: "result",
    meaning: "Operating result before share-based pay, impairment and amortisation of acquired intangibles.",
    history: () => plus(income.operating, income.sbc, income.impairment, intangible.amortisation),
    opening: () => plus(income.operating, income.sbc, income.impairment, intangible.amortisation),
    forecast: () => plus(income.operating, income.sbc, income.impairment, intangible.amortisation),
  }),
  interestIncome: lineItem("interestIncome", {
    ...flow,
    label: "Interest income",
    fact: "interestIncome",
    typed: "result",
    meaning: "On the opening cash balance.",
    forecast: () =>
      over(times(prior(balances.cash), financingDrivers.cashYield), balanceDrivers.quartersInYear),
  }),
  interestExpense: lineItem("interestExpense", {
    ...flow,
    label: "Interest expense",
    fact: "interestExpense",
    typed: "result",
    meaning:
      "On opening debt, leases and revolver, as the last reported quarter marked the rates; positive is a cost.",
    forecast: () => times(interest.atRates, interest.mark),
  }),
  foreignExchange: lineItem("foreignExchange", {
    ...flow,
    label: "Foreign exchange gain",
    fact: "foreignExchange",
    typed: "result",
    meaning: "A loss is negative; where the result before tax is reported, what the other lines leave.",
    opening: () => fromPretax(),
    forecast: () => fromPretax(),
  }),
  otherIncome: lineItem("otherIncome", {
    ...flow,
    label: "Other income",
    fact: "otherIncomeAndGains",
    typed: "result",
    meaning: "What a reported quarter held once does not run into the forecast.",
    opening: () => expressionOf(0),
    forecast: () => afterReports(inEffectOf.otherIncome, d.otherIncomeOfReports),
  }),
  pretax: lineItem("pretaxResult", {
    ...flow,
    label: "Result before tax",
    emphasis: "subtotal",
    fact: "pretaxResult",
    typed: "result",
    meaning: "A loss is negative.",
    forecast: () =>
      plus(
        minus(plus(income.operating, income.interestIncome), income.interestExpense),
        income.foreignExchange,
        income.otherIncome,
      ),
  }),
  lossesForward: lineItem("taxLossesForward", {
    unit: "RMB m",
    annual: "last",
    label: "Tax losses carried forward",
    meaning: "Losses add to it, profits use it up; not negative.",
    opening: () => expressionOf(d.openingLosses),
    forecast: () => largest(0, minus(prior(income.lossesForward), income.pretax)),
  }),
  tax: lineItem("incomeTax", {
    ...flow,
    label: "Income tax",
    fact: "incomeTax",
    typed: "result",
    meaning: "Positive is a cost; on profit beyond losses carried forward.",
    history: () => minus(income.pretax, factOf(income.net)),
    opening: () => minus(income.pretax, factOf(income.net)),
    forecast: () =>
      when(
        isKnown(income.net),
        minus(income.pretax, factOf(income.net)),
        times(largest(0, minus(income.pretax, prior(income.lossesForward))), d.taxRate),
      ),
  }),
  net: lineItem("netResult", {
    ...flow,
    label: "Net result",
    emphasis: "total",
    fact: "netResult",
    typed: "result",
    meaning: "Including minorities; a loss is negative.",
    forecast: () => minus(income.pretax, income.tax),
  }),
  minority: lineItem("minorityResult", {
    ...flow,
    label: "of which non-controlling interests",
    meaning: "A loss is negative.",
    history: () => minus(income.net, factOf(income.attributable)),
    opening: () => minus(income.net, factOf(income.attributable)),
    forecast: () =>
      when(
        isKnown(income.attributable),
        minus(income.net, factOf(income.attributable)),
        times(income.net, d.minorityShare),
      ),
  }),
  attributable: lineItem("netResultAttributable", {
    ...flow,
    label: "Net result attributable to shareholders",
    emphasis: "subtotal",
    fact: "netResultAttributable",
    typed: "result",
    meaning: "A loss is negative.",
    forecast: () => minus(income.net, income.minority),
  }),
  adjustedNet: lineItem("adjustedNetResult", {
    ...flow,
    label: "Adjusted net result",
    emphasis: "subtotal",
    fact: "adjustedNetResult",
    typed: "result",
    meaning: "Net result before share-based pay, foreign exchange and impairment; a loss is negative.",
    history: () => minus(plus(income.net, income.sbc, income.impairment), income.foreignExchange),
    opening: () => minus(plus(income.net, income.sbc, income.impairment), income.foreignExchange),
    forecast: () => minus(plus(income.net, income.sbc, income.impairment), income.foreignExchange),
  }),
  adjustedEbitda: lineItem("adjustedEbitda", {
    ...flow,
    label: "Adjusted EBITDA",
    emphasis: "total",
    fact: "adjustedEbitda",
    typed: "result",
    meaning: "Adjusted operating result plus depreciation plus other income, as the company counts it.",
    history: () => plus(income.adjustedOperating, intangible.depreciation, income.otherIncome),
    opening: () => plus(income.adjustedOperating, intangible.depreciation, income.otherIncome),
    forecast: () => plus(income.adjustedOperating, intangible.depreciation, income.otherIncome),
  }),
  ebitdaAfterLeases: lineItem("ebitdaAfterLeases", {
    ...flow,
    label: "Adjusted EBITDA after lease payments",
    meaning: "Less principal of leases and interest on them at the model's rate.",
    forecast: () =>
      minus(
        income.adjustedEbitda,
        leases.runOff,
        over(times(prior(leases.closing), financingDrivers.leaseRate), balanceDrivers.quartersInYear),
      ),
  }),
  ebitdaMargin: margin(
    "adjustedEbitdaMargin",
    "Adjusted EBITDA margin",
    "Adjusted EBITDA divided by revenue.",
    () => over(income.adjustedEbitda, revenue.total),
  ),
  adjustedOperatingMargin: margin(
    "adjustedOperatingMargin",
    "Adjusted operating margin",
    "Adjusted operating result divided by revenue.",
    () => over(income.adjustedOperating, revenue.total),
  ),
};

function fromPretax(): Expression {
  return when(
    isKnown(income.pretax),
    minus(
      factOf(income.pretax),
      income.operating,
      income.interestIncome,
      minus(income.otherIncome, income.interestExpense),
    ),
    d.foreignExchange,
  );
}
