import type { Assumptions, LineItem, Model } from "../model";
import { closingDriver, slopesOf, type ClosingDriver } from "./closingDriver";
import { expected, type EstimateTable, type Expected } from "./estimates";
import { measureOf, type Measure } from "./measure";
import { spanOfColumn } from "./span";

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
  table: EstimateTable,
  lines: readonly LineItem[],
  periods: readonly string[],
  withClosing = true,
): readonly AgainstConsensus[] {
  const asked = periods.flatMap((period) =>
    lines.flatMap((line) => {
      const found = expected(model.spec, table, line, period);
      const measure = measureOf(line, spanOfColumn(model.spec.timeline.columnOf(period)));
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
      : closingDriver(model, assumptions, { measure, target: found.mean, difference, index }, slopes);
    return [{ line, period, own, expected: found, difference, closing }];
  });
}

function read(model: Model, assumptions: Assumptions, measures: readonly Measure[]): readonly number[] {
  const values = model.fast(assumptions);
  return measures.map((measure) => measure.read(values, assumptions));
}
