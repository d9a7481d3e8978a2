import { groupOf } from "./chooseFacts";
import type { Basis, Fact, Seeds } from "./fact";

const defaultBases: readonly Basis[] = ["reported", "adjusted", "event", "market"];

/** The two look-ups over a list of figures. */
export function factLookUps(facts: readonly Fact[]): Pick<Seeds, "fact" | "chosen"> {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const byGroup = new Map(facts.filter((fact) => fact.chosen).map((fact) => [groupOf(fact), fact]));
  return {
    fact: (id) => byId.get(id),
    chosen: (metric, period, basis) => {
      const bases = basis === undefined ? defaultBases : [basis];
      return bases
        .map((each) => byGroup.get(groupOf({ metric, period, basis: each })))
        .find((fact) => fact !== undefined);
    },
  };
}
