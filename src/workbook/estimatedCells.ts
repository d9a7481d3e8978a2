import { precedents } from "../formula";
import {
  DRIVERS,
  factFor,
  firstQuarterOf,
  isClock,
  LINE_BY_ID,
  lineKey,
  PERIODS,
  phaseOf,
  quarterFormula,
  type LineItem,
  type Model,
} from "../model";
import { keptForFacts } from "./keptForFacts";

/** Assumptions that say how exactly is compared, not how much something is. */
const CONVENTIONS: ReadonlySet<string> = new Set(
  DRIVERS.filter(({ unit }) => unit === "digits").map(({ id }) => id),
);

/**
 * Whether a cell of a period up to the opening quarter is an estimate: not reported, and calculated from an assumption
 * or from such a cell. A year is one where one of its quarters is and the year itself is not reported.
 */
export function isEstimated(model: Model, line: LineItem, index: number): boolean {
  const { data, seeds } = model;
  const period = PERIODS[index]!;
  if (isClock(line.id) || line.unit === "flag") return false;
  if (data.known(line.id, index) !== undefined || factFor(seeds, line, index) !== undefined) return false;
  if (period.kind === "year") {
    const first = firstQuarterOf(period.year);
    const ofYear = [0, 1, 2, 3].map((offset) => first + offset);
    return (
      first >= 0 && first + 3 <= data.opening && ofYear.some((quarter) => isEstimated(model, line, quarter))
    );
  }
  if (index > data.opening) return false;
  const kept = keptForFacts(data, "estimated cells", () => new Map<string, boolean>());
  const key = lineKey(line.id, index);
  const found = kept.get(key);
  if (found !== undefined) return found;
  kept.set(key, false);
  const expression = quarterFormula(line, phaseOf(index, data.opening));
  const estimated =
    expression !== null &&
    precedents(expression).some((each) => {
      if (each.kind === "scalar") return !CONVENTIONS.has(each.scalar.id);
      if (each.kind !== "series" || index + each.shift < 0) return false;
      return isEstimated(model, LINE_BY_ID.get(each.series.id)!, index + each.shift);
    });
  kept.set(key, estimated);
  return estimated;
}
