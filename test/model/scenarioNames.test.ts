import { SCENARIOS, SHIPPED_NAMES } from "../../src/companies/kingsoftCloud";
import { findNamed, headRowOf, nameProblem, namesOf, scenarioColumns } from "../../src/model";
import type { ScenarioName } from "../../src/seeds";
import { seededModel } from "../support/seededModel";

const shipped = SCENARIOS.filter(({ isOwn }) => !isOwn).map(({ name }) => name);
const heads = (...own: readonly unknown[]): ReadonlyMap<ScenarioName, unknown> =>
  new Map(own.map((head, place) => [(["custom", "custom2", "custom3"] as const)[place]!, head]));
const own = (names: ReadonlyMap<ScenarioName, string>): readonly string[] =>
  (["custom", "custom2", "custom3"] as const).map((id) => names.get(id)!);

test.each([
  ["what is typed", ["Bull", "Bear", "Peer view"], ["Bull", "Bear", "Peer view"]],
  [
    "what is typed without spaces that nobody sees",
    ["My  bull ", " 乐观 ", "Custom 3"],
    ["My bull", "乐观", "Custom 3"],
  ],
  ["the shipped name where nothing is typed", ["", " ", null], ["Custom", "Custom 2", "Custom 3"]],
  ["the shipped name of what is no text", [2027, true, "x"], ["Custom", "Custom 2", "x"]],
  [
    "the shipped name where another is called so",
    ["base", "Bull", "bull"],
    ["Custom", "Custom 2", "Custom 3"],
  ],
  [
    "the shipped name where another is called so but for spaces",
    [" Upside ", "Bull", "bull "],
    ["Custom", "Custom 2", "Custom 3"],
  ],
  ["the shipped name where another may fall back on it", ["Custom 2", "", "x"], ["Custom", "Custom 2", "x"]],
  ["no more than 31 characters", ["x".repeat(31), "y".repeat(32), "z"], ["x".repeat(31), "Custom 2", "z"]],
  [
    "any script, quotes and what looks like a formula",
    ["=1+1", 'He said "up"', "牛市🐂"],
    ["=1+1", 'He said "up"', "牛市🐂"],
  ],
])("an own scenario is called by %s", (_, typed, expected) => {
  const names = namesOf(SCENARIOS, heads(...typed));
  expect(own(names)).toEqual(expected);
  expect([...names.values()].slice(0, shipped.length)).toEqual(shipped);
});

test.each([
  ["Bull", null],
  ["牛市🐂", null],
  ["=1+1", null],
  ["", "1 to 31 characters"],
  ["x".repeat(40), "at most 31 characters; this one has 40"],
  ["a/b", '"/"'],
  ["a~b", '"~"'],
  ["[a]", '"["'],
  ["Upside", "the name of another scenario"],
  ["renewallapses", "the name of another scenario"],
  ["custom 3", "the name of another scenario"],
  ["two\nlines", "one line"],
])("%j as a name: %s", (text, words) => {
  const problem = nameProblem(SCENARIOS, "custom", text, SHIPPED_NAMES);
  if (words === null) expect(problem).toBeNull();
  else expect(problem).toContain(words);
});

test("a name that another own scenario has is refused, its own is not", () => {
  const names = namesOf(SCENARIOS, heads("Bull", "Bear"));
  expect(nameProblem(SCENARIOS, "custom", "bear", names)).toContain("another scenario");
  expect(nameProblem(SCENARIOS, "custom2", "bear", names)).toBeNull();
});

const before = ["Assumption", "Driver", "Unit", "Lowest", "Highest"];
const after = ["Tier", "Source", "Reason"];

test.each([
  ["the sheet of this release", [...before, ...shipped, "Bull", "", "Peer", ...after], [10, 11, 12]],
  ["the sheet of a release with one own column", [...before, ...shipped, "Custom", ...after], [10]],
  ["a range that ends with the scenarios", ["driver", ...shipped, "Bull", "Bear", "Tier"], [6, 7, 8]],
  [
    "a table with a column of notes between",
    [...shipped, "Note", "Custom", "Custom 2", "Custom 3"],
    [6, 7, 8],
  ],
  ["a table of some scenarios", ["driver", "Base", "My note"], []],
])("columns of own scenarios in %s", (_, row, expected) => {
  const { at } = scenarioColumns(SCENARIOS, row);
  const found = (["custom", "custom2", "custom3"] as const).flatMap((id) => at.get(id) ?? []);
  expect(found).toEqual(expected);
});

test("the row of heads is the last that names several scenarios", () => {
  expect(headRowOf(SCENARIOS, [["Inputs"], shipped, [...shipped, "Bull"], ["Base"], []])).toBe(2);
  expect(headRowOf(SCENARIOS, [["Base"], []])).toBe(-1);
});

test("a scenario is found by the name in use, by id and by shipped name", () => {
  const names = namesOf(SCENARIOS, heads("Bull", "牛市", "🐂"));
  const found = (text: string): string | undefined => findNamed(SCENARIOS, text, names)?.id;
  expect(
    ["bull", " BULL ", "Custom", "custom", "牛市", "🐂", "custom 3", "renewal-lapses"].map(found),
  ).toEqual(["custom", "custom", "custom", "custom", "custom2", "custom3", "custom3", "renewalLapses"]);
  expect(["", "!!", "🐻", "bul"].map(found)).toEqual([undefined, undefined, undefined, undefined]);
});

test("an own scenario that nobody has touched assumes what Base assumes, and nobody expects it", () => {
  const model = seededModel();
  const [base, ...own] = (["base", "custom", "custom2", "custom3"] as const).map(
    (id) => new Map(model.assumptions(id)),
  );
  for (const each of own) {
    expect(each.get("scenarioProbability")).toBe("0");
    expect(new Map([...each, ["scenarioProbability", base!.get("scenarioProbability")!]])).toEqual(base);
  }
});

test("in a table in Chinese 乐观 is Upside, also where an own scenario is called so; in one in English it is that scenario", () => {
  const table = (nameOf: (scenario: (typeof SCENARIOS)[number]) => string, typed: string): ScenarioName => {
    const row = SCENARIOS.map((each) => (each.id === "custom" ? typed : nameOf(each)));
    const { at, names } = scenarioColumns(SCENARIOS, row);
    expect([at.get("upside"), at.get("custom")]).toEqual(
      ["upside", "custom"].map((id) => SCENARIOS.findIndex((each) => each.id === id)),
    );
    expect(findNamed(SCENARIOS, "自定义2", names)!.id).toBe("custom2");
    return findNamed(SCENARIOS, "乐观", names)!.id;
  };
  expect(table(({ otherName }) => otherName, "乐观")).toBe("upside");
  expect(table(({ otherName }) => otherName, "审慎")).toBe("upside");
  expect(table(({ name }) => name, "乐观")).toBe("custom");
});
