import {
  expressionOf,
  minus,
  over,
  plus,
  prior,
  times,
  type Expression,
  type Operand,
} from "../../../formula";
import { balanceDrivers as d } from "../drivers";
import { lineItem, type LineItem, type Lines } from "../../../model";
import { cashFlow } from "./cashFlowLines";
import { cost } from "./costLines";
import { debt, equity, revolver } from "./financingLines";
import { impairment } from "./impairmentLines";
import { revenue } from "./revenueLines";
import { equipment, intangible, leases, rightOfUse } from "./scheduleLines";
import { accrualBase, working } from "./workingCapitalLines";

const balance = { unit: "RMB m", annual: "last" } as const;

/** A balance that stays as it was last reported. */
function held(id: string, label: string, meaning: string): LineItem {
  const line: LineItem = lineItem(id, {
    ...balance,
    label,
    meaning,
    fact: id,
    typed: "balance",
    forecast: () => prior(line),
  });
  return line;
}

/** A balance of days of a flow, beside a part with a cause of its own. */
function days(
  id: string,
  label: string,
  meaning: string,
  part: () => LineItem,
  outstanding: () => LineItem,
  base: () => Operand,
): LineItem {
  return lineItem(id, {
    ...balance,
    label,
    meaning,
    fact: id,
    typed: "balance",
    forecast: () => plus(part(), over(times(base(), outstanding()), d.daysInQuarter)),
  });
}

/** Balance sheet; in a quarter whose sheet is reported whole and ties, the reported lines stand. */
export const balances: Lines<
  | "cash"
  | "restrictedCash"
  | "receivables"
  | "prepayments"
  | "currentAssets"
  | "ppe"
  | "rightOfUse"
  | "goodwill"
  | "equityInvestments"
  | "otherNonCurrentAssets"
  | "totalAssets"
  | "payables"
  | "accrued"
  | "borrowings"
  | "totalLiabilities"
  | "totalEquity"
  | "liabilitiesAndEquity"
> = {
  cash: lineItem("cash", {
    ...balance,
    label: "Cash and cash equivalents",
    fact: "cash",
    typed: "balance",
    meaning: "Opening plus the net change of the cash flow statement.",
    forecast: () => plus(prior(balances.cash), cashFlow.calculated),
  }),
  restrictedCash: held("restrictedCash", "Restricted cash", "Held constant."),
  receivables: days(
    "receivables",
    "Receivables including related parties",
    "Related parties and external customers, each by its days.",
    () => working.relatedDue,
    () => working.externalDays,
    () => revenue.external,
  ),
  prepayments: days(
    "prepayments",
    "Prepayments and other current assets",
    "For servers by procurement, the rest by days of revenue.",
    () => working.serverPrepaid,
    () => working.prepaymentDays,
    () => revenue.total,
  ),
  currentAssets: sum("currentAssets", "Current assets", "Sum of the lines above.", "subtotal", () =>
    plus(balances.cash, balances.restrictedCash, balances.receivables, balances.prepayments),
  ),
  ppe: sum(
    "ppe",
    "Property and equipment",
    "Owned, net of impairment; the opening split from leased equipment is an assumption.",
    undefined,
    () => minus(equipment.owned, impairment.stock),
  ),
  rightOfUse: sum(
    "rightOfUseAssets",
    "Right-of-use assets",
    "Leased equipment; filed history is operating leases only.",
    undefined,
    () => expressionOf(rightOfUse.scheduled),
  ),
  goodwill: held("goodwill", "Goodwill", "Held constant."),
  equityInvestments: held("equityInvestments", "Equity investments", "Held constant."),
  otherNonCurrentAssets: held("otherNonCurrentAssets", "Other non-current assets", "Held constant."),
  totalAssets: sum("totalAssets", "Total assets", "Sum of all assets.", "total", () =>
    plus(
      balances.currentAssets,
      balances.ppe,
      balances.rightOfUse,
      intangible.closing,
      balances.goodwill,
      balances.equityInvestments,
      balances.otherNonCurrentAssets,
    ),
  ),
  payables: days(
    "accountsPayable",
    "Accounts payable",
    "Equipment creditors and trade payables by days of cash cost.",
    () => working.creditors,
    () => working.payableDays,
    () => cost.cash,
  ),
  accrued: days(
    "accruedLiabilities",
    "Accrued expenses and other liabilities",
    "Customer deposits, which run off, and accruals by days of cash cost and expenses.",
    () => working.deposits,
    () => working.accruedDays,
    () => accrualBase(),
  ),
  borrowings: lineItem("borrowings", {
    ...balance,
    label: "Borrowings",
    fact: "borrowings",
    typed: "balance",
    meaning: "Loans, financed purchases and revolver.",
    opening: () => plus(debt.closing, revolver.closing),
    forecast: () => plus(debt.closing, revolver.closing),
  }),
  totalLiabilities: sum("totalLiabilities", "Total liabilities", "Sum of all liabilities.", "subtotal", () =>
    plus(balances.payables, balances.accrued, debt.closing, revolver.closing, leases.closing),
  ),
  totalEquity: sum("totalEquity", "Total equity", "Including minorities.", "subtotal", () =>
    plus(equity.closing, equity.minorities),
  ),
  liabilitiesAndEquity: sum(
    "liabilitiesAndEquity",
    "Liabilities and equity",
    "Equals total assets.",
    "total",
    () => plus(balances.totalLiabilities, balances.totalEquity),
  ),
};

/** A line made of others: reported before the opening, added up from then on; totals are added up before it too. */
function sum(
  id: string,
  label: string,
  meaning: string,
  emphasis: "subtotal" | "total" | undefined,
  formula: () => Expression,
): LineItem {
  const parts = emphasis !== undefined;
  return lineItem(id, {
    ...balance,
    label,
    meaning,
    ...(emphasis === undefined ? {} : { emphasis }),
    ...(id === "rightOfUseAssets" ? { fact: "operatingRou" } : { fact: id }),
    ...(parts ? { history: formula } : {}),
    opening: formula,
    forecast: formula,
  });
}
