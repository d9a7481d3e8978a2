import {
  periodIndex,
  type Assumptions,
  type Driver,
  type DriverRow,
  type LineItem,
  type Model,
} from "../model";
import { breakEven } from "./breakEven";
import { expected, type EstimateCell, type EstimateRow, type Expected } from "./estimates";
import { flexFrom } from "./flexFrom";
import { measureOf, type Measure } from "./measure";
import { responseEnds } from "./response";
import { spanOfColumn } from "./span";

/** The driver that would bring the model to the mean of the estimates with the smallest move. */
export interface ClosingDriver {
  readonly driver: Driver;
  readonly present: number;
  /** Its value at which the figure is the mean. */
  readonly value: number;
  /** The move relative to the present value (from nothing: to ten steps of `response`); 0.1 is a tenth. */
  readonly move: number;
}

/** A figure of the model against the estimates that count. */
export interface AgainstConsensus {
  readonly line: LineItem;
  readonly period: string;
  readonly own: number;
  readonly expected: Expected;
  readonly difference: number;
  /** Null where none of the nearest drivers closes the difference alone within its range, or there is none. */
  readonly closing: ClosingDriver | null;
}

/** Drivers whose answer is looked for exactly, of those that a straight line puts nearest: until so many close the difference. */
const SOLVED = 3;
/** Most drivers that are tried. */
const TRIED = 12;
/** Steps of `response` in a move of the whole present value. */
const STEPS = 10;
/** Difference relative to the mean below which the two agree. */
const AGREES = 1e-9;

/**
 * The lines in the periods for which there are estimates, and for each difference the driver that would close it alone,
 * within its allowed range, with the smallest move relative to its value. Straight lines through one small step of each
 * driver say which are tried; the first few are then solved. Whole numbers, choices and quarters are not tried;
 * none is where `withClosing` is false, which takes one calculation.
 */
export function againstConsensus(
  model: Model,
  assumptions: Assumptions,
  table: { readonly rows: readonly EstimateRow[]; readonly since: EstimateCell },
  lines: readonly LineItem[],
  periods: readonly string[],
  withClosing = true,
): readonly AgainstConsensus[] {
  const asked = periods.flatMap((period) =>
    lines.flatMap((line) => {
      const found = expected(table.rows, table.since, line, period);
      const measure = measureOf(line, spanOfColumn(periodIndex(period)));
      return found === null ? [] : [{ line, period, expected: found, measure }];
    }),
  );
  const measures = asked.map(({ measure }) => measure);
  const present = read(model, assumptions, measures);
  const slopes = withClosing ? slopesOf(model, assumptions, measures) : [];
  return asked.flatMap(({ line, period, expected: found, measure }, index) => {
    const own = present[index]!;
    if (!Number.isFinite(own)) return [];
    const difference = own - found.mean;
    const agrees = Math.abs(difference) <= AGREES * Math.max(1, Math.abs(found.mean));
    const closing = agrees
      ? null
      : closingDriver(model, assumptions, measure, found.mean, difference, slopes, index);
    return [{ line, period, own, expected: found, difference, closing }];
  });
}

/** How much each figure rises with each driver, by a step of it. */
interface Slopes {
  readonly row: DriverRow;
  readonly step: number;
  readonly by: readonly number[];
}

function read(model: Model, assumptions: Assumptions, measures: readonly Measure[]): readonly number[] {
  const values = model.fast(assumptions);
  return measures.map((measure) => measure.read(values, assumptions));
}

function slopesOf(model: Model, assumptions: Assumptions, measures: readonly Measure[]): readonly Slopes[] {
  return model.rows.flatMap((row): Slopes[] => {
    const [low, high] = responseEnds(row, assumptions);
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

function closingDriver(
  model: Model,
  assumptions: Assumptions,
  measure: Measure,
  target: number,
  difference: number,
  slopes: readonly Slopes[],
  index: number,
): ClosingDriver | null {
  const near = slopes
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
