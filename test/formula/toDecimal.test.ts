import {
  CellError,
  call,
  compare,
  constant,
  Exact,
  factOf,
  isKnown,
  knownOr,
  missing,
  negate,
  over,
  plus,
  power,
  scalarAt,
  seriesAt,
  times,
  toDecimal,
  when,
  type ExactScope,
  type Expression,
} from "../../src/formula";
import { exactScopeAt, SCALARS, SERIES } from "./exampleSheet";

const read = (expression: Expression, scope: ExactScope = exactScopeAt(4)) => toDecimal(expression, scope);
const unknown: Expression = { kind: "scalar", scalar: { id: "unknown", label: "Unknown" } };
const nothing = { ...exactScopeAt(4), scalar: () => new Exact(Number.NaN) };

function codeOf(expression: Expression): string {
  try {
    return read(expression).toString();
  } catch (error) {
    return error instanceof CellError ? error.code : String(error);
  }
}

test("errors carry Excel's own codes", () => {
  expect(codeOf(over(1, 0))).toBe("#DIV/0!");
  expect(codeOf(power(negate(constant("4")), constant("0.5")))).toBe("#NUM!");
  expect(codeOf(power(0, 0))).toBe("#NUM!");
  // LibreOffice says #NUM! here; Excel says #DIV/0!.
  expect(codeOf(power(0, negate(1)))).toBe("#DIV/0!");
  expect(codeOf(power(constant("10"), constant("309")))).toBe("#NUM!");
  expect(codeOf(scalarAt(SCALARS, constant("7")))).toBe("#REF!");
  expect(codeOf(scalarAt(SCALARS, 0))).toBe("#REF!");
  expect(codeOf(seriesAt(SERIES[0]!, constant("13")))).toBe("#REF!");
  expect(codeOf(call("SQRT" as "SUM", 1))).toBe("#VALUE!");
  expect(codeOf({ kind: "binary", operator: "&" as "+", left: constant("1"), right: constant("2") })).toBe(
    "#VALUE!",
  );
});

test("an error in an argument is an error of the call, except in the branch not taken", () => {
  expect(codeOf(call("AND", compare(1, "=", 0), over(1, 0)))).toBe("#DIV/0!");
  expect(codeOf(call("OR", compare(1, "=", 1), over(1, 0)))).toBe("#DIV/0!");
  expect(codeOf(call("MAX", 1, over(1, 0)))).toBe("#DIV/0!");
  expect(codeOf(when(compare(1, "=", 1), constant("5"), over(1, 0)))).toBe("5");
});

test("a figure that is not disclosed spreads, and counts as false", () => {
  for (const tree of [
    plus(unknown, 1),
    times(unknown, 0),
    call("MIN", unknown, 1),
    call("ROUND", unknown, 1),
    power(unknown, 1),
    negate(unknown),
  ]) {
    expect(read(tree, nothing).isNaN()).toBe(true);
  }
  expect(read(when(compare(unknown, ">", 0), 1, constant("2")), nothing).toNumber()).toBe(2);
  expect(read(call("AND", unknown, 1), nothing).toNumber()).toBe(0);
  expect(read(call("OR", unknown, 0), nothing).toNumber()).toBe(0);
});

test("what is missing spreads too, and a known figure takes its place", () => {
  const known = SERIES[0]!;
  const [with5, without] = [new Exact(5), new Exact(Number.NaN)].map((fact) => ({
    ...nothing,
    fact: () => fact,
  })) as unknown as [ExactScope, ExactScope];
  for (const tree of [missing, plus(missing, 1), knownOr(known, missing), factOf(known)])
    expect(read(tree, without).isNaN()).toBe(true);
  expect(read(knownOr(known, missing), with5).toNumber()).toBe(5);
  expect([with5, without].map((scope) => read(isKnown(known), scope).toNumber())).toEqual([1, 0]);
});

test("a rate of return is the one that pays the amount back, to the last digit; where none does, an error", () => {
  const rate = read(call("RATE", constant("12"), constant("10"), constant("-100")));
  const paid = new Exact(1).minus(rate.plus(1).pow(-12)).dividedBy(rate).times(10);
  expect(paid.minus(100).abs().lte("1e-28")).toBe(true);
  expect(codeOf(call("RATE", constant("12"), constant("10"), constant("100")))).toBe("#NUM!");
  expect(read(call("RATE", constant("12"), unknown, constant("-100")), nothing).isNaN()).toBe(true);
});

test("34 digits: thirds add up to one, tenths are tenths", () => {
  const third = over(1, constant("3"));
  expect(
    read(plus(third, third, third))
      .minus(1)
      .abs()
      .lte("1e-33"),
  ).toBe(true);
  expect(read(compare(plus(constant("0.1"), constant("0.2")), "=", constant("0.3"))).toNumber()).toBe(1);
  expect(read(constant("0.0000001")).toString()).toBe("0.0000001");
});

test("a position between two whole numbers takes the lower one, as INDEX does", () => {
  expect(read(scalarAt(SCALARS, constant("2.9"))).toNumber()).toBe(-3);
});
