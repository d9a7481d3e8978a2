import {
  compare,
  expressionOf,
  factOf,
  isKnown,
  knownOr,
  largest,
  minus,
  over,
  plus,
  power,
  prior,
  scalarAt,
  smallest,
  times,
  when,
  type Expression,
} from "../../../formula";
import { balanceDrivers, capacityDrivers as d } from "../drivers";
import { lineItem, type LineItem, type Lines } from "../../../model";
import { capacity } from "./capacityLines";
import { clock } from "./clockLines";
import { ecosystem } from "./ecosystemLines";
import { inEffectOf } from "./effectLines";
import { external } from "./externalLines";
import { beforeLag } from "./formulas";
import { xiaomi } from "./parties";
import { prices } from "./priceLines";

const flow = { unit: "RMB m", annual: "sum" } as const;
const inner = { unit: "RMB m", annual: "none" } as const;

/** Part of procurement that is self-procured or leased: capital expenditure as the company counts it. */
const assetPart = (): Expression => minus(1, d.poolShare, d.agentShare);
const firstQuarter = (): Expression => compare(clock.quarterOfYear, "=", 1);
/** What contracts need one service lag ahead. */
export const need: Lines<"ecosystem" | "external" | "capacity" | "underway" | "missing"> = {
  ecosystem: lineItem("needEcosystem", {
    ...inner,
    label: "Ecosystem AI volume contracted for the quarter of service",
    meaning: "After caps, at the growth of this quarter; a renewal that fails is not known before it does.",
    forecast: () => times(ecosystem.contractedAi, power(plus(1, xiaomi.growth), d.lag)),
  }),
  external: lineItem("needExternal", {
    ...inner,
    label: "External AI volume expected in the quarter of service",
    meaning: "At the growth of this quarter.",
    forecast: () =>
      times(
        external.aiVolumeEstimate,
        power(times(plus(1, inEffectOf.externalAiGrowth), prices.externalReaction), d.lag),
      ),
  }),
  capacity: lineItem("needCapacity", {
    ...inner,
    label: "AI capacity needed at target use",
    meaning: "Contracted volume over target use.",
    forecast: () => over(plus(need.ecosystem, need.external), d.targetUse),
  }),
  underway: lineItem("capacityUnderway", {
    ...inner,
    label: "AI capacity installed or bought for then",
    meaning: "What is in service now, less retirement until then, and what was bought before this quarter.",
    forecast: () =>
      plus(
        times(capacity.installed, power(minus(1, d.retirement), d.lag)),
        minus(prior(capacity.awaiting), capacity.entering),
      ),
  }),
  missing: lineItem("capacityMissing", {
    ...inner,
    label: "AI capacity missing",
    meaning: "What procurement has to bring; not negative.",
    forecast: () => largest(0, minus(need.capacity, need.underway)),
  }),
};

/** Infrastructure bought in the period, by procurement model, inside the year's envelope. */
export const procurement: Lines<
  | "spentBefore"
  | "even"
  | "limit"
  | "wanted"
  | "estimate"
  | "counted"
  | "capexCompanyBasis"
  | "spent"
  | "total"
  | "lastKnown"
  | "leased"
  | "owned"
  | "pool"
  | "agent"
  | "financed"
  | "cashCapex"
  | "awaiting"
