import type { ScalarOperand } from "../formula";

/** Unit of an assumption or a line item, as shown in labels. */
export type Unit =
  | "RMB m"
  | "%"
  | "points"
  | "x"
  | "quarters"
  | "days"
  | "switch"
  | "choice"
  | "quarter"
  | "weight"
  | "m ADS"
  | "RMB per ADS"
  | "USD per ADS"
  | "HKD per share"
  | "RMB per USD"
  | "HKD per USD"
  | "index"
  | "number"
  | "date"
  | "flag"
  | "year"
  | "digits";

/** One assumption: a number per scenario that an analyst may edit. Its values and allowed range stand in seeds/assumptions.csv. */
export interface Driver extends ScalarOperand {
  readonly unit: Unit;
  /** Whole numbers only (switches, choices, numbers of quarters, quarter codes). */
  readonly whole: boolean;
}

/** Declares an assumption. */
export function driver(id: string, label: string, unit: Unit): Driver {
  const whole =
    unit === "switch" || unit === "choice" || unit === "quarters" || unit === "quarter" || unit === "digits";
  return { operand: "scalar", id, label, unit, whole };
}

/** Years that have assumptions of their own. */
export const DRIVER_YEARS = [2026, 2027, 2028] as const;

/** Name that the years and quarters of one driver share: the id without its year or quarter. */
export function driverFamily(id: string): string {
  return id.replace(/20\d\d$|@.*$/, "");
}

/** Label that the years and quarters of one driver share. */
export function familyLabel(label: string): string {
  return label.replace(/ 20\d\d(Q\d)?$/, "");
}

/** Declares one assumption a forecast year, in consecutive rows; `{year}` in the label stands for the year. */
export function yearlyDriver(
  id: string,
  label: string,
  unit: Unit,
  years: readonly number[] = DRIVER_YEARS,
): readonly Driver[] {
  return years.map((year) => driver(`${id}${year}`, `${label} ${year}`, unit));
}
