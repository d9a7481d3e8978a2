import { addingUp, shownDecimals } from "./addingUp";
import type { Bridge } from "./bridge";

/** One bar of a waterfall: a lever, or the small ones together. Amounts are rounded to the digit shown. */
export interface WaterfallBar {
  readonly label: string;
  /** Levers that the bar stands for. */
  readonly levers: number;
  /** Its part of the change. */
  readonly part: number;
  /** What it does alone, from the first state; of several levers, each alone. */
  readonly alone: number;
  /** What it adds together with the others beyond that. */
  readonly together: number;
  /** Standard error of the part, at most; 0 where it is exact. */
  readonly error: number;
  /** Where the bar begins and ends. */
  readonly from: number;
  readonly to: number;
}

/** A bridge of one figure as a waterfall: the first figure and the parts of the bars give the last, to the digit shown. */
export interface Waterfall {
  readonly before: number;
  readonly after: number;
  readonly bars: readonly WaterfallBar[];
  readonly decimals: number;
  /** What levers do together beyond each alone, inside the parts. */
  readonly together: number;
  /** Orders of the levers that were drawn; null where all of them count. */
  readonly orders: number | null;
  /** Where an axis begins that shows the levers, not the level: 0, or a round figure below all bars where these lie far above 0. */
  readonly axisFrom: number;
}

/** Bars of their own at most. */
const MOST = 8;
/** Share of all movement below which a lever has no bar of its own. */
const SMALL = 0.02;

/** The bridge of the figure at a place as a waterfall, the largest levers first, the small ones as one bar at the end; levers without a part have none. */
export function waterfall({ figures, before, after, steps, orders }: Bridge, place: number): Waterfall {
  const decimals = shownDecimals(figures[place]!.line.unit);
  const shown = addingUp(
    before[place]!,
    after[place]!,
    steps.map(({ parts }) => parts[place]!),
    decimals,
  );
  const units = 10 ** decimals;
  const round = (value: number): number => Math.round(value * units) / units + 0;
  const levers = steps
    .map(({ lever, alone, errors, parts }, index) => ({
      label: lever.label,
      part: shown.parts[index]!,
      alone: round(alone[place]!),
      error: errors[place]!,
      size: Math.abs(parts[place]!),
    }))
    .filter(({ part, alone }) => part !== 0 || alone !== 0)
    .sort((a, b) => b.size - a.size);
  const all = levers.reduce((sum, { size }) => sum + size, 0);
  const large = levers.filter(({ size }, index) => index < MOST && size >= SMALL * all);
  const small = levers.slice(large.length);
  const sum = (amounts: readonly number[]): number => round(amounts.reduce((total, each) => total + each, 0));
  const other = {
    label: `Other levers (${small.length})`,
    part: sum(small.map(({ part }) => part)),
    alone: sum(small.map(({ alone }) => alone)),
    error: small.reduce((total, { error }) => total + error, 0),
  };
  const drawn = small.length > 1 ? [...large, other] : levers;
  let reached = shown.before;
  const bars = drawn.map(({ label, part, alone, error }): WaterfallBar => {
    const from = reached;
    reached = round(from + part);
    const levers = small.length > 1 && label === other.label ? small.length : 1;
    return { label, levers, part, alone, together: round(part - alone), error, from, to: reached };
  });
  return {
    before: shown.before,
    after: shown.after,
    bars,
    decimals,
    together: sum(bars.map(({ together }) => together)),
    orders,
    axisFrom: axisFrom([shown.before, shown.after, ...bars.map(({ to }) => to)]),
  };
}

function axisFrom(values: readonly number[]): number {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const spread = high - low;
  if (!(spread > 0) || low < spread / 2) return 0;
  const step = 10 ** Math.floor(Math.log10(spread));
  return Math.max(0, Number((Math.floor((low - spread / 5) / step) * step).toPrecision(12)));
}
