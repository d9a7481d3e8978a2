import { domainOf, type DriverRow } from "../model";

/** A value of an assumption as it is read; of a quarter for which nothing is typed, that the year's stands. */
export function shownInput(row: DriverRow, value: string | undefined): string {
  return value === undefined ? "the year's" : domainOf(row).shown(value);
}
