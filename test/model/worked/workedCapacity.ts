import type { Place } from "../place";
import { shareOf, type Worked } from "./worked";

/** Part of what is procured for the company itself that it counts as capital expenditure. */
const assetPart = (at: Place): number => 1 - at.driver("poolShare") - at.driver("agentShare");

/** What was bought one service lag before; what was bought before the opening is in service by then. */
export function arriving(at: Place, line: string): number {
  const bought = at.t - at.driver("inServiceLag");
  return bought >= at.opening ? at.on(line, bought) : 0;
}

/** What was bought from the opening on and is not yet in service. */
function awaiting(at: Place, line: string): number {
  let bought = 0;
  const first = Math.max(at.opening, at.t - at.driver("inServiceLag") + 1);
  for (let quarter = first; quarter <= at.t; quarter++) bought += at.on(line, quarter);
  return bought;
}

/** Capacity in service: the opening one and each later arrival, less what retires a quarter. */
function installed(at: Place, opening: number, entering: string): number {
  let capacity = opening;
  for (let quarter = at.opening + 1; quarter <= at.t; quarter++)
    capacity = capacity * (1 - at.driver("fleetRetirement")) + at.on(entering, quarter);
  return capacity;
}

const growthInLag = (at: Place, growth: number): number => (1 + growth) ** at.driver("inServiceLag");

/** Capital expenditure of the year's earlier quarters, of a quarter with an amount of its own what its part of the year would have bought. */
function spentBefore(at: Place): number {
  let spent = 0;
  for (let quarters = 1; quarters < at.quarter; quarters++) {
    const apart =
      at.t - quarters > at.opening
        ? at.before("capexEstimate", quarters) - at.before("envelopeCounted", quarters)
        : 0;
    spent += at.before("capexCompanyBasis", quarters) - apart;
  }
  return spent;
}

const even = (at: Place): number =>
  Math.max(0, at.yearly("capexEnvelope") - spentBefore(at)) / (5 - at.quarter);

function limit(at: Place): number {
  const typed = at.typed("capexEnvelope");
  return Number.isNaN(typed) ? even(at) : typed;
}

/** What is bought where so much may be. */
const within = (at: Place, envelope: number): number =>
  at.driver("procurementMode") === 2 ? envelope : Math.min(envelope, wanted(at));

/** Capital expenditure whose capacity, pools included, is what is missing. */
function wanted(at: Place): number {
  const capacityPerRmb = at.driver("billingYield") * at.driver("aiShareOfProcurement");
  const ownPerRmb = 1 + at.driver("poolShare") / assetPart(at);
  return at.now("capacityMissing") / capacityPerRmb / ownPerRmb;
}

function leased(at: Place): number {
  if (at.knows("ownedAdditions")) return at.now("capexCompanyBasis") - at.fact("ownedAdditions");
  return (at.now("capexCompanyBasis") * at.driver("leasedShare")) / assetPart(at);
}

const bought = (at: Place, volume: number): number =>
  volume * at.driver("aiShareOfProcurement") * at.driver("billingYield");

/** What contracts need, what is procured for it, and the capacity that comes of it. */
export const workedCapacity: Worked = {
  needEcosystem: (at) => at.now("ecosystemAiContracted") * growthInLag(at, at.now("demandGrowthXiaomi")),
  needExternal: (at) =>
    at.now("externalAiVolumeEstimate") *
    growthInLag(at, (1 + at.quarterly("externalAiGrowth")) * at.now("priceReaction") - 1),
  needCapacity: (at) => at.sum("needEcosystem", "needExternal") / at.driver("targetUse"),
  capacityUnderway: (at) =>
    at.now("aiCapacity") * (1 - at.driver("fleetRetirement")) ** at.driver("inServiceLag") +
    awaiting(at, "capacityBought") -
    at.now("capacityBought"),
  capacityMissing: (at) => Math.max(0, at.now("needCapacity") - at.now("capacityUnderway")),
  envelopeSpentBefore: spentBefore,
  envelopeEven: even,
  envelopeLimit: limit,
  capexWanted: wanted,
  capexEstimate: (at) => within(at, limit(at)),
  envelopeCounted: (at) => within(at, even(at)),
  capexCompanyBasis: (at) => within(at, limit(at)),
  envelopeSpent: (at) =>
    spentBefore(at) + at.now("capexCompanyBasis") - (within(at, limit(at)) - within(at, even(at))),
  procurementTotal: (at) => at.sum("ownedAdditions", "leasedAdditions", "poolVolume", "agentVolume"),
  procurementLastKnown: (at) => at.now("capexCompanyBasis") / assetPart(at),
  leasedAdditions: leased,
  ownedAdditions: (at) => at.now("capexCompanyBasis") - at.now("leasedAdditions"),
  poolVolume: (at) => (at.now("capexCompanyBasis") / assetPart(at)) * at.driver("poolShare"),
  agentVolume: (at) =>
    at.before("agentVolume") * (1 + at.quarterly("externalAiGrowth")) * at.now("priceReaction"),
  financedPurchases: (at) => at.now("ownedAdditions") * at.driver("financedShare"),
  cashCapex: (at) => at.now("ownedAdditions") * (1 - at.driver("financedShare")),
  equipmentAwaiting: (at) => awaiting(at, "capexCompanyBasis"),
  capacityBought: (at) => bought(at, at.now("capexCompanyBasis") + at.now("poolVolume")),
  capacityEntering: (at) => arriving(at, "capacityBought"),
  capacityAwaiting: (at) => awaiting(at, "capacityBought"),
  aiCapacity: (at) => installed(at, at.on("aiCapacity", at.opening), "capacityEntering"),
  poolCapacityBought: (at) => bought(at, at.now("poolVolume")),
  poolCapacityEntering: (at) => arriving(at, "poolCapacityBought"),
  poolCapacity: (at) => installed(at, 0, "poolCapacityEntering"),
  ecosystemAiServed: (at) => Math.min(at.now("aiCapacity"), at.now("ecosystemAiVolume")),
  rentedCapacity: (at) => Math.max(0, at.now("ecosystemAiVolume") - at.now("aiCapacity")),
  capacityForExternal: (at) => Math.max(0, at.now("aiCapacity") - at.now("ecosystemAiVolume")),
  aiVolumeServed: (at) => at.sum("ecosystemAiServed", "externalAiServed"),
  aiCapacityUse: (at) => shareOf(at.now("aiVolumeServed"), at.now("aiCapacity"), 0),
};
