/** A name that was typed over: the place where it stood, and what stands there now. */
export interface LostName {
  readonly name: string;
  readonly place: number;
  readonly now: string;
}

/** Where names stand in a row or column. */
export interface NamedPlaces {
  readonly at: ReadonlyMap<string, number>;
  /** Names that stand nowhere; their places are those where they would be by their neighbours. */
  readonly lost: readonly LostName[];
}

/**
 * Finds the planned names among the texts of a row or column, also where others were inserted before them. A name that was typed over
 * keeps its place: as far from its nearest neighbour as planned, unless another name stands there.
 */
export function namedPlaces(
  planned: ReadonlyMap<string, number>,
  texts: ReadonlyMap<number, string>,
): NamedPlaces {
  const at = new Map<string, number>();
  for (const [place, text] of texts) if (planned.has(text) && !at.has(text)) at.set(text, place);
  const lost: LostName[] = [];
  const taken = new Set(at.values());
  if (at.size === 0) return { at, lost };
  for (const [name, wanted] of planned) {
    if (at.has(name)) continue;
    const [neighbour, there] = [...at].reduce((best, each) =>
      Math.abs(planned.get(each[0])! - wanted) < Math.abs(planned.get(best[0])! - wanted) ? each : best,
    );
    const place = there + wanted - planned.get(neighbour)!;
    if (taken.has(place)) continue;
    lost.push({ name, place, now: texts.get(place) ?? "" });
  }
  for (const { name, place } of lost) at.set(name, place);
  return { at, lost };
}
