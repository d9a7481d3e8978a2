import { reachWords } from "../../analysis";
import type { Model } from "../../model";
import { dataVintage } from "../../seeds";
import { say } from "../../words";

/** What the data is, in one sentence. */
export function vintageWords({ data, seeds }: Model): string {
  const { facts, sources, conflicts } = seeds;
  return say`${reachWords(data)}; ${facts.length.toLocaleString("en-US")} figures from ${sources.length} sources, newest ${dataVintage(seeds)}; ${conflicts.length} conflicts settled or open, each with its proof.`;
}
