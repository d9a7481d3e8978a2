import { mutantNames, mutatedText } from "./mutant";
import { mutantsOf } from "./mutations";
import { readSurvivors, tableFaults, updatedTable } from "./survivors";
import { testRun } from "./testRun";

const FILE = "src/companies/kingsoftCloud/lines/example.ts";
const changesOf = (text: string): readonly string[] =>
  mutantsOf(new Map([[FILE, text]])).map(({ original, replacement }) => `${original} → ${replacement}`);

test.each<[string, readonly string[]]>([
  ["plus(a, b)", ["plus(a, b) → minus(a, b)", "plus(a, b) → plus(b)", "plus(a, b) → plus(a)"]],
  ["over(a, b)", ["over(a, b) → times(a, b)", "over(a, b) → over(b, a)"]],
  ["prior(x, 4)", ["prior(x, 4) → prior(x, 3)", "4 → 5"]],
  ['compare(a, ">=", b)', ['">=" → ">"', '">=" → "<"']],
  ["when(c, a, b)", ["when(c, a, b) → when(c, b, a)"]],
  ["x < y", ["< → <=", "< → >="]],
  ["a.filter(f)", ["a.filter(f) → a"]],
  ["[a, b]", ["[a, b] → [b]", "[a, b] → [a]"]],
  ["`${a} - ${b}`", ["`${a} - ${b}` → `${b} - ${a}`", "`${a} - ${b}` → `${a} + ${b}`"]],
])("changes of %s", (text, changes) => {
  expect(changesOf(`const value = ${text};`)).toEqual(changes);
});

test("a driver or a line is taken for the next of its kind, an id for the next id, a flow for a balance", () => {
  const text =
    'const d = { a: driver("a", "A"), list: yearlyDriver("l", "L"), b: driver("b", "B") };\nconst value = times(d.b);\nconst line = lineItem("x", { label: "X", annual: "sum" });';
  expect(changesOf(text)).toEqual(['"a" → "b"', '"b" → "a"', "d.b → d.a", '"sum" → "last"']);
});

test("texts for people, types and messages are left alone", () => {
  expect(
    changesOf(
      'type A = 1 | 2;\nconst line = { label: "a" + 1, meaning: `${1}` };\nnew TypeError(`${1 + 2}`);',
    ).filter((change) => !change.startsWith("new TypeError")),
  ).toEqual([]);
});

test("the change is made where it was found, and equal changes have names of their own", () => {
  const text = "const a = 1;\nconst b = 1;\n";
  const mutants = mutantsOf(new Map([[FILE, text]]));
  expect(mutants.map((mutant) => mutatedText(text, mutant))).toEqual([
    "const a = 2;\nconst b = 1;\n",
    "const a = 1;\nconst b = 2;\n",
  ]);
  expect(mutantNames(mutants)).toEqual([`${FILE}: 1 → 2`, `${FILE}: 1 → 2 (2)`]);
  expect(mutants.map(({ line }) => line)).toEqual([1, 2]);
});

test("tests are run in their order until one fails; tables give a test a row", async () => {
  const run = testRun();
  const seen: unknown[] = [];
  const { test: register } = run as { test: jest.It };
  register("passes", () => void seen.push(0));
  register.each([
    [1, 2],
    [3, 4],
  ])("rows %d", (a, b) => void seen.push(a + b));
  register("left out", () => {
    throw new Error("never run");
  });
  register("fails", () => {
    throw new Error("first line\nsecond line");
  });
  register("comes after", () => void seen.push("after"));
  expect(await run.firstFailure(new Set(["left out"]))).toBe("fails: first line");
  expect(seen).toEqual([0, 3, 7]);
});

test("a survivor without explanation, a row that is not needed and a row of no mutant are faults; an update keeps what is explained", () => {
  const all = mutantsOf(new Map([[FILE, "const a = 1;\nconst b = 0;\nconst c = 5;\n"]]));
  const table = readSurvivors(
    `file,line,change,explanation\n${FILE},9,1 → 2,"because, yes"\n${FILE},2,0 → 1,\n${FILE},7,5 → 6,old\n${FILE},8,8 → 9,gone\n`,
  );
  const faults = tableFaults(table, all, new Set([0, 1, 2]), new Set([0, 1]));
  expect(faults).toEqual([
    expect.stringContaining("0 → 1 (another number): it survives and no row explains why"),
    expect.stringContaining("5 → 6: the row is no longer needed"),
    expect.stringContaining("8 → 9: the row explains a change that is not made any more"),
  ]);
  expect(updatedTable(table, all, new Set([0, 1]), new Set([0, 1]))).toBe(
    `file,line,change,explanation\n${FILE},1,1 → 2,"because, yes"\n${FILE},2,0 → 1,\n${FILE},3,5 → 6,old\n`,
  );
});
