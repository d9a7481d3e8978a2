import {
  breakEven,
  compareScenarios,
  declaredDistributions,
  evaluateMeasure,
  measureOf,
  percentile,
  quarterNumberOf,
  randomNumbers,
  rowOfDriver,
  sensitivity,
  simulate,
  spanFrom,
  tornado,
  type Measure,
} from "../../src/analysis";
import { LINE_BY_ID, SCENARIOS } from "../../src/companies/kingsoftCloud";
import type { Assumptions } from "../../src/model";
import { modelOf } from "../model/realModel";

const model = modelOf();
const base = model.assumptions("base");
/** Assumptions with some values replaced, calculated in the plain way. */
const withValues = (assumptions: Assumptions, values: readonly (readonly [string, number])[]): Assumptions =>
  new Map([...assumptions, ...values.map(([driver, value]) => [driver, String(value)] as const)]);
const year = (id: string, of: number): Measure =>
  measureOf(LINE_BY_ID.get(id)!, spanFrom("year", quarterNumberOf(of, 1), 4));
const ecosystem = year("revenueEcosystem", 2027);
const at = (driver: string, value: number, measure = ecosystem): number =>
  evaluateMeasure(model, measure, withValues(base, [[driver, value]]));

test("a one-way grid holds what each value gives alone, a two-way grid every pair", () => {
  const one = sensitivity(model, base, ecosystem, { driver: "upliftXiaomi2027", values: [0, 0.1] });
  expect(one.results).toEqual([[at("upliftXiaomi2027", 0)], [at("upliftXiaomi2027", 0.1)]]);
  const two = sensitivity(
    model,
    base,
    ecosystem,
    { driver: "upliftXiaomi2027", values: [0, 0.1] },
    { driver: "capUsableXiaomi", values: [0.8, 1] },
  );
  const pair = evaluateMeasure(
    model,
    ecosystem,
    withValues(base, [
      ["upliftXiaomi2027", 0.1],
      ["capUsableXiaomi", 0.8],
    ]),
  );
  expect(two.results[1]![0]).toBe(pair);
  expect(two.results.map((row) => row.length)).toEqual([2, 2]);
});

test("break-even returns the value that gives the target", () => {
  const target = at("capUsableXiaomi", 0.873);
  const answer = breakEven(model, base, ecosystem, target, "capUsableXiaomi");
  expect(answer).toMatchObject({ found: true });
  if (answer.found) expect(at("capUsableXiaomi", answer.value)).toBeCloseTo(target, 6);
});

test("break-even out of reach says how far the figure goes", () => {
  const answer = breakEven(model, base, ecosystem, 1e6, "capUsableXiaomi");
  expect(answer).toMatchObject({ found: false, reason: "outOfReach", lowest: { value: 0 } });
  if (!answer.found) expect(answer.highest.result).toBeGreaterThan(answer.lowest.result);
});

test("break-even of a whole-number driver gives a whole value at or past the target", () => {
  const target =
    (at("renewalDelay", 0, year("revenueEcosystem", 2028)) +
      at("renewalDelay", 2, year("revenueEcosystem", 2028))) /
    2;
  const answer = breakEven(model, base, year("revenueEcosystem", 2028), target, "renewalDelay");
  expect(answer).toMatchObject({ found: true });
  if (answer.found) {
    expect(Number.isInteger(answer.value)).toBe(true);
    expect(answer.reached).toBeLessThanOrEqual(target);
    expect(at("renewalDelay", answer.value - 1, year("revenueEcosystem", 2028))).toBeGreaterThan(target);
  }
});

test("break-even does not take a jump for an answer, and finds both sides of a hill", () => {
  const value = (assumptions: Pick<Assumptions, "get">): number => Number(assumptions.get("targetUse"));
  const step: Measure = { label: "step", read: (_, assumptions) => (value(assumptions) < 0.3 ? 0 : 10) };
  expect(breakEven(model, base, step, 5, "targetUse")).toMatchObject({ found: false, reason: "jump" });
  const hill: Measure = { label: "hill", read: (_, assumptions) => 1 - (value(assumptions) - 0.5) ** 2 };
  const answer = breakEven(model, base, hill, 0.96, "targetUse");
  expect(answer).toMatchObject({ found: true });
  // The present value lies above the top, so the upper of the two answers is nearer.
  if (answer.found) expect(answer.value).toBeCloseTo(0.7, 8);
  const none: Measure = { label: "none", read: () => Number.NaN };
  expect(breakEven(model, base, none, 1, "targetUse")).toMatchObject({
    found: false,
    reason: "notDisclosed",
  });
});

test("scenarios stand side by side with differences against Base", () => {
  const { scenarios, measures } = compareScenarios(model, [ecosystem, year("cash", 2027)]);
  expect(scenarios).toEqual(SCENARIOS);
  const place = SCENARIOS.findIndex(({ id }) => id === "base");
  for (const { values, differences } of measures) {
    expect(differences[place]).toBe(0);
    differences.forEach((difference, index) => expect(difference).toBe(values[index]! - values[place]!));
  }
  SCENARIOS.forEach(({ id }, index) =>
    expect(measures[0]!.values[index]).toBe(evaluateMeasure(model, ecosystem, model.assumptions(id))),
  );
});

