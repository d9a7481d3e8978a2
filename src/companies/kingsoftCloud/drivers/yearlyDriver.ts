import { driver, type Driver, type Unit } from "../../../model";
import { DRIVER_YEARS } from "../timeline";

/** Declares one assumption a year, in consecutive rows; the label ends with the year. */
export function yearlyDriver(
  id: string,
  label: string,
  unit: Unit,
  years: readonly number[] = DRIVER_YEARS,
): readonly Driver[] {
  return years.map((year) => driver(`${id}${year}`, `${label} ${year}`, unit));
}
