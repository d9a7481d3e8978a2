import {
  missingForActual,
  openModel,
  periodIndex,
  REQUIRED_FOR_ACTUAL,
  SCENARIOS,
  type Model,
} from "../../src/model";
import { brokenLaws } from "./laws";
import { MADE_UP, seedsWithMadeUpQuarter, seedsWithout } from "./madeUpQuarter";
import { compareReadings, exactSetting, fastSetting } from "./readingsApart";
import { modelOf } from "./realModel";

const real = modelOf();
const quarter = periodIndex("2026Q1");
const rolled = modelOf(seedsWithMadeUpQuarter());

const cell = (model: Model, lineId: string, column: number): number =>
  model.exactly(model.assumptions("base"))(lineId, column).toNumber();

test("the last actual quarter follows from the facts", () => {
  expect(real.data.lastActual).toBe(periodIndex("2025Q4"));
  expect(rolled.data.lastActual).toBe(quarter);
});

test.each([
  "revenue",
  "revenuePublic",
  "revenueEnterprise",
  "revenueEcosystem",
  "aiGrossBilling",
  "grossProfit",
  "adjustedEbitda",
])("history shows the added %s", (metric) => {
  expect(cell(rolled, metric, quarter)).toBe(Number(MADE_UP[metric]));
  expect(cell(real, metric, quarter)).not.toBe(Number(MADE_UP[metric]));
});

test("the opening balance sheet is the added one, and debt balances it", () => {
  for (const metric of [
    "cash",
    "restrictedCash",
    "receivables",
    "prepayments",
    "goodwill",
    "equityInvestments",
    "otherNonCurrentAssets",
    "accountsPayable",
    "accruedLiabilities",
  ]) {
    expect(cell(rolled, metric, quarter)).toBe(Number(MADE_UP[metric]));
  }
  expect(cell(rolled, "ppe", quarter) + cell(rolled, "rightOfUseAssets", quarter)).toBe(11_400);
  expect(cell(rolled, "totalAssets", quarter)).toBe(27_500);
  expect(cell(rolled, "shareholdersEquity", quarter)).toBe(9000);
  expect(cell(rolled, "liabilitiesAndEquity", quarter)).toBe(27_500);
  expect(cell(rolled, "procurementTotal", quarter)).toBe(3100);
});

test("calibrated assumptions follow the added quarter", () => {
  const base = rolled.assumptions("base");
  expect(Number(base.get("receivableDays"))).toBeCloseTo((2400 / 2900) * 90, 6);
  expect(Number(base.get("payableDays"))).toBeCloseTo((2100 / (2900 - 430)) * 90, 6);
  expect(rolled.rows.filter(({ calibrated }) => calibrated).map(({ driver }) => driver.id)).toEqual(
    expect.arrayContaining([
      "openingCash",
      "openingPpeAndRou",
      "openingEquity",
      "procurementPipeline",
      "receivableDays",
    ]),
  );
});

test("the forecast starts in 2026Q2: the quarter before it has no forecast cells", () => {
  expect(rolled.data.known("revenue", quarter)?.value).toBe("2900");
  expect(real.data.known("revenue", quarter)).toBeUndefined();
  expect(Number.isNaN(cell(rolled, "capLeftXiaomi", quarter))).toBe(true);
  expect(Number.isNaN(cell(rolled, "capLeftXiaomi", quarter + 1))).toBe(false);
});

test.each(SCENARIOS.map(({ id, name }) => [name, id] as const))(
  "%s keeps every law after the roll, in both readings",
  (_, id) => {
    const [fast, exact] = [
      fastSetting(rolled, rolled.assumptions(id)),
      exactSetting(rolled, rolled.assumptions(id)),
    ];
    expect(brokenLaws(fast)).toEqual([]);
    expect(brokenLaws(exact)).toEqual([]);
    expect(compareReadings(rolled, fast, exact).apart).toEqual([]);
  },
);

test.each(REQUIRED_FOR_ACTUAL)("without %s the quarter is no actual one", (metric) => {
  const seeds = seedsWithout(rolled.seeds, metric, "2026Q1");
  expect(missingForActual(seeds, "2026Q1")).toEqual([metric]);
  expect(openModel(seeds).data.lastActual).toBe(periodIndex("2025Q4"));
});

test("revenue through both lenses, results and the opening balance sheet make a quarter complete; capital expenditure may be missing", () => {
  expect([...REQUIRED_FOR_ACTUAL].sort()).toEqual(
    Object.keys(MADE_UP)
      .filter((metric) => metric !== "capexCompanyBasis")
      .sort(),
  );
});

test("without a complete quarter there is no model, and the message names what is needed", () => {
  expect(() => openModel(seedsWithout(real.seeds, "restrictedCash"))).toThrow(
    /No quarter has all of: .*restrictedCash.*Add the missing figures to seeds\/facts/,
  );
});
