import fc from "fast-check";
import { periodIndex, QUARTERS } from "../../src/companies/kingsoftCloud";
import type { Assumptions } from "../../src/model";
import { modelOf, RUNS, SEED } from "./realModel";
import { buildOptions, validAssumptions } from "./validAssumptions";

const model = modelOf();
const forecast = QUARTERS.map((_, column) => column).filter((column) => column > model.data.opening);

/** Drivers that make a cap higher. */
const RAISES = [
  "capXiaomi2026",
  "capXiaomi2027",
  "capKingsoft2026",
  "capKingsoft2027",
  "upliftXiaomi2026",
  "upliftXiaomi2027",
  "upliftKingsoft2026",
  "upliftKingsoft2027",
  "capUsableXiaomi",
  "capUsableKingsoft",
  "renewalXiaomi",
  "renewalKingsoft",
  "capImpliedCombined",
  "renewalInForce",
];

function quarterly(assumptions: Assumptions, line = "revenueEcosystem"): readonly number[] {
  const { value } = model.fast(assumptions);
  return forecast.map((quarter) => value(line, quarter));
}

const flexed = validAssumptions(model, { seeded: 6, anywhere: 2, ends: 1 }).map((each) => ({
  ...each,
  toString: () => buildOptions(model, each),
}));
const part = fc.double({ min: 0, max: 1, noNaN: true });

/** Assumptions with one driver moved towards the top of its range. */
function raised(assumptions: Assumptions, driver: string, by: number): Assumptions {
  const { max } = model.rows.find((row) => row.driver.id === driver)!;
  const low = Number(assumptions.get(driver));
  return new Map(assumptions).set(
    driver,
    String(driver === "renewalInForce" ? 1 : low + by * (Number(max) - low)),
  );
}

const fallen = (before: readonly number[], after: readonly number[]): readonly number[] =>
  before.filter((amount, index) => after[index]! < amount - 1e-9 * Math.max(1, amount));

test("a higher cap, uplift, usable share or renewal lowers ecosystem revenue in no quarter", () => {
  fc.assert(
    fc.property(flexed, fc.constantFrom(...RAISES), part, ({ assumptions }, driver, by) => {
      expect(fallen(quarterly(assumptions), quarterly(raised(assumptions, driver, by)))).toEqual([]);
    }),
    { seed: SEED, numRuns: RUNS * 2, includeErrorInReport: true },
  );
});

test.each(["revenue", "adjustedEbitda"])(
  "Upside is at least Base, and Base at least Downside, on %s of every year",
  (lineId) => {
    for (const year of ["FY2026", "FY2027", "FY2028"]) {
      const [downside, base, upside] = (["downside", "base", "upside"] as const).map((id) =>
        model.fast(model.assumptions(id)).value(lineId, periodIndex(year)),
      );
      expect(upside).toBeGreaterThanOrEqual(base!);
      expect(base).toBeGreaterThanOrEqual(downside!);
    }
  },
);

test("a renewal that lapses ends ecosystem revenue with 2027, and one that is delayed lowers it", () => {
  const in2028 = (id: "base" | "renewalDelayed" | "renewalLapses"): number =>
    model.fast(model.assumptions(id)).value("revenueEcosystem", periodIndex("FY2028"));
  expect(in2028("renewalLapses")).toBe(0);
  expect(in2028("renewalDelayed")).toBeLessThan(in2028("base"));
});
