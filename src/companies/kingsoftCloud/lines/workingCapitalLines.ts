import {
  compare,
  every,
  expressionOf,
  factOf,
  isKnown,
  minus,
  over,
  plus,
  prior,
  times,
  when,
  type Expression,
} from "../../../formula";
import { balanceDrivers } from "../drivers";
import { lineItem, type Lines } from "../../../model";
import { balances } from "./balanceLines";
import { cost } from "./costLines";
import { opex } from "./opexLines";
import { procurement } from "./procurementLines";
import { revenue } from "./revenueLines";

const balance = { unit: "RMB m", annual: "last" } as const;

/** Working capital by cause. */
export const working: Lines<
  | "relatedDue"
  | "externalDays"
  | "creditors"
  | "payableDays"
  | "serverPrepaid"
  | "prepaymentDays"
  | "deposits"
  | "accruedDays"
> = {
  relatedDue: lineItem("relatedPartyReceivables", {
    ...balance,
    label: "Receivables from related parties",
    meaning: "Ecosystem revenue times its days.",
    opening: () => related(),
    forecast: () => related(),
  }),
  externalDays: lineItem("externalReceivableDays", {
    unit: "days",
    annual: "last",
    label: "Receivable days of external revenue",
    meaning: "From the last reported balance sheet.",
    opening: () =>
      daysOf(minus(factOf(balances.receivables), working.relatedDue), expressionOf(revenue.external)),
    forecast: () =>
      when(
        every(isKnown(balances.receivables), compare(revenue.external, "<>", 0)),
        daysOf(minus(factOf(balances.receivables), working.relatedDue), expressionOf(revenue.external)),
        prior(working.externalDays),
      ),
  }),
  creditors: lineItem("capexCreditors", {
    ...balance,
    label: "Equipment creditors inside payables",
    meaning: "Unpaid cash capital expenditure.",
    opening: () => creditors(),
    forecast: () => creditors(),
  }),
  payableDays: lineItem("tradePayableDays", {
    unit: "days",
    annual: "last",
    label: "Trade payable days of cash cost",
    meaning: "From the last reported balance sheet; equipment creditors apart.",
    opening: () => daysOf(minus(factOf(balances.payables), working.creditors), expressionOf(cost.cash)),
    forecast: () =>
      when(
        every(isKnown(balances.payables), compare(cost.cash, "<>", 0)),
        daysOf(minus(factOf(balances.payables), working.creditors), expressionOf(cost.cash)),
        prior(working.payableDays),
      ),
  }),
  serverPrepaid: lineItem("serverPrepayments", {
    ...balance,
    label: "Prepayments for servers",
    meaning: "Share of the quarter's capital expenditure.",
    opening: () => times(procurement.capexCompanyBasis, balanceDrivers.serverPrepayment),
    forecast: () => times(procurement.capexCompanyBasis, balanceDrivers.serverPrepayment),
  }),
  prepaymentDays: lineItem("otherPrepaymentDays", {
    unit: "days",
    annual: "last",
    label: "Other prepayment days of revenue",
    meaning: "From the last reported balance sheet; servers apart.",
    opening: () =>
      daysOf(minus(factOf(balances.prepayments), working.serverPrepaid), expressionOf(revenue.total)),
    forecast: () =>
      when(
        every(isKnown(balances.prepayments), compare(revenue.total, "<>", 0)),
        daysOf(minus(factOf(balances.prepayments), working.serverPrepaid), expressionOf(revenue.total)),
        prior(working.prepaymentDays),
      ),
  }),
  deposits: lineItem("customerDepositsHeld", {
    ...balance,
    label: "Customer deposits inside accruals",
    meaning: "Run off; not renewed.",
    opening: () => expressionOf(balanceDrivers.depositShare),
    forecast: () => times(prior(working.deposits), minus(1, over(1, balanceDrivers.depositTerm))),
  }),
  accruedDays: lineItem("accrualDays", {
    unit: "days",
    annual: "last",
    label: "Accrual days of cash cost and expenses",
    meaning: "From the last reported balance sheet; deposits apart.",
    opening: () => daysOf(minus(factOf(balances.accrued), working.deposits), accrualBase()),
    forecast: () =>
      when(
        every(isKnown(balances.accrued), compare(accrualBase(), "<>", 0)),
        daysOf(minus(factOf(balances.accrued), working.deposits), accrualBase()),
        prior(working.accruedDays),
      ),
  }),
};

function related(): Expression {
  return over(times(revenue.ecosystem, balanceDrivers.relatedDays), balanceDrivers.daysInQuarter);
}

function creditors(): Expression {
  return over(times(procurement.cashCapex, balanceDrivers.creditorDays), balanceDrivers.daysInQuarter);
}

/** What accruals follow. */
export function accrualBase(): Expression {
  return plus(cost.cash, opex.total);
}

function daysOf(amount: Expression, base: Expression): Expression {
  return over(times(amount, balanceDrivers.daysInQuarter), base);
}
