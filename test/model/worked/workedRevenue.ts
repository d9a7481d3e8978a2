import type { Place } from "../place";
import type { Worked } from "./workedLines";

/** AI fleet of what was bought long enough ago, each purchase less what has retired since it came into service; the opening fleet likewise. */
function fleet(at: Place, opening: string, additions: string): number {
  const kept = 1 - at.driver("fleetRetirement");
  let total = at.on(opening, at.last) * kept ** (at.t - at.last);
  for (let inService = at.last + 1; inService <= at.t; inService++) {
    total += at.on(additions, inService - at.driver("inServiceLag")) * kept ** (at.t - inService);
  }
  return total;
}

const premium = (at: Place, inferenceShare: number): number =>
  1 + at.driver("inferencePremium") * inferenceShare;

/** Procurement, the capacity it brings, and revenue by product and by customer. */
export const workedRevenue: Worked = {
  procurementTotal: (at) => {
    const weights = [1, 2, 3, 4].map((quarter) => at.driver(`phasingQ${quarter}`));
    return (
      (at.yearly("procurement") * weights[at.quarter - 1]!) /
      weights.reduce((total, weight) => total + weight, 0)
    );
  },
  ownedAdditions: (at) => at.now("procurementTotal") - at.sum("leasedAdditions", "poolVolume", "agentVolume"),
  leasedAdditions: (at) => at.now("procurementTotal") * at.driver("leasedShare"),
  poolVolume: (at) => at.now("procurementTotal") * at.driver("poolShare"),
  agentVolume: (at) => at.now("procurementTotal") * at.driver("agentShare"),
  capexCompanyBasis: (at) => at.sum("ownedAdditions", "leasedAdditions"),
  financedPurchases: (at) => at.now("ownedAdditions") * at.driver("financedShare"),
  cashCapex: (at) => at.now("ownedAdditions") * (1 - at.driver("financedShare")),

  aiCapacityAdditions: (at) =>
    at.sum("ownedAdditions", "leasedAdditions", "poolVolume") * at.driver("aiShareOfProcurement"),
  poolCapacityAdditions: (at) => at.now("poolVolume") * at.driver("aiShareOfProcurement"),
  aiFleet: (at) => fleet(at, "aiFleet", "aiCapacityAdditions"),
  poolFleet: (at) => fleet(at, "poolFleet", "poolCapacityAdditions"),
  priceIndex: (at) => at.before("priceIndex") - at.before("priceIndex") * at.yearly("priceCut"),
  aiCapacity: (at) => {
    const mix = premium(at, at.yearly("inferenceShare")) / premium(at, at.driver("inferenceShareOpening"));
    return (
      at.now("aiFleet") * at.driver("billingYield") * at.yearly("utilisation") * mix * at.now("priceIndex")
    );
  },

  externalAiDemand: (at) => at.before("externalAiDemand") * (1 + at.yearly("externalAiGrowth")),
  externalAi: (at) =>
    Math.min(
      at.now("externalAiDemand") * at.now("priceIndex") +
        at.now("redeployedDemand") * at.driver("ecosystemAiShare"),
      at.now("aiCapacity") - at.now("ecosystemAi"),
    ),
  externalBasicVolume: (at) => at.before("externalBasicVolume") * (1 + at.yearly("externalBasicGrowth")),
  externalBasic: (at) =>
    at.now("externalBasicVolume") * at.now("priceIndex") +
    at.now("redeployedDemand") * (1 - at.driver("ecosystemAiShare")),
  agentFees: (at) => at.now("agentVolume") * at.driver("agentFee"),
  externalEnterprise: (at) =>
    at.before("externalEnterprise", 4) * (1 + at.yearly("externalEnterpriseGrowth")),

  aiGrossBilling: (at) => at.sum("ecosystemAi", "externalAi"),
  basicCloud: (at) => at.sum("ecosystemBasic", "externalBasic", "agentFees"),
  revenuePublic: (at) => at.sum("ecosystemAi", "externalAi", "ecosystemBasic", "externalBasic", "agentFees"),
  revenueEnterprise: (at) => at.sum("ecosystemEnterprise", "externalEnterprise"),
  revenueOther: () => 0,
  revenue: (at) => at.sum("revenuePublic", "revenueEnterprise"),
  revenueEcosystem: (at) => at.sum("revenueXiaomi", "revenueKingsoft"),
  revenueExternal: (at) => at.now("revenue") - at.now("revenueEcosystem"),
  revenueGrowth: (at) => at.now("revenue") / at.before("revenue", 4) - 1,
};
