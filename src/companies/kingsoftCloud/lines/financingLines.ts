import {
  compare,
  expressionOf,
  isKnown,
  largest,
  minus,
  negate,
  over,
  plus,
  prior,
  smallest,
  times,
  when,
  type Expression,
} from "../../../formula";
import { financingDrivers as d } from "../drivers";
import { lineItem, type Lines } from "../../../model";
import { balances } from "./balanceLines";
import { cashFlow } from "./cashFlowLines";
import { clock } from "./clockLines";
import { excess } from "./formulas";
import { income } from "./incomeLines";
import { equipment, financedDebt, leases } from "./scheduleLines";

const flow = { unit: "RMB m", annual: "sum" } as const;
const inner = { unit: "RMB m", annual: "none" } as const;
const balance = { unit: "RMB m", annual: "last" } as const;

/** Term loans: drawn against equipment as far as cash needs them, repaid over their term, and early where cash allows. */
export const loans: Lines<"scheduled" | "cashBefore" | "drawn" | "early" | "closing"> = {
  scheduled: lineItem("loansScheduled", {
    ...flow,
    label: "Loans: scheduled repayment",
    meaning: "Opening balance over the mean remaining term; positive is a payment.",
    forecast: () => over(prior(loans.closing), d.loanTerm),
  }),
  cashBefore: lineItem("cashBeforeLoans", {
    ...inner,
    label: "Cash before new loans",
    meaning: "Opening cash, operations, investing, scheduled repayments, lease principal and equity raised.",
    forecast: () =>
      plus(
        minus(
          plus(prior(balances.cash), cashFlow.operations, cashFlow.investing),
          loans.scheduled,
          financedDebt.runOff,
          leases.runOff,
        ),
        equity.raise,
      ),
  }),
  drawn: lineItem("loansDrawn", {
    ...flow,
    label: "Loans: drawn",
    meaning: "What minimum cash needs, at most the lent share of cash capital expenditure.",
    forecast: () =>
      largest(
        0,
        smallest(negate(times(cashFlow.capex, d.loanShare)), minus(d.minimumCash, loans.cashBefore)),
      ),
  }),
  early: lineItem("loansRepaidEarly", {
    ...flow,
    label: "Loans: repaid early",
    meaning: "Cash above its ceiling once the revolver is repaid; positive is a payment.",
    forecast: () =>
      largest(
        0,
        smallest(
          minus(prior(loans.closing), loans.scheduled),
          minus(loans.cashBefore, prior(revolver.closing), largest(d.cashCeiling, d.minimumCash)),
        ),
      ),
  }),
  closing: lineItem("loans", {
    ...balance,
    label: "Loans: closing",
    emphasis: "total",
    meaning: "In a quarter with a whole balance sheet, what balances it.",
    opening: () => balancing(),
    forecast: () =>
      when(
        isKnown(equipment.total),
        balancing(),
        minus(plus(prior(loans.closing), loans.drawn), loans.scheduled, loans.early),
      ),
  }),
};

/** Debt that balances a reported sheet: total assets less every other claim. */
function balancing(): Expression {
  return minus(
    balances.totalAssets,
    balances.payables,
    balances.accrued,
    leases.closing,
    balances.totalEquity,
    plus(financedDebt.scheduled, revolver.closing),
  );
}

/** All borrowings without revolver and leases. */
export const debt: Lines<"repayment" | "closing"> = {
  repayment: lineItem("debtRepayment", {
    ...flow,
    label: "Repayment of debt",
    meaning: "Loans, early repayment included, and financed purchases; positive is a payment.",
    forecast: () => plus(loans.scheduled, loans.early, financedDebt.runOff),
  }),
  closing: lineItem("debt", {
    ...balance,
    label: "Debt without revolver and leases",
    emphasis: "total",
    meaning: "Loans and financed purchases.",
    opening: () => plus(loans.closing, financedDebt.scheduled),
    forecast: () => plus(loans.closing, financedDebt.scheduled),
  }),
};

/** The revolver funds what cash leaves short of the minimum after loans, up to its limit. */
export const revolver: Lines<"cashBefore" | "change" | "closing" | "gap"> = {
  cashBefore: lineItem("cashBeforeRevolver", {
    ...inner,
    label: "Cash before the revolver",
    meaning: "After loans drawn and repaid early.",
    forecast: () => minus(plus(loans.cashBefore, loans.drawn), loans.early),
  }),
  change: lineItem("revolverChange", {
    ...flow,
    label: "Revolver drawn (repaid)",
    meaning: "Positive is a drawing.",
    forecast: () =>
      smallest(
        minus(d.revolverLimit, prior(revolver.closing)),
        largest(negate(prior(revolver.closing)), minus(d.minimumCash, revolver.cashBefore)),
      ),
  }),
  closing: lineItem("revolver", {
    ...balance,
    label: "Revolver: closing",
    emphasis: "total",
    meaning: "Opening plus drawn less repaid.",
    opening: () => expressionOf(0),
    forecast: () => plus(prior(revolver.closing), revolver.change),
  }),
  gap: lineItem("fundingGap", {
    ...balance,
    label: "Funding gap: cash below the minimum",
    emphasis: "subtotal",
    meaning: "More than zero means that loans and revolver do not reach.",
    forecast: () => excess(d.minimumCash, balances.cash),
  }),
};

/** Equity and shares. */
export const equity: Lines<"raise" | "closing" | "minorities" | "ads"> = {
  raise: lineItem("equityRaise", {
    ...flow,
    label: "Equity raised",
    meaning: "Net proceeds, in the chosen quarter; repays loans above the cash ceiling.",
    forecast: () => when(compare(clock.quarterCode, "=", d.raiseQuarter), d.raiseAmount, 0),
  }),
  closing: lineItem("equityAttributable", {
    ...balance,
    label: "Equity attributable to shareholders",
    emphasis: "subtotal",
    fact: "equityAttributable",
    typed: "balance",
    meaning: "Opening plus attributable result plus share-based pay plus equity raised.",
    forecast: () => plus(prior(equity.closing), income.attributable, income.sbc, equity.raise),
  }),
  minorities: lineItem("nonControllingInterests", {
    ...balance,
    label: "Non-controlling interests",
    fact: "nonControllingInterests",
    typed: "balance",
    meaning: "Opening plus minorities' result.",
    forecast: () => plus(prior(equity.minorities), income.minority),
  }),
  ads: lineItem("adsOutstanding", {
    unit: "m ADS",
    annual: "last",
    label: "ADS equivalents outstanding",
    meaning: "One ADS is 15 ordinary shares; raises and share-based pay add to them.",
    opening: () => expressionOf(d.openingAds),
    forecast: () =>
      plus(prior(equity.ads), over(equity.raise, d.raisePrice), over(largest(0, income.sbc), d.awardPrice)),
  }),
};
