import { expressionOf, over, plus, prior, times, type Expression } from "../../formula";
import type { Driver } from "../driver";
import { balanceDrivers as d, openingDrivers as o } from "../drivers";
import { lineItem, type LineItem, type Lines } from "../lineItem";
import { cashFlow } from "./cashFlowLines";
import { debt, equity, revolver } from "./financingLines";
import { cost } from "./incomeLines";
import { revenue } from "./revenueLines";
import { intangible, leases, owned, rightOfUse } from "./scheduleLines";

const balance = { unit: "RMB m", annual: "last" } as const;

/** A balance that stays as it opened. */
function held(id: string, label: string, opening: Driver, meaning: string): LineItem {
  const line: LineItem = lineItem(id, {
    ...balance,
    label,
    meaning,
    fact: id,
    atLastActual: () => expressionOf(opening),
    forecast: () => prior(line),
  });
  return line;
}

/** A balance that follows a flow by days outstanding. */
function days(
  id: string,
  label: string,
  opening: Driver,
  base: () => LineItem,
  daysOutstanding: Driver,
  meaning: string,
): LineItem {
  return lineItem(id, {
    ...balance,
    label,
    meaning,
    fact: id,
    atLastActual: () => expressionOf(opening),
    forecast: (): Expression => over(times(base(), daysOutstanding), d.daysInQuarter),
  });
}

/** Balance sheet. */
export const balances: Lines<
  | "cash"
  | "restrictedCash"
  | "receivables"
  | "prepayments"
  | "currentAssets"
  | "ppe"
  | "rightOfUse"
  | "intangibles"
  | "goodwill"
  | "equityInvestments"
  | "otherNonCurrentAssets"
  | "totalAssets"
  | "payables"
  | "accrued"
  | "debt"
  | "revolver"
  | "leases"
  | "totalLiabilities"
  | "equityAttributable"
  | "minorities"
  | "totalEquity"
  | "liabilitiesAndEquity"
