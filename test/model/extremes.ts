const years = (
  prefix: string,
  value: string,
  of: readonly number[] = [2026, 2027, 2028],
): Record<string, string> => Object.fromEntries(of.map((year) => [`${prefix}${year}`, value]));
const framework = (prefix: string, value: string): Record<string, string> =>
  years(prefix, value, [2026, 2027]);
const all = (drivers: readonly string[], value: string): Record<string, string> =>
  Object.fromEntries(drivers.map((driver) => [driver, value]));
const mix = (leasedShare: string, poolShare: string, agentShare: string): Record<string, string> => ({
  leasedShare,
  poolShare,
  agentShare,
});

/** Cases at the edge of what an analyst may enter, as assumptions in the model's unit. */
export const EXTREMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "caps of zero": {
    ...framework("capXiaomi", "0"),
    ...framework("capKingsoft", "0"),
    capImpliedCombined: "0",
  },
  "no Kingsoft cap": framework("capKingsoft", "0"),
  "caps ten times as high": { ...framework("capXiaomi", "31400"), ...framework("capKingsoft", "6000") },
  "the implied cap": { capBasis: "2" },
  "no usable part of a cap": all(["capUsableXiaomi", "capUsableKingsoft"], "0"),
  "a revision after the horizon": { upliftQuarter: "20284" },
  "a lapse": { renewalInForce: "0" },
  "a renewal delayed beyond the horizon": { renewalDelay: "8" },
  "a renewal delayed without an allowance": { renewalDelay: "3", interimShare: "0" },
  "a renewal at zero": all(["renewalXiaomi", "renewalKingsoft"], "0"),
  "all lost demand sold to others": { redeployShare: "1" },
  "no demand of the ecosystem": {
    ...years("xiaomiDemandGrowth", "-0.5"),
    ...years("kingsoftDemandGrowth", "-0.5"),
  },
  "demand that doubles every quarter": {
    ...years("xiaomiDemandGrowth", "1"),
    ...years("kingsoftDemandGrowth", "1"),
    ...years("externalAiGrowth", "1"),
  },
  "an ecosystem of AI only": { ecosystemAiShare: "1", ecosystemEnterpriseShare: "0" },
  "an ecosystem without AI": { ecosystemAiShare: "0" },
  "external demand that halves every quarter": {
    ...years("externalAiGrowth", "-0.5"),
    ...years("externalBasicGrowth", "-0.5"),
    ...years("externalEnterpriseGrowth", "-0.5"),
  },
  "prices down by a fifth a quarter": years("priceCut", "0.2"),
  "no capital expenditure": { ...years("procurement", "0"), procurementPipeline: "0" },
  "capital expenditure ten times as high": years("procurement", "100000"),
  "all in one quarter": { phasingQ1: "1", phasingQ2: "1", phasingQ3: "1", phasingQ4: "100" },
  "all leased": mix("1", "0", "0"),
  "all pooled": mix("0", "1", "0"),
  "all through an agent": mix("0", "0", "1"),
  "all self-procured": mix("0", "0", "0"),
  "all financed by others": { financedShare: "1" },
  "nothing financed by others": { financedShare: "0" },
  "a year from purchase to service": { inServiceLag: "4" },
  "service in the quarter of purchase": { inServiceLag: "0" },
  "a fleet that is not used": years("utilisation", "0"),
  "a fleet that earns nothing": { billingYield: "0.001" },
  "a fleet that retires by a quarter each quarter": { fleetRetirement: "0.25" },
  "inference only, at three times the yield": { ...years("inferenceShare", "1"), inferencePremium: "2" },
  "costs above revenue": {
    ...years("idcRatioBasic", "1.5"),
    ...years("idcRatioAi", "1"),
    solutionRatio: "1.5",
    otherCostRatio: "0.5",
  },
  "no costs but depreciation": {
    ...years("idcRatioBasic", "0"),
    ...years("idcRatioAi", "0"),
    ...all(["solutionRatio", "fulfilmentRatio", "otherCostRatio", "poolRevenueShare"], "0"),
  },
  "expenses that grow by half a quarter": years("opexGrowth", "0.5"),
  "the shortest lives and terms": {
    ...all(["openingDebtTerm", "newLoanTerm", "financingTerm", "openingOwnedLife", "openingLeaseTerm"], "1"),
    ...all(["ownedLife", "leaseTerm"], "4"),
  },
  "the longest lives and terms": {
    ...all(["openingDebtTerm", "newLoanTerm", "financingTerm"], "80"),
    ...all(["openingOwnedLife", "openingLeaseTerm", "ownedLife", "leaseTerm"], "40"),
  },
  "a high minimum of cash": { minimumCash: "50000" },
  "no revolver": { revolverLimit: "0" },
  "a revolver without end": { revolverLimit: "200000" },
  "no new loans": years("newLoans", "0"),
  "the highest rates": all(["debtRate", "leaseRate", "revolverRate"], "0.3"),
  "a large equity raise at the lowest price": {
    equityRaiseAmount: "100000",
    equityRaiseQuarter: "20262",
    equityRaisePrice: "1",
  },
  "no working capital": all(["receivableDays", "prepaymentDays", "payableDays", "accruedDays"], "0"),
  "customers who pay after a year": {
    receivableDays: "400",
    prepaymentDays: "400",
    payableDays: "0",
    accruedDays: "0",
  },
  "no tax and no minorities": all(["taxRate", "minorityShare"], "0"),
  "half the result for tax and minorities": all(["taxRate", "minorityShare"], "0.5"),
  "the placing inside September": { placingInsideSeptember: "1" },
};
