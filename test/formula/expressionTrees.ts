import fc from "fast-check";
import {
  call,
  compare,
  constant,
  isKnown,
  knownOr,
  lastQuarter,
  minus,
  missing,
  negate,
  over,
  plus,
  power,
  prior,
  scalarAt,
  seriesAt,
  sumOfQuarters,
  times,
  vintages,
  when,
  type BinaryOperator,
  type Expression,
} from "../../src/formula";
import { CLOCK, QUARTER_COUNT, SCALARS, SERIES } from "./exampleSheet";

/** A tree and the column of the example in which it stands. */
export interface PlacedTree {
  readonly expression: Expression;
  readonly column: number;
}

type Trees = fc.Arbitrary<Expression>;

const COMPARISONS = ["=", "<>", "<", "<=", ">", ">="] as const;
const LEVELS: readonly (readonly BinaryOperator[])[] = [["+", "-"], ["*", "/"], ["^"]];

const binary = (operator: BinaryOperator, left: Expression, right: Expression): Expression => ({
  kind: "binary",
  operator,
  left,
  right,
});

const numbers: Trees = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -4, max: 9 }).map((value) => constant(String(value))) },
  { weight: 2, arbitrary: fc.integer({ min: -2000, max: 4000 }).map((value) => constant(String(value / 8))) },
  {
    weight: 2,
    arbitrary: fc.integer({ min: -99999, max: 999999 }).map((value) => constant(String(value / 100))),
  },
  { weight: 1, arbitrary: fc.constantFrom("1.005", "-2.345", "0.1", "0.3", "1000000").map(constant) },
);

const anySeries = fc.constantFrom(...SERIES.slice(0, -1));
const anyScalar: Trees = fc
  .constantFrom(...SCALARS)
  .map((scalar): Expression => ({ kind: "scalar", scalar }));

const position = (largest: number): Trees =>
  fc.oneof(
    fc.integer({ min: 1, max: largest }).map((value) => constant(String(value))),
    fc
      .integer({ min: 1, max: largest })
      .map((value) => call("MIN", prior(CLOCK, 0), constant(String(value)))),
    fc.integer({ min: 1, max: 4 }).map((back) => minus(prior(CLOCK, 0), constant(String(back)))),
  );

const ends = fc.constantFrom("itself", "next");

/** Payments a period that pay an amount back, and a little more or less than that. */
const rates: Trees = fc
  .record({
    periods: fc.integer({ min: 4, max: 24 }),
    payment: fc.integer({ min: 1, max: 80 }).map((eighths) => eighths / 8),
    part: fc.constantFrom(0.5, 0.625, 0.75, 0.875, 1.125),
  })
  .map(({ periods, payment, part }) =>
    call("RATE", ...[periods, payment, -payment * periods * part].map((value) => constant(String(value)))),
  );

const someScalars = fc
  .integer({ min: 0, max: SCALARS.length - 2 })
  .chain((from) => fc.integer({ min: from + 2, max: SCALARS.length }).map((to) => SCALARS.slice(from, to)));

/** References of a quarter's formula: moved, by number, vintages. */
const quarterReferences: Trees = fc.oneof(
  fc.tuple(anySeries, fc.integer({ min: 0, max: 4 })).map(([series, back]) => prior(series, back)),
  anyScalar,
  fc.tuple(someScalars, position(2)).map(([scalars, at]) => scalarAt(scalars, at)),
  fc.tuple(anySeries, position(QUARTER_COUNT)).map(([series, at]) => seriesAt(series, at)),
  fc
    .tuple(anySeries, fc.integer({ min: 1, max: 6 }), ends)
    .map(([series, life, from]) => vintages(series, CLOCK, constant(String(life)), from)),
  fc
    .tuple(anySeries, ends)
    .map(([series, from]) =>
      vintages(series, CLOCK, minus({ kind: "scalar", scalar: SCALARS[4]! }, constant("3")), from),
    ),
);

/** References of a year's formula: the year, the year before, its quarters. */
const yearReferences: Trees = fc.oneof(
  fc.tuple(anySeries, fc.integer({ min: 0, max: 1 })).map(([series, back]) => prior(series, back)),
  anyScalar,
  anySeries.map(sumOfQuarters),
  anySeries.map(lastQuarter),
);

/** Two operators of one level, nested to the left and to the right: a−(b−c), a÷(b÷c), a^(b^c) and so on. */
function sameLevel(part: Trees): Trees {
  return fc
    .tuple(fc.constantFrom(...LEVELS), fc.nat(1), fc.nat(1), part, part, part, fc.boolean())
    .map(([level, i, j, a, b, c, right]) => {
      const [first, second] = [level[i % level.length]!, level[j % level.length]!];
      return right ? binary(first, a, binary(second, b, c)) : binary(second, binary(first, a, b), c);
    });
}

/** Minus and power in every order. */
function signsAndPowers(part: Trees): Trees {
  const small = fc.integer({ min: -3, max: 4 }).map((value) => constant(String(value)));
  return fc
    .tuple(part, small, fc.nat(5))
    .map(
      ([base, exponent, form]) =>
        [
          negate(power(base, exponent)),
          power(negate(base), exponent),
          power(base, negate(exponent)),
          negate(negate(base)),
          negate(plus(base, exponent)),
          minus(base, negate(exponent)),
        ][form]!,
    );
}

