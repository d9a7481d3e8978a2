import { expressionOf, minus, over, plus, prior, scalarAt, times, type Expression } from "../../../formula";
import { capacityDrivers, revenueDrivers as d } from "../drivers";
import { lineItem, type LineItem, type Lines } from "../../../model";
import { clock } from "./clockLines";
import { inEffectOf } from "./effectLines";

function priceIndex(id: string, label: string, cut: () => LineItem): LineItem {
  const line: LineItem = lineItem(id, {
    unit: "index",
    annual: "last",
    label,
    meaning: "1 in the opening quarter; falls with price cuts.",
    opening: () => expressionOf(1),
    forecast: () => times(prior(line), minus(1, cut())),
  });
  return line;
}

/** What volume gains from the quarter's price cut. */
function reaction(cut: LineItem): Expression {
  return plus(1, times(d.elasticity, cut));
}

/** Prices and the volume's reaction to them. */
export const prices: Lines<
  "external" | "ecosystem" | "externalReaction" | "ecosystemReaction" | "inference" | "mix"
> = {
  external: priceIndex("priceIndex", "Price index, external cloud", () => inEffectOf.priceCut),
  ecosystem: priceIndex(
    "ecosystemPriceIndex",
    "Price index, ecosystem contracts",
    () => inEffectOf.ecosystemPriceCut,
  ),
  externalReaction: lineItem("priceReaction", {
    unit: "index",
    annual: "none",
    label: "Volume after the price cut, external cloud",
    meaning: "1 where prices hold.",
    forecast: () => reaction(inEffectOf.priceCut),
  }),
  ecosystemReaction: lineItem("ecosystemPriceReaction", {
    unit: "index",
    annual: "none",
    label: "Volume after the price cut, ecosystem",
    meaning: "1 where prices hold.",
    forecast: () => reaction(inEffectOf.ecosystemPriceCut),
  }),
  inference: lineItem("inferencePart", {
    unit: "%",
    annual: "last",
    label: "Inference part of external AI billing",
    meaning: "Moves in even steps to the year's assumption; a quarter's own share may be typed.",
    quarterly: { of: capacityDrivers.inferenceShare, says: "the quarter's end" },
    opening: () => expressionOf(capacityDrivers.inferenceOpening),
    forecast: () =>
      plus(
        prior(prices.inference),
        over(
          minus(scalarAt(capacityDrivers.inferenceShare, clock.driverYear), prior(prices.inference)),
          clock.quartersLeft,
        ),
      ),
  }),
  mix: lineItem("inferenceMix", {
    unit: "index",
    annual: "last",
    label: "Price of the mix of inference and training",
    meaning: "1 at the opening mix.",
    opening: () => expressionOf(1),
    forecast: () =>
      over(
        plus(1, times(capacityDrivers.inferencePremium, prices.inference)),
        plus(1, times(capacityDrivers.inferencePremium, capacityDrivers.inferenceOpening)),
      ),
  }),
};
