import { CellError } from "../formula";
import { lastReported, shiftedSpan } from "../analysis";
import { revenue } from "../companies/kingsoftCloud";
import type { Evaluate, Evaluation } from "./evaluations";
import { isHistory, metricValue } from "./factValue";
import { choose, type Choice } from "./choices";
import { findLine, findSubject, type Subject } from "./findLine";
import { findSegment } from "./findSegment";
import { badArgument, cellNumber, scalarOf, type KcArgument } from "./kcValue";
import { lineValue } from "./lineValue";
import { parsePeriod, type AskedPeriod } from "./parsePeriod";

/** What growth compares with. */
export const COMPARISONS: readonly Choice<"yoy" | "qoq">[] = [
  { name: "yoy", what: "The same period of the year before", also: ["y/y", "同比"] },
  { name: "qoq", what: "The quarter before", also: ["q/q", "环比"] },
];

/** KC.REVENUE: revenue in total or of a segment, RMB million. */
export function revenueFunction(evaluate: Evaluate) {
  return (
    period: KcArgument,
    segment?: KcArgument,
    scenario?: KcArgument,
    inputs?: KcArgument,
    asOf?: KcArgument,
  ): number => {
    const line = findSegment(segment);
    const evaluation = evaluate(scenario, inputs, asOf);
    return cellNumber(lineValue(evaluation, line, periodOf(evaluation, period)));
  };
}

/** KC.ECOSYSTEM_SHARE: ecosystem revenue divided by revenue, a fraction. */
export function ecosystemShareFunction(evaluate: Evaluate) {
  return (period: KcArgument, scenario?: KcArgument, inputs?: KcArgument): number => {
    const evaluation = evaluate(scenario, inputs);
    return cellNumber(lineValue(evaluation, revenue.ecosystemShare, periodOf(evaluation, period)));
  };
}

/** KC.LINE: any line of the model, or any figure of the facts (a date comes as text). */
export function lineFunction(evaluate: Evaluate) {
  return (
    line: KcArgument,
    period: KcArgument,
    scenario?: KcArgument,
    inputs?: KcArgument,
    asOf?: KcArgument,
  ): number | string => {
    const evaluation = evaluate(scenario, inputs, asOf);
    const subject = findSubject(evaluation.model, line);
    const asked = periodOf(evaluation, period);
    const value = subjectValue(evaluation, subject, asked);
    return typeof value === "number" ? cellNumber(value) : value;
  };
}

/** A line's or a figure's value over a period; a date comes as text. Throws #N/A where estimates are asked for a figure that is no line. */
export function subjectValue(evaluation: Evaluation, subject: Subject, period: AskedPeriod): number | string {
  if (subject.kind === "line") return lineValue(evaluation, subject.line, period);
  if (evaluation.estimates === undefined) return metricValue(evaluation.model, subject.metric, period);
  throw new CellError(
    "#N/A",
    `${evaluation.estimates.name}: ${subject.metric.label} is no line of the model, and estimates are of lines.`,
  );
}

/** KC.GROWTH: growth on the year before (yoy) or the quarter before (qoq), a fraction; of a ratio, the difference. */
export function growthFunction(evaluate: Evaluate) {
  return (
    line: KcArgument,
    period: KcArgument,
    against?: KcArgument,
    scenario?: KcArgument,
    inputs?: KcArgument,
  ): number => {
    const evaluation = evaluate(scenario, inputs);
    const item = findLine(evaluation.model, line);
    const asked = periodOf(evaluation, period);
    const step = stepOf(against, asked);
    const before = shiftedSpan(asked, -step);
    const stated =
      item.fact === undefined
        ? undefined
        : evaluation.model.seeds.chosen(item.fact, asked.label, step === 4 ? "growth-yoy" : "growth-qoq");
    try {
      // An estimate grows from what was reported, where that is known.
      const base = isHistory(evaluation.model, before) ? { ...evaluation, estimates: undefined } : evaluation;
      const [now, then] = [lineValue(evaluation, item, asked), lineValue(base, item, before)];
      if (item.unit === "%") return cellNumber(now - then);
      if (then <= 0)
        throw new CellError(
          "#N/A",
          `${item.label} has no growth rate for ${asked.label}: it was ${then} in ${before.label}.`,
        );
      return cellNumber(now / then - 1);
    } catch (error) {
      // Where the base is not disclosed, the growth itself may be.
      if (
        evaluation.estimates === undefined &&
        error instanceof CellError &&
        stated?.unit === "%" &&
        isHistory(evaluation.model, asked)
      )
        return cellNumber(Number(stated.value) / 100);
      throw error;
    }
  };
}

function stepOf(against: KcArgument, period: AskedPeriod): number {
  if (choose("comparison", against, COMPARISONS, "yoy").name === "yoy")
    return 4 * Math.max(1, Math.round((period.to - period.from + 1) / 4));
  if (period.from !== period.to) throw badArgument(`qoq compares quarters; ${period.label} is not one.`);
  return 1;
}

/** The period argument; the last twelve months end by default in the last quarter that is reported whole. */
export function periodOf({ model }: Evaluation, argument: KcArgument, name = "period"): AskedPeriod {
  return parsePeriod(scalarOf(argument, name), lastReported(model.data));
}