function calls(part: Trees, condition: Trees): Trees {
  const digits = fc.integer({ min: 0, max: 3 }).map((value) => constant(String(value)));
  return fc.oneof(
    fc
      .tuple(fc.constantFrom("MIN", "MAX", "SUM"), fc.array(part, { minLength: 1, maxLength: 3 }))
      .map(([name, args]) => call(name, ...args)),
    fc.tuple(fc.constantFrom("ABS", "INT"), part).map(([name, arg]) => call(name, arg)),
    fc.tuple(part, digits).map(([value, places]) => call("ROUND", value, places)),
    fc.tuple(condition, part, part).map(([test, a, b]) => when(test, a, b)),
    fc.tuple(condition, part).map(([test, a]) => times(test, a)),
    fc.tuple(anySeries, part).map(([series, otherwise]) => knownOr(series, otherwise)),
    rates,
  );
}

function conditions(part: Trees, inner: Trees | null): Trees {
  const plain = fc
    .tuple(part, fc.constantFrom(...COMPARISONS), part)
    .map(([a, operator, b]) => compare(a, operator, b));
  if (inner === null) return plain;
  return fc.oneof(
    { weight: 3, arbitrary: plain },
    { weight: 1, arbitrary: anySeries.map(isKnown) },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.constantFrom("AND", "OR"), inner, inner).map(([name, a, b]) => call(name, a, b)),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(inner, fc.constantFrom("=", "<>"), inner)
        .map(([a, operator, b]) => compare(a, operator, b)),
    },
  );
}

function treesOver(references: Trees, depth: number): { readonly trees: Trees; readonly conditions: Trees } {
  const leaf = fc.oneof(numbers, references);
  if (depth === 0) return { trees: leaf, conditions: conditions(leaf, null) };
  const inner = treesOver(references, depth - 1);
  const part = fc.oneof({ weight: 1, arbitrary: leaf }, { weight: 1, arbitrary: inner.trees });
  const anyOperator = fc.constantFrom<BinaryOperator>("+", "-", "*", "/", "^");
  const trees = fc.oneof(
    { weight: 5, arbitrary: sameLevel(part) },
    {
      weight: 3,
      arbitrary: fc.tuple(anyOperator, part, part).map(([operator, a, b]) => binary(operator, a, b)),
    },
    { weight: 3, arbitrary: signsAndPowers(part) },
    { weight: 3, arbitrary: calls(part, inner.conditions) },
  );
  return { trees, conditions: conditions(part, inner.conditions) };
}

const DEPTH = 3;
const quarterColumns = fc.integer({ min: 4, max: QUARTER_COUNT - 1 });
const yearColumns = fc.integer({ min: QUARTER_COUNT + 1, max: QUARTER_COUNT + 2 });

/** Random trees over the example, in a quarter's column or in a year's. */
export const placedTrees: fc.Arbitrary<PlacedTree> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ expression: treesOver(quarterReferences, DEPTH).trees, column: quarterColumns }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ expression: treesOver(yearReferences, DEPTH).trees, column: yearColumns }),
  },
);

/** Trees with one place where a worksheet shows an error: a division by zero or a root of a negative number. */
export const faultyTrees: fc.Arbitrary<PlacedTree> = fc
  .record({
    value: fc.integer({ min: 1, max: 9 }),
    other: fc.integer({ min: 2, max: 9 }),
    fault: fc.nat(3),
    context: fc.nat(8),
    column: quarterColumns,
  })
  .map(({ value, other, fault, context, column }) => ({
    column,
    expression: inContext(faultOf(value, fault), constant(String(other)), context),
  }));

/** Trees that read a figure which may be missing; none asks for it in a condition. */
export const treesWithGaps: fc.Arbitrary<PlacedTree> = fc
  .record({ series: anySeries, other: numbers, context: fc.nat(6), column: quarterColumns })
  .map(({ series, other, context, column }) => {
    const gap = knownOr(series, missing);
    const expression = [
      gap,
      plus(other, gap),
      times(gap, 0),
      call("MIN", other, gap),
      negate(call("ABS", gap)),
      when(isKnown(series), other, gap),
      when(isKnown(series), gap, other),
    ][context]!;
    return { expression, column };
  });

function faultOf(value: number, fault: number): Expression {
  const x = constant(String(value));
  const zero = minus(x, x);
  return [
    over(x, zero),
    power(negate(x), constant("0.5")),
    power(negate(x), constant("-1.5")),
    over(1, call("INT", over(1, plus(x, 1)))),
  ][fault]!;
}

function inContext(fault: Expression, other: Expression, context: number): Expression {
  return [
    fault,
    plus(other, fault),
    times(fault, 0),
    call("MIN", other, fault),
    when(compare(other, ">", 1), fault, other),
    when(compare(other, ">", 1), other, fault),
    when(compare(fault, ">", other), 1, 0),
    call("AND", compare(other, "<", 1), compare(fault, ">", 1)),
    negate(call("ROUND", fault, 1)),
  ][context]!;
}
