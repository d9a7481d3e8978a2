import { intervalArithmetic, ProofDecimal, valueArithmetic } from "../../src/seeds/arithmetic";
import { evaluateProof, factsNamedIn } from "../../src/seeds";

const figures: Readonly<Record<string, string>> = { a: "10", "b.2025Q3": "4", n: "-3" };
const value = (formula: string): string =>
  evaluateProof(formula, valueArithmetic, (id) => new ProofDecimal(figures[id] ?? NaN)).toFixed();

test.each([
  ["1 + 2 * 3", "7"],
  ["(1 + 2) * 3", "9"],
  ["10 - 4 - 3", "3"],
  ["100 / 10 / 2", "5"],
  ["-2 ^ 2", "4"],
  ["0 - 2 ^ 2", "-4"],
  ["2 ^ 3 ^ 2", "64"],
  ["2 ^ -1", "0.5"],
  ["2 * -3", "-6"],
  ["--3", "3"],
  ["{a} / {b.2025Q3}", "2.5"],
  ["{ a } - {n}", "13"],
  ["SUM({a}, 1, 2)", "13"],
  ["MIN({a}, {n})", "-3"],
  ["MAX({a}, {n}, 11)", "11"],
  ["ABS({n})", "3"],
  ["ROUND(2.5, 0)", "3"],
  ["ROUND(-2.5, 0)", "-3"],
  ["ROUND(1234.5, -2)", "1200"],
  ["ROUND(17.2825, 1)", "17.3"],
])("%s is %s, as in Excel", (formula, expected) => {
  expect(value(formula)).toBe(expected);
});

test.each([
  ["1 +", /unexpected end: 1 \+/],
  ["1 2", /unexpected "2" at 2/],
  ["(1 + 2", /unexpected end, "\)" expected/],
  ["1 % 2", /unexpected "%" at 2/],
  ["MEDIAN(1)", /MEDIAN with 1 arguments at 1 is not known/],
  ["ROUND(1)", /ROUND with 1 arguments/],
  ["1 / 0", /divides by zero/],
  ["2 ^ 0.5", /exponent that is no whole number/],
])("%s is refused exactly", (formula, message) => {
  expect(() => value(formula)).toThrow(message);
});

test("names of figures are listed once", () => {
  expect(factsNamedIn("{a} + { b.2025Q3 } - {a}")).toEqual(["a", "b.2025Q3"]);
});

describe("intervals", () => {
  const ends = (formula: string): readonly string[] => {
    const { low, high } = evaluateProof(formula, intervalArithmetic, (id) => {
      const middle = new ProofDecimal(figures[id] ?? NaN);
      return { low: middle.minus(1), high: middle.plus(1) };
    });
    return [low.toFixed(), high.toFixed()];
  };

  test.each([
    ["{a} - {b.2025Q3}", ["4", "8"]],
    ["{a} * {n}", ["-44", "-18"]],
    ["{n} * {n}", ["4", "16"]],
    ["{a} / {b.2025Q3}", ["1.8", "3.666666666666666666666666666666666666667"]],
    ["-{a}", ["-11", "-9"]],
    ["ABS({n} + 3)", ["0", "1"]],
    ["({n} + 3) ^ 2", ["0", "1"]],
    ["MIN({a}, 10)", ["9", "10"]],
    ["ROUND({a} / 4, 0)", ["2", "3"]],
  ])("%s spans %j", (formula, expected) => {
    expect(ends(formula)).toEqual(expected);
  });

  test("a divisor that may be zero is refused", () => {
    expect(() => ends("1 / ({n} + 3)")).toThrow(/interval that holds zero/);
  });
});
