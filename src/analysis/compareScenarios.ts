import { baseOf, type Assumptions, type Model, type Scenario } from "../model";
import type { Measure } from "./measure";

/** One figure in every compared scenario. */
export interface ComparedMeasure {
  readonly label: string;
  /** In the order of the scenarios; NaN where not disclosed. */
  readonly values: readonly number[];
  /** Value less that of the reference scenario. */
  readonly differences: readonly number[];
}

/** Figures side by side. */
export interface Comparison {
  readonly scenarios: readonly Scenario[];
  readonly reference: Scenario;
  readonly measures: readonly ComparedMeasure[];
}

/** Reads figures in several scenarios, with differences against a reference (Base unless given). `assumptionsOf` may bring the analyst's own values. */
export function compareScenarios(
  model: Model,
  measures: readonly Measure[],
  scenarios: readonly Scenario[] = model.spec.scenarios,
  assumptionsOf: (scenario: Scenario) => Assumptions = ({ id }) => model.assumptions(id),
  reference: Scenario = baseOf(model.spec.scenarios),
): Comparison {
  const read = (scenario: Scenario): readonly number[] => {
    const assumptions = assumptionsOf(scenario);
    const values = model.fast(assumptions);
    return measures.map((measure) => measure.read(values, assumptions) + 0);
  };
  const columns = scenarios.map(read);
  const base = read(reference);
  return {
    scenarios,
    reference,
    measures: measures.map(({ label }, index) => {
      const values = columns.map((column) => column[index]!);
      return { label, values, differences: values.map((value) => value - base[index]!) };
    }),
  };
}
