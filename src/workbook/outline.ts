import type { Timeline } from "../model";
import { AXIS, axisOf } from "./axis";

/** Whether a column of the time axis can be folded away: the years before the first quarter, and the quarters. */
export function isFoldable(timeline: Timeline, column: number): boolean {
  const axis = axisOf(timeline);
  const year = timeline.years[column - AXIS.firstYear];
  if (year !== undefined) return year.year < timeline.firstQuarterYear;
  return column >= axis.firstQuarter && column < axis.lineName;
}

/** Numbers of the lines, columns or rows of a sheet, that can be folded away. */
export function outlined(lines: readonly { readonly foldable?: boolean }[]): readonly number[] {
  return lines.flatMap(({ foldable }, index) => (foldable === true ? [index + 1] : []));
}
