import type { Place } from "./place";

/** A law of the model, worked out from other lines than the model's own checks: what it lacks in a quarter, RMB m; 0 when it holds. */
export type Law = (at: Place) => number;

const ASSETS = [
  "cash",
  "restrictedCash",
  "receivables",
  "prepayments",
  "ppe",
  "rightOfUseAssets",
  "intangibles",
  "goodwill",
  "equityInvestments",
  "otherNonCurrentAssets",
];
const LIABILITIES = ["accountsPayable", "accruedLiabilities", "debt", "revolver", "leaseLiability"];
const EQUITY = ["equityAttributable", "nonControllingInterests"];
/** The five costs that the company states. */
const COSTS = ["costIdc", "costDepreciation", "costSolution", "costFulfilment", "costOther"];
const EXPENSES = ["researchDevelopment", "sellingMarketing", "generalAdministrative"];
const NEVER_NEGATIVE = [
  "ppe",
  "rightOfUseAssets",
  "intangibles",
  "leaseLiability",
  "financedDebtScheduled",
  "loans",
  "revolver",
  "relatedPartyReceivables",
  "capexCreditors",
  "serverPrepayments",
  "customerDepositsHeld",
];

/** A law that is asked only where the balance sheet of the quarter is not reported. */
const unlessReported =
  (law: Law): Law =>
  (at) =>
    at.knows("cash") ? 0 : law(at);

const excess = (amount: number): number => Math.max(0, amount);

/** Change of a balance less what came and what went. */
const rollForward = (at: Place, balance: string, came: readonly string[], went: readonly string[]): number =>
  at.change(balance) - at.sum(...came) + at.sum(...went);

/** Revenue of a party in the quarter beyond what its cap in force leaves of the year; nothing is asked of a reported quarter. */
function beyondCap(at: Place, party: "Xiaomi" | "Kingsoft"): number {
  if (at.knows("revenueEcosystem")) return 0;
  let used = 0;
  for (let quarters = 1; quarters < at.quarter; quarters++) used += at.before(`revenue${party}`, quarters);
  const left = at.now(`cap${party}`) * at.driver(`capUsable${party}`) - used;
  return excess(at.now(`revenue${party}`) - excess(left));
}

/** Whether billing of the quarter is calculated, so that capacity and demand bound it. */
const isCalculated = (at: Place): boolean =>
  !(at.knows("aiGrossBilling") || at.knows("revenuePublic") || at.knows("revenue"));

