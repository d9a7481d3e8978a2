import { columnOf, lastReported, quartersOf, type ModelCell } from "../../analysis";
import { findSubject, parsePeriod, type AskedPeriod, type Subject } from "../../functions";
import { QUARTERS } from "../../companies/kingsoftCloud";
import type { Model } from "../../model";

/** A line or a figure of the facts over a period, as a caller asked for it. */
export interface AskedFigure {
  readonly subject: Subject;
  readonly period: AskedPeriod;
  /** The cells of the model that it is read from; none for a figure that only the facts have. */
  readonly cells: readonly ModelCell[];
}

/** Reads a line and a period as KC functions do; throws a CellError that says what there is. */
export function askedFigure(model: Model, line: string, period: string | number): AskedFigure {
  const subject = findSubject(model, line);
  const asked = parsePeriod(period, lastReported(model.data));
  if (subject.kind === "metric") return { subject, period: asked, cells: [] };
  const own = columnOf(asked);
  const columns =
    own >= 0 ? [own] : quartersOf(asked).filter((quarter) => quarter >= 0 && quarter < QUARTERS.length);
  return { subject, period: asked, cells: columns.map((column) => ({ line: subject.line, column })) };
}
