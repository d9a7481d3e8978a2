import fc from "fast-check";
import {
  addingUp,
  bridge,
  shownDecimals,
  waterfall,
  type ModelState,
  type Waterfall,
} from "../../src/analysis";
import { LINE_BY_ID, periodIndex } from "../../src/companies/kingsoftCloud";
import type { ScenarioName } from "../../src/seeds";
import { modelOf } from "../model/realModel";

const model = modelOf();
const state = (id: ScenarioName): ModelState => ({ model, assumptions: model.assumptions(id) });
const figureOf = (line: string, period: string) => ({
  line: LINE_BY_ID.get(line)!,
  column: periodIndex(period),
});
const whole = (value: number, decimals: number): number => Math.round(value * 10 ** decimals);

test("rounded parts add up to the digit shown, each within one unit of that digit, and nothing stays nothing", () => {
  const amount = fc.double({ min: -30_000, max: 30_000, noNaN: true });
  fc.assert(
    fc.property(
      amount,
      fc.array(fc.oneof(amount, fc.constant(0), fc.double({ min: -0.2, max: 0.2, noNaN: true })), {
        minLength: 1,
        maxLength: 20,
      }),
      fc.integer({ min: 0, max: 3 }),
      (before, parts, decimals) => {
        const after = before + parts.reduce((sum, part) => sum + part, 0);
        const shown = addingUp(before, after, parts, decimals);
        const sum = shown.parts.reduce((total, part) => total + whole(part, decimals), 0);
        expect(whole(shown.before, decimals) + sum).toBe(whole(shown.after, decimals));
        shown.parts.forEach((part, place) => {
          expect(Math.abs(part - parts[place]!)).toBeLessThanOrEqual(10 ** -decimals * (1 + 1e-6));
          if (parts[place] === 0) expect(part).toBe(0);
        });
      },
    ),
  );
});

const adds = ({ before, after, bars, decimals }: Waterfall): void => {
  let reached = before;
  for (const { from, to, part, alone, together } of bars) {
    expect(from).toBe(reached);
    expect(whole(from, decimals) + whole(part, decimals)).toBe(whole(to, decimals));
    expect(whole(alone, decimals) + whole(together, decimals)).toBe(whole(part, decimals));
    reached = to;
  }
  expect(reached).toBe(after);
};

test.each([
  ["revenue", "FY2028", "upside"],
  ["netResult", "FY2027", "downside"],
  ["adjustedEbitdaMargin", "FY2028", "renewalLapses"],
  ["netDebt", "2028Q2", "upside"],
] as const)("%s of %s: bars follow each other from Base to %s", (line, period, id) => {
  const found = bridge(state("base"), state(id), [figureOf(line, period)]);
  const drawn = waterfall(found, 0);
  adds(drawn);
  expect(drawn.decimals).toBe(shownDecimals(LINE_BY_ID.get(line)!.unit));
  expect(drawn.bars.length).toBeLessThanOrEqual(9);
  expect(whole(drawn.together, drawn.decimals)).toBe(
    drawn.bars.reduce((sum, { together }) => sum + whole(together, drawn.decimals), 0),
  );
});

test("small levers are one bar at the end that says how many they are, and holds all of their parts", () => {
  const found = bridge(state("base"), state("upside"), [figureOf("revenue", "FY2028")]);
  const { bars } = waterfall(found, 0);
  const [other] = bars.slice(-1);
  expect(other!.label).toBe(`Other levers (${other!.levers})`);
  expect(other!.levers).toBeGreaterThan(1);
  const own = bars.slice(0, -1);
  const left = found.steps.filter(({ lever }) => own.every(({ label }) => label !== lever.label));
  const sum = left.reduce((total, { parts }) => total + parts[0]!, 0);
  expect(Math.abs(other!.part - sum)).toBeLessThan(0.1 * left.length);
  expect(other!.error).toBeCloseTo(
    left
      .filter(({ alone, parts }) => alone[0] !== 0 || parts[0] !== 0)
      .reduce((e, { errors }) => e + errors[0]!, 0),
    6,
  );
  expect(own.map(({ part }) => Math.abs(part))).toEqual(
    own.map(({ part }) => Math.abs(part)).sort((a, b) => b - a),
  );
});

test("levers without any part have no bar", () => {
  const to: ModelState = {
    model,
    assumptions: new Map([
      ...model.assumptions("base"),
      ["externalAiGrowth2027", "0.12"],
      ["minorityShare", "0.02"],
    ]),
  };
  const { bars, orders } = waterfall(bridge(state("base"), to, [figureOf("revenue", "FY2027")]), 0);
  expect(bars.map(({ label }) => label)).toEqual(["External AI demand growth a quarter"]);
  expect([orders, bars[0]!.error, bars[0]!.together]).toEqual([null, 0, 0]);
});
