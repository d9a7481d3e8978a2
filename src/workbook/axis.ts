import type { Timeline } from "../model";
import { columnLetters } from "./address";

/** Column numbers with which the time axis begins on every sheet with periods: labels, a value, then the years. */
export const AXIS = { label: 1, unit: 2, value: 3, firstYear: 4 } as const;

/** Rows of the frozen header: title, scenario and checks, conventions, period, period end, actual or forecast. */
export const HEADER = {
  title: 1,
  scenario: 2,
  conventions: 3,
  period: 4,
  endDate: 5,
  flag: 6,
  rows: 6,
} as const;

/** The one time axis that every sheet with periods of a model shares: its years, a gap, its quarters, line names. */
export interface Axis {
  readonly gap: number;
  readonly firstQuarter: number;
  readonly lineName: number;
  /** Indexes of the periods from left to right on the worksheet: years, then quarters. */
  readonly fromLeft: readonly number[];
  /** Column number of a period of the model by its index among them. */
  column(index: number): number;
  /** Letters of a period's column. */
  letters(index: number): string;
}

const axes = new WeakMap<Timeline, Axis>();

/** The time axis of a model's worksheets. */
export function axisOf(timeline: Timeline): Axis {
  const known = axes.get(timeline);
  if (known !== undefined) return known;
  const axis = laidOut(timeline);
  axes.set(timeline, axis);
  return axis;
}

function laidOut({ periods, quarters, years }: Timeline): Axis {
  const gap = AXIS.firstYear + years.length;
  const firstQuarter = gap + 1;
  const column = (index: number): number =>
    index < quarters.length ? firstQuarter + index : AXIS.firstYear + index - quarters.length;
  return {
    gap,
    firstQuarter,
    lineName: firstQuarter + quarters.length,
    fromLeft: [...periods.keys()].sort((a, b) => column(a) - column(b)),
    column,
    letters: (index) => columnLetters(column(index)),
  };
}
