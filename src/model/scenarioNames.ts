import type { ScenarioName } from "../seeds";
import readBack from "../words/zh-CN/readBack.json";
import type { Scenario } from "./scenario";

/** Most characters of a name; sheets of spreadsheets have no more either. */
export const LONGEST_NAME = 31;

/** What stands in the head of each scenario's column: the name that is shipped, or what the analyst typed. */
export type ScenarioHeads = ReadonlyMap<ScenarioName, unknown>;

/** The name of every scenario as lists, heads and charts show it. */
export type ScenarioNames = ReadonlyMap<ScenarioName, string>;

/** A name as it is meant: without outer spaces, those inside single; "" of what is no text. */
export function trimmedName(head: unknown): string {
  return typeof head === "string" ? head.replace(/ +/g, " ").replace(/^ | $/g, "") : "";
}

/** A name as it is compared: as it is meant, whatever its case. */
export const foldedName = (text: unknown): string => trimmedName(text).toLowerCase();

/** A model's scenarios in selector order: the shipped ones, then the analyst's own. */
export type Scenarios = readonly Scenario[];

const shipped = (scenarios: Scenarios): Scenarios => scenarios.filter(({ isOwn }) => !isOwn);
const owned = (scenarios: Scenarios): Scenarios => scenarios.filter(({ isOwn }) => isOwn);

/** The scenario that the others follow where they have no value of their own. */
export function baseOf(scenarios: Scenarios): Scenario {
  return scenarios.find(({ id }) => id === "base")!;
}

/** The names that are shipped. */
export function shippedNames(scenarios: Scenarios): ScenarioNames {
  return new Map(scenarios.map(({ id, name }) => [id, name]));
}

/**
 * The names in use, from the heads of the columns: an own scenario takes what was typed, without outer spaces and with those inside
 * single, or its shipped name where that is empty, no text, longer than 31 characters or the name of another one. The formula on
 * Inputs says the same.
 */
export function namesOf(scenarios: Scenarios, heads: ScenarioHeads): ScenarioNames {
  const texts = scenarios.map(({ id, name, isOwn }) => {
    const head = isOwn && heads.has(id) ? heads.get(id) : name;
    return typeof head === "string" && head.length <= LONGEST_NAME ? trimmedName(head) : "";
  });
  const isTaken = (place: number): boolean => {
    const text = texts[place]!.toLowerCase();
    return scenarios.some(
      ({ name }, other) =>
        other !== place && (texts[other]!.toLowerCase() === text || name.toLowerCase() === text),
    );
  };
  return new Map(
    scenarios.map(({ id, name }, place) => {
      const text = texts[place]!;
      const isUsable = text !== "" && !isTaken(place);
      return [id, isUsable ? text : name];
    }),
  );
}

/** The heads that give the analyst's own scenarios these names. */
export function ownHeads(scenarios: Scenarios, names: ScenarioNames): ScenarioHeads {
  return new Map(owned(scenarios).map(({ id }) => [id, names.get(id)!]));
}

/** Heads of an assumption table's columns, read from the row that holds them. */
export interface ScenarioColumns {
  /** Place in the row, from 0, of each scenario that has a column. */
  readonly at: ReadonlyMap<ScenarioName, number>;
  /** What stands in the heads of the analyst's own. */
  readonly heads: ScenarioHeads;
  readonly names: ScenarioNames;
}

/** What stands in the heads of a table in a language: names of scenarios, and what tells where their columns end. */
interface TableHeads {
  nameOf(scenario: Scenario): string;
  readonly tier: string;
  readonly source: string;
}

const HEADS: readonly [english: TableHeads, other: TableHeads] = [
  { nameOf: ({ name }) => foldedName(name), tier: "tier", source: "source" },
  { nameOf: ({ otherName }) => otherName, tier: readBack.Tier, source: readBack.Source },
];

/** How many of the shipped scenarios a row of heads names. */
function shippedAmong(scenarios: Scenarios, texts: readonly string[], { nameOf }: TableHeads): number {
  return shipped(scenarios).filter((scenario) => texts.includes(nameOf(scenario))).length;
}

