import {
  call,
  compare,
  expressionOf,
  minus,
  over,
  plus,
  prior,
  scalarAt,
  smallest,
  largest,
  times,
  when,
  type Operand,
} from "../../formula";
import { balanceDrivers, capDrivers as d, revenueDrivers } from "../drivers";
import type { Driver } from "../driver";
import { lineItem, type LineItem, type Lines } from "../lineItem";
import { clock } from "./clockLines";
import { ecosystem } from "./ecosystemLines";
import { ratioOrZero } from "./ratio";
import { revenue } from "./revenueLines";

/** Whether the revision of the caps is in effect. */
export const revisionInEffect: LineItem = lineItem("revisionInEffect", {
  unit: "flag",
  annual: "last",
  label: "Revision in effect",
  meaning: "1 from the quarter in which the revised caps apply.",
  forecast: () => when(compare(clock.quarterCode, ">=", d.upliftQuarter), 1, 0),
});

interface Party {
  readonly name: "Xiaomi" | "Kingsoft";
  readonly agreed: readonly Driver[];
  readonly uplift: readonly Driver[];
  readonly usable: Driver;
  readonly renewal: Driver;
  readonly growth: readonly Driver[];
  /** The party's part of ecosystem revenue and of the implied cap. */
  readonly part: () => Operand;
  readonly impliedPart: () => Operand;
}

type PartyLines = Lines<
  | "agreed"
  | "revised"
  | "renewed"
  | "interim"
  | "cap"
  | "demand"
  | "usedBefore"
  | "left"
  | "allowed"
  | "revenue"
  | "used"
  | "headroom"
  | "utilisation"
  | "lost"
  | "binds"
  | "boundCount"
  | "bindingQuarter"
>;