test("a driver that does not exist is refused", () => {
  expect(() => sensitivity(model, base, ecosystem, { driver: "capXiaomi1999", values: [1] })).toThrow(
    'No driver is called "capXiaomi1999".',
  );
  expect(() =>
    simulate(model, base, [ecosystem], {
      seed: 1,
      draws: 1,
      distributions: [{ driver: "capXiaomi1999", downside: 0, mode: 1, upside: 2 }],
    }),
  ).toThrow("capXiaomi1999");
});

test("a draw gives what its drivers give, read from quarters, years and spans that are calculated again", () => {
  const half = measureOf(LINE_BY_ID.get("grossMargin")!, spanFrom("half", quarterNumberOf(2027, 1), 2));
  const [driver, value] = ["xiaomiDemandGrowth2027", 0.08];
  const { measures } = simulate(model, base, [ecosystem, half], {
    seed: 1,
    draws: 1,
    distributions: [{ driver, downside: value, mode: value, upside: value + 1e-15 }],
  });
  const drawn = withValues(base, [[driver, value]]);
  expect(measures.map(({ mean }) => mean)).toEqual([
    expect.closeTo(evaluateMeasure(model, ecosystem, drawn), 6),
    expect.closeTo(evaluateMeasure(model, half, drawn), 10),
  ]);
});

test("the tornado moves one driver at a time within its range, widest bar first", () => {
  const { unchanged, bars } = tornado(model, base, ecosystem);
  expect(unchanged).toBe(evaluateMeasure(model, ecosystem, base));
  expect(bars.map(({ spread }) => spread)).toEqual(bars.map(({ spread }) => spread).sort((a, b) => b - a));
  for (const { driver, low, high } of bars) {
    const row = rowOfDriver(model, driver);
    for (const end of [low, high]) {
      expect(end.value).toBeGreaterThanOrEqual(Number(row.min));
      expect(end.value).toBeLessThanOrEqual(Number(row.max));
      expect(end.result).toBe(at(driver, end.value));
      if (row.driver.whole) expect(Number.isInteger(end.value)).toBe(true);
    }
  }
  expect(tornado(model, base, ecosystem, ["taxRate"]).bars).toEqual([]);
  expect(bars.find(({ driver }) => driver === "xiaomiDemandGrowth2026")).toMatchObject({
    low: { value: Number(rowOfDriver(model, "xiaomiDemandGrowth2026").own.downside) },
  });
});

test("a simulation repeats itself for a seed and stays between the ends of its distributions", () => {
  const run = (seed: number) => simulate(model, base, [ecosystem], { seed, draws: 300 });
  const [{ measures }, again, other] = [run(7), run(7), run(8)];
  expect(again.measures).toEqual(measures);
  expect(other.measures).not.toEqual(measures);
  const [measure] = measures;
  expect(measure!.sorted).toHaveLength(300);
  expect(measure!.percentiles[5]).toBeLessThan(measure!.percentiles[50]);
  expect(measure!.percentiles[50]).toBeLessThan(measure!.percentiles[95]);
});

test("draws follow the declared triangle", () => {
  const [driver, downside, mode, upside] = ["xiaomiDemandGrowth2026", 0.05, 0.06, 0.11] as const;
  const drawn: Measure = { label: "drawn", read: (_, assumptions) => Number(assumptions.get(driver)) };
  const forward = simulate(model, base, [drawn], {
    seed: 1,
    draws: 4000,
    distributions: [{ driver, downside, mode, upside }],
  });
  expect(forward.measures[0]!.mean).toBeCloseTo((downside + mode + upside) / 3, 3);
  expect(forward.measures[0]!.sorted[0]).toBeGreaterThanOrEqual(downside);
  expect(forward.measures[0]!.sorted.at(-1)).toBeLessThanOrEqual(upside);
  // A driver whose downside is the larger value, such as a price cut.
  const backward = simulate(model, base, [drawn], {
    seed: 1,
    draws: 4000,
    distributions: [{ driver, downside: upside, mode, upside: downside }],
  });
  expect(backward.measures[0]!.mean).toBeCloseTo((downside + mode + upside) / 3, 3);
});

test("every declared distribution has its mode between its ends", () => {
  const all = declaredDistributions(model, base);
  expect(all.length).toBeGreaterThan(10);
  for (const { downside, mode, upside } of all)
    expect((mode - downside) * (upside - mode)).toBeGreaterThanOrEqual(0);
});

test("random numbers are the published ones of mulberry32, percentiles lie between neighbours", () => {
  const next = randomNumbers(0);
  expect([next(), next(), next()]).toEqual([0.26642920868471265, 0.0003297457005828619, 0.2232720274478197]);
  expect(percentile([1, 2, 3, 4], 0.5)).toBe(2.5);
  expect(percentile([1, 2, 3, 4], 1)).toBe(4);
});
