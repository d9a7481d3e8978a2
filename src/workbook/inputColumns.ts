import { baseOf, type Scenarios } from "../model";

/** Columns with which the assumption table begins; the scenarios stand side by side from the last of them. */
export const INPUT_COLUMNS = { label: 1, driver: 2, unit: 3, min: 4, max: 5, firstScenario: 6 } as const;

/** Columns of the assumption table that the number of scenarios moves. */
export interface InputColumns {
  /** Column of the scenario that the others follow. */
  readonly base: number;
  readonly lastScenario: number;
  readonly tier: number;
  readonly source: number;
  readonly reason: number;
}

/** Where the columns of the scenarios in the assumption table end, and what follows them. */
export function inputColumnsOf(scenarios: Scenarios): InputColumns {
  const tier = INPUT_COLUMNS.firstScenario + scenarios.length;
  return {
    base: INPUT_COLUMNS.firstScenario + baseOf(scenarios).number - 1,
    lastScenario: tier - 1,
    tier,
    source: tier + 1,
    reason: tier + 2,
  };
}