> = {
  cash: lineItem("cash", {
    ...balance,
    label: "Cash and cash equivalents",
    fact: "cash",
    meaning: "Opening plus the net change of the cash flow statement.",
    atLastActual: () => expressionOf(o.cash),
    forecast: () => plus(prior(balances.cash), cashFlow.netChange),
  }),
  restrictedCash: held("restrictedCash", "Restricted cash", o.restrictedCash, "Held constant."),
  receivables: days(
    "receivables",
    "Receivables including related parties",
    o.receivables,
    () => revenue.total,
    d.receivableDays,
    "Revenue times receivable days.",
  ),
  prepayments: days(
    "prepayments",
    "Prepayments and other current assets",
    o.prepayments,
    () => revenue.total,
    d.prepaymentDays,
    "Revenue times prepayment days.",
  ),
  currentAssets: lineItem("currentAssets", {
    ...balance,
    label: "Current assets",
    emphasis: "subtotal",
    fact: "currentAssets",
    meaning: "Sum of the lines above.",
    atLastActual: () => current(),
    forecast: () => current(),
  }),
  ppe: lineItem("ppe", {
    ...balance,
    label: "Property and equipment",
    fact: "ppe",
    meaning: "Owned; the opening split from leased equipment is an assumption.",
    atLastActual: () => expressionOf(owned.closing),
    forecast: () => expressionOf(owned.closing),
  }),
  rightOfUse: lineItem("rightOfUseAssets", {
    ...balance,
    label: "Right-of-use assets",
    fact: "operatingRou",
    meaning: "Leased equipment; filed history is operating leases only.",
    atLastActual: () => expressionOf(rightOfUse.closing),
    forecast: () => expressionOf(rightOfUse.closing),
  }),
  intangibles: lineItem("intangibleAssets", {
    ...balance,
    label: "Intangible assets",
    fact: "intangibles",
    meaning: "Net book value.",
    atLastActual: () => expressionOf(intangible.closing),
    forecast: () => expressionOf(intangible.closing),
  }),
  goodwill: held("goodwill", "Goodwill", o.goodwill, "Held constant."),
  equityInvestments: held("equityInvestments", "Equity investments", o.equityInvestments, "Held constant."),
  otherNonCurrentAssets: held(
    "otherNonCurrentAssets",
    "Other non-current assets",
    o.otherNonCurrentAssets,
    "Held constant.",
  ),
  totalAssets: lineItem("totalAssets", {
    ...balance,
    label: "Total assets",
    emphasis: "total",
    fact: "totalAssets",
    meaning: "Sum of all assets.",
    atLastActual: () => assets(),
    forecast: () => assets(),
  }),
  payables: days(
    "accountsPayable",
    "Accounts payable",
    o.payables,
    () => cost.total,
    d.payableDays,
    "Cost of revenue times payable days.",
  ),
  accrued: days(
    "accruedLiabilities",
    "Accrued expenses and other liabilities",
    o.accrued,
    () => revenue.total,
    d.accruedDays,
    "Revenue times accrual days; customer prepayments included.",
  ),
  debt: lineItem("borrowings", {
    ...balance,
    label: "Loans and financed purchases",
    meaning: "Opening amount balances the sheet.",
    atLastActual: () => expressionOf(debt.closing),
    forecast: () => expressionOf(debt.closing),
  }),
  revolver: lineItem("revolverBalance", {
    ...balance,
    label: "Revolver",
    meaning: "Drawn to hold minimum cash.",
    atLastActual: () => expressionOf(revolver.closing),
    forecast: () => expressionOf(revolver.closing),
  }),
  leases: lineItem("leaseLiability", {
    ...balance,
    label: "Lease liabilities",
    meaning: "Finance and operating leases.",
    atLastActual: () => expressionOf(leases.closing),
    forecast: () => expressionOf(leases.closing),
  }),
  totalLiabilities: lineItem("totalLiabilities", {
    ...balance,
    label: "Total liabilities",
    emphasis: "subtotal",
    fact: "totalLiabilities",
    meaning: "Sum of all liabilities.",
    atLastActual: () => liabilities(),
    forecast: () => liabilities(),
  }),
  equityAttributable: lineItem("shareholdersEquity", {
    ...balance,
    label: "Equity attributable to shareholders",
    fact: "equityAttributable",
    meaning: "From the equity roll-forward.",
    atLastActual: () => expressionOf(equity.closing),
    forecast: () => expressionOf(equity.closing),
  }),
  minorities: lineItem("minorityInterests", {
    ...balance,
    label: "Non-controlling interests",
    fact: "nonControllingInterests",
    meaning: "From the equity roll-forward.",
    atLastActual: () => expressionOf(equity.minorities),
    forecast: () => expressionOf(equity.minorities),
  }),
  totalEquity: lineItem("totalEquity", {
    ...balance,
    label: "Total equity",
    emphasis: "subtotal",
    fact: "totalEquity",
    meaning: "Including minorities.",
    history: () => plus(balances.equityAttributable, balances.minorities),
    atLastActual: () => plus(balances.equityAttributable, balances.minorities),
    forecast: () => plus(balances.equityAttributable, balances.minorities),
  }),
  liabilitiesAndEquity: lineItem("liabilitiesAndEquity", {
    ...balance,
    label: "Liabilities and equity",
    emphasis: "total",
    meaning: "Equals total assets.",
    history: () => plus(balances.totalLiabilities, balances.totalEquity),
    atLastActual: () => plus(balances.totalLiabilities, balances.totalEquity),
    forecast: () => plus(balances.totalLiabilities, balances.totalEquity),
  }),
};

function current(): Expression {
  return plus(balances.cash, balances.restrictedCash, balances.receivables, balances.prepayments);
}

function assets(): Expression {
  return plus(
    balances.currentAssets,
    balances.ppe,
    balances.rightOfUse,
    balances.intangibles,
    balances.goodwill,
    balances.equityInvestments,
    balances.otherNonCurrentAssets,
  );
}

function liabilities(): Expression {
  return plus(balances.payables, balances.accrued, balances.debt, balances.revolver, balances.leases);
}
