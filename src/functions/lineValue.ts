import { CellError } from "../formula";
import { missingIn, quarterLabel, spanProblem, spanValue } from "../analysis";
import { TIMELINE, QUARTERS } from "../companies/kingsoftCloud";
import type { LineItem } from "../model";
import type { Evaluation } from "./evaluations";
import { isHistory, statedFact, valueOfFact } from "./factValue";
import { badArgument } from "./kcValue";
import type { AskedPeriod } from "./parsePeriod";

/**
 * Value of a line over a period; where the model has none, a fact stated for that very period. Throws #N/A when it is
 * not disclosed, with the quarters that lack it.
 */
export function lineValue(
  { model, values, assumptions, estimates }: Evaluation,
  line: LineItem,
  period: AskedPeriod,
): number {
  if (estimates !== undefined) return estimates.value(line, period);
  const value = spanValue(line, period, values, assumptions);
  if (Number.isFinite(value)) return value + 0;
  const stated = isHistory(model, period) ? statedFact(model, line, period) : undefined;
  if (stated?.modelValue != null) return Number(valueOfFact(stated, line.unit)) + 0;
  const problem = spanProblem(line, period);
  if (problem !== null) throw badArgument(`${problem}; ${period.label} spans several.`);
  throw new CellError("#N/A", notDisclosed(line, period, values));
}

function notDisclosed(line: LineItem, period: AskedPeriod, values: Evaluation["values"]): string {
  const first = QUARTERS[0]!.label;
  if (period.from < 0)
    return `${line.label}: not disclosed for ${period.label}; quarters begin in ${first}, years in FY${TIMELINE.firstYear}.`;
  if (line.annual === "none" && period.from !== period.to)
    return `${line.label} has a value for single quarters only; ${period.label} spans several.`;
  const missing = missingIn(line, period, values);
  if (period.from === period.to || missing.length === 0)
    return `${line.label}: not disclosed for ${period.label}.`;
  const labels = [...new Set(missing.map(({ label }) => label))];
  const lacking = labels.map((label) => {
    const quarters = missing
      .filter((each) => each.label === label)
      .map(({ quarter }) => quarterLabel(quarter));
    return labels.length > 1 || label !== line.label
      ? `${label} in ${quarters.join(", ")}`
      : quarters.join(", ");
  });
  return `${line.label}: not disclosed for ${period.label}, no figure for ${lacking.join("; ")}.`;
}
