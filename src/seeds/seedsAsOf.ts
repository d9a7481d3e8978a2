import type { Seeds } from "./fact";
import { factLookUps } from "./factLookUps";

/**
 * The seeds as they stood at the end of an ISO day: of the figures that are used today those published by then, and the
 * estimates of then. Assumptions and records of conflicts stay, and any figure is still found by its id.
 */
export function seedsAsOf(seeds: Seeds, day: string): Seeds {
  const isKnown = ({ knownFrom }: { readonly knownFrom: string }): boolean => knownFrom <= day;
  const facts = seeds.facts.filter(isKnown);
  return {
    ...seeds,
    facts,
    estimates: seeds.estimates.filter(isKnown),
    chosen: factLookUps(facts).chosen,
  };
}
