import { Exact } from "../formula";
import type { Fact, Seeds } from "../seeds";
import { knownFigures, missingResults, SHEET_ASSETS, SHEET_CLAIMS, wholeAndTies } from "./knownFigures";
import type { LineItem } from "./lineItem";
import { LINE_BY_ID, LINES } from "./lines";
import { lineKey, type KnownValue, type ModelData, type TypedFigures } from "./modelData";
import { firstQuarterOf, PERIODS, QUARTERS, WIDTH } from "./timeline";

/** What the facts say, and what is typed beside them. Throws when no quarter has results and a whole balance sheet. */
export function historyFromSeeds(seeds: Seeds, typed: TypedFigures = new Map()): ModelData {
  const figures = new Map<string, KnownValue>();
  for (const line of LINES) {
    for (let column = 0; column < WIDTH; column++) {
      const fact = factFor(seeds, line, column);
      if (fact?.modelValue != null)
        figures.set(lineKey(line.id, column), { value: inLineUnit(line, fact.modelValue), factId: fact.id });
    }
  }
  const opening = openingQuarter(figures);
  for (const line of LINES) {
    if (line.typed !== undefined) continue;
    for (let column = 0; column < WIDTH; column++)
      if (isAfter(column, opening) || (column === opening && line.opening !== undefined))
        figures.delete(lineKey(line.id, column));
  }
  return withTyped(figures, opening, typed);
}

/** The same with figures typed beside the facts: a typed figure stands before a fact, an empty text takes a fact away. */
function withTyped(facts: ReadonlyMap<string, KnownValue>, opening: number, typed: TypedFigures): ModelData {
  const figures = new Map(facts);
  for (const [key, value] of typed) {
    if (value === "") figures.delete(key);
    else figures.set(key, { value, factId: null });
  }
  return knownFigures(figures, opening, facts);
}

/** Column of the last quarter whose results and whole balance sheet are known. Throws when there is none. */
function openingQuarter(figures: ReadonlyMap<string, KnownValue>): number {
  const figure = (id: string, column: number): KnownValue | undefined => figures.get(lineKey(id, column));
  for (let column = QUARTERS.length - 1; column >= 0; column--)
    if (missingResults(figure, column).length === 0 && wholeAndTies(figure, column)) return column;
  throw new Error(
    `No quarter has results and a whole balance sheet that ties: ${[...SHEET_ASSETS, ...SHEET_CLAIMS].join(", ")}. Add the missing figures to seeds/facts.`,
  );
}

/** Whether a column lies after the opening: a later quarter, or a year that is not over by then. */
export function isAfter(column: number, opening: number): boolean {
  const period = PERIODS[column]!;
  if (period.kind === "quarter") return column > opening;
  return firstQuarterOf(period.year) >= 0 && firstQuarterOf(period.year) + 3 > opening;
}

/** The chosen fact for a line in a period: a balance at a year's end is the balance of its last quarter. */
export function factFor(seeds: Seeds, line: LineItem, column: number): Fact | undefined {
  const metric = LINE_BY_ID.get(line.id)?.fact;
  if (metric === undefined) return undefined;
  const period = PERIODS[column]!;
  if (line.basis !== undefined) return seeds.chosen(metric, period.label, line.basis);
  const label = period.kind === "year" && line.annual === "last" ? `${period.year}Q4` : period.label;
  return seeds.chosen(metric, label) ?? seeds.chosen(metric, period.label);
}

/** Percentages are fractions in the model. */
function inLineUnit(line: LineItem, value: string): string {
  return line.unit === "%" ? new Exact(value).dividedBy(100).toString() : value;
}
