import {
  bridge,
  EXACT_LEVERS,
  exactShares,
  finished,
  leversBetween,
  type ModelState,
} from "../../src/analysis";
import { LINE_BY_ID, periodIndex, SCENARIOS } from "../../src/companies/kingsoftCloud";
import { lineKey, openModel } from "../../src/model";
import type { ScenarioName } from "../../src/seeds";
import { modelOf } from "../model/realModel";

const model = modelOf();
const figures = ["revenue", "adjustedEbitda", "netResult", "cash"].flatMap((id) =>
  ["FY2026", "FY2027", "FY2028"].map((period) => ({
    line: LINE_BY_ID.get(id)!,
    column: periodIndex(period),
  })),
);
const state = (id: ScenarioName, changed: Readonly<Record<string, string>> = {}): ModelState => ({
  model,
  assumptions: new Map([...model.assumptions(id), ...Object.entries(changed)]),
});
const base = state("base");

test.each(SCENARIOS.filter(({ id }) => id !== "base").map(({ id, name }) => [name, id] as const))(
  "from Base to %s the parts of the levers add up to the change of every figure, and turn their signs on the way back",
  (_, id) => {
    const to = state(id);
    const [there, back] = [bridge(base, to, figures), bridge(to, base, figures)];
    expect(there.orders === null).toBe(there.steps.length <= EXACT_LEVERS);
    figures.forEach(({ line, column }, figure) => {
      expect(there.before[figure]).toBe(model.fast(base.assumptions).value(line.id, column));
      expect(there.after[figure]).toBe(model.fast(to.assumptions).value(line.id, column));
      const sum = there.steps.reduce((total, { parts }) => total + parts[figure]!, 0);
      expect(sum).toBeCloseTo(there.after[figure]! - there.before[figure]!, 6);
      there.steps.forEach(({ parts }, lever) =>
        expect(back.steps[lever]!.parts[figure]).toBeCloseTo(-parts[figure]!, 6),
      );
    });
  },
);

test("a lever that does nothing has no part, and one alone has the whole change", () => {
  const to = state("base", { externalAiGrowth2027: "0.12", minorityShare: "0.02" });
  const { steps, before, after } = bridge(base, to, figures);
  expect(steps.map(({ lever }) => lever.drivers)).toEqual([["externalAiGrowth2027"], ["minorityShare"]]);
  expect(steps[1]!.parts.every((part) => part === 0)).toBe(true);
  expect(steps[0]!.parts).toEqual(steps[0]!.alone);
  expect(steps[0]!.parts[1]).toBeCloseTo(after[1]! - before[1]!, 9);
  expect(steps[0]!.parts[1]).toBeGreaterThan(10);
});

test("years of a driver are one lever", () => {
  const levers = leversBetween(base, state("upside"));
  expect(levers.find(({ drivers }) => drivers.includes("capexEnvelope2027"))).toEqual({
    label: "Capital expenditure envelope, company basis",
    drivers: ["capexEnvelope2026", "capexEnvelope2027", "capexEnvelope2028"],
    quarter: null,
  });
});

/** A game of three levers whose parts were worked out by hand over its six orders. */
const byHand = (moved: Uint8Array): readonly number[] => {
  const [a, b, c] = [moved[0] === 1, moved[1] === 1, moved[2] === 1];
  return [(a ? 10 : 0) + (b ? 20 : 0) + (a && b ? 6 : 0) + (a && b && c ? 9 : 0)];
};

test("what levers do together is shared equally between them", () => {
  // a: 10 + 6/2 + 9/3, b: 20 + 6/2 + 9/3, c: 9/3.
  const parts = finished(exactShares(3, 1, byHand)).parts.map(([part]) => part);
  [16, 26, 3].forEach((wanted, lever) => expect(parts[lever]).toBeCloseTo(wanted, 12));
});

test("equal levers have equal parts", () => {
  const equal = (moved: Uint8Array): readonly number[] => [moved.reduce((sum, each) => sum + each, 0) ** 3];
  for (const [part] of finished(exactShares(5, 1, equal)).parts) expect(part).toBeCloseTo(25, 9);
});

test("orders drawn at random come within four standard errors of all orders, and add up as exactly", () => {
  const to = state("renewalLapses");
  const [exact, drawn] = [bridge(base, to, figures), bridge(base, to, figures, 0)];
  expect(exact.orders).toBeNull();
  expect(drawn.orders).toBeGreaterThan(1000);
  exact.steps.forEach(({ parts }, lever) =>
    parts.forEach((part, figure) => {
      const { parts: found, errors } = drawn.steps[lever]!;
      expect(Math.abs(found[figure]! - part)).toBeLessThanOrEqual(4 * errors[figure]! + 1e-6);
    }),
  );
  expect(drawn.steps.some(({ errors }) => errors.some((error) => error > 0))).toBe(true);
});

test("figures typed for a quarter are a lever of their own, one taken away too", () => {
  const quarter = periodIndex("2026Q2");
  const typed = openModel(
    model.spec,
    model.seeds,
    new Map([
      [lineKey("revenue", quarter), "3100"],
      [lineKey("revenueEcosystem", periodIndex("2026Q1")), ""],
    ]),
  );
  const to = { model: typed, assumptions: base.assumptions };
  const { steps, before, after } = bridge(base, to, figures);
  expect(steps.map(({ lever }) => lever.label)).toEqual([
    "Figures typed for 2026Q1",
    "Figures typed for 2026Q2",
  ]);
  expect(after[0]! - before[0]!).not.toBe(0);
  expect(steps[0]!.parts[0]! + steps[1]!.parts[0]!).toBeCloseTo(after[0]! - before[0]!, 6);
  const back = bridge(to, base, figures);
  expect(back.steps[1]!.parts[0]).toBeCloseTo(-steps[1]!.parts[0]!, 6);
});

test("from a state to itself there are no levers", () => {
  expect(bridge(base, base, figures).steps).toEqual([]);
});
