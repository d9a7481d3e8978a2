import type { CellReader } from "../../analysis";
import { LINES, WIDTH, type Assumptions, type Model } from "../../model";
import type { ScenarioName } from "../../seeds";
import { assumptionsOf, type InputTable } from "./inputTable";

/** A scenario of the table, calculated. */
export interface Evaluated {
  readonly assumptions: Assumptions;
  readonly values: CellReader;
}

/** Calculates a scenario of a table by the fast reading; the same table, scenario and facts are calculated once. */
export type Evaluator = (table: InputTable, scenario: ScenarioName) => Evaluated;

const ROWS: ReadonlyMap<string, number> = new Map(LINES.map(({ id }, row) => [id, row * WIDTH]));

/** Makes an evaluator over a model. */
export function createEvaluator(model: Model): Evaluator {
  let facts = model.data;
  let known = new WeakMap<InputTable, Map<ScenarioName, Evaluated>>();
  return (table, scenario) => {
    if (facts !== model.data) [facts, known] = [model.data, new WeakMap()];
    const scenarios = known.get(table) ?? new Map<ScenarioName, Evaluated>();
    known.set(table, scenarios);
    const before = scenarios.get(scenario);
    if (before !== undefined) return before;
    const assumptions = assumptionsOf(table, scenario);
    // The fast reading overwrites its result with the next one.
    const all = model.fast(assumptions).all.slice();
    const evaluated: Evaluated = {
      assumptions,
      values: { value: (lineId, column) => all[ROWS.get(lineId)! + column]! + 0 },
    };
    scenarios.set(scenario, evaluated);
    return evaluated;
  };
}
