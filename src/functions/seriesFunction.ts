import { CellError } from "../formula";
import { shiftedSpan } from "../analysis";
import type { Evaluate } from "./evaluations";
import { findSubject } from "./findLine";
import { badArgument, NOT_AVAILABLE, type KcArgument, type KcTable } from "./kcValue";
import { periodOf, subjectValue } from "./revenueFunctions";

/** KC.SERIES: periods in the first row, values in the second; a figure that is not disclosed is #N/A. */
export function seriesFunction(evaluate: Evaluate) {
  return (
    line: KcArgument,
    from: KcArgument,
    to: KcArgument,
    scenario?: KcArgument,
    inputs?: KcArgument,
  ): KcTable => {
    const evaluation = evaluate(scenario, inputs);
    const subject = findSubject(evaluation.model, line);
    const [first, last] = [periodOf(evaluation, from, "from"), periodOf(evaluation, to, "to")];
    if (first.kind !== last.kind)
      throw badArgument(
        `${first.label} and ${last.label} are periods of different length: give two quarters or two years.`,
      );
    if (last.from < first.from)
      throw badArgument(`The series runs backwards: ${last.label} comes before ${first.label}.`);
    const step =
      first.kind === "lastTwelveMonths" ? 1 : first.kind === "nineMonths" ? 4 : first.to - first.from + 1;
    const count = Math.floor((last.from - first.from) / step) + 1;
    const periods = Array.from({ length: count }, (_, index) => shiftedSpan(first, index * step));
    const values = periods.map((period) => {
      try {
        return subjectValue(evaluation, subject, period);
      } catch (error) {
        if (error instanceof CellError && error.code === "#N/A") return NOT_AVAILABLE;
        throw error;
      }
    });
    return [periods.map(({ label }) => label), values];
  };
}
