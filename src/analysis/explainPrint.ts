import { gross, income, intangible, procurement, revenue } from "../companies/kingsoftCloud";
import type { Assumptions, Driver, LineItem, Model } from "../model";
import { closingDriver, slopesOf, type Slopes } from "./closingDriver";
import { measureOf } from "./measure";
import { modelBefore } from "./modelBefore";
import { spanOfColumn } from "./span";

/** Lines that a print is explained by, in the order in which they are closed: what comes later must not move what is closed. */
export const EXPLAINED_LINES: readonly LineItem[] = [
  procurement.capexCompanyBasis,
  revenue.ecosystem,
  revenue.aiGrossBilling,
  revenue.public,
  revenue.enterprise,
  revenue.total,
  intangible.depreciationAndAmortisation,
  gross.profit,
  income.adjustedEbitda,
  income.adjustedOperating,
  income.adjustedNet,
];

/** RMB m below which a difference needs no explanation: figures are printed to a tenth. */
const PRINTED = 0.05;
/** Part of a difference by which a move may disturb a line that is closed, by the straight line. */
const DISTURBS = 1e-6;

/** One move of an assumption, in the model's unit, and the line whose difference it closes. */
export interface PrintMove {
  readonly driver: Driver;
  readonly present: number;
  readonly value: number;
  readonly closes: LineItem;
  /** What was left of that line's difference, reported less model, before the move. */
  readonly difference: number;
}

/** A reported line beside the estimate before, and beside the model after the moves. */
export interface ExplainedLine {
  readonly line: LineItem;
  readonly reported: number;
  readonly estimate: number;
  readonly after: number;
}

/** What would have reproduced a reported quarter. */
export interface ExplainedPrint {
  readonly moves: readonly PrintMove[];
  readonly lines: readonly ExplainedLine[];
}

/**
 * Moves of assumptions that reproduce a reported quarter in the model as it stood before it: line by line the smallest
 * single move that closes what is left of the difference, within the allowed range, and leaves alone the lines that are
 * closed already. A line that an earlier move has closed needs none, so that there are no more moves than differences.
 * What no single assumption closes stays as a difference. The same question has the same answer.
 */
export function explainPrint(model: Model, assumptions: Assumptions, quarter: number): ExplainedPrint {
  const before = modelBefore(model, quarter);
  const asked = EXPLAINED_LINES.flatMap((line) => {
    const figure = model.data.figure(line.id, quarter)?.value;
    return figure === undefined
      ? []
      : [{ line, reported: Number(figure), measure: measureOf(line, spanOfColumn(quarter)) }];
  });
  const measures = asked.map(({ measure }) => measure);
  const now = new Map(assumptions);
  const valuesNow = (): readonly number[] => {
    const values = before.fast(now);
    return measures.map((measure) => measure.read(values, now));
  };
  const estimates = valuesNow();
  const moves: PrintMove[] = [];
  const closed: number[] = [];
  for (const [index, { line, reported, measure }] of asked.entries()) {
    const present = valuesNow()[index]!;
    const difference = reported - present;
    if (!Number.isFinite(present)) continue;
    if (Math.abs(difference) < PRINTED) {
      closed.push(index);
      continue;
    }
    const slopes = slopesOf(before, now, measures);
    const leavesClosed = ({ row, by }: Slopes): boolean =>
      !moves.some(({ driver }) => driver.id === row.driver.id) &&
      closed.every(
        (other) => Math.abs(by[other]! * difference) <= DISTURBS * Math.abs(by[index]! * difference),
      );
    const found = closingDriver(
      before,
      now,
      { measure, target: reported, difference: -difference, index },
      slopes,
      leavesClosed,
    );
    if (found === null) continue;
    now.set(found.driver.id, String(found.value));
    moves.push({
      driver: found.driver,
      present: found.present,
      value: found.value,
      closes: line,
      difference,
    });
    closed.push(index);
  }
  const after = valuesNow();
  return {
    moves,
    lines: asked.map(({ line, reported }, index) => ({
      line,
      reported,
      estimate: estimates[index]!,
      after: after[index]!,
    })),
  };
}

/** Lines of which a difference is left that no single assumption closes. */
export function unexplained({ lines }: ExplainedPrint): readonly ExplainedLine[] {
  return lines.filter(({ reported, after }) => !(Math.abs(reported - after) < PRINTED));
}

/** Whether a print of a quarter can be explained: some of its results are known, and an earlier quarter was. */
export function canExplain({ data }: Pick<Model, "data">, quarter: number): boolean {
  return (
    quarter > data.opening &&
    quarter < data.spec.timeline.quarters.length &&
    EXPLAINED_LINES.some(({ id }) => data.figure(id, quarter) !== undefined)
  );
}
