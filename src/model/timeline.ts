/** A quarter or a year of the model. */
export type Period =
  | {
      readonly kind: "quarter";
      readonly year: number;
      readonly quarter: number;
      readonly label: string;
      readonly endDate: string;
    }
  | { readonly kind: "year"; readonly year: number; readonly label: string; readonly endDate: string };

/** First and last year with quarters, and the first year with annual figures only. */
export const FIRST_QUARTER_YEAR = 2024;
/** Last year of the model. */
export const LAST_YEAR = 2028;
/** First year with annual figures. */
export const FIRST_YEAR = 2021;
/** Last year of the framework agreement on related-party caps. */
export const FRAMEWORK_END_YEAR = 2027;

const QUARTER_ENDS = ["03-31", "06-30", "09-30", "12-31"] as const;

function quarterPeriod(year: number, quarter: number): Period {
  return {
    kind: "quarter",
    year,
    quarter,
    label: `${year}Q${quarter}`,
    endDate: `${year}-${QUARTER_ENDS[quarter - 1]}`,
  };
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** The quarters of the model, oldest first; the index is the place in a series. */
export const QUARTERS: readonly Period[] = range(FIRST_QUARTER_YEAR, LAST_YEAR).flatMap((year) =>
  range(1, 4).map((quarter) => quarterPeriod(year, quarter)),
);

/** The years of the model, oldest first. */
export const YEARS: readonly Period[] = range(FIRST_YEAR, LAST_YEAR).map((year) => ({
  kind: "year",
  year,
  label: `FY${year}`,
  endDate: `${year}-12-31`,
}));

/** All columns of a series: first the quarters, then the years. */
export const PERIODS: readonly Period[] = [...QUARTERS, ...YEARS];

/** Number of values in a series. */
export const WIDTH = PERIODS.length;

/** Index of the first of a year's four quarters, or -1 when the year has annual figures only. */
export function firstQuarterOf(year: number): number {
  return year < FIRST_QUARTER_YEAR ? -1 : (year - FIRST_QUARTER_YEAR) * 4;
}

/** Index of a period by its label ("2025Q3", "FY2025"), or -1. */
export function periodIndex(label: string): number {
  return PERIODS.findIndex((period) => period.label === label);
}

/** Quarter written as a number that sorts in time and shows as 2026Q2 with the format 0000"Q"0: year times ten plus quarter. */
export function quarterCode(year: number, quarter: number): number {
  return year * 10 + quarter;
}
