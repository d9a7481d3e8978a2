import type { ScenarioName } from "../seeds";

/** A column of assumptions with its name for people and its number for the selector. */
export interface Scenario {
  readonly id: ScenarioName;
  readonly name: string;
  /** 1-based place in every scenario list and column. */
  readonly number: number;
  /** One sentence on what it assumes. */
  readonly meaning: string;
}

const NAMED: readonly (readonly [ScenarioName, string, string])[] = [
  ["downside", "Downside", "Lower uplift and demand, price cuts, slower procurement."],
  ["base", "Base", "Filed caps with the Xiaomi revision in 2026Q2 and a renewal in 2028."],
  ["upside", "Upside", "Top of the uplift range, faster demand, more procurement, better rack use."],
  [
    "renewalDelayed",
    "Renewal delayed",
    "The revision waits until 2027Q1 and the renewal loses half of 2028.",
  ],
  ["renewalLapses", "Renewal lapses", "No framework after 2027: ecosystem revenue ends."],
  ["custom", "Custom", "Starts as Base; the analyst's own column."],
];

/** The six scenarios in selector order. */
export const SCENARIOS: readonly Scenario[] = NAMED.map(([id, name, meaning], index) => ({
  id,
  name,
  number: index + 1,
  meaning,
}));

/** Finds a scenario by id or name, whatever the case and spacing; undefined when there is none. */
export function findScenario(text: string): Scenario | undefined {
  const plain = (value: string): string => value.toLowerCase().replace(/[^a-z]/g, "");
  return SCENARIOS.find(({ id, name }) => plain(id) === plain(text) || plain(name) === plain(text));
}
