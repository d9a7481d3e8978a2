import { Exact } from "../formula";
import type { Fact, Seeds } from "../seeds";
import { lastActualQuarter } from "./lastActualQuarter";
import type { LineItem } from "./lineItem";
import { LINES, LINE_BY_ID } from "./lines";
import type { KnownValue, ModelData } from "./modelData";
import { firstQuarterOf, PERIODS, WIDTH } from "./timeline";

/** History of the model from the facts; figures after the last actual quarter stay out of it. */
export function historyFromSeeds(seeds: Seeds): ModelData {
  const lastActual = lastActualQuarter(seeds);
  const known = new Map<string, KnownValue>();
  for (const line of LINES) {
    for (let column = 0; column < WIDTH; column++) {
      const fact = isActual(column, lastActual) ? factFor(seeds, line, column) : undefined;
      if (fact?.modelValue != null)
        known.set(`${line.id}:${column}`, { value: inLineUnit(line, fact.modelValue), factId: fact.id });
    }
  }
  return { lastActual, known: (lineId, column) => known.get(`${lineId}:${column}`) };
}

/** Whether a column lies wholly in the actual part. */
export function isActual(column: number, lastActual: number): boolean {
  const period = PERIODS[column]!;
  if (period.kind === "quarter") return column <= lastActual;
  return firstQuarterOf(period.year) < 0 || firstQuarterOf(period.year) + 3 <= lastActual;
}

/** The chosen fact for a line in a period: a balance at a year's end is the balance of its last quarter. */
export function factFor(seeds: Seeds, line: LineItem, column: number): Fact | undefined {
  const metric = LINE_BY_ID.get(line.id)?.fact;
  if (metric === undefined) return undefined;
  const period = PERIODS[column]!;
  const label = period.kind === "year" && line.annual === "last" ? `${period.year}Q4` : period.label;
  return (
    seeds.chosen(metric, label) ??
    seeds.chosen(metric, period.label) ??
    (line.guidanceStandsIn ? seeds.chosen(metric, label, "guidance") : undefined)
  );
}

/** Percentages are fractions in the model. */
function inLineUnit(line: LineItem, value: string): string {
  return line.unit === "%" ? new Exact(value).dividedBy(100).toString() : value;
}
