import type { Spread } from "./rounds";

/** What a subject found, in rows of text. */
export interface Table {
  readonly title: string;
  /** What was measured and how, and what the columns mean. */
  readonly text: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** One promise of the project and the figure that this run found for it. */
export interface Headline {
  readonly promise: string;
  readonly found: string;
}

/** A subject measured: its figures as data and as tables. */
export interface Findings {
  readonly figures: unknown;
  readonly tables: readonly Table[];
  readonly headlines?: readonly Headline[];
}

/** A figure with thousands separators. */
export function number(value: number, digits = 1): string {
  return value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** A figure with about three digits that matter, whatever its size. */
export function figure(value: number): string {
  return number(value, value >= 99.95 ? 0 : value >= 9.995 ? 1 : value >= 0.9995 ? 2 : 3);
}

/** The two cells of a spread: its median, and its least and largest. */
export function cells({ min, median, max }: Spread): readonly [string, string] {
  return [figure(median), `${figure(min)}-${figure(max)}`];
}

/** A table as Markdown with columns of even width. */
export function markdown({ title, text, head, rows }: Table): string {
  const widths = head.map((name, column) =>
    Math.max(3, name.length, ...rows.map((row) => row[column]!.length)),
  );
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join(" | ")} |`;
  const rule = `|${widths.map((width, column) => (column === 0 ? "-".repeat(width + 2) : `${"-".repeat(width + 1)}:`)).join("|")}|`;
  return [`### ${title}`, "", text, "", line(head), rule, ...rows.map(line)].join("\n");
}
