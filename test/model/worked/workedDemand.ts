import type { Place } from "../place";
import { excess, shareOf, type Worked } from "./worked";

/** The two related parties. */
export type Party = "Xiaomi" | "Kingsoft";

/** Prices as an index: what is left of each quarter's price after its cut, from the opening on. */
const index =
  (line: string, cut: string) =>
  (at: Place): number =>
    at.before(line) - at.before(line) * at.yearly(cut);

/** Growth of a party's volume with what a price cut adds to it. */
function growth(at: Place, party: Party): number {
  const own = at.yearly(party === "Xiaomi" ? "xiaomiDemandGrowth" : "kingsoftDemandGrowth");
  const gained = at.driver("priceElasticity") * at.yearly("ecosystemPriceCut");
  return own + gained + own * gained;
}

/** Demand of this quarter and those left of its year, each at the growth and the price of this one. */
function restOfYear(at: Place, party: Party): number {
  const step = (1 + growth(at, party)) * (1 - at.yearly("ecosystemPriceCut"));
  let [quarter, rest] = [at.now(`demandEstimate${party}`), 0];
  for (let left = 4 - at.quarter; left >= 0; left--) {
    rest += quarter;
    quarter *= step;
  }
  return rest;
}

function revenue(at: Place, party: Party): number {
  if (!at.knows("revenueEcosystem")) return at.now(`allowed${party}`);
  const reported = at.fact("revenueEcosystem");
  const allowed = at.sum("allowedXiaomi", "allowedKingsoft");
  if (allowed > 0) return (at.now(`allowed${party}`) / allowed) * reported;
  return shareOf(
    at.now(`demandEstimate${party}`) * reported,
    at.sum("demandEstimateXiaomi", "demandEstimateKingsoft"),
    0,
  );
}

const party = (name: Party): Worked => ({
  [`demandGrowth${name}`]: (at) => growth(at, name),
  [`volumeEstimate${name}`]: (at) => at.before(`volume${name}`) * (1 + growth(at, name)),
  [`demandEstimate${name}`]: (at) => at.now(`volumeEstimate${name}`) * at.now("ecosystemPriceIndex"),
  [`demandBefore${name}`]: (at) => {
    let before = 0;
    for (let quarter = 1; quarter < at.quarter; quarter++) before += at.before(`demand${name}`, quarter);
    return before;
  },
  [`demandRest${name}`]: (at) => restOfYear(at, name),
  [`revenue${name}`]: (at) => revenue(at, name),
  [`volume${name}`]: (at) => at.now(`volumeEstimate${name}`) * at.now("ecosystemDemandSurprise"),
  [`demand${name}`]: (at) => at.now(`demandEstimate${name}`) * at.now("ecosystemDemandSurprise"),
  [`lostDemand${name}`]: (at) => excess(at, at.now(`demand${name}`), at.now(`revenue${name}`)),
});

/** Prices, and demand of the two related parties before and after their caps. */
export const workedDemand: Worked = {
  priceIndex: index("priceIndex", "priceCut"),
  ecosystemPriceIndex: index("ecosystemPriceIndex", "ecosystemPriceCut"),
  priceReaction: (at) => 1 + at.yearly("priceCut") * at.driver("priceElasticity"),
  ecosystemPriceReaction: (at) => 1 + at.yearly("ecosystemPriceCut") * at.driver("priceElasticity"),
  inferencePart: (at) => {
    const [before, target] = [at.before("inferencePart"), at.yearly("inferenceShare")];
    return before + (target - before) / (5 - at.quarter);
  },
  inferenceMix: (at) =>
    (1 + at.driver("inferencePremium") * at.now("inferencePart")) /
    (1 + at.driver("inferencePremium") * at.driver("inferenceShareOpening")),
  ...party("Xiaomi"),
  ...party("Kingsoft"),
};
