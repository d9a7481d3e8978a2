import type { Place } from "../place";
import type { Worked } from "./workedLines";

/** What the revolver does, worked out case by case: repay all that is not needed, draw what is missing, never beyond the limit. */
function revolverChange(at: Place): number {
  const drawn = at.before("revolver");
  const missing = at.driver("minimumCash") - at.now("cashBeforeRevolver");
  const wanted = missing < -drawn ? -drawn : missing;
  return wanted > at.driver("revolverLimit") - drawn ? at.driver("revolverLimit") - drawn : wanted;
}

/** Debt, revolver and equity. */
export const workedFinancing: Worked = {
  loansDrawn: (at) => at.yearly("newLoans") / 4,
  openingDebt: (at) => at.on("openingDebt", at.last),
  debtRepayment: (at) => at.sum("loansRunOff", "financedDebtRunOff"),
  debt: (at) => at.sum("loans", "financedDebt"),
  cashBeforeRevolver: (at) =>
    at.before("cash") + at.sum("cashFromOperations", "cashFromInvesting", "financingBeforeRevolver"),
  revolverChange,
  revolver: (at) => at.before("revolver") + at.now("revolverChange"),
  fundingGap: (at) =>
    at.now("cash") < at.driver("minimumCash") ? at.driver("minimumCash") - at.now("cash") : 0,
  equityRaise: (at) =>
    at.year * 10 + at.quarter === at.driver("equityRaiseQuarter") ? at.driver("equityRaiseAmount") : 0,
  equityAttributable: (at) =>
    at.before("equityAttributable") + at.sum("netResultAttributable", "shareBasedPay", "equityRaise"),
  nonControllingInterests: (at) => at.before("nonControllingInterests") + at.now("minorityResult"),
  adsOutstanding: (at) => at.before("adsOutstanding") + at.now("equityRaise") / at.driver("equityRaisePrice"),
};
