import type { Place } from "../place";
import { workedLines, type Worked } from "./workedLines";

const share = (at: Place, party: "Xiaomi" | "Kingsoft"): number =>
  party === "Xiaomi" ? at.driver("xiaomiShareOfEcosystem") : 1 - at.driver("xiaomiShareOfEcosystem");

/** Ecosystem revenue of the year's quarters up to `until`, a party's part of it. */
function usedTo(at: Place, party: "Xiaomi" | "Kingsoft", until: number): number {
  let total = 0;
  for (let quarter = at.t - (at.t % 4); quarter <= until; quarter++)
    total += at.on("revenueEcosystem", quarter) * share(at, party);
  return total;
}

const asInForecast = [
  "ecosystemShare",
  "aiShareOfPublic",
  "revenueGrowth",
  "grossProfit",
  "grossMargin",
  "adjustedGrossMargin",
  "adjustedEbitdaMargin",
  "adjustedOperatingMargin",
  "totalEquity",
  "ltmEbitda",
  "interestCover",
];

/** Lines of actual quarters that follow from others where no figure is disclosed. */
export const workedHistory: Worked = {
  ...Object.fromEntries(asInForecast.map((id) => [id, workedLines[id]!])),
  ...Object.fromEntries(
    (["Xiaomi", "Kingsoft"] as const).flatMap((party) => [
      [`capUsedBefore${party}`, (at: Place) => usedTo(at, party, at.t - 1)],
      [`capUsed${party}`, (at: Place) => usedTo(at, party, at.t)],
    ]),
  ),
  ...Object.fromEntries(
    Object.keys(workedLines)
      .filter((id) => id.startsWith("check"))
      .map((id) => [id, () => 0]),
  ),
  basicCloud: (at) => at.now("revenuePublic") - at.now("aiGrossBilling"),
  revenueExternal: (at) => at.now("revenue") - at.now("revenueEcosystem"),
  aiCapacityAdditions: (at) => at.now("procurementTotal") * at.driver("aiShareOfProcurement"),
  poolCapacityAdditions: () => 0,
  externalEnterprise: (at) =>
    at.now("revenueEnterprise") - at.now("revenueEcosystem") * at.driver("ecosystemEnterpriseShare"),
  liabilitiesAndEquity: (at) => at.sum("totalLiabilities", "totalEquity"),
  sbcInCost: (at) => at.now("adjustedGrossProfit") - at.now("grossProfit"),
  minorityResult: (at) => at.now("netResult") - at.now("netResultAttributable"),
};

/** Figures under which history is disclosed, where they are not called as the line. */
export const FIGURE_OF: Readonly<Record<string, string>> = {
  rightOfUseAssets: "operatingRou",
  intangibleAssets: "intangibles",
  shareholdersEquity: "equityAttributable",
  minorityInterests: "nonControllingInterests",
  procurementTotal: "capexCompanyBasis",
  ownedAdditions: "capexOwned",
  leasedAdditions: "capexLeased",
  shareBasedPay: "shareBasedCompensation",
};

/** Lines that no disclosed figure fills although one has their name. */
export const NOT_FILLED: ReadonlySet<string> = new Set([
  "sbcInCost",
  "creditLoss",
  "minorityResult",
  "adjustedGrossMargin",
  "grossMargin",
  "adjustedEbitdaMargin",
  "adjustedOperatingMargin",
  "ecosystemShare",
  "revenueExternal",
  "revenueGrowth",
  "netDebt",
  "totalDebtAndLeases",
  "adsOutstanding",
  "basicCloud",
  "ltmEbitda",
  "freeCashFlow",
  "depreciation",
  "amortisation",
  "aiShareOfPublic",
  "equityRaise",
  "liabilitiesAndEquity",
]);
