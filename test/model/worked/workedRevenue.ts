import type { Place } from "../place";
import { shareOf, type Worked } from "./worked";

const aiShare = (at: Place): number => at.driver("ecosystemAiShare");
const enterpriseShare = (at: Place): number => at.driver("ecosystemEnterpriseShare");
const priceOfMix = (at: Place): number => at.now("priceIndex") * at.now("inferenceMix");

/** What was asked for: all that is reported, or as much as was thought where that is what was let in to the million. */
function asked(reported: number, letIn: number, wanted: number): number {
  return Math.abs(reported - letIn) < 0.5 ? wanted : reported;
}

function demandSurprise(at: Place): number {
  if (!at.knows("revenueEcosystem")) return 1;
  const wanted = at.now("ecosystemEstimate");
  return shareOf(asked(at.fact("revenueEcosystem"), at.now("ecosystemAllowed"), wanted), wanted, 1);
}

/** A figure over its estimate; 1 without an estimate, never negative. */
const surprise = (at: Place, line: string, estimate: string): number =>
  Math.max(0, shareOf(at.now(line), at.now(estimate), 1));

function setFree(at: Place): number {
  let peak = 0;
  for (let quarter = at.opening; quarter <= at.t; quarter++)
    peak = Math.max(peak, at.on("ecosystemAiVolume", quarter));
  const kept = (at.now("lostDemand") * aiShare(at)) / at.now("ecosystemPriceIndex");
  return Math.min(peak - at.now("ecosystemAiVolume"), kept);
}

function redeployed(at: Place): number {
  const reachable = setFree(at) * at.driver("redeployShare");
  const before = at.before("redeployedDemand");
  return Math.min(reachable, before + (reachable - before) * at.driver("redeployRamp"));
}

/** External AI demand: what billing, known or carried by capacity, says of what was asked for. */
function externalAiDemand(at: Place): number {
  const [billed, wanted] = [at.now("externalAi"), at.now("externalAiWanted")];
  const seen = Math.max(0, shareOf(asked(billed, at.now("externalAiEstimate"), wanted), wanted, 1));
  return at.now("externalAiVolumeEstimate") * seen;
}

/** Public cloud where the total is reported: what enterprise cloud leaves of it, or its part. */
function publicOfTotal(at: Place): number {
  if (!at.knows("revenue")) return 0;
  const total = at.fact("revenue") - at.now("revenueOther");
  if (at.knows("revenueEnterprise")) return total - at.fact("revenueEnterprise");
  return total * shareOf(at.now("revenuePublicEstimate"), at.now("revenueEstimate"), 1);
}

const grown = (at: Place, volume: string, growth: string): number =>
  at.before(volume) * (1 + at.quarterly(growth)) * at.now("priceReaction");

