import { listed, say } from "../words";
import type { FastValues, LineItem } from "../model";

/** Slips of units: how often too large the figure is, what it is written in, and within which factor either way it counts as one. */
const SLIPS = [
  { scale: 1e3, unit: "thousands", reach: 5 },
  { scale: 1e6, unit: "single RMB", reach: 5 },
  { scale: 1e-3, unit: "billions", reach: 2 },
] as const;

/** What is wrong with the size or sign of a figure, and the figure that is likely meant; null where there is no telling. */
export interface UnitSlip {
  readonly words: string;
  readonly meant: string | null;
}

/** Sizes that a figure may be compared with: the model's own and that of the year before. */
export function expectations(
  line: LineItem,
  column: number,
  expected: Pick<FastValues, "value">,
): readonly number[] {
  return [column, column - 4].map((each) => expected.value(line.id, each)).filter(Number.isFinite);
}

/** Judges the size and sign of a figure by what is known of its line; null when nothing is wrong. */
export function unitSlip(line: LineItem, value: number, known: readonly number[]): UnitSlip | null {
  const size = Math.max(...known.map(Math.abs), 0);
  if (size < 1 || value === 0) return null;
  const about = listed(
    known.map((each) => Number(each.toFixed(1)).toLocaleString("en-US")),
    " and ",
  );
  const compared = say`the forecast and the year before are ${about} ${line.unit}`;
  for (const { scale, unit, reach } of SLIPS) {
    const likely = Math.abs(value) / scale / size;
    const meant = String(Number((value / scale).toPrecision(12)));
    if (likely > 1 / reach && likely < reach)
      return { words: say`${compared}: it looks written in ${unit}. Write ${meant}.`, meant };
  }
  const turned = known.length > 1 && known.every((each) => each > 0) && value < 0;
  if (turned && Math.abs(-value / size - 1) < 0.5)
    return {
      words: say`${compared}: its sign looks turned, since costs and balances are positive here. Write ${-value}.`,
      meant: String(-value),
    };
  return Math.abs(value) > 1000 * size
    ? { words: say`${compared}: check its unit, ${line.unit}.`, meant: null }
    : null;
}
