import { factFor, lineKey, type LineItem, type Model } from "../model";
import { keptForFacts } from "./keptForFacts";

/** Part of a value by which an assumption is moved to see what it moves. */
const MOVE = 0.01;

/** Whether a cell of a period up to the opening quarter is an estimate: nothing is reported there, and some assumption moves it. */
export function isEstimated(model: Model, line: LineItem, index: number): boolean {
  return keptForFacts(model.data, "estimated cells", () => estimatedCells(model)).has(
    lineKey(line.id, index),
  );
}

function estimatedCells(model: Model): ReadonlySet<string> {
  const { lines, timeline } = model.spec;
  const past = [...timeline.periods.keys()].filter((index) => !timeline.isAfter(index, model.data.opening));
  const places = lines.flatMap((line, row) => {
    if (line.unit === "flag") return [];
    const open = past.filter((index) => factFor(model.spec, model.seeds, line, index) === undefined);
    return open.map((index) => ({ key: lineKey(line.id, index), place: row * timeline.width + index }));
  });
  const base = model.vector(model.assumptions("base"));
  const before = model.flex(base).all.slice();
  const found = new Set<string>();
  model.rows.forEach(({ driver, max }, position) => {
    const moved = base.slice();
    const value = base[position]!;
    const step = driver.whole ? 1 : MOVE * Math.max(Math.abs(value), MOVE);
    moved[position] = value + (value + step > Number(max) ? -step : step);
    const after = model.flex(moved).all;
    for (const { key, place } of places)
      if (Math.abs(after[place]! - before[place]!) > 1e-9 * Math.max(1, Math.abs(before[place]!)))
        found.add(key);
  });
  return found;
}