/** The laws of every quarter after the opening. */
export const LAWS: Readonly<Record<string, Law>> = {
  "assets equal liabilities and equity": (at) => at.sum(...ASSETS) - at.sum(...LIABILITIES, ...EQUITY),
  "totals are the sums of their parts": (at) =>
    Math.abs(at.now("totalAssets") - at.sum(...ASSETS)) +
    Math.abs(at.now("totalLiabilities") - at.sum(...LIABILITIES)),
  "cash moves by its causes": unlessReported(
    (at) => at.change("cash") - at.sum("cashFromOperations", "cashFromInvesting", "cashFromFinancing"),
  ),
  "the cash flow statement closes on the balance sheet": (at) =>
    at.now("cashOpening") + at.now("netChangeInCash") - at.now("cash"),
  "operations are result, non-cash cost and working capital": (at) =>
    at.now("cashFromOperations") -
    at.sum("netResult", "shareBasedPay", "depreciationAmortisation", "impairment") -
    (at.change("accountsPayable") - at.change("capexCreditors") + at.change("accruedLiabilities")) +
    (at.change("receivables") + at.change("prepayments")),
  "investing is what is bought, less what is financed and what is owed": (at) =>
    at.now("cashFromInvesting") +
    at.now("ownedAdditions") * (1 - at.driver("financedShare")) -
    at.change("capexCreditors"),
  "financing is debt, leases, equity and revolver": unlessReported(
    (at) =>
      at.now("cashFromFinancing") -
      (at.change("debt") - at.now("financedPurchases")) -
      (at.change("leaseLiability") - at.now("leasedAdditions")) -
      at.change("revolver") -
      at.now("equityRaise"),
  ),
  "equity moves by result, share-based pay and raises": unlessReported(
    (at) => at.change("totalEquity") - at.sum("netResult", "shareBasedPay", "equityRaise"),
  ),
  "the result is shared between shareholders and minorities": (at) =>
    at.now("netResult") - at.sum("netResultAttributable", "minorityResult"),
  "equipment rolls forward": unlessReported((at) =>
    rollForward(at, "ppeAndRou", ["ownedAdditions", "leasedAdditions"], ["depreciation", "impairment"]),
  ),
  "right-of-use assets roll forward": (at) =>
    rollForward(at, "rightOfUseScheduled", ["leasedAdditions"], ["rightOfUseRunOff"]),
  "lease liabilities roll forward": unlessReported((at) =>
    rollForward(at, "leaseLiability", ["leasedAdditions"], ["leaseLiabilitiesRunOff"]),
  ),
  "loans roll forward": unlessReported((at) =>
    rollForward(at, "loans", ["loansDrawn"], ["loansScheduled", "loansRepaidEarly"]),
  ),
  "financed purchases roll forward": (at) =>
    rollForward(at, "financedDebtScheduled", ["financedPurchases"], ["financedDebtRunOff"]),
  "intangibles run off": unlessReported((at) => rollForward(at, "intangibles", [], ["amortisation"])),
  "interest is on opening balances, as the last report marked the rates": (at) =>
    at.knows("interestExpense")
      ? 0
      : at.now("interestExpense") * 4 -
        at.now("interestMark") *
          (at.before("debt") * at.driver("debtRate") +
            at.before("leaseLiability") * at.driver("leaseRate") +
            at.before("revolver") * at.driver("revolverRate")),
  "no balance that runs off is negative": unlessReported((at) =>
    Math.min(0, ...NEVER_NEGATIVE.map((lineId) => at.now(lineId))),
  ),
  "the revolver lies between zero and its limit": (at) =>
    excess(-at.now("revolver")) + excess(at.now("revolver") - at.driver("revolverLimit")),
  "cash below the minimum means a revolver drawn in full": unlessReported((at) =>
    Math.min(
      excess(at.driver("minimumCash") - at.now("cash")),
      excess(at.driver("revolverLimit") - at.now("revolver")),
    ),
  ),
  "cash above the minimum means no revolver": unlessReported((at) =>
    Math.min(excess(at.now("cash") - at.driver("minimumCash")), excess(at.now("revolver"))),
  ),
  "loans are drawn against equipment paid in cash": (at) =>
    excess(at.now("loansDrawn") - at.now("cashCapex") * at.driver("loanShareOfCapex")),
  "loans are not drawn and repaid early at once": (at) =>
    Math.min(at.now("loansDrawn"), at.now("loansRepaidEarly")),
  "Xiaomi stays within its cap": (at) => beyondCap(at, "Xiaomi"),
  "Kingsoft stays within its cap": (at) => beyondCap(at, "Kingsoft"),
  "the parties make the ecosystem": (at) =>
    at.now("revenueEcosystem") - at.sum("revenueXiaomi", "revenueKingsoft"),
  "contracted demand is at least what is billed": (at) =>
    at.knows("revenueEcosystem")
      ? 0
      : excess(at.now("revenueEcosystem") - at.sum("demandXiaomi", "demandKingsoft")),
  "product lens equals customer lens": (at) =>
    at.sum("revenuePublic", "revenueEnterprise", "revenueOther") -
    at.sum("revenueXiaomi", "revenueKingsoft") -
    at.sum("externalAi", "externalBasic", "agentFees", "externalEnterprise"),
  "public cloud is AI billing and basic cloud": (at) =>
    at.now("revenuePublic") - at.sum("aiGrossBilling", "basicCloud"),
  "the fleet bills no more than it could": (at) =>
    isCalculated(at) ? excess(at.now("aiVolumeServed") - at.now("aiCapacity")) : 0,
  "external AI billing is no more than its demand with what was set free": (at) =>
    isCalculated(at)
      ? excess(at.now("externalAiServed") - at.sum("externalAiVolumeEstimate", "redeployedDemand"))
      : 0,
  "no more is sold again than was set free": (at) =>
    excess(at.now("redeployedServed") - at.now("capacitySetFree")),
  "capital expenditure stays inside the amount typed for the quarter": (at) =>
    at.knows("capexCompanyBasis") ? 0 : excess(at.now("capexCompanyBasis") - at.now("envelopeLimit")),
  "capital expenditure stays inside the year's envelope": (at) =>
    at.knows("capexCompanyBasis") || !Number.isNaN(at.typed("capexEnvelope"))
      ? 0
      : excess(
          at.now("capexCompanyBasis") -
            excess(at.yearly("capexEnvelope") - at.now("envelopeSpent") + at.now("capexCompanyBasis")),
        ),
  "procurement is the sum of its models": (at) =>
    at.now("procurementTotal") - at.sum("ownedAdditions", "leasedAdditions", "poolVolume", "agentVolume"),
  "gross profit is revenue less every cost": (at) =>
    at.knows("grossProfit", "costOfRevenue")
      ? 0
      : at.now("grossProfit") - at.now("revenue") + at.sum(...COSTS),
  "other costs hold the parts that only the model tells apart": (at) =>
    excess(at.sum("costUpfront", "costPool") - excess(at.now("costOther"))),
  "the operating result is gross profit less every reported expense": (at) =>
    at.knows("operatingResult")
      ? 0
      : at.now("operatingResult") - at.now("grossProfit") + at.sum(...EXPENSES, "impairment"),
  "reported expenses are adjusted ones and share-based pay": (at) =>
    at.knows(...EXPENSES)
      ? 0
      : at.sum(...EXPENSES) -
        at.sum("adjustedResearchDevelopment", "adjustedSellingMarketing", "adjustedGeneralAdministrative") -
        at.now("sbcInOpex"),
  "the net result follows from the operating result": (at) =>
    at.now("netResult") -
    at.sum("operatingResult", "interestIncome", "foreignExchange", "otherIncome") +
    at.sum("interestExpense", "incomeTax"),
  "tax is paid on profit beyond losses carried forward": (at) =>
    at.knows("netResult")
      ? 0
      : at.now("incomeTax") -
        excess(at.now("pretaxResult") - at.before("taxLossesForward")) * at.driver("taxRate"),
  "adjusted net result leaves out share-based pay, foreign exchange and impairment only": (at) =>
    at.now("adjustedNetResult") -
    at.sum("netResult", "shareBasedPay", "impairment") +
    at.now("foreignExchange"),
  "adjusted operating result leaves out share-based pay, impairment and amortisation only": (at) =>
    at.now("adjustedOperatingResult") -
    at.sum("operatingResult", "shareBasedPay", "impairment", "amortisation"),
  "EBITDA adds depreciation and other income to the adjusted operating result": (at) =>
    at.knows("adjustedEbitda")
      ? 0
      : at.now("adjustedEbitda") - at.sum("adjustedOperatingResult", "depreciation", "otherIncome"),
};
