import type { Place } from "../place";
import { shareOf, type Worked } from "./worked";
import { balancingLoans } from "./workedFinancing";
import { workedCosts } from "./workedCosts";
import { workedMetrics } from "./workedMetrics";
import { workedReported } from "./workedResults";
import { workedRevenue } from "./workedRevenue";
import { workedStatements } from "./workedStatements";
import { workedValuationOpening } from "./workedValuation";
import { lastKnown, workedHistory } from "./workedHistory";

const zero = (): number => 0;
const one = (): number => 1;
const xiaomiPart = (at: Place): number => at.driver("xiaomiShareOfEcosystem");

const party = (name: "Xiaomi" | "Kingsoft"): Worked => {
  const revenue = (at: Place): number =>
    at.now("revenueEcosystem") * (name === "Xiaomi" ? xiaomiPart(at) : 1 - xiaomiPart(at));
  return {
    [`revenue${name}`]: revenue,
    [`volume${name}`]: revenue,
    [`demand${name}`]: revenue,
    [`demandBefore${name}`]: (at) => at.now(`capUsedBefore${name}`),
    [`planned${name}`]: revenue,
    [`capRefiled${name}`]: zero,
    [`bindingQuarter${name}`]: zero,
  };
};

/** Part of procurement that is capital expenditure of the company. */
const assetPart = (at: Place): number => 1 - at.driver("poolShare") - at.driver("agentShare");

/** Opening of a balance that runs off over an assumption: all of it but what awaits service. */
const runOff = (
  id: string,
  balance: (at: Place) => number,
  awaiting: string | null,
  life: string,
): Worked => {
  const runsOff = (at: Place): number => balance(at) - (awaiting === null ? 0 : at.now(awaiting));
  return {
    [`${id}Instalment`]: (at) => runsOff(at) / at.driver(life),
    [`${id}OpeningLeft`]: runsOff,
    [`${id}RunOff`]: (at) => runsOff(at) / at.driver(life),
    [`${id}Scheduled`]: balance,
  };
};

const owned = (at: Place): number => at.now("ppeAndRou") - at.driver("openingRou");
const running = (at: Place): number =>
  at.now("adjustedOperatingExpenses") - at.sum("amortisation", "depreciationInExpenses", "creditLoss");
const daysOf = (at: Place, balance: string, part: string, flow: number): number =>
  ((at.fact(balance) - at.now(part)) / flow) * at.driver("daysInQuarter");
const cashCosts = (at: Place): number => at.now("costOfRevenue") - at.now("costDepreciation");

/** Lines that read in the opening quarter as they do after it. */
const as = (worked: Worked, ...ids: readonly string[]): Worked =>
  Object.fromEntries(ids.map((id) => [id, worked[id]!]));

