import { TIMELINE, YEARS } from "../companies/kingsoftCloud";
import { AXIS } from "./axis";

/** Whether a column of the time axis can be folded away: the years before the first quarter, and the quarters. */
export function isFoldable(column: number): boolean {
  const year = YEARS[column - AXIS.firstYear];
  if (year !== undefined) return year.year < TIMELINE.firstQuarterYear;
  return column >= AXIS.firstQuarter && column < AXIS.lineName;
}

/** Numbers of the lines, columns or rows of a sheet, that can be folded away. */
export function outlined(lines: readonly { readonly foldable?: boolean }[]): readonly number[] {
  return lines.flatMap(({ foldable }, index) => (foldable === true ? [index + 1] : []));
}
