import { TIMELINE, PERIODS, periodIndex } from "../companies/kingsoftCloud";

/** What a stretch of quarters is called. */
export type SpanKind = "quarter" | "half" | "nineMonths" | "year" | "lastTwelveMonths" | "years";

/** A stretch of quarters, which may lie outside the model. */
export interface Span {
  readonly kind: SpanKind;
  /** As facts spell it: 2025Q3, 1H2025, 9M2025, FY2025, LTM2025Q3, FY2025-FY2027. */
  readonly label: string;
  /** First and last quarter, counted from the first quarter of the model (0); negative before it. */
  readonly from: number;
  readonly to: number;
}

/** Label of a quarter counted from the first quarter of the model, inside it or not. */
export function quarterLabel(quarter: number): string {
  return `${yearOf(quarter)}Q${quarterOfYear(quarter)}`;
}

/** Calendar year of a quarter counted from the first quarter of the model. */
export function yearOf(quarter: number): number {
  return TIMELINE.firstQuarterYear + Math.floor(quarter / 4);
}

/** The quarter of a calendar year, counted from the first quarter of the model. */
export function quarterNumberOf(year: number, quarter: number): number {
  return (year - TIMELINE.firstQuarterYear) * 4 + quarter - 1;
}

/** A span of some kind by its first quarter, counted from the first quarter of the model, and the number of quarters. */
export function spanFrom(kind: SpanKind, from: number, quarters: number): Span {
  const to = from + quarters - 1;
  return { kind, label: labelOf(kind, from, to), from, to };
}

/** The same stretch moved by a number of quarters (negative is earlier). */
export function shiftedSpan(span: Span, quarters: number): Span {
  return spanFrom(span.kind, span.from + quarters, span.to - span.from + 1);
}

/** Labels of the quarters of a span. */
export function quartersOf(span: Span): readonly number[] {
  return Array.from({ length: span.to - span.from + 1 }, (_, index) => span.from + index);
}

/** The model's own column of a span, or -1 when it has none. */
export function columnOf(span: Span): number {
  const startsYear = quarterOfYear(span.from) === 1;
  const label =
    span.to - span.from === 3 && startsYear && span.kind !== "years" ? `FY${yearOf(span.from)}` : span.label;
  return periodIndex(label);
}

/** The span of a column of the model. */
export function spanOfColumn(column: number): Span {
  const period = PERIODS[column]!;
  if (period.kind === "year") return spanFrom("year", quarterNumberOf(period.year, 1), 4);
  return spanFrom("quarter", quarterNumberOf(period.year, period.quarter), 1);
}

function quarterOfYear(quarter: number): number {
  return (((quarter % 4) + 4) % 4) + 1;
}

function labelOf(kind: SpanKind, from: number, to: number): string {
  switch (kind) {
    case "quarter":
      return quarterLabel(from);
    case "half":
      return `${quarterOfYear(from) === 1 ? 1 : 2}H${yearOf(from)}`;
    case "nineMonths":
      return `9M${yearOf(from)}`;
    case "year":
      return `FY${yearOf(from)}`;
    case "lastTwelveMonths":
      return `LTM${quarterLabel(to)}`;
    case "years":
      return `FY${yearOf(from)}-FY${yearOf(to)}`;
  }
}
