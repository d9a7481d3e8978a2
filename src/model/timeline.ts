/** A quarter or a year of a model. */
export type Period =
  | {
      readonly kind: "quarter";
      readonly year: number;
      readonly quarter: number;
      readonly label: string;
      readonly endDate: string;
    }
  | { readonly kind: "year"; readonly year: number; readonly label: string; readonly endDate: string };

/** A quarter of a model. */
export type Quarter = Period & { readonly kind: "quarter" };

/** First and last years of a model. */
export interface TimelineYears {
  /** First year with annual figures. */
  readonly firstYear: number;
  /** First year with quarters; the years before have annual figures only. */
  readonly firstQuarterYear: number;
  readonly lastYear: number;
  /** First year that has assumptions of its own; the later years have theirs too. */
  readonly firstAssumedYear: number;
}

/** The columns of a model's series: first its quarters, then its years. */
export interface Timeline extends TimelineYears {
  /** The quarters, oldest first; the index is the place in a series. */
  readonly quarters: readonly Period[];
  /** The years, oldest first. */
  readonly years: readonly Period[];
  /** All columns of a series. */
  readonly periods: readonly Period[];
  /** Number of values in a series. */
  readonly width: number;
  /** Years that have assumptions of their own. */
  readonly assumedYears: readonly number[];
  /** Column of the first quarter that has assumptions. */
  readonly firstAssumed: number;
  /** Column of the first of a year's four quarters, or -1 when the year has annual figures only. */
  firstQuarterOf(year: number): number;
  /** Column of a period by its label ("2025Q3", "FY2025"), or -1. */
  columnOf(label: string): number;
  /** Whether a column lies after the opening: a later quarter, or a year that is not over by then. */
  isAfter(column: number, opening: number): boolean;
}

const QUARTER_ENDS = ["03-31", "06-30", "09-30", "12-31"] as const;

/** Lays out the quarters and years of a model. */
export function timelineOf(span: TimelineYears): Timeline {
  const quarters = range(span.firstQuarterYear, span.lastYear).flatMap((year) =>
    QUARTER_ENDS.map((end, index): Quarter => ({
      kind: "quarter",
      year,
      quarter: index + 1,
      label: `${year}Q${index + 1}`,
      endDate: `${year}-${end}`,
    })),
  );
  const years = range(span.firstYear, span.lastYear).map((year): Period => ({
    kind: "year",
    year,
    label: `FY${year}`,
    endDate: `${year}-12-31`,
  }));
  const periods = [...quarters, ...years];
  const firstQuarterOf = (year: number): number =>
    year < span.firstQuarterYear ? -1 : (year - span.firstQuarterYear) * 4;
  return {
    ...span,
    quarters,
    years,
    periods,
    width: periods.length,
    assumedYears: range(span.firstAssumedYear, span.lastYear),
    firstAssumed: firstQuarterOf(span.firstAssumedYear),
    firstQuarterOf,
    columnOf: (label) => periods.findIndex((period) => period.label === label),
    isAfter(column, opening) {
      const { kind, year } = periods[column]!;
      if (kind === "quarter") return column > opening;
      return firstQuarterOf(year) >= 0 && firstQuarterOf(year) + 3 > opening;
    },
  };
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** Quarter written as a number that sorts in time and shows as 2026Q2 with the format 0000"Q"0: year times ten plus quarter. */
export function quarterCode(year: number, quarter: number): number {
  return year * 10 + quarter;
}
