import type { Seeds } from "./fact";

/** ISO date of the newest document behind the figures, so that equal seeds give equal files; a document dated by month counts as its first day. */
export function dataVintage({ sources }: Pick<Seeds, "sources">): string {
  const dates = sources.map(({ date }) => date).filter((date) => /^\d{4}(-\d\d){1,2}$/.test(date));
  return (
    dates
      .map((date) => (date.length === 7 ? `${date}-01` : date))
      .sort()
      .at(-1) ?? "1970-01-01"
  );
}
