import {
  compare,
  every,
  expressionOf,
  factOf,
  isKnown,
  minus,
  over,
  plus,
  prior,
  seriesAt,
  times,
  when,
  type Expression,
} from "../../../formula";
import { lineItem, type LineItem, type Lines } from "../../../model";
import type { CapLines } from "./capLines";
import { clock } from "./clockLines";
import { ecosystem } from "./ecosystemLines";
import { inEffectOf } from "./effectLines";
import { excess, ratioOrZero } from "./formulas";
import { partyOf, type Party } from "./party";
import { prices } from "./priceLines";
import { revenue } from "./revenueLines";

/** Names of one party's demand and revenue lines. */
export type DemandLines = Lines<
  | "growth"
  | "step"
  | "volumeEstimate"
  | "estimate"
  | "before"
  | "rest"
  | "revenue"
  | "volume"
  | "demand"
  | "lost"
>;

/** One party's demand at constant prices, what its cap lets in, and what it keeps out. */
export function demandLines(name: Party, cap: () => CapLines): DemandLines {
  const party = partyOf(name);
  const flow = { unit: "RMB m", annual: "sum" } as const;
  const split = (): Expression =>
    times(revenue.ecosystem, when(compare(clock.openingYear, "=", 1), party.part(), party.partBefore()));
  const lines: DemandLines = {
    growth: lineItem(`demandGrowth${name}`, {
      unit: "%",
      annual: "none",
      label: `${name}: demand growth with the reaction to prices`,
      meaning: "Volume, quarter on quarter.",
      forecast: () => minus(times(plus(1, party.growth), prices.ecosystemReaction), 1),
    }),
    step: lineItem(`demandStep${name}`, {
      unit: "index",
      annual: "none",
      label: `${name}: demand relative to the quarter before, at its growth and prices`,
      meaning: "1 where nothing moves.",
      forecast: () => times(plus(1, lines.growth), minus(1, inEffectOf.ecosystemPriceCut)),
    }),
    volumeEstimate: lineItem(`volumeEstimate${name}`, {
      unit: "RMB m",
      annual: "none",
      label: `${name}: demand at constant prices, before the quarter is known`,
      meaning: "Grows from the volume of the quarter before.",
      forecast: () => times(prior(lines.volume), plus(1, lines.growth)),
    }),
    estimate: lineItem(`demandEstimate${name}`, {
      unit: "RMB m",
      annual: "none",
      label: `${name}: demand before the cap, before the quarter is known`,
      meaning: "Volume at the prices of the contracts.",
      forecast: () => times(lines.volumeEstimate, prices.ecosystem),
    }),
    before: lineItem(`demandBefore${name}`, {
      unit: "RMB m",
      annual: "none",
      label: `${name}: demand of the year's earlier quarters`,
      meaning: "Zero in the first quarter; of quarters up to the opening, their revenue.",
      opening: () => expressionOf(cap().usedBefore),
      forecast: () =>
        when(compare(clock.quarterOfYear, "=", 1), 0, plus(prior(lines.before), prior(lines.demand))),
    }),
    rest: lineItem(`demandRest${name}`, {
      unit: "RMB m",
      annual: "none",
      label: `${name}: demand of the rest of the year`,
      meaning: "This quarter and those that follow in the year, at their growth and prices.",
      forecast: () => times(lines.estimate, withRest(lines.step, 1)),
    }),
    revenue: lineItem(`revenue${name}`, {
      ...flow,
      label: `${name}: revenue`,
      emphasis: "subtotal",
      fact: `revenue${name}`,
      meaning:
        "Demand within the cap; where only the ecosystem is reported, scaled to it, or by demand where the caps let nothing in.",
      history: split,
      opening: split,
      forecast: () =>
        when(
          every(isKnown(revenue.ecosystem), compare(ecosystem.allowed, "<=", 0)),
          times(factOf(revenue.ecosystem), ratioOrZero(lines.estimate, ecosystem.estimate)),
          times(cap().allowed, ecosystem.surprise),
        ),
    }),
    volume: lineItem(`volume${name}`, {
      ...flow,
      label: `${name}: demand at constant prices`,
      meaning: "Opens with revenue; a reported quarter moves it by what it differs from its estimate.",
      opening: () => over(lines.revenue, prices.ecosystem),
      forecast: () => times(lines.volumeEstimate, ecosystem.demandSurprise),
    }),
    demand: lineItem(`demand${name}`, {
      ...flow,
      label: `${name}: demand before the cap`,
      meaning: "Volume at the prices of the contracts.",
      opening: () => times(lines.volume, prices.ecosystem),
      forecast: () => times(lines.volume, prices.ecosystem),
    }),
    lost: lineItem(`lostDemand${name}`, {
      ...flow,
      label: `${name}: demand above the cap`,
      meaning: "Revenue at risk: demand that the cap keeps out.",
      forecast: () => excess(lines.demand, lines.revenue),
    }),
  };
  return lines;
}

/** A quarter's demand, and that of the quarters left after it, relative to it: 1 + step × (1 + step × (1 + step)). */
function withRest(step: LineItem, ahead: 1 | 2 | 3): Expression {
  const isLeft = [clock.next, clock.nextButOne, clock.nextButTwo][ahead - 1]!;
  const then = seriesAt(step, plus(clock.quarterNumber, ...Array.from({ length: ahead }, () => 1 as const)));
  const more = ahead === 3 ? then : times(then, withRest(step, ahead === 1 ? 2 : 3));
  return plus(1, when(compare(isLeft, "=", 1), more, 0));
}
