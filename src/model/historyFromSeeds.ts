import { Exact } from "../formula";
import type { Fact, Seeds } from "../seeds";
import { knownFigures, missingResults, wholeAndTies } from "./knownFigures";
import type { LineItem } from "./lineItem";
import { lineKey, type KnownValue, type ModelData, type TypedFigures } from "./modelData";
import type { ModelSpec } from "./modelSpec";

/** What the facts say, and what is typed beside them. Throws when no quarter has results and a whole balance sheet. */
export function historyFromSeeds(spec: ModelSpec, seeds: Seeds, typed: TypedFigures = new Map()): ModelData {
  const { lines, timeline } = spec;
  const figures = new Map<string, KnownValue>();
  for (const line of lines) {
    for (let column = 0; column < timeline.width; column++) {
      const fact = factFor(spec, seeds, line, column);
      if (fact?.modelValue != null)
        figures.set(lineKey(line.id, column), { value: inLineUnit(line, fact.modelValue), factId: fact.id });
    }
  }
  const opening = openingQuarter(spec, figures);
  for (const line of lines) {
    if (line.typed !== undefined) continue;
    for (let column = 0; column < timeline.width; column++)
      if (timeline.isAfter(column, opening) || (column === opening && line.opening !== undefined))
        figures.delete(lineKey(line.id, column));
  }
  return withTyped(spec, figures, opening, typed);
}

/** The same with figures typed beside the facts: a typed figure stands before a fact, an empty text takes a fact away. */
function withTyped(
  spec: ModelSpec,
  facts: ReadonlyMap<string, KnownValue>,
  opening: number,
  typed: TypedFigures,
): ModelData {
  const figures = new Map(facts);
  for (const [key, value] of typed) {
    if (value === "") figures.delete(key);
    else figures.set(key, { value, factId: null });
  }
  return knownFigures(spec, figures, opening, facts);
}

/** Column of the last quarter whose results and whole balance sheet are known. Throws when there is none. */
function openingQuarter({ required, timeline }: ModelSpec, figures: ReadonlyMap<string, KnownValue>): number {
  const figure = (id: string, column: number): KnownValue | undefined => figures.get(lineKey(id, column));
  for (let column = timeline.quarters.length - 1; column >= 0; column--)
    if (missingResults(required, figure, column).length === 0 && wholeAndTies(required, figure, column))
      return column;
  throw new Error(
    `No quarter has results and a whole balance sheet that ties: ${[...required.assets, ...required.claims].join(", ")}. Add the missing figures to seeds/facts.`,
  );
}

/** The chosen fact for a line in a period: a balance at a year's end is the balance of its last quarter. */
export function factFor(
  { lineById, timeline }: ModelSpec,
  seeds: Seeds,
  line: LineItem,
  column: number,
): Fact | undefined {
  const metric = lineById.get(line.id)?.fact;
  if (metric === undefined) return undefined;
  const period = timeline.periods[column]!;
  if (line.basis !== undefined) return seeds.chosen(metric, period.label, line.basis);
  const label = period.kind === "year" && line.annual === "last" ? `${period.year}Q4` : period.label;
  return seeds.chosen(metric, label) ?? seeds.chosen(metric, period.label);
}

/** Percentages are fractions in the model. */
function inLineUnit(line: LineItem, value: string): string {
  return line.unit === "%" ? new Exact(value).dividedBy(100).toString() : value;
}
