import type { Place } from "./place";

/** A law of the model, worked out from other lines than the model's own checks: what it lacks in a forecast quarter, RMB m; 0 when it holds. */
export type Law = (at: Place) => number;

const ASSETS = [
  "cash",
  "restrictedCash",
  "receivables",
  "prepayments",
  "ppe",
  "rightOfUseAssets",
  "intangibleAssets",
  "goodwill",
  "equityInvestments",
  "otherNonCurrentAssets",
];
const LIABILITIES = [
  "accountsPayable",
  "accruedLiabilities",
  "borrowings",
  "revolverBalance",
  "leaseLiability",
];
const COSTS = ["costIdc", "costDepreciation", "costSolution", "costFulfilment", "costPool", "costOther"];

/** Run-off of a schedule: the opening balance in equal parts until it is used up, each earlier addition over its life. */
function runOff(at: Place, schedule: string, additions: string, openingLife: number, life: number): number {
  let total = at.t - at.last <= openingLife ? at.on(schedule, at.last) / openingLife : 0;
  for (let bought = at.last + 1; bought < at.t; bought++)
    if (at.t - bought <= life) total += at.on(additions, bought) / life;
  return total;
}

/** What a balance lacks of opening plus additions less run-off. */
function rollForward(
  at: Place,
  schedule: string,
  additions: string,
  openingLife: string,
  life: string,
): number {
  return (
    at.change(schedule) -
    at.now(additions) +
    runOff(at, schedule, additions, at.driver(openingLife), at.driver(life))
  );
}

function workingCapital(at: Place): number {
  return (
    at.change("accountsPayable") +
    at.change("accruedLiabilities") -
    at.change("receivables") -
    at.change("prepayments")
  );
}

/** Cap use of a party in the year to date, above its cap in force. */
function overCap(at: Place, party: "Xiaomi" | "Kingsoft"): number {
  const first = at.t - (at.t % 4);
  let used = first <= at.last ? at.on(`capUsed${party}`, at.last) : 0;
  for (let quarter = Math.max(first, at.last + 1); quarter <= at.t; quarter++)
    used += at.on(`revenue${party}`, quarter);
  return Math.max(0, used - at.now(`cap${party}`));
}

