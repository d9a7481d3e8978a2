import {
  compare,
  expressionOf,
  largest,
  minus,
  over,
  plus,
  prior,
  scalarAt,
  smallest,
  times,
  when,
} from "../../formula";
import { balanceDrivers, financingDrivers as d, openingDrivers } from "../drivers";
import { lineItem, type LineItem, type Lines } from "../lineItem";
import { balances } from "./balanceLines";
import { cashFlow } from "./cashFlowLines";
import { clock } from "./clockLines";
import { income } from "./incomeLines";
import { procurement } from "./procurementLines";
import { leases, runOffLines, type RunOffLines } from "./scheduleLines";

const flow = { unit: "RMB m", annual: "sum" } as const;
const balance = { unit: "RMB m", annual: "last" } as const;

/** New loans drawn in cash. */
export const loansDrawn: LineItem = lineItem("loansDrawn", {
  ...flow,
  label: "New loans drawn",
  meaning: "The year's new loans in four equal parts.",
  forecast: () => over(scalarAt(d.newLoans, clock.driverYear), balanceDrivers.quartersInYear),
});

/** Equipment bought with third-party financing, repaid over its own term. */
export const financedDebt: RunOffLines = runOffLines({
  id: "financedDebt",
  label: "Financed purchases",
  runOff: "repayment",
  additions: procurement.financed,
  openingAmount: () => 0,
  openingLife: d.financingTerm,
  life: d.financingTerm,
});

/** Opening debt and new loans. */
export const loans: RunOffLines = runOffLines({
  id: "loans",
  label: "Loans",
  runOff: "repayment",
  additions: loansDrawn,
  openingAmount: () => openingDebt,
  openingLife: d.openingDebtTerm,
  life: d.newLoanTerm,
});

/** Debt that balances the opening balance sheet: what assets, other liabilities, leases and equity leave. */
export const openingDebt: LineItem = lineItem("openingDebt", {
  unit: "RMB m",
  annual: "none",
  label: "Opening debt (balances the sheet)",
  emphasis: "subtotal",
  meaning: "Total assets less payables, accruals, leases and equity of the last actual quarter.",
  atLastActual: () =>
    minus(
      balances.totalAssets,
      balances.payables,
      balances.accrued,
      leases.closing,
      equity.closing,
      equity.minorities,
    ),
  forecast: () => prior(openingDebt),
});

/** All borrowings without revolver and leases. */
export const debt: Lines<"repayment" | "closing"> = {
  repayment: lineItem("debtRepayment", {
    ...flow,
    label: "Scheduled repayment of debt",
    meaning: "Opening debt, new loans and financed purchases; positive is a payment.",
    forecast: () => plus(loans.runOff, financedDebt.runOff),
  }),
  closing: lineItem("debt", {
    ...balance,
    label: "Debt without revolver and leases",
    emphasis: "total",
    meaning: "Loans and financed purchases.",
    atLastActual: () => plus(loans.closing, financedDebt.closing),
    forecast: () => plus(loans.closing, financedDebt.closing),
  }),
};

/** The revolver funds what cash before it leaves short of the minimum, up to its limit. */
export const revolver: Lines<"cashBefore" | "change" | "closing" | "gap"> = {
  cashBefore: lineItem("cashBeforeRevolver", {
    unit: "RMB m",
    annual: "none",
    label: "Cash before the revolver",
    meaning: "Opening cash plus all other cash flows.",
    forecast: () =>
      plus(prior(balances.cash), cashFlow.operations, cashFlow.investing, cashFlow.financingBeforeRevolver),
  }),
  change: lineItem("revolverChange", {
    ...flow,
    label: "Revolver drawn (repaid)",
    meaning: "Positive is a drawing.",
    forecast: () =>
      smallest(
        minus(d.revolverLimit, prior(revolver.closing)),
        largest(minus(0, prior(revolver.closing)), minus(d.minimumCash, revolver.cashBefore)),
      ),
  }),
  closing: lineItem("revolver", {
    ...balance,
    label: "Revolver: closing",
    emphasis: "total",
    meaning: "Opening plus change; never negative, never above its limit.",
    atLastActual: () => expressionOf(0),
    forecast: () => plus(prior(revolver.closing), revolver.change),
  }),
  gap: lineItem("fundingGap", {
    ...balance,
    label: "Funding gap",
    meaning: "What cash lacks of the minimum after the revolver.",
    forecast: () => largest(0, minus(d.minimumCash, balances.cash)),
  }),
};

/** Equity, minorities and the number of ADS. */
export const equity: Lines<"raise" | "closing" | "minorities" | "ads"> = {
  raise: lineItem("equityRaise", {
    ...flow,
    label: "Equity raised, net",
    meaning: "In the chosen quarter.",
    forecast: () => when(compare(clock.quarterCode, "=", d.raiseQuarter), d.raiseAmount, 0),
  }),
  closing: lineItem("equityAttributable", {
    ...balance,
    label: "Equity attributable to shareholders",
    emphasis: "subtotal",
    fact: "equityAttributable",
    meaning: "Opening plus attributable result plus share-based pay plus equity raised.",
    atLastActual: () =>
      minus(openingDrivers.equity, times(openingDrivers.placing, openingDrivers.placingInside)),
    forecast: () => plus(prior(equity.closing), income.attributable, income.sbc, equity.raise),
  }),
  minorities: lineItem("nonControllingInterests", {
    ...balance,
    label: "Non-controlling interests",
    fact: "nonControllingInterests",
    meaning: "Opening plus minorities' result.",
    atLastActual: () => expressionOf(openingDrivers.minorities),
    forecast: () => plus(prior(equity.minorities), income.minority),
  }),
  ads: lineItem("adsOutstanding", {
    unit: "m ADS",
    annual: "last",
    label: "ADS equivalents outstanding",
    meaning: "One ADS is 15 ordinary shares.",
    atLastActual: () => expressionOf(openingDrivers.ads),
    forecast: () => plus(prior(equity.ads), over(equity.raise, d.raisePrice)),
  }),
};
