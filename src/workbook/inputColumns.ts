import { SCENARIOS } from "../companies/kingsoftCloud";
import { baseOf, type Scenario } from "../model";

const FIRST_SCENARIO = 6;
const AFTER_SCENARIOS = FIRST_SCENARIO + SCENARIOS.length;

/** Columns of the assumption table; the scenarios stand side by side before the tier. */
export const INPUT_COLUMNS = {
  label: 1,
  driver: 2,
  unit: 3,
  min: 4,
  max: 5,
  firstScenario: FIRST_SCENARIO,
  lastScenario: AFTER_SCENARIOS - 1,
  tier: AFTER_SCENARIOS,
  source: AFTER_SCENARIOS + 1,
  reason: AFTER_SCENARIOS + 2,
} as const;

/** Column of the scenario that the others follow. */
export function baseColumnOf(scenarios: readonly Scenario[]): number {
  return INPUT_COLUMNS.firstScenario + baseOf(scenarios).number - 1;
}
