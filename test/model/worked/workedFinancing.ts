import type { Place } from "../place";
import { excess, type Worked } from "./worked";

const CLAIMS = [
  "accountsPayable",
  "accruedLiabilities",
  "leaseLiability",
  "equityAttributable",
  "nonControllingInterests",
];

/** Term loans that balance a reported sheet; financed purchases and the revolver stand by their schedules. */
export function balancingLoans(at: Place): number {
  return at.now("totalAssets") - at.sum(...CLAIMS, "financedDebtScheduled", "revolver");
}

function drawn(at: Place): number {
  const lent = at.now("cashCapex") * at.driver("loanShareOfCapex");
  const missing = at.driver("minimumCash") - at.now("cashBeforeLoans");
  return Math.max(0, Math.min(lent, missing));
}

function repaidEarly(at: Place): number {
  const ceiling = Math.max(at.driver("cashCeiling"), at.driver("minimumCash"));
  const spare = at.now("cashBeforeLoans") - ceiling - at.before("revolver");
  const owed = at.before("loans") - at.now("loansScheduled");
  return Math.max(0, Math.min(owed, spare));
}

/** What the revolver does, case by case: repay all that is not needed, draw what is missing, never beyond the limit. */
function revolverChange(at: Place): number {
  const [before, limit] = [at.before("revolver"), at.driver("revolverLimit")];
  const missing = at.driver("minimumCash") - at.now("cashBeforeRevolver");
  const wanted = missing < -before ? -before : missing;
  return wanted > limit - before ? limit - before : wanted;
}

/** Loans, revolver, equity and shares. */
export const workedFinancing: Worked = {
  loansScheduled: (at) => at.before("loans") / at.driver("loanTerm"),
  cashBeforeLoans: (at) =>
    at.before("cash") +
    at.sum("cashFromOperations", "cashFromInvesting", "equityRaise") -
    at.sum("loansScheduled", "financedDebtRunOff", "leaseLiabilitiesRunOff"),
  loansDrawn: drawn,
  loansRepaidEarly: repaidEarly,
  loans: (at) =>
    at.knows("ppeAndRou")
      ? balancingLoans(at)
      : at.before("loans") - at.now("loansScheduled") + drawn(at) - repaidEarly(at),
  debtRepayment: (at) => at.sum("loansScheduled", "loansRepaidEarly", "financedDebtRunOff"),
  debt: (at) => at.sum("loans", "financedDebtScheduled"),
  cashBeforeRevolver: (at) => at.sum("cashBeforeLoans", "loansDrawn") - at.now("loansRepaidEarly"),
  revolverChange,
  revolver: (at) => at.before("revolver") + revolverChange(at),
  fundingGap: (at) => excess(at, at.driver("minimumCash"), at.now("cash")),
  equityRaise: (at) =>
    at.year * 10 + at.quarter === at.driver("equityRaiseQuarter") ? at.driver("equityRaiseAmount") : 0,
  equityAttributable: (at) =>
    at.before("equityAttributable") + at.sum("netResultAttributable", "shareBasedPay", "equityRaise"),
  nonControllingInterests: (at) => at.before("nonControllingInterests") + at.now("minorityResult"),
  adsOutstanding: (at) =>
    at.before("adsOutstanding") +
    at.now("equityRaise") / at.driver("equityRaisePrice") +
    Math.max(0, at.now("shareBasedPay")) / at.driver("awardPrice"),
};
