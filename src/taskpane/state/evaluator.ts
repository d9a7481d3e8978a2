import type { CellReader } from "../../analysis";
import { keptValues, type Assumptions, type Model } from "../../model";
import type { ScenarioName } from "../../seeds";
import { assumptionsOf, type InputTable } from "./inputTable";

/** A scenario of the table, calculated. */
export interface Evaluated {
  readonly assumptions: Assumptions;
  readonly values: CellReader;
}

/** Calculates a scenario of a table by the fast reading; the same table, scenario and facts are calculated once. */
export type Evaluator = (table: InputTable, scenario: ScenarioName) => Evaluated;

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
    const evaluated: Evaluated = { assumptions, values: keptValues(model.spec, model.fast(assumptions)) };
    scenarios.set(scenario, evaluated);
    return evaluated;
  };
}
