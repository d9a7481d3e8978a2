import { precedents, type Precedent } from "../formula";
import type { Driver, LineItem, Model, ModelSpec } from "../model";
import type { Fact } from "../seeds";
import { cellOrigin } from "./cellOrigin";
import type { AssumptionReader } from "./flexFrom";
import type { CellReader } from "./spanValue";

/** One cell of the model. */
export interface ModelCell {
  readonly line: LineItem;
  readonly column: number;
}

/** What values rest on, through every formula: the nearest first. */
export interface Behind {
  readonly facts: readonly Fact[];
  readonly drivers: readonly Driver[];
}

/** The facts and assumptions that some cells rest on, through all formulas down to what is known; facts that an assumption was read from are among them. */
export function factsBehind(
  model: Model,
  cells: readonly ModelCell[],
  values: CellReader,
  assumptions: AssumptionReader,
): Behind {
  const facts = new Set<Fact>();
  const drivers = new Set<string>();
  const queue: ModelCell[] = [...cells];
  const seen = new Set(queue.map(keyOf));
  const look = (cell: ModelCell): void => {
    if (seen.has(keyOf(cell)) || model.spec.timeline.periods[cell.column] === undefined) return;
    seen.add(keyOf(cell));
    queue.push(cell);
  };
  for (let place = 0; place < queue.length; place++) {
    const { line, column } = queue[place]!;
    const origin = cellOrigin(model, line, column, values, assumptions);
    if (origin.kind === "fact") facts.add(origin.fact);
    if (origin.kind !== "formula") continue;
    if (origin.beside?.kind === "fact") facts.add(origin.beside.fact);
    for (const precedent of precedents(origin.expression)) {
      if (precedent.kind === "scalar") drivers.add(precedent.scalar.id);
      else cellsOf(model.spec, precedent, column).forEach(look);
    }
  }
  const rows = model.rows.filter(({ driver }) => drivers.has(driver.id));
  for (const { assumption } of rows)
    for (const id of assumption.facts) {
      const fact = model.seeds.fact(id);
      if (fact !== undefined) facts.add(fact);
    }
  return { facts: [...facts], drivers: rows.map(({ driver }) => driver) };
}

const keyOf = ({ line, column }: ModelCell): string => `${line.id} ${column}`;

/** The cells that a formula of a column reads by one of its precedents; a known figure of its own cell is no cell of another. */
function cellsOf(
  { lineById, timeline }: ModelSpec,
  precedent: Exclude<Precedent, { kind: "scalar" }>,
  column: number,
): readonly ModelCell[] {
  const line = lineById.get(precedent.series.id);
  if (line === undefined) return [];
  const at = (columns: readonly number[]): readonly ModelCell[] =>
    columns.map((each) => ({ line, column: each }));
  switch (precedent.kind) {
    case "series":
      return at([column + precedent.shift]);
    case "range":
      return at(timeline.quarters.map((_, quarter) => quarter));
    case "quartersOfYear": {
      const first = timeline.firstQuarterOf(timeline.periods[column]!.year);
      return at([0, 1, 2, 3].map((offset) => first + offset).filter((quarter) => quarter >= 0));
    }
    case "fact":
      return at([column]);
  }
}
