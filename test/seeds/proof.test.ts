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
  ["1 +", /found the end of the formula at character 4. It says 1 \+/],
  ["1 2", /found "2" at character 3. It says 1 2/],
  ["(1 + 2", /"\)" is missing for the one opened at character 1/],
  ["1 % 2", /found "2" at character 5/],
  ["1%", /unexpected percent at character 2/],
  ["1 & 2", /unexpected "&"/],
  ["SUM(1,,2)", /unexpected omitted at character 7/],
  ['"a" + 1', /in braces, not in quotation marks/],
  ["MEDIAN(1)", /calls MEDIAN at character 1, which is not known with 1 arguments/],
  ["ROUND(1)", /calls ROUND at character 1, which is not known with 1 arguments/],
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
