import { reachWords } from "../analysis";
import { historyFromSeeds, type Model } from "../model";
import { keptForFacts } from "./keptForFacts";

/** How far the shipped figures reach, in words, whatever is typed beside them: it tells one release of the model from another. */
export function shippedReach({ spec, seeds, data }: Model): string {
  return keptForFacts(data, "shipped reach", () => reachWords(historyFromSeeds(spec, seeds)));
}
