import { PERIODS } from "../../../src/model";
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

/** Capital expenditure of the year so far. */
function spent(at: Place): number {
  let total = 0;
  for (let ago = 0; ago < at.quarter; ago++) total += at.before("capexCompanyBasis", ago);
  return total;
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
  "ecosystemAi",
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
  "liabilitiesAndEquity",
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
  leasedAdditions: (at) => (at.now("capexCompanyBasis") * at.driver("leasedShare")) / assetPart(at),
  procurementTotal: (at) => at.now("capexCompanyBasis") / assetPart(at),
  capacityBought: (at) =>
    (at.now("capexCompanyBasis") / assetPart(at)) *
    (1 - at.driver("agentShare")) *
    at.driver("aiShareOfProcurement") *
    at.driver("billingYield"),
  envelopeSpentBefore: (at) => spent(at) - at.now("capexCompanyBasis"),
  envelopeSpent: spent,
  poolCapacityBought: () => 0,
  impairment: () => 0,
  depreciation: (at) => at.now("depreciationAmortisation") - at.now("amortisation"),
  costOfRevenue: (at) => at.now("revenue") - at.fact("grossProfit"),
  cashCostOfRevenue: (at) => at.now("costOfRevenue") - at.now("costDepreciation"),
  sbcInOpex: (at) => at.now("shareBasedPay") - at.now("sbcInCost"),
  incomeTax: (at) => at.now("pretaxResult") - at.now("netResult"),
  minorityResult: (at) => at.now("netResult") - at.now("netResultAttributable"),
};

/** Figures under which history is disclosed, where they are not called as the line. */
export const FIGURE_OF: Readonly<Record<string, string>> = {
  rightOfUseAssets: "operatingRou",
  leaseLiability: "leaseLiabilities",
  ownedAdditions: "capexOwned",
  leasedAdditions: "capexLeased",
  capOfYearXiaomi: "capXiaomi",
  capOfYearKingsoft: "capKingsoft",
  amortisation: "amortisationIntangibles",
  otherIncome: "otherIncomeAndGains",
  sbcInCost: "shareBasedInCost",
  shareBasedPay: "shareBasedCompensation",
};
