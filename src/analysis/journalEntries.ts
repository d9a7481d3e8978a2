import {
  columnOfKey,
  driverFamily,
  familyLabel,
  inputRow,
  type DriverRow,
  type Model,
  type ModelSpec,
  type ScenarioNames,
  type TypedFigures,
  type TypedQuarters,
  type Unit,
} from "../model";
import type { ScenarioName } from "../seeds";

/** The inputs of a workbook, as a journal goes by them. */
export interface JournalInputs {
  /** Own value of an assumption in a scenario, as digits in the model's unit, that of a formula where a person gave it one; null where it follows Base. */
  own(driver: string, scenario: ScenarioName): string | null;
  readonly quarters: TypedQuarters;
  readonly typed: TypedFigures;
  readonly names: ScenarioNames;
}

/** Own values of assumptions as the rows of a model have them. */
export function ownValuesOf(rows: readonly DriverRow[]): JournalInputs["own"] {
  const byId = new Map(rows.map((row) => [row.driver.id, row]));
  return (driver, scenario) => {
    const { base, own } = byId.get(driver)!;
    return scenario === "base" ? base : own[scenario];
  };
}

/** One input as a journal tells of it. */
export interface JournalEntry {
  /** Tells inputs apart, e.g. "capexEnvelope2026 base", "capexEnvelope@ base", "figures 2026Q2", "name custom". */
  readonly key: string;
  readonly what: string;
  /** Name of the scenario; "" of what is no scenario's. */
  readonly scenario: string;
  /** What it holds, in words and exact digits. */
  readonly holds: string;
}

/** Key of an assumption in a scenario; the quarters of one share theirs. */
export function inputKey(driver: string, scenario: ScenarioName): string {
  return driver.includes("@") ? `${driverFamily(driver)}@ ${scenario}` : `${driver} ${scenario}`;
}

/** Key of the figures typed for a period, e.g. "figures 2026Q2". */
export function figuresKey(period: string): string {
  return `figures ${period}`;
}

/** Key of the name of an own scenario. */
export function nameKey(own: ScenarioName): string {
  return `name ${own}`;
}

/** What an input holds of which nothing is typed. */
export const NOTHING_TYPED = "nothing typed";

/** Every input with what it holds: assumptions by scenario, quarters and figures where some are typed, names of own scenarios. */
export function journalEntries(
  model: Pick<Model, "spec" | "rows" | "quarterRows">,
  inputs: JournalInputs,
): ReadonlyMap<string, JournalEntry> {
  const { scenarios } = model.spec;
  const entries = [
    ...scenarios.flatMap(({ id }) => [
      ...model.rows.map(({ driver }): JournalEntry => {
        const own = inputs.own(driver.id, id);
        return {
          key: inputKey(driver.id, id),
          what: driver.label,
          scenario: inputs.names.get(id)!,
          holds: own === null ? "as Base" : exactInput(own, driver.unit),
        };
      }),
      ...quarterEntries(model, inputs, id),
    ]),
    ...figureEntries(model.spec, inputs.typed),
    ...scenarios
      .filter(({ isOwn }) => isOwn)
      .map(({ id, name }): JournalEntry => ({
        key: nameKey(id),
        what: `Name of the scenario on the sheet ${name}`,
        scenario: inputs.names.get(id)!,
        holds: inputs.names.get(id)!,
      })),
  ];
  return new Map(entries.map((entry) => [entry.key, entry]));
}

/** The values typed for single quarters, one entry an assumption. */
function quarterEntries(
  model: Pick<Model, "rows" | "quarterRows">,
  inputs: JournalInputs,
  scenario: ScenarioName,
): JournalEntry[] {
  const families = new Map<string, string[]>();
  for (const [id, value] of [...(inputs.quarters[scenario] ?? [])].sort(byText)) {
    const family = driverFamily(id);
    const unit = inputRow(model, id)?.driver.unit ?? "number";
    const held = `${id.slice(id.indexOf("@") + 1)} ${exactInput(value, unit)}`;
    families.set(family, [...(families.get(family) ?? []), held]);
  }
  return [...families].map(([family, values]) => {
    const row = model.rows.find(({ driver }) => driverFamily(driver.id) === family)!;
    return {
      key: inputKey(`${family}@`, scenario),
      what: `${familyLabel(row.driver.label)}, single quarters`,
      scenario: inputs.names.get(scenario)!,
      holds: values.join("; "),
    };
  });
}

/** Figures of a period that an entry names one by one; of more it tells the number and their sum. */
const NAMED_FIGURES = 2;

/** Figures typed on Actuals, one entry a period. */
function figureEntries({ lineById, timeline }: ModelSpec, typed: TypedFigures): JournalEntry[] {
  const columns = [...new Set([...typed.keys()].map(columnOfKey))].sort((a, b) => a - b);
  return columns.map((column): JournalEntry => {
    const figures = [...typed].filter(([key]) => columnOfKey(key) === column);
    const { label } = timeline.periods[column]!;
    const named = figures.map(([key, value]) => {
      const line = lineById.get(key.slice(0, key.lastIndexOf(":")))!;
      return `${line.label} ${value === "" ? "taken away" : exactInput(value, line.unit)}`;
    });
    const sum = figures.reduce((total, [, value]) => total + Number(value), 0);
    const holds =
      figures.length <= NAMED_FIGURES
        ? named.sort().join("; ")
        : `${figures.length} figures, sum ${exactNumber(sum)}`;
    return { key: figuresKey(label), what: `Reported figures of ${label}`, scenario: "", holds };
  });
}

const SUFFIXES: Partial<Record<Unit, string>> = {
  "%": "%",
  x: "x",
  points: " pp",
  days: " days",
  quarters: " quarters",
  "RMB m": " RMB m",
  "m ADS": " m ADS",
  "RMB per ADS": " RMB per ADS",
  "USD per ADS": " USD per ADS",
  "HKD per share": " HKD per share",
};

/** A value of an input with its unit and all of its digits: "12.5%", "10,000 RMB m", "2026Q3". */
export function exactInput(value: string, unit: Unit): string {
  const number = Number(value);
  if (value === "" || !Number.isFinite(number)) return value;
  if (unit === "quarter") return `${Math.floor(number / 10)}Q${number % 10}`;
  return `${exactNumber(unit === "%" ? number * 100 : number)}${SUFFIXES[unit] ?? ""}`;
}

/** All digits that doubles hold for certain. */
const SURE_DIGITS = 12;

const DIGITS = new Intl.NumberFormat("en-US", { maximumFractionDigits: SURE_DIGITS });

function exactNumber(value: number): string {
  return DIGITS.format(Number(value.toPrecision(SURE_DIGITS)));
}

function byText([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
