import type { Place } from "../place";
import type { Worked } from "./workedLines";

const ratio =
  (above: string, below: string) =>
  (at: Place): number =>
    at.now(above) / at.now(below);
/** 0 where what stands below is not positive. */
const orZero = (above: number, below: number): number => (below <= 0 ? 0 : above / below);

/** Ratios that read the same in a quarter and in a year. */
export const workedRatios: Worked = {
  ecosystemShare: ratio("revenueEcosystem", "revenue"),
  aiShareOfPublic: ratio("aiGrossBilling", "revenuePublic"),
  aiCapacityUse: (at) => orZero(at.now("aiGrossBilling"), at.now("aiCapacity")),
  capUtilisationXiaomi: (at) => orZero(at.now("capUsedXiaomi"), at.now("capXiaomi")),
  capUtilisationKingsoft: (at) => orZero(at.now("capUsedKingsoft"), at.now("capKingsoft")),
  grossMargin: ratio("grossProfit", "revenue"),
  adjustedGrossMargin: ratio("adjustedGrossProfit", "revenue"),
  adjustedEbitdaMargin: ratio("adjustedEbitda", "revenue"),
  adjustedOperatingMargin: ratio("adjustedOperatingResult", "revenue"),
  weightedAds: (at) => (at.before("adsOutstanding") + at.now("adsOutstanding")) / 2,
  resultPerAds: ratio("netResultAttributable", "weightedAds"),
  adjustedResultPerAds: ratio("adjustedNetResult", "weightedAds"),
  revenuePerAds: ratio("revenue", "weightedAds"),
  bookPerAds: ratio("equityAttributable", "adsOutstanding"),
  interestCover: (at) =>
    at.now("interestExpense") < 0.5 / 10 ** at.driver("checkDigits")
      ? 0
      : at.now("adjustedEbitda") / at.now("interestExpense"),
  ebitdaMarginVsGuidance: (at) =>
    at.now("adjustedEbitda") / at.now("revenue") - at.driver("guidanceEbitdaMargin"),
  grossMarginVsGuidance: (at) =>
    at.now("adjustedGrossProfit") / at.now("revenue") - at.driver("guidanceGrossMargin"),
  fundingGapShare: (at) => orZero(at.now("fundingGap"), at.now("revenue")),
};

/** Credit metrics, and what a quarter has in its own way. */
export const workedMetrics: Worked = {
  ...workedRatios,
  totalDebtAndLeases: (at) => at.sum("borrowings", "revolverBalance", "leaseLiability"),
  netDebt: (at) => at.sum("borrowings", "revolverBalance", "leaseLiability") - at.now("cash"),
  ltmEbitda: (at) =>
    [0, 1, 2, 3].reduce((total, quarters) => total + at.before("adjustedEbitda", quarters), 0),
  netDebtToEbitda: (at) => orZero(at.now("netDebt"), at.now("ltmEbitda")),
  debtToEquity: (at) => orZero(at.now("totalDebtAndLeases"), at.now("totalEquity")),
  capexVsGuidance: (at) => orZero(at.now("capexCompanyBasis"), at.driver("guidanceCapex") / 4),
};
