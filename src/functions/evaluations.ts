import type { CellReader } from "../analysis";
import { SCENARIOS, SHIPPED_NAMES } from "../companies/kingsoftCloud";
import {
  findNamed,
  keptValues,
  openModel,
  type Assumptions,
  type Model,
  type Scenario,
  type ScenarioNames,
} from "../model";
import type { ScenarioName } from "../seeds";
import { findScenarioArgument } from "./findDriver";
import { ESTIMATORS, estimatorNamed, isConsensusTable, type Estimator } from "./estimator";
import { badArgument, isOmitted, isRange, sameArgument, scalarOf, type KcArgument } from "./kcValue";
import { namesIn, readInputs } from "./readInputs";
import { typedFigures } from "./typedFigures";

/** The model calculated once: under which scenario and assumptions, and every value. */
export interface Evaluation {
  readonly model: Model;
  readonly scenario: Scenario;
  readonly assumptions: Assumptions;
  readonly values: CellReader;
  /** Who gives the figures in place of the model, where the consensus or a broker was asked for. */
  readonly estimates?: Estimator | undefined;
}

/** Answers scenario and inputs arguments with a calculated model; with a day, as of that day. */
export type Evaluate = (scenario: KcArgument, inputs: KcArgument, asOf?: KcArgument) => Evaluation;

/** How many calculated models are kept; a sheet seldom mixes more scenarios and input ranges. */
const KEPT = 24;

/** Calculates the model once for each scenario and set of inputs, and keeps the latest results; `usual` is the scenario when none is given, `past` answers where a day is. */
export function evaluations(model: Model, usual: ScenarioName, past?: Evaluate): Evaluate {
  // The latest first. Excel hands over a new range with every call, so ranges are told apart by their cells; a copy stays as it is when the caller's range changes.
  const kept: { readonly inputs: KcArgument; readonly evaluation: Evaluation }[] = [];
  const evaluate: Evaluate = (scenarioArgument, inputs, asOf) => {
    if (!isOmitted(scalarOf(asOf, "asOf"))) return past!(scenarioArgument, inputs, asOf);
    // Nearly always a shipped name as it stands, which no other scenario can take.
    const names = isShipped(scenarioArgument) ? SHIPPED_NAMES : namesIn(inputs);
    const estimates = isScenario(scenarioArgument, names)
      ? null
      : estimatorNamed(model, scenarioArgument, inputs);
    if (estimates !== null)
      return { ...evaluate(usual, isConsensusTable(inputs) ? undefined : inputs), estimates };
    const scenario = findScenarioArgument(
      isOmitted(scenarioArgument) ? usual : scenarioArgument,
      ESTIMATORS,
      names,
    );
    const place = kept.findIndex(
      (each) => each.evaluation.scenario === scenario && sameArgument(each.inputs, inputs),
    );
    if (place === 0) return kept[0]!.evaluation;
    const [known] = place < 0 ? [] : kept.splice(place, 1);
    const latest = known ?? {
      inputs: isRange(inputs) ? inputs.map((row) => [...row]) : inputs,
      evaluation: calculated(withTyped(model, inputs), scenario, readInputs(model, scenario, inputs)),
    };
    kept.unshift(latest);
    if (kept.length > KEPT) kept.pop();
    return latest.evaluation;
  };
  return evaluate;
}

function isShipped(argument: KcArgument): boolean {
  return isOmitted(argument) || SCENARIOS.some(({ id, name }) => name === argument || id === argument);
}

function isScenario(argument: KcArgument, names: ScenarioNames): boolean {
  return (
    typeof argument !== "string" || isOmitted(argument) || findNamed(SCENARIOS, argument, names) !== undefined
  );
}

/** Answers as `evaluate` does, for functions that need the model's own calculation. Throws #VALUE! where estimates are asked for. */
export function ofModelOnly(evaluate: Evaluate): Evaluate {
  return (scenario, inputs) => {
    const evaluation = evaluate(scenario, inputs);
    if (evaluation.estimates === undefined) return evaluation;
    throw badArgument(
      `${evaluation.estimates.name} gives figures only: give a scenario of the model here, e.g. Base.`,
    );
  };
}

/** The model with the figures that a workbook has typed beside the facts. */
function withTyped(model: Model, inputs: KcArgument): Model {
  const typed = typedFigures(model, inputs);
  return typed.size === 0 ? model : openModel(model.spec, model.seeds, typed);
}

function calculated(model: Model, scenario: Scenario, assumptions: Assumptions): Evaluation {
  return { model, scenario, assumptions, values: keptValues(model.spec, model.fast(assumptions)) };
}
