import type { Model, QuarterDriver, Scenario, TypedQuarters } from "../model";
import type { ScenarioName } from "../seeds";
import type { StandingCell } from "./readTyped";

/** A cell for a quarter that holds something other than a number. */
export interface QuarterFault {
  readonly driver: QuarterDriver;
  readonly scenario: Scenario;
  readonly holds: string;
}

/** What is typed for quarters: values in the model's unit, and cells that hold no number. */
export interface ReadQuarters {
  readonly quarters: TypedQuarters;
  readonly faults: readonly QuarterFault[];
}

/** Reads the cells of the Quarterly inputs sheet; `at` finds a quarter's cell in a scenario, or null where its row or column is gone. */
export function readQuarters(
  { spec, quarterRows }: Pick<Model, "spec" | "quarterRows">,
  at: (driver: QuarterDriver, scenario: Scenario) => StandingCell | null,
): ReadQuarters {
  const quarters: Partial<Record<ScenarioName, Map<string, string>>> = {};
  const faults: QuarterFault[] = [];
  for (const scenario of spec.scenarios)
    for (const { driver } of quarterRows) {
      const value = at(driver, scenario)?.value ?? "";
      if (value === "") continue;
      if (typeof value === "number" && Number.isFinite(value))
        (quarters[scenario.id] ??= new Map()).set(driver.id, String(value));
      else faults.push({ driver, scenario, holds: String(value) });
    }
  return { quarters, faults };
}
