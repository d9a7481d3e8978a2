import { byIronCalc } from "./byIronCalc";
import { a1Texts, byDecimal, byScript, disagreements } from "./readings";
import { soundTrees } from "./treeSample";

const trees = soundTrees(900);

test("a second spreadsheet engine reads the formula text of random trees as decimals and doubles do", () => {
  const readings = { engine: byIronCalc(trees, a1Texts(trees)), decimal: byDecimal()(trees), doubles: byScript()(trees) };
  expect(disagreements(trees, readings)).toEqual([]);
});

test("the engine itself is awake: another text gives another value", () => {
  const altered = a1Texts(trees).map((text) => `1+(${text})`);
  expect(disagreements(trees, { engine: byIronCalc(trees, altered), decimal: byDecimal()(trees) })).toHaveLength(trees.length);
});
