import {
  evaluateMeasure,
  measureOf,
  response,
  responseEnds,
  RESPONSE_LINES,
  spanOfColumn,
} from "../../src/analysis";
import { DRIVERS, periodIndex, SCENARIOS, kingsoftCloud } from "../../src/companies/kingsoftCloud";
import { validateAssumptions, type Assumptions } from "../../src/model";
import { STILL_RULES } from "../../src/analysis/stillReasons";
import { modelOf } from "../model/realModel";

const model = modelOf();
const base = model.assumptions("base");
const answer = response(model, base);
const rowOf = (driver: string) => answer.rows.find((row) => row.driver.id === driver)!;
const withValue = (assumptions: Assumptions, driver: string, value: number): Assumptions =>
  new Map([...assumptions, [driver, String(value)]]);

test("every driver has a row, and an effect is the result at its upper value less that at its lower one", () => {
  expect(answer.rows.map(({ driver }) => driver)).toEqual(DRIVERS);
  expect(answer.years).toEqual([2026, 2027, 2028]);
  for (const id of ["xiaomiDemandGrowth2027", "idcRatioBasic", "renewalDelay", "debtRate"]) {
    const { low, high, effects } = rowOf(id);
    RESPONSE_LINES.forEach((line, figure) =>
      answer.years.forEach((year, place) => {
        const measure = measureOf(line, spanOfColumn(periodIndex(`FY${year}`)));
        const at = (value: number): number => evaluateMeasure(model, measure, withValue(base, id, value));
        expect(effects[figure]![place]).toBeCloseTo(at(high) - at(low), 6);
      }),
    );
  }
});

test("a driver moves by a tenth each way, from nothing by a step, whole numbers by one, never out of its range", () => {
  const ends = (id: string, assumptions: Assumptions = base) =>
    responseEnds(
      model.spec,
      model.rows.find(({ driver }) => driver.id === id)!,
      assumptions,
    );
  expect(ends("idcRatioBasic", withValue(base, "idcRatioBasic", 0.5))).toEqual([0.45, 0.55]);
  expect(ends("foreignExchange", withValue(base, "foreignExchange", 0))).toEqual([-100, 100]);
  expect(ends("upliftKingsoft2026", withValue(base, "upliftKingsoft2026", 0))).toEqual([0, 0.01]);
  expect(ends("capUsableXiaomi", withValue(base, "capUsableXiaomi", 1))).toEqual([0.9, 1]);
  expect(ends("upliftQuarter", withValue(base, "upliftQuarter", 20264))).toEqual([20263, 20271]);
  expect(ends("renewalInForce", withValue(base, "renewalInForce", 1))).toEqual([0, 1]);
  // Parts of one whole stay within it.
  const full = new Map([...base, ["leasedShare", "0.9"], ["poolShare", "0.07"], ["agentShare", "0.03"]]);
  expect(ends("leasedShare", full)).toEqual([0.81, 0.9]);
});

test("both ends of every driver are allowed in every scenario", () => {
  for (const { id } of SCENARIOS) {
    const assumptions = model.assumptions(id);
    for (const row of model.rows)
      for (const end of responseEnds(model.spec, row, assumptions))
        expect(
          validateAssumptions(kingsoftCloud, model.rows, withValue(assumptions, row.driver.id, end)),
        ).toEqual([]);
  }
});

test("what moves nothing says why, in words of its scenario, and what moves something says nothing", () => {
  for (const { id } of SCENARIOS)
    for (const { driver, effects, why, signs } of response(model, model.assumptions(id)).rows) {
      const still = effects.flat().every((effect) => effect === 0);
      if (still)
        expect([id, driver.id, why]).toEqual([id, driver.id, expect.stringMatching(/^[a-zA-Z][^.]+$/)]);
      if (still)
        expect([id, driver.id, why ?? ""]).not.toEqual([
          id,
          driver.id,
          expect.stringMatching(/another branch/),
        ]);
      if (!still && signs === null) expect([id, driver.id, why]).toEqual([id, driver.id, null]);
    }
});

test("the reasons follow the scenario", () => {
  const why = (driver: string, changed: Readonly<Record<string, string>> = {}): string | null =>
    response(model, new Map([...base, ...Object.entries(changed)]), [driver]).rows[0]!.why;
  const roomy = { capXiaomi2026: "50000", capXiaomi2027: "50000" };
  expect(why("upliftXiaomi2026", roomy)).toBe("the 2026 Xiaomi cap does not bind");
  expect(why("upliftXiaomi2027", roomy)).toBe("the Xiaomi cap does not bind in 2027 or 2028");
  expect(why("upliftXiaomi2026", { capXiaomi2026: "1500", upliftQuarter: "20261" })).toBeNull();
  expect(why("renewalXiaomi", { renewalInForce: "0" })).toBe(
    "the framework lapses, so that nothing is renewed",
  );
  expect(why("capRefileStep", { capPacing: "1" })).toBe("counts only where caps are filed again");
  expect(why("equityRaiseQuarter", { equityRaiseAmount: "0" })).toBe("counts only with an equity raise");
  expect(why("equityRaiseQuarter", { equityRaiseAmount: "1000" })).toBeNull();
  expect(why("capImpliedCombined", { capBasis: "1" })).toBe(
    "counts only where caps are scaled to the 40 % statement",
  );
});

test("every rule is about drivers that there are", () => {
  for (const { drivers } of STILL_RULES) for (const driver of drivers) expect(DRIVERS).toContain(driver);
});
