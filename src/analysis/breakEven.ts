import { domainOf, type Assumptions, type DriverRow, type Model } from "../model";
import { flexFrom } from "./flexFrom";
import { rowOfDriver, type Measure } from "./measure";

/** The driver value that meets a target, or the range of results when none does. */
export type BreakEven =
  | { readonly found: true; readonly value: number; readonly reached: number }
  | {
      readonly found: false;
      /** Nothing reaches the target; the figure is not disclosed; or it jumps over the target at one value. */
      readonly reason: "outOfReach" | "notDisclosed" | "jump";
      readonly lowest: Point;
      readonly highest: Point;
    };

/** A driver value and the figure it gives. */
export interface Point {
  readonly value: number;
  readonly result: number;
}

const SCANNED = 160;
const HALVINGS = 200;

/**
 * Finds the driver value within its allowed range that brings a figure to a target: a scan brackets every crossing,
 * bisection refines the one nearest to the present value. A whole-number driver gives its first value, seen from the
 * present one, at which the figure is at the target or past it.
 */
export function breakEven(
  model: Model,
  assumptions: Assumptions,
  measure: Measure,
  target: number,
  driver: string,
): BreakEven {
  const row = rowOfDriver(model, driver);
  const present = Number(assumptions.get(driver));
  const flex = flexFrom(model, assumptions, [driver]);
  const at = (value: number): Point => {
    const flexed = flex([value]);
    return { value, result: measure.read(flexed.values, flexed.assumptions) + 0 };
  };
  const points = scannedValues(row, present).map(at);
  const known = points.filter(({ result }) => Number.isFinite(result));
  const [first] = known;
  if (first === undefined)
    return { found: false, reason: "notDisclosed", lowest: at(present), highest: at(present) };

  const met = (point: Point): boolean => Math.abs(point.result - target) <= tolerance(target);
  const crossings = known.flatMap((point, index) => {
    if (met(point)) return [[point, point] as const];
    const next = known[index + 1];
    return next !== undefined && point.result < target !== next.result < target && !met(next)
      ? [[point, next] as const]
      : [];
  });
  const distance = ([a, b]: readonly [Point, Point]): number =>
    a.value <= present && present <= b.value
      ? 0
      : Math.min(Math.abs(a.value - present), Math.abs(b.value - present));
  let jumped = false;
  for (const [a, b] of [...crossings].sort((one, other) => distance(one) - distance(other))) {
    const point = row.driver.whole ? farther(a, b, present) : bisect(a, b, target, at);
    if (row.driver.whole || met(point)) return { found: true, value: point.value, reached: point.result };
    jumped = true;
  }
  const pick = (better: (a: number, b: number) => boolean): Point =>
    known.reduce((best, point) => (better(point.result, best.result) ? point : best), first);
  return {
    found: false,
    reason: jumped ? "jump" : "outOfReach",
    lowest: pick((a, b) => a < b),
    highest: pick((a, b) => a > b),
  };
}

/** A figure counts as on target within a billionth of it. */
function tolerance(target: number): number {
  return 1e-9 * Math.max(1, Math.abs(target));
}

function scannedValues(row: DriverRow, present: number): readonly number[] {
  const whole = domainOf(row).values();
  if (whole.length > 0) return whole;
  const [low, high] = [Number(row.min), Number(row.max)];
  const even = Array.from({ length: SCANNED + 1 }, (_, index) => low + ((high - low) * index) / SCANNED);
  // Wide ranges are scanned again around the present value, where answers are usually looked for.
  const near = Array.from({ length: 41 }, (_, index) => present * (0.5 + index / 40)).filter(
    (value) => value >= low && value <= high,
  );
  const all = row.driver.whole ? [...even, ...near].map(Math.round) : [...even, ...near];
  return [...new Set([...all, present])].sort((a, b) => a - b);
}

/** Of two neighbours, the one that is reached last when coming from the present value. */
function farther(a: Point, b: Point, present: number): Point {
  return Math.abs(a.value - present) > Math.abs(b.value - present) ? a : b;
}

function bisect(low: Point, high: Point, target: number, at: (value: number) => Point): Point {
  let [a, b] = [low, high];
  for (let step = 0; step < HALVINGS && a.value !== b.value; step++) {
    const middle = a.value + (b.value - a.value) / 2;
    if (middle === a.value || middle === b.value) break;
    const point = at(middle);
    if (!Number.isFinite(point.result)) break;
    if (point.result === target) return point;
    if (point.result < target === a.result < target) a = point;
    else b = point;
  }
  return Math.abs(a.result - target) <= Math.abs(b.result - target) ? a : b;
}
