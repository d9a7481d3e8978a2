import { kingsoftCloud } from "../../companies/kingsoftCloud";
import { withQuarters, type Assumptions, type Model } from "../../model";
import { scenarioNames, type ScenarioName } from "../../seeds";

/** What one cell of the assumption table holds: a typed value in model units, the Base column's value, or a formula of the analyst's with its value. Of a quarter, "follows" is an empty cell. */
export type InputEntry =
  | { readonly kind: "own"; readonly value: string }
  | { readonly kind: "follows" }
  | { readonly kind: "calculated"; readonly value: string };

/** The assumption table: one entry for each scenario and driver. */
export type InputTable = Readonly<Record<ScenarioName, ReadonlyMap<string, InputEntry>>>;

/** One cell of the assumption table and what it is given. */
export interface InputEdit {
  readonly scenario: ScenarioName;
  readonly driver: string;
  readonly entry: InputEntry;
}

/** The table as the seeds give it. */
export function seededTable(model: Model): InputTable {
  const column = (scenario: ScenarioName): ReadonlyMap<string, InputEntry> =>
    new Map(
      model.rows.map(({ driver, base, own }) => {
        const value = scenario === "base" ? base : own[scenario];
        return [driver.id, value === null ? { kind: "follows" } : { kind: "own", value }];
      }),
    );
  return Object.fromEntries(scenarioNames.map((name) => [name, column(name)])) as unknown as InputTable;
}

/** Entry of a driver in a scenario. */
export function entryOf(table: InputTable, scenario: ScenarioName, driver: string): InputEntry {
  return table[scenario].get(driver) ?? { kind: "follows" };
}

/** Value of a driver in a scenario, as decimal digits in the model's unit. */
export function valueOf(table: InputTable, scenario: ScenarioName, driver: string): string {
  const entry = entryOf(table, scenario, driver);
  if (entry.kind !== "follows") return entry.value;
  return scenario === "base" ? "" : valueOf(table, "base", driver);
}

/** All values of a scenario, with the quarters that count in it. */
export function assumptionsOf(table: InputTable, scenario: ScenarioName): Assumptions {
  const years = (name: ScenarioName): Assumptions =>
    new Map(
      [...table[name].keys()]
        .filter((driver) => !isQuarter(driver))
        .map((driver) => [driver, valueOf(table, name, driver)]),
    );
  const [own, base] = [quartersOf(table, scenario), quartersOf(table, "base")];
  if (own.size === 0 && base.size === 0) return years(scenario);
  return withQuarters(kingsoftCloud, years(scenario), own, { assumptions: years("base"), own: base });
}

/** Whether an input is one of a quarter, e.g. capexEnvelope@2026Q3. */
export function isQuarter(driver: string): boolean {
  return driver.includes("@");
}

/** What a scenario itself has for quarters. */
export function quartersOf(table: InputTable, scenario: ScenarioName): ReadonlyMap<string, string> {
  return new Map(
    [...table[scenario]].flatMap(([driver, entry]) =>
      isQuarter(driver) && entry.kind !== "follows" ? [[driver, entry.value] as const] : [],
    ),
  );
}

/** Whether two entries hold the same; values are compared as numbers. */
export function sameEntry(a: InputEntry, b: InputEntry): boolean {
  if (a.kind === "follows" || b.kind === "follows") return a.kind === b.kind;
  return a.kind === b.kind && Number(a.value) === Number(b.value);
}

/** The table with some cells replaced. */
export function withEdits(table: InputTable, edits: readonly InputEdit[]): InputTable {
  const columns = new Map<ScenarioName, Map<string, InputEntry>>();
  for (const { scenario, driver, entry } of edits) {
    const column = columns.get(scenario) ?? new Map(table[scenario]);
    column.set(driver, entry);
    columns.set(scenario, column);
  }
  return { ...table, ...Object.fromEntries(columns) };
}

/** Cells whose entry is not the seeded one, with the seeded one; formulas of the analyst's are left out. */
export function changedFromSeeds(
  table: InputTable,
  seeded: InputTable,
  scenario: ScenarioName,
): readonly InputEdit[] {
  return [...new Set([...seeded[scenario].keys(), ...table[scenario].keys()])].flatMap((driver) => {
    const [entry, now] = [entryOf(seeded, scenario, driver), entryOf(table, scenario, driver)];
    return now.kind === "calculated" || sameEntry(entry, now) ? [] : [{ scenario, driver, entry }];
  });
}
