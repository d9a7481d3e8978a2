import type { Place } from "../place";
import { excess, shareOf, type Worked } from "./worked";

/** The two related parties. */
export type Party = "Xiaomi" | "Kingsoft";

/** Prices as an index: what is left of each quarter's price after its cut, from the opening on. */
const index =
  (line: string, cut: string) =>
  (at: Place): number =>
    at.before(line) - at.before(line) * at.quarterly(cut);

/** Growth of a party's volume with what a price cut adds to it. */
function growth(at: Place, party: Party, ahead = 0): number {
  const own = at.quarterly(party === "Xiaomi" ? "xiaomiDemandGrowth" : "kingsoftDemandGrowth", ahead);
  const gained = at.driver("priceElasticity") * at.quarterly("ecosystemPriceCut", ahead);
  return own + gained + own * gained;
}

/** A quarter's demand over that of the quarter before, in money. */
const step = (at: Place, party: Party, ahead = 0): number =>
  (1 + growth(at, party, ahead)) * (1 - at.quarterly("ecosystemPriceCut", ahead));

/** Demand of this quarter and those left of its year, each at its own growth and price. */
function restOfYear(at: Place, party: Party): number {
  let quarter = at.now(`demandEstimate${party}`);
  let rest = quarter;
  for (let ahead = 1; ahead <= 4 - at.quarter; ahead++) {
    quarter *= step(at, party, ahead);
    rest += quarter;
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
  [`demandStep${name}`]: (at) => step(at, name),
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

/** Assumptions of quarters: typed, or else of the year. */
export const workedInEffect: Worked = Object.fromEntries(
  [
    ...["xiaomiDemandGrowth", "kingsoftDemandGrowth", "externalAiGrowth", "externalBasicGrowth"],
    ...["externalEnterpriseGrowth", "priceCut", "ecosystemPriceCut", "idcSaving", "opexGrowth"],
    ...["creditLoss", "otherIncome"],
  ].map((prefix) => [`${prefix}InEffect`, (at: Place) => at.quarterly(prefix)]),
);

/** Prices, and demand of the two related parties before and after their caps. */
export const workedDemand: Worked = {
  ...workedInEffect,
  priceIndex: index("priceIndex", "priceCut"),
  ecosystemPriceIndex: index("ecosystemPriceIndex", "ecosystemPriceCut"),
  priceReaction: (at) => 1 + at.quarterly("priceCut") * at.driver("priceElasticity"),
  ecosystemPriceReaction: (at) => 1 + at.quarterly("ecosystemPriceCut") * at.driver("priceElasticity"),
  inferencePart: (at) => {
    if (!Number.isNaN(at.typed("inferenceShare"))) return at.typed("inferenceShare");
    const [before, target] = [at.before("inferencePart"), at.yearly("inferenceShare")];
    return before + (target - before) / (5 - at.quarter);
  },
  inferenceMix: (at) =>
    (1 + at.driver("inferencePremium") * at.now("inferencePart")) /
    (1 + at.driver("inferencePremium") * at.driver("inferenceShareOpening")),
  ...party("Xiaomi"),
  ...party("Kingsoft"),
};
