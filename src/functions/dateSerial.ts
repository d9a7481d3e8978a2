import { quarterLabel, quarterNumberOf } from "../analysis";
import { QUARTERS } from "../companies/kingsoftCloud";
import { badArgument } from "./kcValue";
import { dayWords, type WrittenDate } from "./writtenDate";

/** First and last number that stands for a day: 1990-01-01 and 2100-12-31, days counted from 1900. */
const [FIRST, LAST] = [32_874, 73_415];

/** Days from 1 January 1900 to 1 January 1904, where Excel's other system begins to count. */
const APART = 1462;

/**
 * The day that Excel counts with a number, from 1900 as workbooks do; null when the number is no day. A workbook may
 * count from 1904 instead, and a cell does not say so: a number that would then be a day of the model's quarters is
 * refused with both days, so that no figure comes from a day that another system may have meant.
 */
export function dateOfSerial(serial: number): WrittenDate | null {
  if (serial < FIRST || serial > LAST) return null;
  const usual = dayAfter1900(serial);
  const other = dayAfter1900(serial + APART);
  const quarter = quarterOf(other);
  if (quarter < 0 || quarter >= QUARTERS.length) return usual;
  throw badArgument(
    `${serial} is ${dayWords(usual)} where days are counted from 1900 and ${dayWords(other)} where they are counted from 1904: ` +
      `write ${quarterLabel(quarterOf(usual))} or ${quarterLabel(quarter)}, or for a cell YEAR(cell)&"Q"&ROUNDUP(MONTH(cell)/3,0).`,
  );
}

/** The day that a number stands for where days are counted from 1900. Excel knows a 29 February 1900 that never was, so that the count runs from 30 December 1899. */
export function dayAfter1900(serial: number): WrittenDate & { readonly day: number } {
  const date = new Date(Date.UTC(1899, 11, 30 + Math.floor(serial)));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function quarterOf({ year, month }: WrittenDate): number {
  return quarterNumberOf(year, Math.ceil(month / 3));
}
