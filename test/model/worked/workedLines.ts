import { LINES } from "../../../src/model";
import type { Place } from "../place";
import { workedCaps } from "./workedCaps";
import { workedFinancing } from "./workedFinancing";
import { workedMetrics, workedRatios } from "./workedMetrics";
import { workedResults } from "./workedResults";
import { workedRevenue } from "./workedRevenue";
import { workedSchedules } from "./workedSchedules";
import { workedStatements } from "./workedStatements";

/** Lines worked out a second time from others, in plain arithmetic: value by line id. */
export type Worked = Readonly<Record<string, (at: Place) => number>>;

/** Checks are zero for valid assumptions. */
const checks: Worked = Object.fromEntries(
  LINES.filter(({ id }) => id.startsWith("check")).map(({ id }) => [id, () => 0]),
);

/** Every line of a forecast quarter but the calendar. */
export const workedLines: Worked = {
  ...workedCaps,
  ...workedRevenue,
  ...workedSchedules,
  ...workedResults,
  ...workedFinancing,
  ...workedStatements,
  ...workedMetrics,
  ...checks,
};

/** Lines of a forecast year that neither add up their quarters nor end with the last. */
export const workedYears: Worked = {
  ...workedRatios,
  revenueGrowth: (at) => at.now("revenue") / at.before("revenue") - 1,
  capexVsGuidance: (at) =>
    at.driver("guidanceCapex") > 0 ? at.now("capexCompanyBasis") / at.driver("guidanceCapex") : 0,
};

/** Lines that a year takes from its last quarter: levels and what is counted to date; the rest of the money adds up. */
export const LEVELS: ReadonlySet<string> = new Set([
  "revisionInEffect",
  "priceIndex",
  "opexIndex",
  "aiFleet",
  "poolFleet",
  "adsOutstanding",
  "debt",
  "revolver",
  "fundingGap",
  "intangibles",
  ...["Xiaomi", "Kingsoft"].flatMap((party) =>
    ["capAgreed", "capRevised", "capRenewed", "capInterim", "cap", "capUsed", "capHeadroom"].map(
      (line) => line + party,
    ),
  ),
  ...["ppeOwned", "rightOfUse", "leaseLiabilities", "loans", "financedDebt"].flatMap((id) => [
    id,
    `${id}OpeningLeft`,
  ]),
  "equityAttributable",
  "nonControllingInterests",
  "cash",
  "restrictedCash",
  "receivables",
  "prepayments",
  "currentAssets",
  "ppe",
  "rightOfUseAssets",
  "intangibleAssets",
  "goodwill",
  "equityInvestments",
  "otherNonCurrentAssets",
  "totalAssets",
  "accountsPayable",
  "accruedLiabilities",
  "borrowings",
  "revolverBalance",
  "leaseLiability",
  "totalLiabilities",
  "shareholdersEquity",
  "minorityInterests",
  "totalEquity",
  "liabilitiesAndEquity",
  "cashClosing",
  "totalDebtAndLeases",
  "netDebt",
  "ltmEbitda",
  "netDebtToEbitda",
  "debtToEquity",
]);

/** Lines that have no value in a year. */
export const QUARTERS_ONLY: ReadonlySet<string> = new Set([
  "quarterNumber",
  "quarterCode",
  "quarterOfYear",
  "driverYear",
  "agreementYear",
  "renewalQuarter",
  "ecosystemServedShare",
  "openingDebt",
  "cashBeforeRevolver",
  "cashOpening",
  ...["Xiaomi", "Kingsoft"].flatMap((party) =>
    ["capUsedBefore", "capLeft", "capBoundCount"].map((line) => line + party),
  ),
  ...["ppeOwned", "rightOfUse", "leaseLiabilities", "loans", "financedDebt"].flatMap((id) => [
    `${id}Opening`,
    `${id}Instalment`,
  ]),
]);