/** The laws of every forecast quarter. */
export const LAWS: Readonly<Record<string, Law>> = {
  "assets equal liabilities and equity": (at) =>
    at.sum(...ASSETS) - at.sum(...LIABILITIES) - at.sum("shareholdersEquity", "minorityInterests"),
  "totals are the sums of their parts": (at) =>
    Math.abs(at.now("totalAssets") - at.sum(...ASSETS)) +
    Math.abs(at.now("totalLiabilities") - at.sum(...LIABILITIES)),
  "cash moves by the cash flow statement": (at) =>
    at.change("cash") - at.sum("cashFromOperations", "cashFromInvesting", "cashFromFinancing"),
  "the cash flow statement closes on the balance sheet": (at) => at.now("cashClosing") - at.now("cash"),
  "operations are result, non-cash cost and working capital": (at) =>
    at.now("cashFromOperations") -
    at.sum("netResult", "shareBasedPay", "depreciation", "amortisation") -
    workingCapital(at),
  "cash capital expenditure is owned less financed": (at) =>
    at.now("cashFromInvesting") + at.now("ownedAdditions") * (1 - at.driver("financedShare")),
  "financing is debt, leases, equity and revolver": (at) =>
    at.now("cashFromFinancing") -
    (at.change("borrowings") - at.now("financedPurchases")) -
    (at.change("leaseLiability") - at.now("leasedAdditions")) -
    at.change("revolverBalance") -
    at.now("equityRaise"),
  "equity moves by result, share-based pay and raises": (at) =>
    at.change("totalEquity") - at.sum("netResult", "shareBasedPay", "equityRaise"),
  "the result is shared between shareholders and minorities": (at) =>
    at.now("netResult") - at.sum("netResultAttributable", "minorityResult"),
  "owned equipment rolls forward": (at) =>
    rollForward(at, "ppeOwned", "ownedAdditions", "openingOwnedLife", "ownedLife"),
  "right-of-use assets roll forward": (at) =>
    rollForward(at, "rightOfUse", "leasedAdditions", "openingLeaseTerm", "leaseTerm"),
  "lease liabilities roll forward": (at) =>
    rollForward(at, "leaseLiabilities", "leasedAdditions", "openingLeaseTerm", "leaseTerm"),
  "loans roll forward": (at) => rollForward(at, "loans", "loansDrawn", "openingDebtTerm", "newLoanTerm"),
  "financed purchases roll forward": (at) =>
    rollForward(at, "financedDebt", "financedPurchases", "financingTerm", "financingTerm"),
  "intangibles run off": (at) =>
    at.change("intangibleAssets") + Math.min(at.driver("amortisationRunRate"), at.before("intangibleAssets")),
  "interest is on opening balances": (at) =>
    at.now("interestExpense") * 4 -
    at.before("borrowings") * at.driver("debtRate") -
    at.before("leaseLiability") * at.driver("leaseRate") -
    at.before("revolverBalance") * at.driver("revolverRate"),
  "no asset and no liability is negative": (at) =>
    Math.min(
      0,
      ...[
        "receivables",
        "prepayments",
        "ppe",
        "rightOfUseAssets",
        "intangibleAssets",
        "accountsPayable",
        "accruedLiabilities",
        "borrowings",
        "revolverBalance",
        "leaseLiability",
      ].map((lineId) => at.now(lineId)),
    ),
  "the revolver lies between zero and its limit": (at) =>
    Math.max(0, -at.now("revolver"), at.now("revolver") - at.driver("revolverLimit")),
  "cash below the minimum means a revolver drawn in full": (at) =>
    Math.min(
      Math.max(0, at.driver("minimumCash") - at.now("cash")),
      Math.max(0, at.driver("revolverLimit") - at.now("revolver")),
    ),
  "cash above the minimum means no revolver": (at) =>
    Math.min(Math.max(0, at.now("cash") - at.driver("minimumCash")), Math.max(0, at.now("revolver"))),
  "Xiaomi stays within its cap": (at) => overCap(at, "Xiaomi"),
  "Kingsoft stays within its cap": (at) => overCap(at, "Kingsoft"),
  "product lens equals customer lens": (at) =>
    at.sum("revenuePublic", "revenueEnterprise") -
    at.sum("revenueXiaomi", "revenueKingsoft") -
    at.sum("externalAi", "externalBasic", "agentFees", "externalEnterprise"),
  "public cloud is AI billing and basic cloud": (at) =>
    at.now("revenuePublic") - at.sum("aiGrossBilling", "basicCloud"),
  "AI billing needs capacity": (at) => Math.max(0, at.now("aiGrossBilling") - at.now("aiCapacity")),
  "procurement is the sum of its models": (at) =>
    at.now("procurementTotal") - at.sum("ownedAdditions", "leasedAdditions", "poolVolume", "agentVolume"),
  "gross profit is revenue less every cost": (at) =>
    at.now("grossProfit") - at.now("revenue") + at.sum(...COSTS),
  "the operating result is gross profit less every expense": (at) =>
    at.now("operatingResult") -
    at.now("grossProfit") +
    at.sum(
      "adjustedResearchDevelopment",
      "adjustedSellingMarketing",
      "adjustedGeneralAdministrative",
      "creditLoss",
    ) +
    at.driver("sbcInOpex"),
  "the net result follows from it": (at) => {
    const pretax =
      at.sum("operatingResult", "interestIncome", "foreignExchange", "otherIncome") -
      at.now("interestExpense");
    return at.now("netResult") - pretax + Math.max(0, pretax) * at.driver("taxRate");
  },
  "EBITDA adds back what is not cash": (at) =>
    at.now("adjustedEbitda") -
    at.sum("operatingResult", "amortisation", "shareBasedPay", "depreciation", "otherIncome"),
};