/** Ecosystem and external customers: volumes, billing and revenue through both lenses. */
export const workedRevenue: Worked = {
  ecosystemAllowed: (at) => at.sum("allowedXiaomi", "allowedKingsoft"),
  ecosystemEstimate: (at) => at.sum("demandEstimateXiaomi", "demandEstimateKingsoft"),
  ecosystemSurprise: (at) =>
    at.knows("revenueEcosystem") ? shareOf(at.fact("revenueEcosystem"), at.now("ecosystemAllowed"), 1) : 1,
  ecosystemDemandSurprise: demandSurprise,
  ecosystemAiContracted: (at) =>
    (at.sum("plannedXiaomi", "plannedKingsoft") * at.now("ecosystemSurprise") * aiShare(at)) /
    at.now("ecosystemPriceIndex"),
  ecosystemAi: (at) => at.now("revenueEcosystem") * aiShare(at),
  ecosystemAiVolume: (at) => (at.now("revenueEcosystem") * aiShare(at)) / at.now("ecosystemPriceIndex"),
  ecosystemEnterprise: (at) => at.now("revenueEcosystem") * enterpriseShare(at),
  ecosystemBasic: (at) => at.now("revenueEcosystem") * (1 - aiShare(at) - enterpriseShare(at)),
  lostDemand: (at) => at.sum("lostDemandXiaomi", "lostDemandKingsoft"),
  ecosystemAiPeak: (at) => Math.max(at.before("ecosystemAiPeak"), at.now("ecosystemAiVolume")),
  capacitySetFree: setFree,
  redeployedDemand: redeployed,
  externalAiVolumeEstimate: (at) => grown(at, "externalAiDemand", "externalAiGrowth"),
  externalAiOwn: (at) => Math.min(at.now("externalAiVolumeEstimate"), at.now("capacityForExternal")),
  redeployedServed: (at) =>
    Math.min(at.now("redeployedDemand"), at.now("capacityForExternal") - at.now("externalAiOwn")),
  externalAiEstimate: (at) =>
    priceOfMix(at) *
    (at.now("externalAiOwn") + at.now("redeployedServed") * (1 - at.driver("redeployDiscount"))),
  externalAiWanted: (at) => at.now("externalAiEstimate") + at.now("externalAiUnserved") * priceOfMix(at),
  externalAi: (at) => at.now("aiGrossBilling") - at.now("ecosystemAi"),
  externalAiDemand,
  externalAiServed: (at) =>
    at.sum("externalAiOwn", "redeployedServed") * surprise(at, "externalAi", "externalAiEstimate"),
  externalAiUnserved: (at) => Math.max(0, at.now("externalAiVolumeEstimate") - at.now("capacityForExternal")),
  externalBasicVolumeEstimate: (at) => grown(at, "externalBasicVolume", "externalBasicGrowth"),
  externalBasicEstimate: (at) => at.now("externalBasicVolumeEstimate") * at.now("priceIndex"),
  externalBasic: (at) => at.now("basicCloud") - at.sum("ecosystemBasic", "agentFees"),
  externalBasicVolume: (at) =>
    at.now("externalBasicVolumeEstimate") * surprise(at, "externalBasic", "externalBasicEstimate"),
  agentFees: (at) => at.now("agentVolume") * at.driver("agentFee"),
  externalEnterpriseEstimate: (at) =>
    at.before("externalEnterprise", 4) * (1 + at.quarterly("externalEnterpriseGrowth")),
  externalEnterprise: (at) => at.now("revenueEnterprise") - at.now("ecosystemEnterprise"),
  aiGrossBillingEstimate: (at) => at.sum("ecosystemAi", "externalAiEstimate"),
  basicCloudEstimate: (at) => at.sum("ecosystemBasic", "externalBasicEstimate", "agentFees"),
  revenuePublicEstimate: (at) => at.sum("aiGrossBillingEstimate", "basicCloudEstimate"),
  revenueEnterpriseEstimate: (at) => at.sum("ecosystemEnterprise", "externalEnterpriseEstimate"),
  revenueEstimate: (at) => at.sum("revenuePublicEstimate", "revenueEnterpriseEstimate"),
  aiGrossBilling: (at) =>
    at.now("aiGrossBillingEstimate") * shareOf(at.now("revenuePublic"), at.now("revenuePublicEstimate"), 1),
  basicCloud: (at) => at.now("revenuePublic") - at.now("aiGrossBilling"),
  revenuePublicOfTotal: publicOfTotal,
  revenuePublic: (at) => (at.knows("revenue") ? publicOfTotal(at) : at.now("revenuePublicEstimate")),
  revenueEnterprise: (at) =>
    at.knows("revenue")
      ? at.fact("revenue") - at.sum("revenuePublic", "revenueOther")
      : at.now("revenueEnterpriseEstimate"),
  revenueOther: (at) =>
    ["revenue", "revenuePublic", "revenueEnterprise"].every((line) => at.knows(line))
      ? at.fact("revenue") - at.fact("revenuePublic") - at.fact("revenueEnterprise")
      : 0,
  revenue: (at) => at.sum("revenuePublic", "revenueEnterprise", "revenueOther"),
  revenueEcosystem: (at) => at.sum("allowedXiaomi", "allowedKingsoft"),
  revenueExternal: (at) => at.now("revenue") - at.now("revenueEcosystem"),
  revenueGrowth: (at) => at.now("revenue") / at.before("revenue", 4) - 1,
};
