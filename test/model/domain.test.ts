import { domainOf, driver, type Unit } from "../../src/model";

const domain = (unit: Unit, min: string, max: string) =>
  domainOf({ driver: driver("one", "One", unit), min, max });

const rate = domain("%", "-0.2", "0.5");
const life = domain("quarters", "4", "40");
const date = domain("quarter", "20263", "20272");

test.each([
  ["a percentage", rate, "a number from -20 % to 50 %"],
  ["a whole number", life, "a whole number from 4 to 40"],
  ["a quarter", date, "a quarter from 2026Q3 to 2027Q2"],
])("%s is named in words", (_, { words }, expected) => expect(words).toBe(expected));

test.each([
  ["both ends belong to it", rate, ["-0.2", -0.2, "0.5", 0.5, 0, "1e-7", " 0.1 "], true],
  ["what is beyond does not", rate, ["-0.21", "0.51", "0.500000000000000000001", 1e300], false],
  ["what is no number does not", rate, ["", " ", "x", "0.1%", NaN, Infinity, "0x1"], false],
  ["whole numbers only", life, [4, "20", 40.0], true],
  ["no parts of whole numbers", life, [4.5, "39.999999999999999999"], false],
  ["quarters that exist", date, [20263, "20264", 20271, 20272], true],
  ["no others", date, [20265, 20270, 20269, 20262, 20273], false],
] as const)("%s", (_, { contains, problem }, values, allowed) => {
  expect(values.filter((value) => contains(value) !== allowed)).toEqual([]);
  expect(values.filter((value) => (problem(String(value)) === null) !== allowed)).toEqual([]);
});

test("a driver of whole numbers lists its values, unless there are too many", () => {
  expect(domain("switch", "0", "1").values()).toEqual([0, 1]);
  expect(date.values()).toEqual([20263, 20264, 20271, 20272]);
  expect(rate.values()).toEqual([]);
  expect(domain("digits", "0", "501").values()).toEqual([]);
});

test("a value is shown in the unit that people read", () => {
  expect([rate.shown(0.125), life.shown("12"), date.shown(20271)]).toEqual(["12.5 %", "12", "2027Q1"]);
});

test("a problem names the driver and what is allowed", () => {
  expect(rate.problem("0.6")).toBe("one (One) is 60 %; it must lie between -20 % and 50 %.");
  expect(rate.problem(undefined)).toBe("one (One) has no value.");
});
