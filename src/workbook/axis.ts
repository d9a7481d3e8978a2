import { PERIODS, QUARTERS, YEARS } from "../companies/kingsoftCloud";
import { columnLetters } from "./address";

/** Column numbers of the one time axis that every sheet with periods shares: labels, years, a gap, quarters, line names. */
export const AXIS = {
  label: 1,
  unit: 2,
  value: 3,
  firstYear: 4,
  gap: 4 + YEARS.length,
  firstQuarter: 5 + YEARS.length,
  lineName: 5 + YEARS.length + QUARTERS.length,
} as const;

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

/** Column number of a period of the model by its index in PERIODS. */
export function periodColumn(index: number): number {
  return index < QUARTERS.length ? AXIS.firstQuarter + index : AXIS.firstYear + index - QUARTERS.length;
}

/** Indexes of PERIODS from left to right on the worksheet: years, then quarters. */
export const PERIODS_LEFT_TO_RIGHT: readonly number[] = [...PERIODS.keys()].sort(
  (a, b) => periodColumn(a) - periodColumn(b),
);

/** Letters of a period's column. */
export function periodLetters(index: number): string {
  return columnLetters(periodColumn(index));
}
