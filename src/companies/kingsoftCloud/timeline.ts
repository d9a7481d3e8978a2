import { timelineOf, type Period, type Timeline } from "../../model";

/** Last year of the framework agreement on related-party caps. */
export const FRAMEWORK_END_YEAR = 2027;

/** The quarters and years of the model. */
export const TIMELINE: Timeline = timelineOf({
  firstYear: 2021,
  firstQuarterYear: 2024,
  lastYear: 2028,
  firstAssumedYear: 2026,
});

/** Years that have assumptions of their own. */
export const DRIVER_YEARS: readonly number[] = TIMELINE.assumedYears;

/** The quarters of the model, oldest first; the index is the place in a series. */
export const QUARTERS: readonly Period[] = TIMELINE.quarters;

/** The years of the model, oldest first. */
export const YEARS: readonly Period[] = TIMELINE.years;

/** All columns of a series: first the quarters, then the years. */
export const PERIODS: readonly Period[] = TIMELINE.periods;

/** Number of values in a series. */
export const WIDTH = TIMELINE.width;

/** Column of the first of a year's four quarters, or -1 when the year has annual figures only. */
export const firstQuarterOf = TIMELINE.firstQuarterOf;

/** Column of a period by its label ("2025Q3", "FY2025"), or -1. */
export const periodIndex = TIMELINE.columnOf;

/** Whether a column lies after the opening: a later quarter, or a year that is not over by then. */
export const isAfter = TIMELINE.isAfter;
