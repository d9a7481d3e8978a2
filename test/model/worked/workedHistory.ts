import { PERIODS } from "../../../src/companies/kingsoftCloud";
import type { Place } from "../place";
import type { Worked } from "./worked";
import { workedLines } from "./workedLines";

type Party = "Xiaomi" | "Kingsoft";

/** A party's part of ecosystem revenue: by the filed year before the opening year, by the broker's figure in it. */
function part(at: Place, party: Party): number {
  const ofXiaomi = at.driver(
    at.year < PERIODS[at.opening]!.year ? "xiaomiShareBefore" : "xiaomiShareOfEcosystem",
  );
  return party === "Xiaomi" ? ofXiaomi : 1 - ofXiaomi;
}

/** Revenue of a party in the year's quarters up to this one, or up to the one before. */
function used(at: Place, party: Party, itself: boolean): number {
  let total = 0;
  for (let ago = itself ? 0 : 1; ago < at.quarter; ago++)
    total += at.before("revenueEcosystem", ago) * part(at, party);
  return total;
}

const assetPart = (at: Place): number => 1 - at.driver("poolShare") - at.driver("agentShare");

/** Capital expenditure of the year's quarters before some quarters ago. */
function spent(at: Place, since: 0 | 1): number {
  let total = 0;
  for (let ago = since; ago < at.quarter; ago++) total += at.before("capexCompanyBasis", ago) || 0;
  return total;
}

/** Capital expenditure some quarters ago, or in the last quarter before that is known. */
export function lastKnown(at: Place, ago: number): number {
  for (let back = ago; back <= at.t; back++)
    if (!Number.isNaN(at.before("capexCompanyBasis", back))) return at.before("capexCompanyBasis", back);
  return Number.NaN;
}

const parties: Worked = Object.fromEntries(
  (["Xiaomi", "Kingsoft"] as const).flatMap((party) => [
    [`revenue${party}`, (at: Place) => at.now("revenueEcosystem") * part(at, party)],
    [`capUsedBefore${party}`, (at: Place) => used(at, party, false)],
    [`capUsed${party}`, (at: Place) => used(at, party, true)],
  ]),
);

/** Lines of history that read as they do after the opening. */
const asAfterwards = [
  "ecosystemEnterprise",
  "ownedAdditions",
  "externalAi",
  "externalEnterprise",
  "basicCloud",
  "revenueExternal",
  "ecosystemShare",
  "aiShareOfPublic",
  "revenueGrowth",
  "grossProfit",
  "grossMargin",
  "adjustedGrossMargin",
  "expensesReported",
  "operatingResult",
  "adjustedOperatingResult",
  "adjustedNetResult",
  "adjustedEbitda",
  "adjustedEbitdaMargin",
  "adjustedOperatingMargin",
  "currentAssets",
  "totalAssets",
  "totalLiabilities",
  "totalEquity",
  "netDebt",
  "oneTimeOtherIncome",
  "ltmEbitda",
  "interestCover",
  "capexToRevenue",
];

/** Lines of quarters before the opening, where no figure is known. */
export const workedHistory: Worked = {
  ...Object.fromEntries(asAfterwards.map((id) => [id, workedLines[id]!])),
  ...Object.fromEntries(
    Object.keys(workedLines)
      .filter((id) => id.startsWith("check"))
      .map((id) => [id, () => 0]),
  ),
  ...parties,
  ecosystemAi: (at) =>
    at.year < 2025 ? Number.NaN : at.now("revenueEcosystem") * at.driver("ecosystemAiShare"),
  liabilitiesAndEquity: (at) => at.sum("totalLiabilities", "totalEquity"),
  leasedAdditions: (at) => (at.now("capexCompanyBasis") * at.driver("leasedShare")) / assetPart(at),
  procurementLastKnown: (at) => lastKnown(at, 0) / assetPart(at),
  procurementTotal: (at) => at.now("capexCompanyBasis") / assetPart(at),
  capacityBought: (at) =>
    (at.now("capexCompanyBasis") / assetPart(at)) *
    (1 - at.driver("agentShare")) *
    at.driver("aiShareOfProcurement") *
    at.driver("billingYield"),
  envelopeSpentBefore: (at) => spent(at, 1),
  envelopeSpent: (at) => spent(at, 0),
  poolCapacityBought: () => 0,
  impairment: () => 0,
  depreciation: (at) => at.fact("depreciationAmortisation") - at.now("amortisation"),
  costOfRevenue: (at) => at.now("revenue") - at.fact("grossProfit"),
  cashCostOfRevenue: (at) => at.now("costOfRevenue") - at.now("costDepreciation"),
  incomeTax: (at) => at.now("pretaxResult") - at.fact("netResult"),
  minorityResult: (at) => at.now("netResult") - at.fact("netResultAttributable"),
};

/** Names under which the facts disclose a line, where it has another name than the line. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  capOfYearXiaomi: "capXiaomi",
  capOfYearKingsoft: "capKingsoft",
  leasedAdditions: "capexLeased",
  ownedAdditions: "capexOwned",
  amortisation: "amortisationIntangibles",
  sbcInCost: "shareBasedInCost",
  sbcInOpex: "shareBasedInOperatingExpenses",
  shareBasedPay: "shareBasedCompensation",
  otherIncome: "otherIncomeAndGains",
  leaseLiability: "leaseLiabilities",
  rightOfUseAssets: "operatingRou",
  guidedEbitdaMargin: "adjustedEbitdaMargin",
  guidedCapex: "capexCompanyBasis",
};

/** Lines that the facts disclose under their own names. */
const SAME_NAMES = [
  ...["revenueXiaomi", "revenueKingsoft", "capXiaomi", "capKingsoft", "capexCompanyBasis", "cashCapex"],
  ...["aiGrossBilling", "revenuePublic", "revenueEnterprise", "revenueOther", "revenue"],
  ...["revenueEcosystem", "ppeAndRou", "intangibles", "depreciationAmortisation"],
  ...["costIdc", "costDepreciation", "costSolution", "costFulfilment", "costOther", "costOfRevenue"],
  ...["grossProfit", "adjustedGrossProfit", "adjustedResearchDevelopment", "adjustedSellingMarketing"],
  ...["adjustedGeneralAdministrative", "adjustedOperatingExpenses", "researchDevelopment"],
  ...["sellingMarketing", "generalAdministrative", "impairment", "operatingResult"],
  ...["adjustedOperatingResult", "interestIncome", "interestExpense", "foreignExchange"],
  ...["pretaxResult", "incomeTax", "netResult", "netResultAttributable", "adjustedNetResult"],
  ...["adjustedEbitda", "equityAttributable", "nonControllingInterests", "cash", "restrictedCash"],
  ...["receivables", "prepayments", "currentAssets", "ppe", "goodwill", "equityInvestments"],
  ...["otherNonCurrentAssets", "totalAssets", "accountsPayable", "accruedLiabilities", "borrowings"],
  ...["totalLiabilities", "totalEquity", "liabilitiesAndEquity", "cashFromOperations"],
  ...["cashFromInvesting", "cashFromFinancing", "netChangeInCash", "weightedAds", "resultPerAds"],
  ...["totalDebtAndLeases", "oneTimeOtherIncome", "debtToEquity"],
];

/** Name in the facts of every line that they may disclose. */
export const FIGURE_OF: Readonly<Record<string, string>> = {
  ...Object.fromEntries(SAME_NAMES.map((id) => [id, id])),
  ...OTHER_NAMES,
};
