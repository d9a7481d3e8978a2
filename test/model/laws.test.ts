import fc from "fast-check";
import {
  DRIVERS,
  LINES,
  PERIODS,
  periodIndex,
  QUARTER_DRIVERS,
  QUARTERS,
  WIDTH,
  kingsoftCloud,
} from "../../src/companies/kingsoftCloud";
import { validateAssumptions } from "../../src/model";
import { reportFigure } from "../support/figure";
import { LAWS } from "./accountingLaws";
import { EXTREMES } from "./extremes";
import { brokenLaws, brokenLawsAt } from "./laws";
import { Place, rowOf, type Setting } from "./place";
import { exactSetting, fastSetting } from "./readingsApart";
import { modelOf, RUNS, SEED } from "./realModel";
import { buildOptions, DRAWS, validAssumptions } from "./validAssumptions";
import { GUIDED } from "./worked/workedAnnual";
import { workedHistory } from "./worked/workedHistory";
import { workedLines, YEARS_ONLY } from "./worked/workedLines";
import { workedOpening } from "./worked/workedOpening";
import { TRIED_SCENARIOS } from "./triedScenarios";

const model = modelOf();
const { opening } = model.data;

test.each(TRIED_SCENARIOS.map(({ id, name }) => [name, id] as const))(
  "%s as seeded keeps every law in both readings, and every check is 0",
  (_, id) => {
    expect(brokenLaws(fastSetting(model, model.assumptions(id)))).toEqual([]);
    expect(brokenLaws(exactSetting(model, model.assumptions(id)))).toEqual([]);
  },
);

test.each(Object.keys(EXTREMES))("%s: valid, and every law holds in every scenario", (name) => {
  for (const { id } of TRIED_SCENARIOS) {
    const assumptions = new Map([...model.assumptions(id), ...Object.entries(EXTREMES[name]!)]);
    expect(validateAssumptions(kingsoftCloud, model.rows, assumptions, model.data)).toEqual([]);
    expect(brokenLaws(fastSetting(model, assumptions))).toEqual([]);
  }
});

/** Sets of every draw; with five draws more than 20,000 in all. */
const SETS = Math.ceil(RUNS * 2.8);
const tried = { sets: 0, scenarios: new Map<string, number>(), extremes: new Map<string, number>() };
const count = (counts: Map<string, number>, name: string): unknown =>
  counts.set(name, (counts.get(name) ?? 0) + 1);

test.each(Object.entries(DRAWS))(
  "random valid assumptions, %s, keep every law in every scenario, and every check is 0",
  (_, draw) => {
    const keepsLaws = fc.property(
      validAssumptions(model, draw).map((flexed) => ({
        ...flexed,
        toString: () => buildOptions(model, flexed),
      })),
      ({ scenario, assumptions, extremes }) => {
        tried.sets++;
        count(tried.scenarios, scenario.name);
        extremes.forEach((name) => count(tried.extremes, name));
        const faults = [
          ...validateAssumptions(model.spec, model.rows, assumptions, model.data).map(
            ({ message }) => message,
          ),
          ...brokenLaws(fastSetting(model, assumptions)),
        ];
        if (faults.length > 0) throw new Error(faults.slice(0, 10).join("\n"));
      },
    );
    fc.assert(keepsLaws, { seed: SEED, numRuns: SETS, includeErrorInReport: true });
  },
);

test("the random sets reach every scenario and every extreme often", () => {
  const least = (counts: ReadonlyMap<string, number>, names: readonly string[]): number =>
    Math.min(...names.map((name) => counts.get(name) ?? 0));
  const [scenarios, extremes] = [
    least(
      tried.scenarios,
      TRIED_SCENARIOS.map(({ name }) => name),
    ),
    least(tried.extremes, Object.keys(EXTREMES)),
  ];
  expect(scenarios).toBeGreaterThan(tried.sets / 12);
  expect(extremes).toBeGreaterThan(tried.sets / 200);
  reportFigure(
    "Laws hold for random valid assumptions in every scenario",
    `${tried.sets.toLocaleString("en")} sets, at least ${scenarios.toLocaleString("en")} a scenario; ${Object.keys(EXTREMES).length} extremes, each in at least ${extremes.toLocaleString("en")}; ` +
      `${Object.keys(LAWS).length} laws and ${Object.keys(workedLines).length} lines worked out again in each`,
  );
});

const base = fastSetting(model, model.assumptions("base"));
const baseValues = base.values.slice();

/** The Base case with one value changed. */
function changedBase(lineId: string, column: number, change: (value: number) => number): Setting {
  const values = baseValues.slice();
  values[rowOf(lineId) + column] = change(values[rowOf(lineId) + column]!);
  return { ...base, values };
}

/** Laws that the Base case breaks with one value changed. */
const brokenWith = (...change: Parameters<typeof changedBase>): readonly string[] =>
  brokenLaws(changedBase(...change));

