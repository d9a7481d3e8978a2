import {
  compare,
  every,
  expressionOf,
  largest,
  minus,
  negate,
  over,
  plus,
  power,
  prior,
  times,
  when,
  type Expression,
  type Operand,
} from "../../../formula";
import { balanceDrivers, costDrivers, financingDrivers, valuationDrivers as d } from "../drivers";
import { lineItem, type Lines } from "../../../model";
import { balances } from "./balanceLines";
import { cashFlow } from "./cashFlowLines";
import { clock } from "./clockLines";
import { debt, equity, revolver } from "./financingLines";
import { income, interest } from "./incomeLines";
import { procurement } from "./procurementLines";
import { leases } from "./scheduleLines";

const flow = { unit: "RMB m", annual: "sum" } as const;
const level = { unit: "RMB m", annual: "last" } as const;
const rate = { unit: "%", annual: "last" } as const;

/** Whether leases stand in debt. */
export const leasesAreDebt = (): Expression => compare(d.leasesAsDebt, "=", 1);

/** Growth or discount at a yearly rate over a number of quarters. */
export function compounded(yearly: Operand, quarters: Operand): Expression {
  return power(plus(1, yearly), over(quarters, balanceDrivers.quartersInYear));
}

/** Cost of capital and factors that bring later amounts to the valuation. */
export const discounting: Lines<
  "ahead" | "headline" | "equity" | "capital" | "middle" | "closing" | "start"
> = {
  ahead: lineItem("quartersFromValuation", {
    unit: "number",
    annual: "last",
    label: "Quarters from the valuation to the period end",
    meaning: "0 up to the quarter of the valuation.",
    opening: () => expressionOf(0),
    forecast: () =>
      when(compare(clock.quarterCode, ">", d.valuationQuarter), plus(prior(discounting.ahead), 1), 0),
  }),
  headline: lineItem("isHeadlineYear", {
    unit: "flag",
    label: "Year of the headline target price",
    meaning: "1 in the year that the assumption chooses.",
    annual: () =>
      when(
        every(
          compare(discounting.ahead, ">", times(minus(d.headlineYear, 1), balanceDrivers.quartersInYear)),
          compare(discounting.ahead, "<=", times(d.headlineYear, balanceDrivers.quartersInYear)),
        ),
        1,
        0,
      ),
  }),
  equity: lineItem("costOfEquity", {
    ...rate,
    label: "Cost of equity, a year",
    meaning: "Risk-free rate plus beta times the equity risk premium.",
    forecast: () => plus(d.riskFree, times(d.beta, d.premium)),
  }),
  capital: lineItem("costOfCapital", {
    ...rate,
    label: "Weighted average cost of capital, a year",
    emphasis: "subtotal",
    meaning: "Equity, and debt after tax, by weight.",
    forecast: () =>
      plus(
        times(minus(1, d.debtWeight), discounting.equity),
        times(d.debtWeight, financingDrivers.debtRate, minus(1, costDrivers.taxRate)),
      ),
  }),
  middle: lineItem("discountFactor", {
    unit: "index",
    annual: "none",
    label: "Discount factor, middle of the quarter",
    meaning: "At the cost of capital; 0 up to the valuation, whose cash is in its balance sheet.",
    forecast: () =>
      when(
        compare(discounting.ahead, ">", 0),
        compounded(discounting.capital, minus(over(1, plus(1, 1)), discounting.ahead)),
        0,
      ),
  }),
  closing: lineItem("discountFactorAtEnd", {
    unit: "index",
    annual: "last",
    label: "Discount factor, period end",
    meaning: "At the cost of capital.",
    forecast: () => compounded(discounting.capital, negate(discounting.ahead)),
  }),
  start: lineItem("equityDiscountFactor", {
    unit: "index",
    label: "Discount factor of equity, start of the year",
    meaning: "At the cost of equity; 1 in the year of the valuation.",
    annual: () => compounded(discounting.equity, negate(prior(discounting.ahead))),
  }),
};

