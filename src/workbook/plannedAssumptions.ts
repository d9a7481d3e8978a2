import { baseOf, scenarioAssumptions, withQuarters, type Assumptions, type Model } from "../model";
import type { BuildOptions } from "./buildPlan";
import type { InputValues } from "./inputsSheetPlan";

/** Assumptions of a scenario after overrides, with the quarters that count in it. */
export function plannedAssumptions(model: Model, options: BuildOptions, scenarioNumber: number): Assumptions {
  const base = baseOf(model.spec.scenarios).number;
  return withQuarters(
    model.spec,
    yearsOf(model, options, scenarioNumber),
    typedQuarters(model, options, scenarioNumber),
    {
      assumptions: yearsOf(model, options, base),
      own: typedQuarters(model, options, base),
    },
  );
}

/** What is typed for quarters in a scenario, overrides among it. */
function typedQuarters(
  model: Model,
  { scenario, overrides }: BuildOptions,
  scenarioNumber: number,
): ReadonlyMap<string, string> {
  const { id } = model.spec.scenarios[scenarioNumber - 1]!;
  const given = id === scenario ? [...overrides].filter(([key]) => key.includes("@")) : [];
  return new Map([...(model.quarters[id] ?? []), ...given]);
}

/** The same without quarters: an override of Base reaches every scenario that follows it. */
function yearsOf(model: Model, options: BuildOptions, scenarioNumber: number): Assumptions {
  const scenario = model.spec.scenarios[scenarioNumber - 1]!.id;
  const seeded = scenarioAssumptions(model.rows, scenario);
  if (options.overrides.size === 0) return seeded;
  return new Map(
    model.rows.map(({ driver, own }) => {
      const override = options.overrides.get(driver.id);
      const applies =
        override !== undefined &&
        (scenario === options.scenario || (options.scenario === "base" && own[scenario] === null));
      return [driver.id, applies ? override : seeded.get(driver.id)!];
    }),
  );
}

/** What the assumption table shows. */
export function plannedInputs(model: Model, options: BuildOptions): InputValues {
  const rows = new Map(model.rows.map((row) => [row.driver.id, row]));
  const quarters = model.spec.scenarios.map(({ number }) => typedQuarters(model, options, number));
  return {
    own: (driverId, scenarioNumber) => {
      if (driverId.includes("@")) {
        const typed = quarters[scenarioNumber - 1]!.get(driverId);
        return typed === undefined ? null : Number(typed);
      }
      const scenario = model.spec.scenarios[scenarioNumber - 1]!.id;
      const row = rows.get(driverId)!;
      const override = scenario === options.scenario ? options.overrides.get(driverId) : undefined;
      const value = override ?? (scenario === "base" ? row.base : row.own[scenario]);
      return value === null ? null : Number(value);
    },
  };
}

/** Everything that the assumption table shows, value by value. */
export function plannedTable(model: Model, options: BuildOptions): readonly unknown[] {
  const overrides = [options.scenario, ...[...options.overrides].flat()];
  const quarters = model.spec.scenarios.flatMap(({ id }) => [id, ...[...(model.quarters[id] ?? [])].flat()]);
  return [...model.rows.flatMap(({ base, own }) => [base, ...Object.values(own)]), ...quarters, ...overrides];
}
