import type { Place } from "../place";
import { shareOf, type Worked } from "./worked";

const ratio =
  (above: string, below: string) =>
  (at: Place): number =>
    at.now(above) / at.now(below);

/** Ratios that read the same in a quarter and in a year. */
export const workedRatios: Worked = {
  ecosystemShare: ratio("revenueEcosystem", "revenue"),
  aiShareOfPublic: ratio("aiGrossBilling", "revenuePublic"),
  capUtilisationXiaomi: (at) => shareOf(at.now("capUsedXiaomi"), at.now("capXiaomi"), 0),
  capUtilisationKingsoft: (at) => shareOf(at.now("capUsedKingsoft"), at.now("capKingsoft"), 0),
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
  capexToRevenue: ratio("capexCompanyBasis", "revenue"),
};

/** Credit metrics. */
const workedCredit: Worked = {
  totalDebtAndLeases: (at) => at.sum("loans", "financedDebtScheduled", "revolver", "leaseLiability"),
  netDebt: (at) => at.now("totalDebtAndLeases") - at.now("cash"),
  oneTimeOtherIncome: () => 0,
  ltmEbitda: (at) =>
    [0, 1, 2, 3].reduce(
      (total, quarters) =>
        total + at.before("adjustedEbitda", quarters) - at.before("oneTimeOtherIncome", quarters),
      0,
    ),
  netDebtToEbitda: (at) => shareOf(at.now("netDebt"), at.now("ltmEbitda"), 0),
  debtToEquity: (at) => shareOf(at.now("totalDebtAndLeases"), at.now("totalEquity"), 0),
};

/** Yearly rate at which equal quarterly receipts over a life are worth one, found by halving; 0 where they do not pay it back. */
export function yearlyReturn(receipt: number, life: number): number {
  if (receipt * life <= 1) return 0;
  let [low, high] = [0, 1];
  const worth = (rate: number): number => {
    let [value, discount] = [0, 1];
    for (let quarter = 1; quarter <= life; quarter++) value += receipt * (discount /= 1 + rate);
    return value;
  };
  while (worth(high) > 1) high *= 2;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (worth(middle) > 1) low = middle;
    else high = middle;
  }
  return 4 * low;
}

const costPerRmb = (at: Place, use: number): number =>
  (at.driver("rackRatioAi") + at.driver("billingYield") * at.driver("powerRatioAi") * use) *
  at.now("idcSavingIndex") *
  at.now("cashCostMark");
const billingPerRmb = (at: Place, use: number): number =>
  at.driver("billingYield") * at.now("priceIndex") * at.now("inferenceMix") * use;
const cashPerRmb = (at: Place, use: number): number => billingPerRmb(at, use) - costPerRmb(at, use);
const use = (at: Place): number => at.now("aiCapacityUse");

/** Principal in equal parts with interest on what is left of it, averaged over the term. */
function leasePayment(at: Place): number {
  const [term, rate] = [at.driver("leaseTerm"), at.driver("leaseRate") / 4];
  let interest = 0;
  for (let quarter = 0; quarter < term; quarter++) interest += (1 - quarter / term) * rate;
  return (1 + interest) / term;
}

const marginAfter = (at: Place, life: string): number => {
  const billed = billingPerRmb(at, use(at));
  return billed > 0 ? (cashPerRmb(at, use(at)) - 1 / at.driver(life)) / billed : 0;
};

/** One RMB of new AI equipment. */
const workedCluster: Worked = {
  clusterBilling: (at) => billingPerRmb(at, 1),
  clusterBillingInUse: (at) => billingPerRmb(at, use(at)),
  clusterCost: (at) => costPerRmb(at, 1),
  clusterCostInUse: (at) => costPerRmb(at, use(at)),
  clusterCash: (at) => cashPerRmb(at, 1),
  clusterCashInUse: (at) => cashPerRmb(at, use(at)),
  clusterPayback: (at) => shareOf(1, cashPerRmb(at, use(at)), 0),
  clusterReturn: (at) => yearlyReturn(cashPerRmb(at, 1), at.driver("ownedLife")),
  clusterReturnInUse: (at) => yearlyReturn(cashPerRmb(at, use(at)), at.driver("ownedLife")),
  clusterLeasePayment: leasePayment,
  clusterLeasedCash: (at) => cashPerRmb(at, use(at)) - leasePayment(at),
  clusterPoolCash: (at) => billingPerRmb(at, use(at)) * (1 - at.driver("poolRevenueShare")),
  clusterAgentFee: (at) => at.driver("agentFee"),
  clusterOwnedMargin: (at) => marginAfter(at, "ownedLife"),
  clusterLeasedMargin: (at) => marginAfter(at, "leaseTerm"),
  clusterPoolMargin: (at) => 1 - at.driver("poolRevenueShare"),
};

/** Whether an amount is more than a rounding. */
const isMore = (at: Place, amount: number): number => Number(amount >= 0.5 / 10 ** at.driver("checkDigits"));

/** Alarms. */
const workedAlarms: Worked = {
  alarmEquity: (at) => Number(at.now("totalEquity") < 0),
  alarmFunding: (at) => isMore(at, at.driver("minimumCash") - at.now("cash")),
  alarmOveruse: (at) => isMore(at, use(at) - 1),
  alarmIdle: (at) => isMore(at, at.driver("alarmLowUse") - use(at)),
  alarmReturn: (at) => isMore(at, at.driver("alarmClusterReturn") - at.now("clusterReturnInUse")),
  alarmCapXiaomi: (at) => isMore(at, at.now("capUsedXiaomi") - at.now("capXiaomi")),
  alarmCapKingsoft: (at) => isMore(at, at.now("capUsedKingsoft") - at.now("capKingsoft")),
  alarmImpairment: (at) => isMore(at, at.now("impairmentIndicated") - at.now("impairmentStock")),
};

/** Ratios, credit metrics, cluster economics and alarms of a quarter. */
export const workedMetrics: Worked = { ...workedRatios, ...workedCredit, ...workedCluster, ...workedAlarms };
