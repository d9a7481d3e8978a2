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
  scalarAt,
  times,
  when,
  type Expression,
} from "../../formula";
import { lineItem, type Lines } from "../lineItem";
import type { CapLines } from "./capLines";
import { clock } from "./clockLines";
import { ecosystem } from "./ecosystemLines";
import { excess, ratioOrZero } from "./formulas";
import { partyOf, type Party } from "./party";
import { prices } from "./priceLines";
import { revenue } from "./revenueLines";

/** Names of one party's demand and revenue lines. */
export type DemandLines = Lines<
  "growth" | "volumeEstimate" | "estimate" | "before" | "rest" | "revenue" | "volume" | "demand" | "lost"
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
      forecast: () =>
        minus(times(plus(1, scalarAt(party.growth, clock.driverYear)), prices.ecosystemReaction), 1),
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
      meaning: "This quarter and those that follow in the year, at its growth and prices.",
      forecast: () => {
        const step = times(plus(1, lines.growth), over(prices.ecosystem, prior(prices.ecosystem)));
        return times(
          lines.estimate,
          plus(
            1,
            times(
              step,
              clock.next,
              plus(1, times(step, clock.nextButOne, plus(1, times(step, clock.nextButTwo)))),
            ),
          ),
        );
      },
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
