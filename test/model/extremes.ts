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
  "caps of zero": { ...framework("capXiaomi", "0"), ...framework("capKingsoft", "0") },
  "no Kingsoft cap": framework("capKingsoft", "0"),
  "caps ten times as high": { ...framework("capXiaomi", "31400"), ...framework("capKingsoft", "6000") },
  "the implied cap": { capBasis: "2" },
  "use of caps by who comes first": { capPacing: "2" },
  "caps filed again": { capPacing: "3", capRefileDelay: "0", capRefileThreshold: "0.5" },
  "caps filed again late": { capPacing: "3", capRefileDelay: "3", capRefileStep: "2" },
  "no usable part of a cap": all(["capUsableXiaomi", "capUsableKingsoft"], "0"),
  "a revision after the horizon": { upliftQuarter: "20284" },
  "a lapse": { renewalInForce: "0" },
  "a renewal delayed beyond the horizon": { renewalDelay: "8" },
  "a renewal delayed without an allowance": { renewalDelay: "3", interimShare: "0" },
  "a renewal at zero": all(["renewalXiaomi", "renewalKingsoft"], "0"),
  "all capacity set free sold to others at once": { redeployShare: "1", redeployRamp: "1" },
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
  "all of the ecosystem Xiaomi's": { xiaomiShareOfEcosystem: "1", xiaomiShareBefore: "1" },
  "external demand that halves every quarter": {
    ...years("externalAiGrowth", "-0.5"),
    ...years("externalBasicGrowth", "-0.5"),
    ...years("externalEnterpriseGrowth", "-0.5"),
  },
  "prices down by a fifth a quarter": { ...years("priceCut", "0.2"), ...years("ecosystemPriceCut", "0.2") },
  "volume that answers a price cut in full": { priceElasticity: "0.95", ...years("priceCut", "0.2") },
  "no capital expenditure": { ...years("capexEnvelope", "0"), procurementPipeline: "0" },
  "an envelope without end": years("capexEnvelope", "200000"),
  "a large envelope spent whatever demand is": { procurementMode: "2", ...years("capexEnvelope", "100000") },
  "all leased": mix("1", "0", "0"),
  "as much pooled as may be": mix("0", "0.5", "0"),
  "as much through an agent as may be": mix("0", "0", "0.3"),
  "all self-procured": mix("0", "0", "0"),
  "all financed by others": { financedShare: "1" },
  "nothing financed by others": { financedShare: "0" },
  "a year from purchase to service": { inServiceLag: "4" },
  "three quarters from purchase to service": { inServiceLag: "3" },
  "a fleet that opens idle and is meant to": { openingUse: "0.1", targetUse: "0.1" },
  "a fleet that earns nothing": { billingYield: "0.001" },
  "a fleet that retires by a quarter each quarter": { fleetRetirement: "0.25" },
  "inference only, at three times the price": { ...years("inferenceShare", "1"), inferencePremium: "2" },
  "costs above revenue": {
    ...all(["idcRatioBasic", "solutionRatio", "spotShare"], "1.5"),
    ...all(["powerRatioAi", "poolRevenueShare"], "1"),
    otherCostRatio: "0.5",
    upfrontRatio: "0.2",
  },
  "no costs but depreciation": all(
    [
      ...["idcRatioBasic", "rackRatioAi", "powerRatioAi", "upfrontRatio", "solutionRatio", "fulfilmentRatio"],
      ...["poolRevenueShare", "spotShare"],
    ],
    "0",
  ),
  "a surprise in cost that is gone at once": { costMarkFade: "1" },
  "a surprise in cost that stays": { costMarkFade: "0" },
  "expenses that grow by half a quarter": years("opexGrowth", "0.5"),
  "the shortest lives and terms": {
    ...all(["loanTerm", "financingTerm", "openingOwnedLife", "openingLeaseTerm", "depositTerm"], "1"),
    ...all(["ownedLife", "leaseTerm"], "4"),
  },
  "the longest lives and terms": {
    ...all(["loanTerm", "financingTerm", "depositTerm"], "80"),
    ...all(["openingOwnedLife", "openingLeaseTerm", "ownedLife", "leaseTerm"], "40"),
  },
  "old equipment that runs off fast": { openingDepreciationDecline: "0.25", openingOwnedLife: "1" },
  "a high minimum of cash": { minimumCash: "50000" },
  "a ceiling of cash below its minimum": { cashCeiling: "0" },
  "no revolver": { revolverLimit: "0" },
  "a revolver without end": { revolverLimit: "200000" },
  "no loans against equipment": { loanShareOfCapex: "0" },
  "the highest rates": all(["debtRate", "leaseRate", "revolverRate"], "0.3"),
  "a large equity raise at the lowest price": {
    equityRaiseAmount: "100000",
    equityRaiseQuarter: "20262",
    equityRaisePrice: "1",
  },
  "no working capital of one's own": all(
    ["relatedPartyDays", "creditorDays", "serverPrepayment", "customerDeposits"],
    "0",
  ),
  "related parties who pay late, creditors who wait": {
    ...all(["relatedPartyDays", "creditorDays"], "200"),
    serverPrepayment: "2",
  },
  "deposits larger than all accruals": { customerDeposits: "50000" },
  "no tax and no minorities": all(["taxRate", "minorityShare", "openingTaxLosses"], "0"),
  "half the result for tax and minorities": {
    ...all(["taxRate", "minorityShare"], "0.5"),
    openingTaxLosses: "0",
  },
  "all idle equipment written off": { impairmentThreshold: "1", impairmentBooked: "1" },
  "no leased equipment at the start": { openingRou: "0" },
};
