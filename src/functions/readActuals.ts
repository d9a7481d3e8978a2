import { lastReported } from "../analysis";
import { CellError } from "../formula";
import {
  lineKey,
  periodIndex,
  QUARTERS,
  TYPED_LINES,
  type FastValues,
  type LineItem,
  type Model,
  type TypedFigures,
} from "../model";
import { valuesInUnit } from "./driverValue";
import { findLine } from "./findLine";
import { quoted } from "./kcValue";
import { parsePeriod } from "./parsePeriod";

/** A row of a table of reported figures, as text. */
export interface ActualsRow {
  /** Number of the row in its file, for messages. */
  readonly row: number;
  readonly line: string;
  readonly period: string;
  readonly value: string;
  readonly source: string;
  readonly date: string;
}

/** One reported figure, ready to stand beside the facts. */
export interface ActualFigure {
  readonly line: LineItem;
  readonly column: number;
  /** Decimal digits in the line's unit. */
  readonly value: string;
  readonly source: string;
  /** ISO day of publication, or blank. */
  readonly date: string;
}

/** What a table of reported figures holds, and what is wrong with its rows, in words. */
export interface ReadActuals {
  readonly figures: readonly ActualFigure[];
  readonly problems: readonly string[];
}

/** Slips of units: how often too large the figure is, what it is written in, and within which factor either way it counts as one. */
const SLIPS = [
  { scale: 1e3, unit: "thousands", reach: 5 },
  { scale: 1e6, unit: "single RMB", reach: 5 },
  { scale: 1e-3, unit: "billions", reach: 2 },
] as const;

/** Reads reported figures of quarters after the opening. Rows without a value are passed over; a slip of units is judged against the model's own values and the year before. */
export function readActuals(
  model: Model,
  expected: Pick<FastValues, "value">,
  rows: readonly ActualsRow[],
): ReadActuals {
  const figures: ActualFigure[] = [];
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const row of rows) {
    if (row.value.trim() === "") continue;
    try {
      const figure = readRow(model, expected, row);
      const key = lineKey(figure.line.id, figure.column);
      if (seen.has(key))
        throw problem(
          `${figure.line.id} ${QUARTERS[figure.column]!.label} stands in an earlier row too; keep one.`,
        );
      seen.add(key);
      figures.push(figure);
    } catch (error) {
      if (!(error instanceof CellError)) throw error;
      problems.push(`Row ${row.row}: ${error.message}`);
    }
  }
  return { figures, problems };
}

/** Figures as the model takes them. */
export function typedOf(figures: readonly ActualFigure[]): TypedFigures {
  return new Map(figures.map(({ line, column, value }) => [lineKey(line.id, column), value]));
}

function readRow(model: Model, expected: Pick<FastValues, "value">, row: ActualsRow): ActualFigure {
  const line = typedLine(model, row.line);
  const column = typedColumn(model, line, row.period);
  const what = `${line.id} (${line.label}) ${QUARTERS[column]!.label}`;
  const value = amountOf(what, line, row.value);
  const slip = unitSlip(line, Number(value), expectations(line, column, expected));
  if (slip !== null) throw problem(`${what} is ${row.value.trim()}; ${slip}`);
  if (row.date !== "" && !isDay(row.date))
    throw problem(`${what} has the date ${quoted(row.date)}: write it like 2026-08-20.`);
  return { line, column, value, source: row.source, date: row.date };
}

/** The amount in the line's unit: a file writes a point before decimals; other habits are read where they leave no doubt. */
function amountOf(what: string, line: LineItem, text: string): string {
  const plain = /^\s*(-?\d+(?:\.\d+)?)\s*$/.exec(text)?.[1];
  if (plain !== undefined && line.unit !== "%") return plain;
  const [only, ...others] = valuesInUnit(line.unit, text, ".");
  if (only === undefined)
    throw problem(
      `${what} is ${quoted(text)}, which is not an amount: write it like 2678.5 or (123.4), in ${line.unit}.`,
    );
  if (others.length > 0)
    throw problem(
      `${what} is ${quoted(text)}, which can be ${[only, ...others].join(" or ")}; write the one you mean.`,
    );
  return only;
}

function typedLine(model: Model, name: string): LineItem {
  if (name.trim() === "") throw problem("the line has no name; the template lists those that may be typed.");
  const line = findLine(model, name);
  if (line.typed === undefined)
    throw problem(
      `${line.id} (${line.label}) is calculated and cannot be typed; type what is reported, e.g. ${TYPED_LINES.slice(
        0,
        3,
      )
        .map(({ id }) => id)
        .join(", ")}: the template lists all.`,
    );
  return line;
}

function typedColumn(model: Model, line: LineItem, period: string): number {
  const asked = parsePeriod(period, lastReported(model.data));
  const column = asked.kind === "quarter" ? periodIndex(asked.label) : -1;
  if (column > model.data.opening) return column;
  const [first, last] = [QUARTERS[model.data.opening + 1]?.label, QUARTERS[QUARTERS.length - 1]!.label];
  const why =
    asked.kind === "quarter"
      ? `${asked.label} is history, which stands in the seeds`
      : `${asked.label} is no quarter`;
  throw problem(`${line.id}: ${why}; figures are typed for quarters from ${first} to ${last}.`);
}

/** Sizes that a figure may be compared with: the model's own and that of the year before. */
function expectations(
  line: LineItem,
  column: number,
  expected: Pick<FastValues, "value">,
): readonly number[] {
  return [column, column - 4].map((each) => expected.value(line.id, each)).filter(Number.isFinite);
}

/** What is wrong with the size or sign of a figure, in words; null when nothing is. */
function unitSlip(line: LineItem, value: number, known: readonly number[]): string | null {
  const size = Math.max(...known.map(Math.abs), 0);
  if (size < 1 || value === 0) return null;
  const about = known.map((each) => Number(each.toFixed(1)).toLocaleString("en-US")).join(" and ");
  const compared = `the forecast and the year before are ${about} ${line.unit}`;
  for (const { scale, unit, reach } of SLIPS) {
    const likely = Math.abs(value) / scale / size;
    if (likely > 1 / reach && likely < reach)
      return `${compared}: it looks written in ${unit}. Write ${Number((value / scale).toPrecision(12))}.`;
  }
  const turned = known.length > 1 && known.every((each) => each > 0) && value < 0;
  if (turned && Math.abs(-value / size - 1) < 0.5)
    return `${compared}: its sign looks turned, since costs and balances are positive here. Write ${-value}.`;
  return Math.abs(value) > 1000 * size ? `${compared}: check its unit, ${line.unit}.` : null;
}

function isDay(text: string): boolean {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  // The calendar takes 31 February for 3 March.
  return day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function problem(message: string): CellError {
  return new CellError("#VALUE!", message);
}
