import { DRIVER_YEARS } from "./driver";
import type { ModelData } from "./modelData";
import { firstQuarterOf, FRAMEWORK_END_YEAR, PERIODS, quarterCode, type Period } from "./timeline";

type Quarter = Period & { readonly kind: "quarter" };
/** Borders of the facts that the calendar knows. */
type Borders = Pick<ModelData, "opening" | "reportedTo">;

/** Values of the calendar lines by line id; years have none. */
const CLOCK: Readonly<Record<string, (period: Quarter, column: number, borders: Borders) => number>> = {
  quarterNumber: (_, column) => column + 1,
  quarterCode: ({ year, quarter }) => quarterCode(year, quarter),
  quarterOfYear: ({ quarter }) => quarter,
  quartersLeft: ({ quarter }) => 5 - quarter,
  secondQuarterLeft: ({ quarter }) => (quarter <= 3 ? 1 : 0),
  thirdQuarterLeft: ({ quarter }) => (quarter <= 2 ? 1 : 0),
  fourthQuarterLeft: ({ quarter }) => (quarter === 1 ? 1 : 0),
  driverYear: ({ year }) => Math.max(1, year - DRIVER_YEARS[0] + 1),
  assumedQuarter: (_, column) => Math.max(0, column - firstQuarterOf(DRIVER_YEARS[0]) + 1),
  agreementYear: ({ year }) => Math.max(1, Math.min(year, FRAMEWORK_END_YEAR) - DRIVER_YEARS[0] + 1),
  renewalQuarter: ({ year, quarter }) => Math.max(0, (year - FRAMEWORK_END_YEAR - 1) * 4 + quarter),
  phase: (_, column, { opening }) => (column < opening ? 0 : column === opening ? 1 : 2),
  openingYear: ({ year }, _, { opening }) => (year >= PERIODS[opening]!.year ? 1 : 0),
  afterReports: (_, column, { reportedTo }) => (column > reportedTo ? 1 : 0),
};

/** Whether a line is part of the calendar. */
export function isClock(lineId: string): boolean {
  return lineId in CLOCK;
}

/** Value of a calendar line in a column, NaN in a year's column. */
export function clockValue(lineId: string, column: number, borders: Borders): number {
  const period = PERIODS[column]!;
  return period.kind === "quarter" ? CLOCK[lineId]!(period, column, borders) : Number.NaN;
}
