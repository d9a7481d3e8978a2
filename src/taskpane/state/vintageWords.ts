import { PERIODS, type Model } from "../../model";
import { dataVintage } from "../../seeds";

/** What the data is, in one sentence. */
export function vintageWords(model: Model): string {
  const { facts, sources, conflicts } = model.seeds;
  return `Actual to ${PERIODS[model.data.lastActual]!.label}, ${facts.length.toLocaleString("en-US")} figures from ${sources.length} sources, newest ${dataVintage(model.seeds)}; ${conflicts.length} conflicts settled or open, each with its proof.`;
}
