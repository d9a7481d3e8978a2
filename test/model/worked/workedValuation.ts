import type { Place } from "../place";
import { shareOf, type Worked } from "./worked";

const costOfEquity = (at: Place): number =>
  at.driver("riskFreeRate") + at.driver("beta") * at.driver("equityRiskPremium");
const costOfCapital = (at: Place): number =>
  costOfEquity(at) * (1 - at.driver("debtWeight")) +
  at.driver("debtRate") * (1 - at.driver("taxRate")) * at.driver("debtWeight");
const isDebt = (at: Place): boolean => at.driver("leasesAsDebt") === 1;

/** Quarters from the one of the valuation to a quarter, none before it. */
function quartersAfter(at: Place, year: number, quarter: number): number {
  const code = at.driver("valuationQuarter");
  const [fromYear, fromQuarter] = [Math.floor(code / 10), code % 10];
  // What is valued lies at the opening or later: an earlier valuation counts from there.
  const opening = 2024 * 4 + at.opening;
  return Math.max(0, year * 4 + quarter - 1 - Math.max(opening, fromYear * 4 + fromQuarter - 1));
}

const ahead = (at: Place): number => quartersAfter(at, at.year, at.quarter);
const discounted = (at: Place, quarters: number): number =>
  Math.exp(-Math.log1p(costOfCapital(at)) * (quarters / 4));

/** Column of the last quarter that is valued at its own end. */
const valued = (at: Place): number => Math.max(at.opening, at.t - ahead(at));

const claims = (at: Place): number =>
  at.sum("loans", "financedDebtScheduled", "revolver", "nonControllingInterests") +
  (isDebt(at) ? at.now("leaseLiability") : 0) -
  at.sum("cash", "restrictedCash", "equityInvestments");

/** Valuation in a quarter after the opening. */
export const workedValuation: Worked = {
  quartersFromValuation: ahead,
  costOfEquity,
  costOfCapital,
  discountFactor: (at) => (ahead(at) === 0 ? 0 : discounted(at, ahead(at) - 0.5)),
  discountFactorAtEnd: (at) => discounted(at, ahead(at)),
  unleveredPretaxResult: (at) =>
    at.now("pretaxResult") - at.now("interestIncome") + at.now("interestExpense"),
  unleveredLossesForward: (at) =>
    Math.max(0, at.before("unleveredLossesForward") - at.now("unleveredPretaxResult")),
  unleveredTax: (at) =>
    at.driver("taxRate") * Math.max(0, at.now("unleveredPretaxResult") - at.before("unleveredLossesForward")),
  leaseCharge: (at) =>
    isDebt(at)
      ? at.now("leasedAdditions")
      : at.now("leaseLiabilitiesRunOff") +
        (at.before("leaseLiability") * at.driver("leaseRate") * at.now("interestMark")) / 4,
  freeCashFlowToFirm: (at) =>
    at.sum("cashFromOperations", "cashFromInvesting", "interestExpense", "incomeTax") -
    at.sum("interestIncome", "unleveredTax", "shareBasedPay", "financedPurchases", "leaseCharge"),
  presentValue: (at) => at.now("freeCashFlowToFirm") * at.now("discountFactor"),
  presentValueToDate: (at) => {
    let total = 0;
    for (let quarter = at.opening + 1; quarter <= at.t; quarter++) total += at.on("presentValue", quarter);
    return total;
  },
  netClaims: claims,
  netClaimsAtValuation: (at) => at.on("netClaims", valued(at)),
  adsAtValuation: (at) => at.on("adsOutstanding", valued(at)),
  hongKongPremium: (at) => {
    const inDollars = (at.driver("sharePriceHk") * at.driver("sharesPerAds")) / at.driver("hkdPerUsd");
    return (inDollars - at.driver("adsPrice")) / at.driver("adsPrice");
  },
};

/** Quarters from the valuation to the end of a year, and to its start. */
const aheadOfYear = (at: Place): number => quartersAfter(at, at.year, 4);
const aheadOfStart = (at: Place): number => quartersAfter(at, at.year - 1, 4);
const atStart =
  (line: string, valuation: string) =>
  (at: Place): number =>
    at.before("quartersFromValuation") <= 0 ? at.now(valuation) : at.before(line);
const equityFactor = (at: Place): number =>
  Math.exp((-Math.log1p(at.now("costOfEquity")) * aheadOfStart(at)) / 4);
