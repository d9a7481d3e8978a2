import type { Unit } from "../model";

/** Decimals to which figures of a unit are shown where they must add up. */
const DECIMALS: Partial<Record<Unit, number>> = {
  "RMB m": 1,
  "%": 3,
  points: 1,
  days: 1,
  "m ADS": 1,
  index: 3,
};

/** Decimals to which figures of a unit are shown where they must add up; shares are counted as fractions of one. */
export function shownDecimals(unit: Unit): number {
  return DECIMALS[unit] ?? 2;
}

/** What lies between two figures, rounded so that it adds up to the digit shown. */
export interface Shown {
  readonly before: number;
  readonly after: number;
  readonly parts: readonly number[];
}

/**
 * Rounds two figures and the parts between them so that the first and the parts give the second to the digit shown: each
 * part goes to one of its two neighbours, those nearest the upper one go up until the sum is right.
 */
export function addingUp(before: number, after: number, parts: readonly number[], decimals: number): Shown {
  const [first, last, ...between] = inUnits(before, after, parts, 10 ** decimals);
  return {
    before: first! / 10 ** decimals,
    after: last! / 10 ** decimals,
    parts: between.map((part) => part / 10 ** decimals),
  };
}

/** The two figures and the parts as whole numbers of the last digit shown. */
function inUnits(before: number, after: number, parts: readonly number[], units: number): readonly number[] {
  const [first, last] = [Math.round(before * units) + 0, Math.round(after * units) + 0];
  const exact = parts.map((part) => Number((part * units).toPrecision(12)));
  const rounded = exact.map(Math.floor);
  const left = last - first - rounded.reduce((sum, part) => sum + part, 0);
  const upwards = exact
    .map((part, place) => ({ place, above: part - rounded[place]! }))
    .sort((a, b) => b.above - a.above)
    .slice(0, Math.max(0, left));
  for (const { place } of upwards) rounded[place]! += 1;
  return [first, last, ...rounded.map((part) => part + 0)];
}
