import {
  compare,
  knownOr,
  lastQuarter,
  minus,
  missing,
  negate,
  plus,
  precedents,
  prior,
  scalarAt,
  seriesAt,
  sumOfQuarters,
  times,
  vintages,
  when,
  type Scalar,
  type ScalarOperand,
  type SeriesOperand,
} from "../../src/formula";

const series = (id: string): SeriesOperand => ({ operand: "series", id, label: id });
const scalar = (id: string): ScalarOperand => ({ operand: "scalar", id, label: id });

const [revenue, cost, clock] = [series("revenue"), series("cost"), series("clock")];
const rate = scalar("rate");
const growth: readonly Scalar[] = [scalar("growth2026"), scalar("growth2027")];

test("precedents are every quantity read, once each, in reading order", () => {
  const tree = plus(
    times(revenue, scalarAt(growth, clock)),
    prior(revenue),
    minus(revenue, rate),
    seriesAt(cost, minus(clock, rate)),
  );
  expect(precedents(tree)).toEqual([
    { kind: "series", series: revenue, shift: 0 },
    { kind: "scalar", scalar: growth[0] },
    { kind: "scalar", scalar: growth[1] },
    { kind: "series", series: clock, shift: 0 },
    { kind: "series", series: revenue, shift: -1 },
    { kind: "scalar", scalar: rate },
    { kind: "range", series: cost },
  ]);
});

test("precedents of calls, of vintages, of known figures and of a year's quarters", () => {
  expect(precedents(when(compare(revenue, ">", 0), negate(cost), 0)).map(({ kind }) => kind)).toEqual([
    "series",
    "series",
  ]);
  expect(precedents(vintages(revenue, clock, rate, "itself"))).toEqual([
    { kind: "range", series: revenue },
    { kind: "range", series: clock },
    { kind: "scalar", scalar: rate },
  ]);
  expect(precedents(knownOr(revenue, missing))).toEqual([{ kind: "fact", series: revenue }]);
  expect(precedents(plus(sumOfQuarters(revenue), lastQuarter(revenue)))).toEqual([
    { kind: "quartersOfYear", series: revenue },
  ]);
});