/** Fewest shipped names by which a row is one of heads. */
const FEWEST_NAMES = 3;

/** The row of heads among the rows of a table, from 0: the last that names three of the shipped scenarios or more, since the rows above it may repeat names; -1 where there is none. */
export function headRowOf(scenarios: Scenarios, rows: readonly (readonly unknown[])[]): number {
  const isHead = (row: readonly unknown[]): boolean =>
    HEADS.some((heads) => shippedAmong(scenarios, row.map(foldedName), heads) >= FEWEST_NAMES);
  return rows.map(isHead).lastIndexOf(true);
}

/**
 * Finds the columns of the scenarios in a row of heads: the shipped ones by their names, the analyst's own by their places
 * between the last shipped one and the tier, or the end of the row; where more columns stand there, by their shipped names first.
 */
export function scenarioColumns(scenarios: Scenarios, row: readonly unknown[]): ScenarioColumns {
  const [ours, own] = [shipped(scenarios), owned(scenarios)];
  const texts = row.map(foldedName);
  const [english, other] = HEADS;
  const heads =
    shippedAmong(scenarios, texts, other) > shippedAmong(scenarios, texts, english) ? other : english;
  const at = new Map<ScenarioName, number>();
  let last = -1;
  for (const scenario of ours) {
    const place = texts.indexOf(heads.nameOf(scenario));
    if (place < 0) continue;
    at.set(scenario.id, place);
    last = place;
  }
  const tier = texts.findIndex((text, place) => text === heads.tier && texts[place + 1] === heads.source);
  const free = Array.from(
    { length: (tier < 0 ? texts.length : tier) - last - 1 },
    (_, place) => last + 1 + place,
  );
  const byPlace = at.size === ours.length && free.length <= own.length;
  if (!byPlace)
    for (const scenario of own) {
      const place = texts.indexOf(heads.nameOf(scenario));
      if (place < 0) continue;
      at.set(scenario.id, place);
      if (free.includes(place)) free.splice(free.indexOf(place), 1);
    }
  const left = at.size < ours.length ? [] : free;
  for (const { id } of own) {
    if (at.has(id) || left.length === 0) continue;
    at.set(id, left.shift()!);
  }
  const inWords = (owner: Scenario, head: unknown): unknown => {
    // What another scenario is called in the table's language is its name, so no other one's.
    const taken =
      heads === other && scenarios.find((each) => each !== owner && each.otherName === foldedName(head));
    return taken ? taken.name : head;
  };
  const typed = new Map(
    own.flatMap((each) =>
      at.has(each.id) ? [[each.id, inWords(each, row[at.get(each.id)!])] as const] : [],
    ),
  );
  return { at, heads: typed, names: namesOf(scenarios, typed) };
}

/** Finds a scenario by the name in use, whatever its case; else by id or shipped name in any language, whatever the case and spacing; undefined when there is none. */
export function findNamed(
  scenarios: Scenarios,
  text: string,
  names: ScenarioNames = shippedNames(scenarios),
): Scenario | undefined {
  const lower = text.toLowerCase();
  const exact =
    scenarios.find(({ id }) => names.get(id)!.toLowerCase() === lower) ??
    scenarios.find(({ id }) => foldedName(names.get(id)!) === foldedName(text));
  if (exact !== undefined) return exact;
  const plain = (value: string): string =>
    value
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]|情景$/gu, "");
  const wanted = plain(text);
  if (wanted === "") return undefined;
  return (
    scenarios.find(({ id }) => plain(names.get(id)!) === wanted) ??
    scenarios.find(({ id, name, otherName }) => [id, name, otherName].some((each) => plain(each) === wanted))
  );
}

/** Finds a scenario by id or shipped name in any language, whatever the case and spacing; undefined when there is none. */
export function findScenario(scenarios: Scenarios, text: string): Scenario | undefined {
  return findNamed(scenarios, text);
}
