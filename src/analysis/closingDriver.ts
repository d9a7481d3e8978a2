import type { Assumptions, Driver, DriverRow, Model } from "../model";
import { breakEven } from "./breakEven";
import { flexFrom } from "./flexFrom";
import type { Measure } from "./measure";
import { responseEnds } from "./response";

/** The driver that would bring a figure to a target with the smallest move. */
export interface ClosingDriver {
  readonly driver: Driver;
  readonly present: number;
  /** Its value at which the figure is at the target. */
  readonly value: number;
  /** The move relative to the present value (from nothing: to ten steps of `response`); 0.1 is a tenth. */
  readonly move: number;
}

/** Drivers whose answer is looked for exactly, of those that a straight line puts nearest: until so many close the difference. */
const SOLVED = 3;
/** Most drivers that are tried. */
const TRIED = 12;
/** Steps of `response` in a move of the whole present value. */
const STEPS = 10;
/** How much each figure rises with each driver, by a step of it. */
export interface Slopes {
  readonly row: DriverRow;
  readonly step: number;
  readonly by: readonly number[];
}

/** Slopes of figures by every driver that can be moved a little: whole numbers, choices and quarters are left out. */
export function slopesOf(
  model: Model,
  assumptions: Assumptions,
  measures: readonly Measure[],
): readonly Slopes[] {
  return model.rows.flatMap((row): Slopes[] => {
    const [low, high] = responseEnds(model.spec, row, assumptions);
    if (row.driver.whole || low === high) return [];
    const flex = flexFrom(model, assumptions, [row.driver.id]);
    const at = (value: number): readonly number[] => {
      const { values, assumptions: given } = flex([value]);
      return measures.map((measure) => measure.read(values, given));
    };
    const [atLow, atHigh] = [at(low), at(high)];
    const present = Number(assumptions.get(row.driver.id));
    const step = Math.max(high - present, present - low);
    return [{ row, step, by: atHigh.map((value, index) => (value - atLow[index]!) / (high - low)) }];
  });
}

/** A figure that is to come to a target: its present difference from it, and its place among the figures of the slopes. */
export interface ToClose {
  readonly measure: Measure;
  readonly target: number;
  readonly difference: number;
  readonly index: number;
}

/**
 * The driver that alone closes a difference within its allowed range with the smallest move, of those that `may` moves;
 * null where none of the nearest does. Straight lines say which are tried; the first few are then solved.
 */
export function closingDriver(
  model: Model,
  assumptions: Assumptions,
  { measure, target, difference, index }: ToClose,
  slopes: readonly Slopes[],
  may: (of: Slopes) => boolean = () => true,
): ClosingDriver | null {
  const near = slopes
    .filter(may)
    .map(({ row, step, by }) => ({ row, step, move: Math.abs(difference / by[index]!) / step }))
    .filter(({ move }) => Number.isFinite(move))
    .sort((a, b) => a.move - b.move)
    .slice(0, TRIED);
  const solved: ClosingDriver[] = [];
  for (const { row, step } of near) {
    const answer = breakEven(model, assumptions, measure, target, row.driver.id);
    if (!answer.found) continue;
    const present = Number(assumptions.get(row.driver.id));
    const move = Math.abs(answer.value - present) / (step * STEPS);
    solved.push({ driver: row.driver, present, value: answer.value, move });
    if (solved.length === SOLVED) break;
  }
  return solved.reduce<ClosingDriver | null>(
    (best, each) => (best === null || each.move < best.move ? each : best),
    null,
  );
}
