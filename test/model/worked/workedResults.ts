import type { Place } from "../place";
import type { Worked } from "./workedLines";

const pooled = (at: Place): number => (at.now("aiFleet") > 0 ? at.now("poolFleet") / at.now("aiFleet") : 0);

/** Costs, expenses and results. */
export const workedResults: Worked = {
  costIdc: (at) =>
    (at.now("basicCloud") * at.yearly("idcRatioBasic")) / at.now("priceIndex") +
    (at.now("aiCapacity") * at.yearly("idcRatioAi")) / at.now("priceIndex"),
  costDepreciation: (at) => at.now("depreciation") * at.driver("depreciationInCost"),
  costSolution: (at) => at.now("revenueEnterprise") * at.driver("solutionRatio"),
  costFulfilment: (at) => at.now("revenueEnterprise") * at.driver("fulfilmentRatio"),
  costPool: (at) => pooled(at) * at.now("aiGrossBilling") * at.driver("poolRevenueShare"),
  costOther: (at) => at.now("revenue") * at.driver("otherCostRatio"),
  costOfRevenue: (at) =>
    at.sum("costIdc", "costDepreciation", "costSolution", "costFulfilment", "costPool", "costOther"),
  grossProfit: (at) => at.now("revenue") - at.now("costOfRevenue"),
  sbcInCost: (at) => at.driver("sbcInCost"),
  adjustedGrossProfit: (at) => at.now("grossProfit") + at.driver("sbcInCost"),

  opexIndex: (at) => at.before("opexIndex") * (1 + at.yearly("opexGrowth")),
  adjustedResearchDevelopment: (at) => at.driver("researchRunRate") * at.now("opexIndex"),
  adjustedSellingMarketing: (at) =>
    at.driver("sellingRunRate") * at.now("opexIndex") + at.now("amortisation"),
  adjustedGeneralAdministrative: (at) =>
    at.driver("generalRunRate") * at.now("opexIndex") + at.now("depreciation") - at.now("costDepreciation"),
  creditLoss: (at) => at.yearly("creditLoss"),
  adjustedOperatingExpenses: (at) =>
    at.sum(
      "adjustedResearchDevelopment",
      "adjustedSellingMarketing",
      "adjustedGeneralAdministrative",
      "creditLoss",
    ),

  adjustedOperatingResult: (at) =>
    at.now("adjustedGrossProfit") - at.now("adjustedOperatingExpenses") + at.now("amortisation"),
  shareBasedPay: (at) => at.driver("sbcInCost") + at.driver("sbcInOpex"),
  operatingResult: (at) =>
    at.now("grossProfit") - at.now("adjustedOperatingExpenses") - at.driver("sbcInOpex"),
  interestIncome: (at) => (at.before("cash") * at.driver("cashYield")) / 4,
  interestExpense: (at) =>
    (at.before("borrowings") * at.driver("debtRate") +
      at.before("leaseLiability") * at.driver("leaseRate") +
      at.before("revolverBalance") * at.driver("revolverRate")) /
    4,
  foreignExchange: (at) => at.driver("foreignExchange"),
  otherIncome: (at) => at.yearly("otherIncome"),
  pretaxResult: (at) =>
    at.sum("operatingResult", "interestIncome", "foreignExchange", "otherIncome") - at.now("interestExpense"),
  incomeTax: (at) => (at.now("pretaxResult") > 0 ? at.now("pretaxResult") * at.driver("taxRate") : 0),
  netResult: (at) => at.now("pretaxResult") - at.now("incomeTax"),
  minorityResult: (at) => at.now("netResult") * at.driver("minorityShare"),
  netResultAttributable: (at) => at.now("netResult") - at.now("minorityResult"),
  adjustedNetResult: (at) =>
    at.sum("netResult", "shareBasedPay", "amortisation") - at.driver("foreignExchange"),
  adjustedEbitda: (at) => at.sum("adjustedOperatingResult", "depreciation", "otherIncome"),
};