/** Lines of the opening quarter, where no figure is known. */
export const workedOpening: Worked = {
  ...workedHistory,
  ...party("Xiaomi"),
  ...party("Kingsoft"),
  priceIndex: one,
  ecosystemPriceIndex: one,
  inferencePart: (at) => at.driver("inferenceShareOpening"),
  inferenceMix: one,
  ecosystemAiVolume: (at) => at.now("ecosystemAi"),
  ecosystemBasic: (at) => at.now("revenueEcosystem") - at.sum("ecosystemAi", "ecosystemEnterprise"),
  ecosystemAiPeak: (at) => at.now("ecosystemAi"),
  redeployedDemand: zero,
  capexCompanyBasis: (at) => at.driver("procurementPipeline"),
  agentVolume: (at) => {
    const lastYear = [0, 1, 2, 3].reduce((sum, ago) => sum + lastKnown(at, ago), 0);
    return ((lastYear / assetPart(at)) * at.driver("agentShare")) / 4;
  },
  cashCapex: (at) => at.now("ownedAdditions") * (1 - at.driver("financedShare")),
  equipmentAwaiting: (at) => at.now("capexCompanyBasis"),
  capacityAwaiting: (at) => at.now("capacityBought"),
  aiCapacity: (at) => at.now("aiGrossBilling") / at.driver("openingUse"),
  poolCapacity: zero,
  aiVolumeServed: (at) => at.now("aiGrossBilling"),
  aiCapacityUse: (at) => at.driver("openingUse"),
  externalAiDemand: (at) => Math.max(0, at.now("aiGrossBilling") - at.now("ecosystemAi")),
  externalBasic: (at) => at.now("basicCloud") - at.now("ecosystemBasic"),
  externalBasicVolume: (at) => Math.max(0, at.now("basicCloud") - at.now("ecosystemBasic")),
  ...runOff("ppeOwned", owned, "ownedAdditions", "openingOwnedLife"),
  ...runOff("rightOfUse", (at) => at.driver("openingRou"), "leasedAdditions", "openingLeaseTerm"),
  ...runOff("leaseLiabilities", (at) => at.now("leaseLiability"), null, "openingLeaseTerm"),
  ...runOff("financedDebt", zero, null, "financingTerm"),
  impairmentStock: zero,
  ppeOwned: owned,
  amortisation: (at) => at.driver("amortisationRunRate"),
  depreciation: (at) =>
    at.knows("depreciationAmortisation")
      ? at.fact("depreciationAmortisation") - at.now("amortisation")
      : at.sum("ppeOwnedRunOff", "rightOfUseRunOff"),
  depreciationAmortisation: (at) => at.sum("depreciation", "amortisation"),
  idcSavingIndex: one,
  ...as(workedCosts, "idcAtRates", "upfrontAtRates", "solutionAtRates", "fulfilmentAtRates", "otherAtRates"),
  ...as(workedCosts, "cashCostAtRates", "costKnown", "cashCostReported"),
  cashCostMark: (at) => shareOf(at.now("cashCostReported"), at.now("cashCostAtRates"), 1),
  ...as(workedCosts, "costIdc", "costDepreciation", "costSolution", "costFulfilment", "costUpfront"),
  ...as(workedCosts, "costPool", "costOther", "sbcInCost", "adjustedGrossProfit"),
  poolAtRates: zero,
  rentedAtRates: zero,
  ...workedReported,
  adjustedOperatingExpenses: (at) => at.now("expensesAsReported"),
  runningExpenses: running,
  adjustedResearchDevelopment: (at) => running(at) * at.driver("researchShareOfOpex"),
  sellingRunning: (at) => running(at) * at.driver("sellingShareOfOpex"),
  generalRunning: (at) =>
    running(at) * (1 - at.driver("researchShareOfOpex") - at.driver("sellingShareOfOpex")),
  adjustedSellingMarketing: (at) => at.sum("sellingRunning", "amortisation"),
  adjustedGeneralAdministrative: (at) => at.sum("generalRunning", "depreciationInExpenses"),
  creditLoss: zero,
  depreciationInExpenses: (at) => at.now("depreciation") * (1 - at.driver("depreciationInCost")),
  sbcInOpex: (at) => at.now("sbcBeforeExpenses"),
  researchDevelopment: (at) =>
    at.now("adjustedResearchDevelopment") + at.now("sbcInOpex") * at.driver("sbcResearchShare"),
  sellingMarketing: (at) =>
    at.now("adjustedSellingMarketing") + at.now("sbcInOpex") * at.driver("sbcSellingShare"),
  generalAdministrative: (at) =>
    at.sum("adjustedOperatingExpenses", "sbcInOpex") - at.sum("researchDevelopment", "sellingMarketing"),
  interestMark: one,
  shareBasedPay: (at) => at.sum("sbcInCost", "sbcInOpex"),
  otherIncome: zero,
  ...workedValuationOpening,
  taxLossesForward: (at) => at.driver("openingTaxLosses"),
  loans: balancingLoans,
  debt: (at) => at.now("loans"),
  revolver: zero,
  adsOutstanding: (at) => at.driver("openingAds"),
  ...as(workedStatements, "relatedPartyReceivables", "capexCreditors", "serverPrepayments"),
  externalReceivableDays: (at) =>
    daysOf(at, "receivables", "relatedPartyReceivables", at.now("revenueExternal")),
  tradePayableDays: (at) => daysOf(at, "accountsPayable", "capexCreditors", cashCosts(at)),
  otherPrepaymentDays: (at) => daysOf(at, "prepayments", "serverPrepayments", at.now("revenue")),
  customerDepositsHeld: (at) => at.driver("customerDeposits"),
  accrualDays: (at) =>
    daysOf(
      at,
      "accruedLiabilities",
      "customerDepositsHeld",
      cashCosts(at) + at.now("adjustedOperatingExpenses"),
    ),
  borrowings: (at) => at.now("loans"),
  ...as(workedStatements, "ppe", "rightOfUseAssets"),
  totalDebtAndLeases: (at) => at.sum("loans", "leaseLiability"),
  ...as(workedMetrics, "netDebtToEbitda", "oneTimeOtherIncome"),
  ...as(workedRevenue, "revenueGrowth"),
  foreignExchange: (at) =>
    at.fact("pretaxResult") +
    at.now("interestExpense") -
    at.sum("operatingResult", "interestIncome", "otherIncome"),
};
