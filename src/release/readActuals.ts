import { lastReported } from "../analysis";
import { CellError } from "../formula";
import { periodIndex, QUARTERS, TYPED_LINES } from "../companies/kingsoftCloud";
import { lineKey, type FastValues, type LineItem, type Model, type TypedFigures } from "../model";
import { findLine, parsePeriod, quoted, valuesInUnit } from "../functions";
import { isDay } from "./isDay";
import { expectations, unitSlip } from "./unitSlip";

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
  if (slip !== null) throw problem(`${what} is ${row.value.trim()}; ${slip.words}`);
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

function problem(message: string): CellError {
  return new CellError("#VALUE!", message);
}
