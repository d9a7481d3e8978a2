import { PERIODS, type Model } from "../../model";

/** ISO date of the newest document behind the figures; a document dated by month counts as its first day. */
export function dataVintage({ seeds }: Model): string {
  const dates = seeds.sources.map(({ date }) => date).filter((date) => /^\d{4}(-\d\d){1,2}$/.test(date));
  const newest = dates.map((date) => (date.length === 7 ? `${date}-01` : date)).sort().at(-1);
  return newest ?? "1970-01-01";
}

/** What the data is, in one sentence. */
export function vintageWords(model: Model): string {
  const { facts, sources, conflicts } = model.seeds;
  return `Actual to ${PERIODS[model.data.lastActual]!.label}, ${facts.length.toLocaleString("en-US")} figures from ${sources.length} sources, newest ${dataVintage(model)}; ${conflicts.length} conflicts settled or open, each with its proof.`;
}
