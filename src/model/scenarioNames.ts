import type { ScenarioName } from "../seeds";
import readBack from "../words/zh-CN/readBack.json";
import { OWN_SCENARIOS, SCENARIOS, SHIPPED_SCENARIOS, type Scenario } from "./scenario";

/** Most characters of a name; sheets of spreadsheets have no more either. */
export const LONGEST_NAME = 31;

/** Characters that no name may hold. */
export const BARRED_CHARACTERS = ["[", "]", ":", "*", "?", "/", "\\", "~"] as const;

/** What stands in the head of each scenario's column: the name that is shipped, or what the analyst typed. */
export type ScenarioHeads = ReadonlyMap<ScenarioName, unknown>;

/** The name of every scenario as lists, heads and charts show it. */
export type ScenarioNames = ReadonlyMap<ScenarioName, string>;

/** A name as it is meant: without outer spaces, those inside single; "" of what is no text. */
export function trimmedName(head: unknown): string {
  return typeof head === "string" ? head.replace(/ +/g, " ").replace(/^ | $/g, "") : "";
}

const folded = (text: unknown): string => trimmedName(text).toLowerCase();

/** The names that are shipped. */
export const SHIPPED_NAMES: ScenarioNames = new Map(SCENARIOS.map(({ id, name }) => [id, name]));

/**
 * The names in use, from the heads of the columns: an own scenario takes what was typed, or its shipped name where that
 * is empty, no text, longer than 31 characters or the name of another one. The formula on Inputs says the same.
 */
export function namesOf(heads: ScenarioHeads): ScenarioNames {
  const texts = SCENARIOS.map(({ id, name, isOwn }) => {
    const head = isOwn && heads.has(id) ? heads.get(id) : name;
    return typeof head === "string" ? head : "";
  });
  const isTaken = (place: number): boolean => {
    const text = texts[place]!.toLowerCase();
    return SCENARIOS.some(
      ({ name }, other) =>
        other !== place && (texts[other]!.toLowerCase() === text || name.toLowerCase() === text),
    );
  };
  return new Map(
    SCENARIOS.map(({ id, name }, place) => {
      const text = texts[place]!;
      const isUsable = text.trim() !== "" && text.length <= LONGEST_NAME && !isTaken(place);
      return [id, isUsable ? text : name];
    }),
  );
}

/** The heads that give the analyst's own scenarios these names. */
export function ownHeads(names: ScenarioNames): ScenarioHeads {
  return new Map(OWN_SCENARIOS.map(({ id }) => [id, names.get(id)!]));
}

/** Why an own scenario can't be given a name, in words; null where it can. */
export function nameProblem(id: ScenarioName, text: string, names: ScenarioNames): string | null {
  const name = trimmedName(text);
  if (name === "") return "Type a name of 1 to 31 characters.";
  if (text.length > LONGEST_NAME)
    return `A name has at most ${LONGEST_NAME} characters; this one has ${text.length}.`;
  const barred = BARRED_CHARACTERS.find((each) => name.includes(each));
  if (barred !== undefined)
    return `A name holds no "${barred}", nor any other of ${BARRED_CHARACTERS.join(" ")}.`;
  if (/\p{Cc}/u.test(name)) return "A name stands on one line.";
  const taken = SCENARIOS.find(
    (other) =>
      other.id !== id &&
      [other.id, other.name, other.otherName, names.get(other.id)!].some(
        (each) => folded(each) === folded(name),
      ),
  );
  return taken === undefined ? null : `"${name}" is the name of another scenario; choose one that is not.`;
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
  { nameOf: ({ name }) => folded(name), tier: "tier", source: "source" },
  { nameOf: ({ otherName }) => otherName, tier: readBack.Tier, source: readBack.Source },
];

/** How many of the shipped scenarios a row of heads names. */
function shippedAmong(texts: readonly string[], { nameOf }: TableHeads): number {
  return SHIPPED_SCENARIOS.filter((scenario) => texts.includes(nameOf(scenario))).length;
}

/** Fewest shipped names by which a row is one of heads. */
const FEWEST_NAMES = 3;

/** The row of heads among the rows of a table, from 0: the last that names three of the shipped scenarios or more, since the rows above it may repeat names; -1 where there is none. */
export function headRowOf(rows: readonly (readonly unknown[])[]): number {
  const isHead = (row: readonly unknown[]): boolean =>
    HEADS.some((heads) => shippedAmong(row.map(folded), heads) >= FEWEST_NAMES);
  return rows.map(isHead).lastIndexOf(true);
}

/**
 * Finds the columns of the scenarios in a row of heads: the shipped ones by their names, the analyst's own by their places
 * between the last shipped one and the tier, or the end of the row; where more columns stand there, by their shipped names first.
 */
export function scenarioColumns(row: readonly unknown[]): ScenarioColumns {
  const texts = row.map(folded);
  const [english, other] = HEADS;
  const heads = shippedAmong(texts, other) > shippedAmong(texts, english) ? other : english;
  const at = new Map<ScenarioName, number>();
  let last = -1;
  for (const scenario of SHIPPED_SCENARIOS) {
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
  const byPlace = at.size === SHIPPED_SCENARIOS.length && free.length <= OWN_SCENARIOS.length;
  if (!byPlace)
    for (const scenario of OWN_SCENARIOS) {
      const place = texts.indexOf(heads.nameOf(scenario));
      if (place < 0) continue;
      at.set(scenario.id, place);
      if (free.includes(place)) free.splice(free.indexOf(place), 1);
    }
  const left = at.size < SHIPPED_SCENARIOS.length ? [] : free;
  for (const { id } of OWN_SCENARIOS) {
    if (at.has(id) || left.length === 0) continue;
    at.set(id, left.shift()!);
  }
  const typed = new Map(
    OWN_SCENARIOS.flatMap(({ id }) => (at.has(id) ? [[id, row[at.get(id)!]] as const] : [])),
  );
  return { at, heads: typed, names: namesOf(typed) };
}

/** Finds a scenario by the name in use, whatever its case; else by id or shipped name in any language, whatever the case and spacing; undefined when there is none. */
export function findNamed(text: string, names: ScenarioNames = SHIPPED_NAMES): Scenario | undefined {
  const lower = text.toLowerCase();
  const exact =
    SCENARIOS.find(({ id }) => names.get(id)!.toLowerCase() === lower) ??
    SCENARIOS.find(({ id }) => folded(names.get(id)!) === folded(text));
  if (exact !== undefined) return exact;
  const plain = (value: string): string =>
    value
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]|情景$/gu, "");
  const wanted = plain(text);
  if (wanted === "") return undefined;
  return (
    SCENARIOS.find(({ id }) => plain(names.get(id)!) === wanted) ??
    SCENARIOS.find(({ id, name, otherName }) => [id, name, otherName].some((each) => plain(each) === wanted))
  );
}

/** Finds a scenario by id or shipped name in any language, whatever the case and spacing; undefined when there is none. */
export function findScenario(text: string): Scenario | undefined {
  return findNamed(text);
}
