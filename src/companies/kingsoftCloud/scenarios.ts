import { shippedNames, type Scenario, type ScenarioNames } from "../../model";
import type { ScenarioName } from "../../seeds";
import readBack from "../../words/zh-CN/readBack.json";

type Shipped = readonly [id: ScenarioName, name: keyof typeof readBack, meaning: string];

const SHIPPED: readonly Shipped[] = [
  ["downside", "Downside", "Lower uplift and demand, price cuts, slower procurement."],
  ["base", "Base", "Filed caps with the Xiaomi revision in 2026Q2 and a renewal in 2028."],
  ["upside", "Upside", "Top of the uplift range, faster demand, more procurement, better rack use."],
  [
    "renewalDelayed",
    "Renewal delayed",
    "The revision waits until 2027Q1 and the renewal loses half of 2028.",
  ],
  ["renewalLapses", "Renewal lapses", "No framework after 2027: ecosystem revenue ends."],
];

const OWN: readonly Shipped[] = [
  ["custom", "Custom", "Starts as Base; the first of the analyst's own columns."],
  ["custom2", "Custom 2", "Starts as Base; the second of the analyst's own columns."],
  ["custom3", "Custom 3", "Starts as Base; the third of the analyst's own columns."],
];

/** All scenarios in selector order: the shipped ones, then the analyst's own. */
export const SCENARIOS: readonly Scenario[] = [...SHIPPED, ...OWN].map(([id, name, meaning], index) => ({
  id,
  name,
  otherName: readBack[name],
  number: index + 1,
  meaning,
  isOwn: index >= SHIPPED.length,
}));

/** The scenarios that are shipped with values of their own. */
export const SHIPPED_SCENARIOS: readonly Scenario[] = SCENARIOS.filter(({ isOwn }) => !isOwn);

/** The analyst's own scenarios. */
export const OWN_SCENARIOS: readonly Scenario[] = SCENARIOS.filter(({ isOwn }) => isOwn);

/** The names that are shipped. */
export const SHIPPED_NAMES: ScenarioNames = shippedNames(SCENARIOS);