function partyLines(party: Party): PartyLines {
  const { name } = party;
  const flow = { unit: "RMB m", annual: "sum" } as const;
  const level = { unit: "RMB m", annual: "last" } as const;
  const firstQuarter = compare(clock.quarterOfYear, "=", 1);
  const lines: PartyLines = {
    agreed: lineItem(`capAgreed${name}`, {
      ...level,
      label: `${name}: cap before revision`,
      meaning: "Yearly cap on the chosen basis; from 2028 the cap of 2027 that a renewal starts from.",
      forecast: () =>
        when(
          compare(d.basis, "=", 1),
          scalarAt(party.agreed, clock.agreementYear),
          times(d.impliedCombined, party.impliedPart()),
        ),
    }),
    revised: lineItem(`capRevised${name}`, {
      ...level,
      label: `${name}: cap after revision`,
      meaning: "The old cap stays in force until the revision takes effect.",
      forecast: () =>
        times(lines.agreed, plus(1, times(scalarAt(party.uplift, clock.agreementYear), revisionInEffect))),
    }),
    renewed: lineItem(`capRenewed${name}`, {
      ...level,
      label: `${name}: cap if renewed`,
      meaning: "Yearly cap from 2028 once the renewal is in force; zero if the framework lapses.",
      forecast: () => times(lines.revised, party.renewal, d.renewalInForce),
    }),
    interim: lineItem(`capInterim${name}`, {
      ...level,
      label: `${name}: interim allowance`,
      meaning: "Allowance to date in 2028 while the renewal is delayed.",
      forecast: () =>
        smallest(
          lines.renewed,
          over(
            times(lines.revised, d.interimShare, d.renewalInForce, clock.quarterOfYear),
            balanceDrivers.quartersInYear,
          ),
        ),
    }),
    cap: lineItem(`cap${name}`, {
      ...level,
      label: `${name}: cap in force`,
      emphasis: "subtotal",
      fact: `cap${name}`,
      meaning: "Yearly cap that applies in the quarter; history is the filed cap.",
      forecast: () =>
        when(
          compare(clock.renewalQuarter, "=", 0),
          lines.revised,
          when(compare(clock.renewalQuarter, ">", d.renewalDelay), lines.renewed, lines.interim),
        ),
    }),
    demand: lineItem(`demand${name}`, {
      ...flow,
      label: `${name}: demand before the cap`,
      meaning: "Grows from the party's part of the last actual quarter.",
      atLastActual: () => times(revenue.ecosystem, party.part()),
      forecast: () => times(prior(lines.demand), plus(1, scalarAt(party.growth, clock.driverYear))),
    }),
    usedBefore: lineItem(`capUsedBefore${name}`, {
      unit: "RMB m",
      annual: "none",
      label: `${name}: cap used before the quarter`,
      meaning: "Revenue of the year's earlier quarters.",
      history: () => when(firstQuarter, 0, prior(lines.used)),
      forecast: () => when(firstQuarter, 0, prior(lines.used)),
    }),
    left: lineItem(`capLeft${name}`, {
      unit: "RMB m",
      annual: "none",
      label: `${name}: cap left for the quarter`,
      meaning: "Usable cap less what the year has used.",
      forecast: () => largest(0, minus(times(lines.cap, party.usable), lines.usedBefore)),
    }),
    allowed: lineItem(`allowed${name}`, {
      ...flow,
      label: `${name}: demand within the cap`,
      meaning: "The smaller of demand and what is left of the cap.",
      forecast: () => smallest(lines.demand, lines.left),
    }),
    revenue: lineItem(`revenue${name}`, {
      ...flow,
      label: `${name}: revenue`,
      emphasis: "subtotal",
      fact: `revenue${name}`,
      meaning: "Demand within the cap that AI capacity can serve; no quarter of history is disclosed.",
      forecast: () => times(lines.allowed, ecosystem.servedShare),
    }),
    used: lineItem(`capUsed${name}`, {
      ...level,
      label: `${name}: cap used in the year to date`,
      meaning: "History splits ecosystem revenue by the opening party shares (an estimate).",
      history: () => plus(lines.usedBefore, times(revenue.ecosystem, party.part())),
      forecast: () => plus(lines.usedBefore, lines.revenue),
    }),
    headroom: lineItem(`capHeadroom${name}`, {
      ...level,
      label: `${name}: headroom`,
      meaning: "Cap in force less cap used to date; never negative.",
      forecast: () => minus(lines.cap, lines.used),
    }),
    utilisation: lineItem(`capUtilisation${name}`, {
      unit: "%",
      label: `${name}: cap utilisation to date`,
      meaning: "Cap used divided by the cap in force.",
      forecast: () => ratioOrZero(lines.used, lines.cap),
      annual: () => ratioOrZero(lines.used, lines.cap),
    }),
    lost: lineItem(`lostDemand${name}`, {
      ...flow,
      label: `${name}: demand above the cap`,
      meaning: "Revenue at risk: demand that the cap keeps out.",
      forecast: () => minus(lines.demand, lines.allowed),
    }),
    binds: lineItem(`capBinds${name}`, {
      unit: "flag",
      annual: "sum",
      label: `${name}: cap binds`,
      meaning: "1 where demand exceeds what is left of the cap; a year counts such quarters.",
      forecast: () => when(compare(lines.demand, ">", lines.left), 1, 0),
    }),
    boundCount: lineItem(`capBoundCount${name}`, {
      unit: "number",
      annual: "none",
      label: `${name}: quarters bound so far`,
      meaning: "Counts within the year.",
      atLastActual: () => expressionOf(0),
      forecast: () => plus(when(firstQuarter, 0, prior(lines.boundCount)), lines.binds),
    }),
    bindingQuarter: lineItem(`bindingQuarter${name}`, {
      unit: "number",
      annual: "sum",
      label: `${name}: quarter in which the cap starts to bind`,
      meaning: "1 to 4; zero when the cap does not bind in the year.",
      forecast: () =>
        when(
          call("AND", compare(lines.binds, "=", 1), compare(lines.boundCount, "=", 1)),
          clock.quarterOfYear,
          0,
        ),
    }),
  };
  return lines;
}

/** Xiaomi's yearly cap: what is agreed, revised, renewed, used and lost. */
export const xiaomi: PartyLines = partyLines({
  name: "Xiaomi",
  agreed: d.xiaomiAgreed,
  uplift: d.xiaomiUplift,
  usable: d.usableXiaomi,
  renewal: d.renewalXiaomi,
  growth: revenueDrivers.xiaomiGrowth,
  part: () => revenueDrivers.xiaomiShare,
  impliedPart: () => d.impliedXiaomiShare,
});

/** Kingsoft's yearly cap: what is agreed, revised, renewed, used and lost. */
export const kingsoft: PartyLines = partyLines({
  name: "Kingsoft",
  agreed: d.kingsoftAgreed,
  uplift: d.kingsoftUplift,
  usable: d.usableKingsoft,
  renewal: d.renewalKingsoft,
  growth: revenueDrivers.kingsoftGrowth,
  part: () => minus(1, revenueDrivers.xiaomiShare),
  impliedPart: () => minus(1, d.impliedXiaomiShare),
});
