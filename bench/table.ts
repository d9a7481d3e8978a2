import type { Spread } from "./rounds";

/** A figure with thousands separators. */
export function number(value: number, digits = 1): string {
  return value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** Median with least and largest, e.g. "1.20 (1.10 to 1.90)". */
export function spread({ min, median, max }: Spread, digits = 1): string {
  return `${number(median, digits)} (${number(min, digits)} to ${number(max, digits)})`;
}

/** Head of a table of contenders; `last` stands over a column of the caller's own. */
export function head(last = ""): string {
  return `${"".padEnd(44)}${["min", "median", "max", "ratio"].map((each) => each.padStart(12)).join("")}${last.padStart(18)}`;
}

/** One contender. */
export function row(name: string, { min, median, max }: Spread, ratio: number, last = "", digits = 1): string {
  return `${name.padEnd(44)}${[min, median, max].map((value) => number(value, digits).padStart(12)).join("")}${number(ratio, 2).padStart(12)}${last.padStart(18)}`;
}
