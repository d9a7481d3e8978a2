import { DRIVER_YEARS } from "./driver";
import { FRAMEWORK_END_YEAR, PERIODS, quarterCode, type Period } from "./timeline";

/** Values of the calendar lines by line id; years have none. */
const CLOCK: Readonly<Record<string, (period: Period & { kind: "quarter" }, column: number) => number>> = {
  quarterNumber: (_, column) => column + 1,
  quarterCode: ({ year, quarter }) => quarterCode(year, quarter),
  quarterOfYear: ({ quarter }) => quarter,
  driverYear: ({ year }) => Math.max(0, year - DRIVER_YEARS[0] + 1),
  agreementYear: ({ year }) => Math.max(0, Math.min(year, FRAMEWORK_END_YEAR) - DRIVER_YEARS[0] + 1),
  renewalQuarter: ({ year, quarter }) => Math.max(0, (year - FRAMEWORK_END_YEAR - 1) * 4 + quarter),
};

/** Whether a line is part of the calendar. */
export function isClock(lineId: string): boolean {
  return lineId in CLOCK;
}

/** Value of a calendar line in a column, NaN in a year's column. */
export function clockValue(lineId: string, column: number): number {
  const period = PERIODS[column]!;
  return period.kind === "quarter" ? CLOCK[lineId]!(period, column) : Number.NaN;
}
