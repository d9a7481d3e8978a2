import type { Place } from "../place";
import { shareOf, type Worked } from "./worked";

const costKnown = (at: Place): boolean => at.knows("costOfRevenue") || at.knows("grossProfit");

/** Cost of revenue as reported, by itself or through gross profit. */
const reportedCost = (at: Place): number =>
  at.knows("costOfRevenue") ? at.fact("costOfRevenue") : at.now("revenue") - at.fact("grossProfit");

const reportedCash = (at: Place): number =>
  costKnown(at) ? reportedCost(at) - at.now("costDepreciation") : 0;

/** Costs at the model's rates by the line that shows them. */
const RATES: Worked = {
  idcAtRates: (at) => {
    const basicVolume =
      at.now("externalBasicVolume") + at.now("ecosystemBasic") / at.now("ecosystemPriceIndex");
    const equipment = (at.now("aiCapacity") - at.now("poolCapacity")) / at.driver("billingYield");
    const atOpening =
      basicVolume * at.driver("idcRatioBasic") +
      equipment * at.driver("rackRatioAi") +
      at.now("aiVolumeServed") * at.driver("powerRatioAi");
    return atOpening * at.now("idcSavingIndex");
  },
  upfrontAtRates: (at) => at.driver("upfrontRatio") * at.now("equipmentAwaiting"),
  solutionAtRates: (at) => at.driver("solutionRatio") * at.now("revenueEnterprise"),
  fulfilmentAtRates: (at) => at.driver("fulfilmentRatio") * at.now("revenueEnterprise"),
  poolAtRates: (at) =>
    at.driver("poolRevenueShare") *
    at.now("aiGrossBilling") *
    shareOf(at.now("poolCapacity"), at.now("aiCapacity"), 0),
  rentedAtRates: (at) => at.driver("spotShare") * at.now("rentedCapacity") * at.now("ecosystemPriceIndex"),
  otherAtRates: (at) => at.driver("otherCostRatio") * at.now("revenue"),
};

/** How far the last reported cash cost lies from the rates, and what is left of that since. */
function mark(at: Place): number {
  const rates = at.now("cashCostAtRates");
  if (costKnown(at) && rates > 0) return reportedCash(at) / rates;
  return 1 + (at.before("cashCostMark") - 1) * (1 - at.driver("costMarkFade"));
}

const marked =
  (...rates: readonly string[]) =>
  (at: Place): number =>
    at.sum(...rates) * at.now("cashCostMark");

const CASH = ["costIdc", "costSolution", "costFulfilment", "costOther"];

/** Rates of what the company's statement has among other costs. */
const OTHER = ["otherAtRates", "upfrontAtRates", "poolAtRates", "rentedAtRates"];

/** Rates as marked, of which other costs less what stands before them have room for no more. */
const withinOther =
  (before: readonly string[], ...rates: readonly string[]) =>
  (at: Place): number =>
    Math.min(marked(...rates)(at), Math.max(0, at.now("costOther") - at.sum(...before)));

/** Cost of revenue by cause, and gross profit. */
export const workedCosts: Worked = {
  idcSavingIndex: (at) => at.before("idcSavingIndex") * (1 - at.quarterly("idcSaving")),
  ...RATES,
  cashCostAtRates: (at) => at.sum(...Object.keys(RATES)),
  costKnown: (at) => Number(costKnown(at)),
  cashCostReported: reportedCash,
  cashCostMark: mark,
  costIdc: marked("idcAtRates"),
  costDepreciation: (at) => at.now("depreciation") * at.driver("depreciationInCost"),
  costSolution: marked("solutionAtRates"),
  costFulfilment: marked("fulfilmentAtRates"),
  costUpfront: withinOther([], "upfrontAtRates"),
  costPool: withinOther(["costUpfront"], "poolAtRates", "rentedAtRates"),
  costOther: (at) =>
    costKnown(at)
      ? reportedCash(at) - at.sum(...CASH.filter((id) => id !== "costOther"))
      : marked(...OTHER)(at),
  costOfRevenue: (at) => at.sum(...CASH, "costDepreciation"),
  cashCostOfRevenue: (at) => at.sum(...CASH),
  grossProfit: (at) => at.now("revenue") - at.now("costOfRevenue"),
  sbcInCost: (at) =>
    at.knows("adjustedGrossProfit")
      ? at.fact("adjustedGrossProfit") - at.now("grossProfit")
      : at.driver("sbcInCost"),
  adjustedGrossProfit: (at) => at.sum("grossProfit", "sbcInCost"),
};