const perAds = (at: Place, equity: number): number => (equity / at.now("adsAtStart")) * equityFactor(at);
const fromFirm = (at: Place, value: number): number =>
  (at.now("presentValueToDate") + value * at.now("discountFactorAtEnd") - at.now("netClaimsAtValuation")) /
  at.now("adsAtValuation");

const WEIGHTS: readonly (readonly [string, string])[] = [
  ["weightEvToSales", "valueByEvToSales"],
  ["weightEvToEbitda", "valueByEvToEbitda"],
  ["weightSumOfParts", "valueBySumOfParts"],
  ["weightDcfExit", "valueByDcfExit"],
  ["weightDcfPerpetuity", "valueByDcfPerpetuity"],
];

/** Valuation in a year after the opening. */
export const workedValuationYears: Worked = {
  isHeadlineYear: (at) =>
    Number(aheadOfYear(at) > 0 && Math.ceil(aheadOfYear(at) / 4) === at.driver("headlineYear")),
  equityDiscountFactor: equityFactor,
  netClaimsAtStart: atStart("netClaims", "netClaimsAtValuation"),
  adsAtStart: atStart("adsOutstanding", "adsAtValuation"),
  valuedEbitda: (at) => at.now(isDebt(at) ? "adjustedEbitda" : "ebitdaAfterLeases"),
  valueByEvToSales: (at) =>
    perAds(at, at.driver("evToSales") * at.now("revenue") - at.now("netClaimsAtStart")),
  valueByEvToEbitda: (at) =>
    perAds(at, at.driver("evToEbitda") * at.now("valuedEbitda") - at.now("netClaimsAtStart")),
  valueBySumOfParts: (at) =>
    perAds(
      at,
      at.driver("priceToSalesOther") * at.now("revenue") +
        (at.driver("priceToSalesAi") - at.driver("priceToSalesOther")) * at.now("aiGrossBilling"),
    ),
  exitValue: (at) => at.driver("exitMultiple") * at.now("valuedEbitda"),
  perpetuityValue: (at) => {
    const growth = at.driver("terminalGrowth");
    const profit = at.now("revenue") * at.driver("steadyMargin") * (1 - at.driver("taxRate")) * (1 + growth);
    const reinvested = (profit * growth) / at.driver("steadyReturn");
    return (profit - reinvested) / Math.max(at.driver("leastSpread"), at.now("costOfCapital") - growth);
  },
  valueByDcfExit: (at) => fromFirm(at, at.now("exitValue")),
  valueByDcfPerpetuity: (at) => fromFirm(at, at.now("perpetuityValue")),
  weightOfMethods: (at) => WEIGHTS.reduce((sum, [weight]) => sum + at.driver(weight), 0),
  fairValuePerAds: (at) =>
    shareOf(
      WEIGHTS.reduce((sum, [weight, method]) => sum + at.driver(weight) * at.now(method), 0),
      at.now("weightOfMethods"),
      0,
    ),
  targetPrice: (at) =>
    (Math.max(0, at.now("fairValuePerAds")) *
      Math.exp((Math.log1p(costOfEquity(at)) * at.driver("targetQuarters")) / 4)) /
    at.driver("usdCny"),
  targetPriceHk: (at) => (at.now("targetPrice") / at.driver("sharesPerAds")) * at.driver("hkdPerUsd"),
  targetUpside: (at) => (at.now("targetPrice") - at.driver("adsPrice")) / at.driver("adsPrice"),
  targetPriceByProbability: (at) => at.driver("scenarioProbability") * at.now("targetPrice"),
  equityValueAtMarket: (at) => at.now("adsAtValuation") * at.driver("adsPrice") * at.driver("usdCny"),
  enterpriseValueAtMarket: (at) => at.now("equityValueAtMarket") + at.now("netClaimsAtValuation"),
  evToSalesAtMarket: (at) => at.now("enterpriseValueAtMarket") / at.now("revenue"),
  evToEbitdaAtMarket: (at) => shareOf(at.now("enterpriseValueAtMarket"), at.now("valuedEbitda"), 0),
  priceToSalesAtMarket: (at) => at.now("equityValueAtMarket") / at.now("revenue"),
};

/** Valuation in the opening quarter: nothing lies ahead of it. */
export const workedValuationOpening: Worked = {
  quartersFromValuation: () => 0,
  unleveredLossesForward: (at) => at.driver("openingTaxLosses"),
  presentValueToDate: () => 0,
  netClaims: claims,
  netClaimsAtValuation: claims,
  adsAtValuation: (at) => at.driver("openingAds"),
};
