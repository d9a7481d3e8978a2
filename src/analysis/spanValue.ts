import { CellError, Exact, precedents, toDecimal, type ExactScope, type Expression } from "../formula";
import { LINE_BY_ID, QUARTERS } from "../companies/kingsoftCloud";
import type { FastValues, LineItem } from "../model";
import type { AssumptionReader } from "./flexFrom";
import { columnOf, quartersOf, shiftedSpan, spanFrom, type Span } from "./span";

/** Where a line's values are read from. */
export type CellReader = Pick<FastValues, "value">;

/**
 * Value of a line over any stretch of quarters: flows add up, stocks take the end, ratios are calculated again from
 * the sums. NaN means not disclosed or outside the model.
 */
export function spanValue(
  line: LineItem,
  span: Span,
  values: CellReader,
  assumptions: AssumptionReader,
): number {
  const column = columnOf(span);
  if (column >= 0) return values.value(line.id, column);
  if (span.from < 0 || span.to >= QUARTERS.length || spanProblem(line, span) !== null) return Number.NaN;
  if (line.annual === "sum")
    return quartersOf(span).reduce((total, quarter) => total + values.value(line.id, quarter), 0);
  if (line.annual === "last") return values.value(line.id, span.to);
  return typeof line.annual === "function"
    ? calculatedOver(line.annual, span, values, assumptions)
    : Number.NaN;
}

/** Why a line has no value over a stretch of several quarters, or null when it may have one. */
export function spanProblem(line: LineItem, span: Span): string | null {
  if (span.from === span.to || columnOf(span) >= 0) return null;
  if (line.annual === "none") return `${line.label} has a value for single quarters only`;
  if (typeof line.annual !== "function" || span.to - span.from === 3) return null;
  if (line.forecast === undefined && line.history === undefined)
    return `${line.label} is a figure of whole years`;
  const yearly = new Set(
    precedents(line.annual()).map((each) => (each.kind === "scalar" ? each.scalar.id : "")),
  );
  const quarterly = line.forecast === undefined ? [] : precedents(line.forecast());
  const scaled = quarterly.some((each) => each.kind === "scalar" && !yearly.has(each.scalar.id));
  return scaled ? `${line.label} compares with a yearly figure: ask for a quarter, a year or LTM` : null;
}

/** Quarters of a span in which a figure that the line needs is not disclosed, each with the label of that figure. */
export function missingIn(
  line: LineItem,
  span: Span,
  values: CellReader,
): readonly { readonly label: string; readonly quarter: number }[] {
  const quarters = line.annual === "last" || span.from === span.to ? [span.to] : quartersOf(span);
  const needed = typeof line.annual === "function" && span.from !== span.to ? seriesOf(line.annual) : [line];
  return needed.flatMap(({ id, label }) =>
    quarters
      .filter(
        (quarter) => quarter < 0 || quarter >= QUARTERS.length || Number.isNaN(values.value(id, quarter)),
      )
      .map((quarter) => ({ label, quarter })),
  );
}

function seriesOf(annual: () => Expression): readonly { readonly id: string; readonly label: string }[] {
  return precedents(annual()).flatMap((each) =>
    each.kind === "series" || each.kind === "quartersOfYear" ? [each.series] : [],
  );
}

/** A year's formula over a stretch of quarters that stands for the year. */
function calculatedOver(
  annual: () => Expression,
  span: Span,
  values: CellReader,
  assumptions: AssumptionReader,
): number {
  const read = (lineId: string, over: Span): number =>
    spanValue(LINE_BY_ID.get(lineId)!, over, values, assumptions);
  const scope: ExactScope = {
    series: (series, shift) =>
      new Exact(read(series.id, shift === 0 ? span : periodBefore(series.id, span, -shift))),
    seriesAt: (series, quarterNumber) => new Exact(values.value(series.id, quarterNumber - 1)),
    scalar: (scalar) => new Exact(assumptions.get(scalar.id) ?? Number.NaN),
    // No figure is known for a stretch that has no column.
    fact: () => new Exact(Number.NaN),
    forecastQuarters: () => [],
    quartersOfYear: (series) =>
      quartersOf(span).map((quarter) => new Exact(values.value(series.id, quarter))),
  };
  try {
    return toDecimal(annual(), scope).toNumber();
  } catch (error) {
    if (error instanceof CellError) return Number.NaN;
    throw error;
  }
}

/** What "the period before" means: a stock's opening balance, and a flow of the same stretch a year earlier. */
function periodBefore(lineId: string, span: Span, periods: number): Span {
  const isStock = LINE_BY_ID.get(lineId)!.annual === "last";
  return isStock
    ? spanFrom("quarter", span.from - 1 - 4 * (periods - 1), 1)
    : shiftedSpan(span, -4 * periods);
}
