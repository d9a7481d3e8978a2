import { checks, FIGURE_TIES, FIGURE_TOLERANCE, IDENTITIES } from "../companies/kingsoftCloud";
import { validateAssumptions, type Model, type ModelSpec } from "../model";
import { failedProofs, unrecordedConflicts, type ScenarioName } from "../seeds";
import { contradictions } from "./contradictions";
import { historyTies } from "./historyTies";

/** One check and its verdict; `failures` says where it fails. */
export interface CheckResult {
  /** Scenario name, or "Facts" for checks that no scenario changes. */
  readonly scope: string;
  readonly id: string;
  readonly label: string;
  /** How many cells, records or ties were looked at. */
  readonly looked: number;
  readonly failures: readonly string[];
}

/** Largest relative difference between the two readings. */
const AGREEMENT = 1e-9;

/** Runs every check: the laws in every scenario by both readings, agreement of the readings, assumptions in range, proofs of conflicts, ties of history. */
export function checkModel(model: Model): readonly CheckResult[] {
  return [
    ...model.spec.scenarios.flatMap(({ id, name }) => scenarioChecks(model, id, name)),
    ...factChecks(model),
  ];
}

/** The checks of one scenario: the laws by both readings, their agreement, values, ranges. */
export function scenarioChecks(model: Model, scenario: ScenarioName, scope: string): readonly CheckResult[] {
  const assumptions = model.assumptions(scenario);
  const fast = model.fast(assumptions);
  const exact = model.exactly(assumptions);
  const { lines, timeline } = model.spec;
  const { periods, quarters } = timeline;
  const forecast = [...periods.keys()].filter((column) => timeline.isAfter(column, model.data.opening));
  const laws = Object.values(checks).map((line): CheckResult => {
    const failures = forecast.flatMap((column) => {
      const [byFast, byExact] = [fast.value(line.id, column), exact(line.id, column).toNumber()];
      return byFast === 0 && byExact === 0
        ? []
        : [`${periods[column]!.label}: ${byFast} by the fast reading, ${byExact} by the exact one`];
    });
    return { scope, id: line.id, label: line.label, looked: forecast.length, failures };
  });
  const problems = validateAssumptions(model.spec, model.rows, assumptions).map(({ message }) => message);
  return [
    ...laws,
    {
      scope,
      id: "values",
      label: "Every line that is forecast has a value in every quarter to come",
      looked: lines.length * quarters.length,
      failures: withoutValue(model, fast.value),
    },
    {
      scope,
      id: "readings",
      label: "Fast and exact reading agree in every cell",
      looked: lines.length * timeline.width,
      failures: disagreements(model.spec, fast.value, exact),
    },
    {
      scope,
      id: "assumptions",
      label: "Every assumption is a number within its range",
      looked: model.rows.length,
      failures: problems,
    },
  ];
}

/** Cells after the opening that a formula of the model should fill and does not. */
function withoutValue(
  { spec, data }: Model,
  value: (lineId: string, column: number) => number,
): readonly string[] {
  return spec.lines
    .filter(({ forecast }) => forecast !== undefined)
    .flatMap(({ id }) =>
      spec.timeline.quarters.flatMap(({ label }, column) =>
        column > data.opening && !Number.isFinite(value(id, column)) ? [`${id} ${label}`] : [],
      ),
    );
}

function disagreements(
  { lines, timeline }: ModelSpec,
  fast: (lineId: string, column: number) => number,
  exact: ReturnType<Model["exactly"]>,
): readonly string[] {
  return lines.flatMap(({ id }) =>
    timeline.periods.flatMap(({ label }, column) => {
      const [a, b] = [fast(id, column), exact(id, column).toNumber()];
      const agree =
        (Number.isNaN(a) && Number.isNaN(b)) || Math.abs(a - b) <= AGREEMENT * Math.max(1, Math.abs(b));
      return agree ? [] : [`${id} ${label}: ${a} by the fast reading, ${b} by the exact one`];
    }),
  );
}

/** Checks that no scenario changes: proofs, recorded conflicts, ties of history, and known figures against each other. */
export function factChecks(model: Model): readonly CheckResult[] {
  const { seeds } = model;
  const ties = historyTies(model, IDENTITIES);
  const scope = "Facts";
  return [
    {
      scope,
      id: "proofs",
      label: "Every proof of a conflict computes",
      looked: seeds.conflicts.length,
      failures: failedProofs(seeds.conflicts, seeds.facts),
    },
    {
      scope,
      id: "conflicts",
      label: "Every disagreement between sources is recorded",
      looked: seeds.facts.length,
      failures: unrecordedConflicts(seeds).map(({ group, facts }) => `${group}: ${facts.join(" against ")}`),
    },
    {
      scope,
      id: "history",
      label: "History ties to reported totals within its rounding",
      looked: ties.length,
      failures: ties
        .filter(({ ok }) => !ok)
        .map(
          ({ label, period, difference, allowed }) =>
            `${label} in ${period}: off by ${difference}, rounding allows ${allowed}`,
        ),
    },
    {
      scope,
      id: "contradictions",
      label: "Known figures after the opening agree with each other",
      looked: FIGURE_TIES.length,
      failures: contradictions(model.data, FIGURE_TIES, FIGURE_TOLERANCE).map(
        ({ tie, column, difference }) =>
          `${tie.label} in ${model.spec.timeline.periods[column]!.label}: ${Number(difference.toFixed(3))} RMB m`,
      ),
    },
  ];
}