> = {
  spentBefore: lineItem("envelopeSpentBefore", {
    ...inner,
    label: "Envelope used before the quarter",
    meaning: "Capital expenditure of the year's earlier quarters.",
    history: () => when(firstQuarter(), 0, prior(procurement.spent)),
    opening: () => when(firstQuarter(), 0, prior(procurement.spent)),
    forecast: () => when(firstQuarter(), 0, prior(procurement.spent)),
  }),
  even: lineItem("envelopeEven", {
    ...inner,
    label: "Quarter's part of the year's envelope",
    meaning: "What is left of the year's envelope in even parts over the quarters left.",
    forecast: () =>
      over(
        largest(0, minus(scalarAt(d.envelope, clock.driverYear), procurement.spentBefore)),
        clock.quartersLeft,
      ),
  }),
  limit: lineItem("envelopeLimit", {
    ...inner,
    label: "Envelope of the quarter",
    meaning:
      "The amount typed for the quarter, or else its part of the year's envelope; the other quarters keep their part.",
    quarterly: { of: d.envelope, says: "the quarter's own amount" },
    forecast: () => expressionOf(procurement.even),
  }),
  wanted: lineItem("capexWanted", {
    ...flow,
    label: "Capital expenditure that contracts ask for",
    meaning: "Brings the missing capacity, before the envelope.",
    forecast: () =>
      times(over(need.missing, times(d.billingYield, d.aiPart, minus(1, d.agentShare))), assetPart()),
  }),
  estimate: lineItem("capexEstimate", {
    ...inner,
    label: "Capital expenditure before the quarter is known",
    meaning: "What contracts ask for within the envelope of the quarter, or all of it.",
    forecast: () => within(procurement.limit),
  }),
  counted: lineItem("envelopeCounted", {
    ...inner,
    label: "Capital expenditure against the year's envelope before the quarter is known",
    meaning: "As if nothing were typed for the quarter: a typed amount leaves the other quarters their part.",
    forecast: () => within(procurement.even),
  }),
  capexCompanyBasis: lineItem("capexCompanyBasis", {
    ...flow,
    label: "Capital expenditure, company basis",
    emphasis: "subtotal",
    fact: "capexCompanyBasis",
    typed: "result",
    meaning: "Self-procured and leased together, as the company states it.",
    opening: () => expressionOf(d.pipeline),
    forecast: () => expressionOf(procurement.estimate),
  }),
  spent: lineItem("envelopeSpent", {
    ...inner,
    label: "Envelope used in the year to date",
    meaning:
      "Capital expenditure of the year so far; what is typed for a quarter counts as its part of the year.",
    history: () => plus(procurement.spentBefore, knownOr(procurement.capexCompanyBasis, 0)),
    opening: () => plus(procurement.spentBefore, procurement.capexCompanyBasis),
    forecast: () =>
      plus(
        procurement.spentBefore,
        procurement.capexCompanyBasis,
        minus(procurement.counted, procurement.estimate),
      ),
  }),
  total: lineItem("procurementTotal", {
    ...flow,
    label: "Infrastructure procured, all models",
    emphasis: "total",
    meaning: "Volume procured, asset or not: capital expenditure with pool and agent volume.",
    history: () => over(procurement.capexCompanyBasis, assetPart()),
    opening: () => over(procurement.capexCompanyBasis, assetPart()),
    forecast: () => plus(procurement.capexCompanyBasis, procurement.pool, procurement.agent),
  }),
  lastKnown: lineItem("procurementLastKnown", {
    ...inner,
    label: "Infrastructure procured, or what was last known of it",
    meaning: "A quarter of history whose capital expenditure is not known counts as the one before it.",
    history: () =>
      when(
        isKnown(procurement.capexCompanyBasis),
        over(factOf(procurement.capexCompanyBasis), assetPart()),
        prior(procurement.lastKnown),
      ),
    opening: () => over(procurement.capexCompanyBasis, assetPart()),
    forecast: () => over(procurement.capexCompanyBasis, assetPart()),
  }),
  leased: lineItem("leasedAdditions", {
    ...flow,
    label: "Leased",
    fact: "capexLeased",
    typed: "result",
    meaning: "Right-of-use assets obtained; not cash at the start.",
    history: () => over(times(procurement.capexCompanyBasis, d.leasedShare), assetPart()),
    opening: () => over(times(procurement.capexCompanyBasis, d.leasedShare), assetPart()),
    forecast: () => leased(),
  }),
  owned: lineItem("ownedAdditions", {
    ...flow,
    label: "Self-procured",
    fact: "capexOwned",
    typed: "result",
    meaning: "Additions to owned equipment, financed purchases included.",
    history: () => minus(procurement.capexCompanyBasis, procurement.leased),
    opening: () => minus(procurement.capexCompanyBasis, procurement.leased),
    forecast: () => minus(procurement.capexCompanyBasis, procurement.leased),
  }),
  pool: lineItem("poolVolume", {
    ...flow,
    label: "Resource pool",
    meaning: "Suppliers' capacity used against a share of billing; no asset.",
    forecast: () => over(times(procurement.capexCompanyBasis, d.poolShare), assetPart()),
  }),
  agent: lineItem("agentVolume", {
    ...flow,
    label: "Agent",
    meaning:
      "Bought for customers against a fee; no asset. Opens as its part of the last year's procurement and grows with external AI demand, not with what the company itself needs.",
    opening: () =>
      over(
        times(
          plus(
            procurement.lastKnown,
            prior(procurement.lastKnown, 1),
            prior(procurement.lastKnown, 2),
            prior(procurement.lastKnown, 3),
          ),
          d.agentShare,
        ),
        balanceDrivers.quartersInYear,
      ),
    forecast: () =>
      times(prior(procurement.agent), plus(1, inEffectOf.externalAiGrowth), prices.externalReaction),
  }),
  financed: lineItem("financedPurchases", {
    ...flow,
    label: "Financed by third parties",
    meaning: "Part of self-procured that is owed as debt; not cash at the start.",
    forecast: () => times(procurement.owned, d.financedShare),
  }),
  cashCapex: lineItem("cashCapex", {
    ...flow,
    label: "Capital expenditure due in cash",
    fact: "cashCapex",
    meaning: "Self-procured equipment that is not financed; positive is a payment, creditors apart.",
    opening: () => times(procurement.owned, minus(1, d.financedShare)),
    forecast: () => minus(procurement.owned, procurement.financed),
  }),
  awaiting: lineItem("equipmentAwaiting", {
    ...inner,
    label: "Equipment awaiting service, at cost",
    meaning:
      "Bought from the opening on and within the service lag; costs racks and staff and does not earn or depreciate.",
    opening: () => expressionOf(procurement.capexCompanyBasis),
    forecast: () =>
      minus(
        plus(prior(procurement.awaiting), procurement.capexCompanyBasis),
        beforeLag(procurement.capexCompanyBasis),
      ),
  }),
};

/** What is bought within an envelope: what contracts ask for, or all of it. */
function within(envelope: LineItem): Expression {
  return when(compare(d.procurementMode, "=", 1), smallest(procurement.wanted, envelope), envelope);
}

function leased(): Expression {
  return when(
    isKnown(procurement.owned),
    minus(procurement.capexCompanyBasis, factOf(procurement.owned)),
    over(times(procurement.capexCompanyBasis, d.leasedShare), assetPart()),
  );
}