const ids = (has: (line: (typeof LINES)[number]) => unknown): readonly string[] =>
  LINES.filter(has).map(({ id }) => id);
const COMPUTED = LINES.filter(({ clock }) => clock === undefined).map(({ id }) => id);

test("every line but the calendar is worked out again", () => {
  expect([...Object.keys(workedLines), ...GUIDED, ...YEARS_ONLY].sort()).toEqual([...COMPUTED].sort());
  expect(Object.keys(workedOpening).sort()).toEqual(
    [...new Set([...ids(({ opening }) => opening), ...ids(({ history }) => history)])].sort(),
  );
  expect(Object.keys(workedHistory).sort()).toEqual([...ids(({ history }) => history)].sort());
});

test("a ten-thousandth added to any line in any forecast quarter or year breaks a law", () => {
  const columns = [...PERIODS.keys()].filter((column) =>
    column < QUARTERS.length ? column > opening : column >= periodIndex("FY2026"),
  );
  const silent = COMPUTED.flatMap((id) =>
    columns
      .filter((column) => !Number.isNaN(baseValues[rowOf(id) + column]!))
      .filter((column) => {
        const changed = changedBase(id, column, (value) => value * 1.0001 + 0.0001);
        // Its own column says so nearly always, and that is quick.
        return brokenLawsAt(changed, column).length === 0 && brokenLaws(changed).length === 0;
      })
      .map((column) => `${id} ${PERIODS[column]!.label}`),
  );
  expect(silent).toEqual([]);
});

test("a value that is missing, infinite or minus zero is noticed, in history too", () => {
  const fault = (column: number, value: number): string =>
    brokenWith("revenueOther", column, () => value).join();
  expect(fault(opening + 1, Number.NaN)).toContain("has no value");
  expect(fault(opening - 1, Infinity)).toContain("is Infinity");
  expect(fault(opening + 1, -0)).toContain("is minus zero");
  expect(fault(0, -0)).toContain("is minus zero");
  expect(brokenWith("cashOpening", periodIndex("FY2028"), () => 1).join()).toContain("has a value");
});

test("no law is silent about a figure that is missing", () => {
  const at = new Place(
    {
      values: new Float64Array(LINES.length * WIDTH).fill(Number.NaN),
      known: new Float64Array(LINES.length * WIDTH).fill(Number.NaN),
      drivers: new Float64Array(DRIVERS.length + QUARTER_DRIVERS.length).fill(Number.NaN),
      opening,
    },
    opening + 2,
  );
  expect(
    Object.entries(LAWS)
      .filter(([, law]) => Math.abs(law(at)) <= 1)
      .map(([name]) => name),
  ).toEqual([]);
});

test("a cap, a limit or a capacity that is passed is noticed", () => {
  const passed = (lineId: string, by: number): string =>
    brokenLaws({
      ...base,
      values: baseValues.map((value, place) =>
        place >= rowOf(lineId) && place < rowOf(lineId) + QUARTERS.length ? value + by : value,
      ),
    }).join();
  expect(passed("capXiaomi", -20_000)).toContain("Xiaomi stays within its cap");
  expect(passed("capKingsoft", -20_000)).toContain("Kingsoft stays within its cap");
  expect(passed("aiCapacity", -1e6)).toContain("the fleet bills no more than it could");
  expect(passed("capacitySetFree", -1e6)).toContain("no more is sold again than was set free");
  expect(passed("envelopeSpent", 1e6)).toContain("capital expenditure stays inside the year's envelope");
  expect(passed("revolver", -1e6)).toContain("the revolver lies between zero and its limit");
  expect(passed("revolver", 1e6)).toContain("the revolver lies between zero and its limit");
  expect(passed("loans", -1e6)).toContain("no balance that runs off is negative");
});

test("a failure shrinks to the assumption that causes it, as options of kc build", () => {
  const draw = validAssumptions(model, DRAWS["spread over their ranges"]!);
  const result = fc.check(
    fc.property(draw, ({ assumptions }) => Number(assumptions.get("taxRate")) < 0.3),
    { seed: SEED, numRuns: 500, endOnFailure: false },
  );
  expect(result.failed).toBe(true);
  const shrunk = buildOptions(model, result.counterexample![0]);
  expect(shrunk).toMatch(/^--scenario \w+ --set taxRate=[345]\d(?:\.\d+)?%!$/);
});

test("a lease that has run off leaves the last digit of a double, and no interest to cover", () => {
  const ranOff = { leasedShare: "0", debtRate: "0", revolverRate: "0", openingLeaseTerm: "7" };
  const setting = fastSetting(model, new Map([...model.assumptions("downside"), ...Object.entries(ranOff)]));
  const at = new Place(setting, periodIndex("2027Q4"));
  expect(at.before("leaseLiability")).toBeCloseTo(0, 9);
  expect(at.now("interestExpense")).toBeCloseTo(0, 9);
  expect(at.now("interestCover")).toBe(0);
});
