import {
  call,
  compare,
  constant,
  every,
  isKnown,
  knownOr,
  lastQuarter,
  minus,
  missing,
  negate,
  over,
  plus,
  prior,
  scalarAt,
  seriesAt,
  some,
  sumOfQuarters,
  times,
  toWords,
  vintages,
  when,
  type Scalar,
  type ScalarOperand,
  type SeriesOperand,
} from "../../src/formula";

const series = (id: string, label: string): SeriesOperand => ({ operand: "series", id, label });
const scalar = (id: string, label: string): ScalarOperand => ({ operand: "scalar", id, label });

const revenue = series("revenue", "Revenue");
const cost = series("cost", "Cost");
const clock = series("clock", "Clock");
const rate = scalar("rate", "Tax rate");
const growth: readonly Scalar[] = [scalar("growth2026", "Growth 2026"), scalar("growth2027", "Growth 2027")];

test.each([
  ["Revenue − Cost", minus(revenue, cost)],
  ["Revenue − Cost − Tax rate", minus(revenue, cost, rate)],
  ["Revenue − (Cost − Tax rate)", minus(revenue, minus(cost, rate))],
  ["(Revenue − Cost) × Tax rate", times(minus(revenue, cost), rate)],
  ["Revenue ÷ (Cost ÷ Tax rate)", over(revenue, over(cost, rate))],
  ["−(Revenue + Cost)", negate(plus(revenue, cost))],
  ["Revenue (prior period)", prior(revenue)],
  ["Revenue (4 periods before)", prior(revenue, 4)],
  ["the smaller of Revenue and Cost", call("MIN", revenue, cost)],
  ["the larger of 0 and Revenue − Cost", call("MAX", 0, minus(revenue, cost))],
  ["known Revenue if Revenue is known, else Cost", knownOr(revenue, cost)],
  [
    "not disclosed if Cost is known and Revenue is known, else 1",
    when(every(isKnown(cost), isKnown(revenue)), missing, 1),
  ],
  ["Cost is known or Revenue is known", some(isKnown(cost), isKnown(revenue))],
  [
    "rate of return of Revenue a period over Clock periods on −Cost",
    call("RATE", clock, revenue, negate(cost)),
  ],
  ["Revenue if Cost ≥ 0, else 0", when(compare(cost, ">=", 0), revenue, 0)],
  ["Revenue ≠ Cost", compare(revenue, "<>", cost)],
  ["Revenue + Cost", call("SUM", revenue, cost)],
  ["size of Revenue", call("ABS", revenue)],
  ["Revenue rounded", call("ROUND", revenue, constant("6"))],
  ["whole part of Revenue", call("INT", revenue)],
  ["Revenue = 1 and Cost = 0", call("AND", compare(revenue, "=", 1), compare(cost, "=", 0))],
  ["Revenue = 1 or Cost = 0", call("OR", compare(revenue, "=", 1), compare(cost, "=", 0))],
  ["Revenue in quarter number Clock", seriesAt(revenue, clock)],
  ["Growth by Clock", scalarAt(growth, clock)],
  ["sum of Revenue over the last Tax rate", vintages(revenue, clock, rate, "next")],
  ["sum of the four quarters of Revenue", sumOfQuarters(revenue)],
  ["Revenue at year-end", lastQuarter(revenue)],
])("%s", (words, tree) => {
  expect(toWords(tree)).toBe(words);
});
