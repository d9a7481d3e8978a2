import { CellError } from "../formula";
import { readNumber } from "./readNumber";

/** A plain value of a cell; null is an empty cell or an argument left out. */
export type KcScalar = number | string | boolean | null;

/** What a KC function takes: a plain value or a range, row by row. */
export type KcArgument = KcScalar | undefined | readonly (readonly KcScalar[])[];

/** What a KC function returns: a value, or rows that spill. A cell of the text "#N/A" stands for that error value. */
export type KcResult = number | string | boolean | KcTable;

/** Rows that spill. */
export type KcTable = (number | string | boolean)[][];

/** Cell text that stands for a figure which is not disclosed, inside rows that spill. */
export const NOT_AVAILABLE = "#N/A";

/** A bad argument, in words. */
export function badArgument(message: string): CellError {
  return new CellError("#VALUE!", message);
}

/** The number as a cell shows it: no minus zero; a figure that is not a finite number is #N/A. */
export function cellNumber(value: number): number {
  if (!Number.isFinite(value)) throw new CellError("#N/A", "The figure has no finite value.");
  return value + 0;
}

/** Whether an argument was left out. */
export function isOmitted(argument: KcArgument): argument is null | undefined | "" {
  return (
    argument === null || argument === undefined || (typeof argument === "string" && argument.trim() === "")
  );
}

/** Whether an argument is a range: rows of cells. */
export function isRange(argument: unknown): argument is readonly (readonly KcScalar[])[] {
  return Array.isArray(argument) && argument.every(Array.isArray);
}

/** Whether two arguments say the same: both left out, the same value, or ranges of the same shape with the same cells. */
export function sameArgument(a: KcArgument, b: KcArgument): boolean {
  if (!isRange(a) || !isRange(b)) return a === b || (isOmitted(a) && isOmitted(b));
  return (
    a.length === b.length &&
    a.every((row, r) => row.length === b[r]!.length && row.every((cell, c) => cell === b[r]![c]))
  );
}

/** Longest text of an argument; beyond it no name or number is meant. */
const LONGEST = 1000;

/** A value as messages show it: in quotation marks, cut where it is long. */
export function quoted(value: unknown): string {
  const text = String(value);
  return `'${text.length > 60 ? `${text.slice(0, 60)}…` : text}'`;
}

/** The one value of an argument; a range of a single cell counts. Anything longer, and a text too long to mean anything, is a bad argument. */
export function scalarOf(argument: KcArgument, name: string): KcScalar {
  let value: unknown = argument ?? null;
  if (Array.isArray(argument)) {
    const [row] = argument as readonly (readonly KcScalar[])[];
    if (argument.length !== 1 || row?.length !== 1)
      throw badArgument(
        `${name} must be one value, not a range of ${argument.length} by ${row?.length ?? 0} cells.`,
      );
    value = row[0] ?? null;
  }
  if (value !== null && typeof value === "object") throw badArgument(`${name} must be a number or a text.`);
  if (typeof value === "string" && value.length > LONGEST)
    throw badArgument(`${name} has ${value.length} characters, more than ${LONGEST}.`);
  return value as KcScalar;
}

/** An argument as text, or null when it was left out. */
export function textOf(argument: KcArgument, name: string): string | null {
  const value = scalarOf(argument, name);
  return isOmitted(value) ? null : String(value).trim();
}

/** An argument as a number; a text is read as people write numbers, and asked about where it can be two. */
export function numberOf(argument: KcArgument, name: string): number {
  const value = scalarOf(argument, name);
  if (isOmitted(value)) throw badArgument(`Give a number as ${name}.`);
  const number = typeof value === "string" ? numberIn(value, name) : value;
  if (typeof number === "number" && Number.isFinite(number)) return number;
  throw badArgument(`${quoted(value)} is not a number: give one as ${name}.`);
}

/** The number that a text says, NaN where it says none. Throws #VALUE! where it can say two. */
export function numberIn(text: string, name: string): number {
  const { readings, percent, power } = readNumber(text);
  const sign = percent ? "%" : "";
  if (readings.length > 1)
    throw badArgument(
      `${quoted(text.trim())} can be ${readings.map((each) => each + sign).join(" or ")}: write the one you mean as ${name}.`,
    );
  const [digits] = readings;
  return digits === undefined || power !== null ? Number.NaN : Number(digits) / (percent ? 100 : 1);
}
