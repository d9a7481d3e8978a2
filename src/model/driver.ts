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

/** Name that the years and quarters of one driver share: the id without its year or quarter. */
export function driverFamily(id: string): string {
  return id.replace(/20\d\d$|@.*$/, "");
}

/** Label that the years and quarters of one driver share. */
export function familyLabel(label: string): string {
  return label.replace(/ 20\d\d(Q\d)?$/, "");
}

/** One block of the assumption table. */
export interface DriverGroup {
  readonly title: string;
  readonly drivers: readonly Driver[];
}