/** Free cash flow to the firm and its present value. */
export const firmCash: Lines<"pretax" | "losses" | "tax" | "leases" | "free" | "present" | "toDate"> = {
  pretax: lineItem("unleveredPretaxResult", {
    ...flow,
    label: "Result before tax and interest",
    meaning: "Result before tax without interest paid and earned.",
    forecast: () => minus(plus(income.pretax, income.interestExpense), income.interestIncome),
  }),
  losses: lineItem("unleveredLossesForward", {
    ...level,
    label: "Tax losses carried forward, without interest",
    meaning: "Losses add to it, profits use it up; not negative.",
    opening: () => expressionOf(costDrivers.openingLosses),
    forecast: () => largest(0, minus(prior(firmCash.losses), firmCash.pretax)),
  }),
  tax: lineItem("unleveredTax", {
    ...flow,
    label: "Income tax without the relief of interest",
    meaning: "Positive is a cost; on profit beyond losses carried forward.",
    forecast: () => times(largest(0, minus(firmCash.pretax, prior(firmCash.losses))), costDrivers.taxRate),
  }),
  leases: lineItem("leaseCharge", {
    ...flow,
    label: "Leases: equipment obtained, or what is paid",
    meaning: "Payments where leases are no debt; positive lowers free cash flow to the firm.",
    forecast: () => when(leasesAreDebt(), procurement.leased, plus(leases.runOff, leaseInterest())),
  }),
  free: lineItem("freeCashFlowToFirm", {
    ...flow,
    label: "Free cash flow to the firm",
    emphasis: "total",
    meaning:
      "Operations and investing before interest, taxed as if without debt, less share-based pay, financed purchases and leases.",
    forecast: () =>
      minus(
        plus(cashFlow.operations, cashFlow.investing, income.interestExpense, income.tax),
        income.interestIncome,
        firmCash.tax,
        income.sbc,
        procurement.financed,
        firmCash.leases,
      ),
  }),
  present: lineItem("presentValue", {
    ...flow,
    label: "Present value of free cash flow to the firm",
    meaning: "At the valuation; nothing for quarters before it.",
    forecast: () => times(firmCash.free, discounting.middle),
  }),
  toDate: lineItem("presentValueToDate", {
    ...level,
    label: "Present value of free cash flow up to the period end",
    meaning: "From the valuation on.",
    opening: () => expressionOf(0),
    forecast: () => plus(prior(firmCash.toDate), firmCash.present),
  }),
};

function leaseInterest(): Expression {
  return over(
    times(prior(leases.closing), financingDrivers.leaseRate, interest.mark),
    balanceDrivers.quartersInYear,
  );
}

const claims = (): Expression =>
  minus(
    plus(debt.closing, revolver.closing, when(leasesAreDebt(), leases.closing, 0), equity.minorities),
    balances.cash,
    balances.restrictedCash,
    balances.equityInvestments,
  );

/** From enterprise value to equity value, and the ADS that share it. */
export const bridge: Lines<
  "claims" | "claimsAtValuation" | "adsAtValuation" | "claimsAtStart" | "adsAtStart"
> = {
  claims: lineItem("netClaims", {
    ...level,
    label: "Claims before shareholders, net of cash and investments",
    emphasis: "subtotal",
    meaning:
      "Debt, revolver, leases if they are debt, minorities; less cash, restricted cash, equity investments.",
    opening: claims,
    forecast: claims,
  }),
  claimsAtValuation: lineItem("netClaimsAtValuation", {
    ...level,
    label: "Net claims at the valuation",
    meaning: "As they stood at the end of its quarter.",
    opening: () => expressionOf(bridge.claims),
    forecast: () => when(compare(discounting.ahead, "=", 0), bridge.claims, prior(bridge.claimsAtValuation)),
  }),
  adsAtValuation: lineItem("adsAtValuation", {
    unit: "m ADS",
    annual: "last",
    label: "ADS equivalents at the valuation",
    meaning: "As they stood at the end of its quarter.",
    opening: () => expressionOf(equity.ads),
    forecast: () => when(compare(discounting.ahead, "=", 0), equity.ads, prior(bridge.adsAtValuation)),
  }),
  claimsAtStart: lineItem("netClaimsAtStart", {
    unit: "RMB m",
    label: "Net claims at the start of the year",
    meaning: "Or at the valuation, where that is later.",
    annual: () => atStart(prior(bridge.claims), bridge.claimsAtValuation),
  }),
  adsAtStart: lineItem("adsAtStart", {
    unit: "m ADS",
    label: "ADS equivalents at the start of the year",
    meaning: "Or at the valuation, where that is later.",
    annual: () => atStart(prior(equity.ads), bridge.adsAtValuation),
  }),
};

function atStart(opening: Operand, valuation: Operand): Expression {
  return when(compare(prior(discounting.ahead), "<=", 0), valuation, opening);
}
