import { workedInEffect } from "./workedDemand";

const parties = (...lines: readonly string[]): readonly string[] =>
  ["Xiaomi", "Kingsoft"].flatMap((party) => lines.map((line) => line + party));
const schedules = (...parts: readonly string[]): readonly string[] =>
  ["ppeOwned", "rightOfUse", "leaseLiabilities", "financedDebt"].flatMap((id) =>
    parts.map((part) => id + part),
  );

/** Lines that a year takes from its last quarter: levels, and what is counted to date; the rest of the money adds up. */
export const LEVELS: ReadonlySet<string> = new Set([
  ...["priceIndex", "ecosystemPriceIndex", "inferencePart", "inferenceMix", "idcSavingIndex"],
  ...["revisionInEffect", "revisionByYearEnd"],
  ...parties("capAgreed", "capRevised", "capInterim", "capRenewed", "capRefiled", "capOfYear", "cap"),
  ...parties("demandExpected", "capUsed", "capHeadroom", "bindingQuarter"),
  ...parties("capStopsBinding", "capNextPercent"),
  ...["aiCapacity", "poolCapacity", "aiCapacityUse"],
  ...["cashCostMark", "interestMark", "taxLossesForward", "impairmentIndicated", "impairmentStock"],
  ...["externalReceivableDays", "tradePayableDays", "otherPrepaymentDays", "accrualDays"],
  ...["relatedPartyReceivables", "capexCreditors", "serverPrepayments", "customerDepositsHeld"],
  ...schedules("OpeningLeft"),
  ...["ppeOwned", "ppeAndRou", "loans", "debt", "revolver", "fundingGap", "leaseLiability", "borrowings"],
  ...["cash", "restrictedCash", "receivables", "prepayments", "currentAssets", "ppe", "rightOfUseAssets"],
  ...["intangibles", "goodwill", "equityInvestments", "otherNonCurrentAssets", "totalAssets"],
  ...["accountsPayable", "accruedLiabilities", "totalLiabilities"],
  ...["equityAttributable", "nonControllingInterests", "totalEquity", "liabilitiesAndEquity"],
  ...["adsOutstanding", "cashClosing", "totalDebtAndLeases", "netDebt"],
  ...["ltmEbitda", "netDebtToEbitda", "debtToEquity"],
  ...["clusterBilling", "clusterBillingInUse", "clusterCost", "clusterCostInUse", "clusterCash"],
  ...["clusterCashInUse", "clusterPayback", "clusterReturn", "clusterReturnInUse", "clusterLeasePayment"],
  ...["clusterLeasedCash", "clusterPoolCash", "clusterAgentFee"],
  ...["quartersFromValuation", "costOfEquity", "costOfCapital", "discountFactorAtEnd"],
  "hongKongPremium",
  ...["unleveredLossesForward", "presentValueToDate", "netClaims", "netClaimsAtValuation", "adsAtValuation"],
  ...["clusterOwnedMargin", "clusterLeasedMargin", "clusterPoolMargin"],
]);

/** Lines that have no value in a year. */
export const QUARTERS_ONLY: ReadonlySet<string> = new Set([
  ...["quarterNumber", "quarterCode", "quarterOfYear", "quartersLeft"],
  ...["secondQuarterLeft", "thirdQuarterLeft", "fourthQuarterLeft"],
  ...[
    "driverYear",
    "assumedQuarter",
    "agreementYear",
    "renewalQuarter",
    "phase",
    "openingYear",
    "afterReports",
  ],
  ...["priceReaction", "ecosystemPriceReaction"],
  ...parties("demandGrowth", "demandStep", "volumeEstimate", "demandEstimate", "demandBefore", "demandRest"),
  ...parties("renewalLate", "capUsedBefore", "capLeft", "capPaced", "planned", "capRefiledFactor"),
  ...["ecosystemEstimate", "ecosystemSurprise", "ecosystemDemandSurprise", "ecosystemAiPeak"],
  ...["capacitySetFree", "needEcosystem", "needExternal", "needCapacity"],
  ...["capacityUnderway", "capacityMissing", "envelopeSpentBefore", "envelopeLimit", "envelopeSpent"],
  ...["envelopeEven", "capexEstimate", "envelopeCounted"],
  ...Object.keys(workedInEffect),
  ...["equipmentAwaiting", "procurementLastKnown", "capacityEntering", "capacityAwaiting"],
  ...["poolCapacityBought", "poolCapacityEntering", "ecosystemAiServed", "capacityForExternal"],
  ...["externalAiVolumeEstimate", "externalAiOwn", "externalAiEstimate", "externalAiWanted"],
  ...["externalAiServed", "externalBasicVolumeEstimate", "externalBasicEstimate"],
  ...["externalEnterpriseEstimate", "aiGrossBillingEstimate", "basicCloudEstimate"],
  ...["revenuePublicEstimate", "revenueEnterpriseEstimate", "revenueEstimate", "revenuePublicOfTotal"],
  ...["ownedInService", "leasedInService", ...schedules("Opening", "Instalment", "Scheduled")],
  ...["impairmentRelief", "depreciationBeyondSchedule"],
  ...["idcAtRates", "upfrontAtRates", "solutionAtRates", "fulfilmentAtRates", "poolAtRates"],
  ...["rentedAtRates", "otherAtRates", "cashCostAtRates", "cashCostReported", "costKnown"],
  ...["sbcBeforeExpenses", "expensesByFunctionReported", "expensesByFunctions", "expensesByEbitda"],
  ...["expensesKnown", "expensesAsReported", "runningExpensesEstimate", "runningExpenses"],
  ...["sellingRunning", "generalRunning", "interestAtRates"],
  "discountFactor",
  ...["cashBeforeLoans", "cashBeforeRevolver", "cashOpening"],
]);

/** What was guided stands in the years it was said about, and is compared only there. */
export const GUIDED: ReadonlySet<string> = new Set([
  "guidedEbitdaMargin",
  "guidedCapex",
  "ebitdaMarginVsGuidance",
  "capexVsGuidance",
]);
