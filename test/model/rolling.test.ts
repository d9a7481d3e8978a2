import { periodIndex, REQUIRED, TYPED_LINES, kingsoftCloud } from "../../src/companies/kingsoftCloud";
import { historyFromSeeds, lineKey, openModel, type Model } from "../../src/model";
import { brokenLaws } from "./laws";
import { MADE_UP, seedsWithMadeUpQuarter, seedsWithout } from "./madeUpQuarter";
import { compareReadings, exactSetting, fastSetting } from "./readingsApart";
import { modelOf } from "./realModel";
import { TRIED_SCENARIOS } from "./triedScenarios";

const real = modelOf();
const quarter = periodIndex("2026Q1");
const rolled = modelOf(seedsWithMadeUpQuarter());

const cell = (model: Model, lineId: string, column: number): number =>
  model.exactly(model.assumptions("base"))(lineId, column).toNumber();

test("states start from the last quarter whose results and whole balance sheet are known", () => {
  expect(real.data.opening).toBe(periodIndex("2025Q4"));
  expect(rolled.data.opening).toBe(quarter);
  expect([real, rolled].map(({ data }) => data.knowledge(quarter))).toEqual(["results", "reported"]);
});

test.each([
  "revenue",
  "revenuePublic",
  "revenueEnterprise",
  "revenueEcosystem",
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
    "accountsPayable",
  ])
    expect(cell(rolled, metric, quarter)).toBe(Number(MADE_UP[metric]));
  expect(cell(rolled, "ppe", quarter) + cell(rolled, "rightOfUseAssets", quarter)).toBe(11_400);
  expect(cell(rolled, "totalAssets", quarter)).toBe(27_500);
  expect(cell(rolled, "loans", quarter)).toBe(9000);
  expect(cell(rolled, "liabilitiesAndEquity", quarter)).toBe(27_500);
});

test("days and marks follow the added quarter", () => {
  const related = (850 * 45) / 90;
  expect(cell(rolled, "externalReceivableDays", quarter)).toBeCloseTo(
    ((2400 - related) / (2900 - 850)) * 90,
    6,
  );
  expect(cell(rolled, "otherPrepaymentDays", quarter)).toBeCloseTo(((2600 - 3100 * 0.15) / 2900) * 90, 6);
  expect(cell(rolled, "cashCostMark", quarter)).toBeCloseTo(
    cell(rolled, "cashCostOfRevenue", quarter) / cell(rolled, "cashCostAtRates", quarter),
    9,
  );
});

test("what the year has used before an opening inside it counts: caps, envelope and demand", () => {
  expect(cell(rolled, "envelopeSpentBefore", quarter + 1)).toBe(3100);
  expect(cell(rolled, "capUsedBeforeXiaomi", quarter + 1)).toBeCloseTo(850 * 0.84, 9);
  expect(cell(rolled, "demandBeforeXiaomi", quarter + 1)).toBeCloseTo(850 * 0.84, 9);
});

test.each(TRIED_SCENARIOS.map(({ id, name }) => [name, id] as const))(
  "%s keeps every law after the roll, in both readings",
  (_, id) => {
    const [fast, exact] = [
      fastSetting(rolled, rolled.assumptions(id)),
      exactSetting(rolled, rolled.assumptions(id)),
    ];
    expect(brokenLaws(fast)).toEqual([]);
    expect(brokenLaws(exact)).toEqual([]);
    expect(compareReadings(fast, exact).apart).toEqual([]);
  },
);

const NEEDED = ["revenue", ...REQUIRED.assets, ...REQUIRED.claims].map((id) =>
  id === "leaseLiability" ? "leaseLiabilities" : id,
);

test.each(NEEDED)("without %s states start a quarter earlier", (metric) => {
  const without = openModel(kingsoftCloud, seedsWithout(rolled.seeds, metric, "2026Q1"));
  expect(without.data.opening).toBe(periodIndex("2025Q4"));
  expect(without.data.sheetCounts(quarter)).toBe(metric === "revenue");
});

test("a balance sheet that misses by more than the rounding of its lines does not count", () => {
  const texts = seedsWithMadeUpQuarter();
  const off = (by: number): Model =>
    modelOf({
      ...texts,
      "facts/madeUp.csv": texts["facts/madeUp.csv"]!.replaceAll("5500", String(5500 + by)),
    });
  expect(off(5).data.opening).toBe(quarter);
  expect(off(6).data.opening).toBe(periodIndex("2025Q4"));
});

test("without such a quarter there is no model, and the message names what is needed", () => {
  expect(() => openModel(kingsoftCloud, seedsWithout(real.seeds, "restrictedCash"))).toThrow(
    /No quarter has results and a whole balance sheet that ties: .*restrictedCash.*Add the missing figures to seeds\/facts/,
  );
});

test("a figure typed for a later quarter stands; of a balance sheet only when it is whole and ties; states still start where they did", () => {
  const own = real.fast(real.assumptions("base"));
  const later = periodIndex("2026Q2");
  const typed = new Map(
    TYPED_LINES.map(({ id }) => [lineKey(id, later), String(own.value(id, later))] as const),
  );
  const whole = historyFromSeeds(kingsoftCloud, real.seeds, typed);
  expect([whole.opening, whole.knowledge(later), whole.sheetCounts(later)]).toEqual([
    real.data.opening,
    "reported",
    true,
  ]);
  expect(whole.known("cash", later)).toEqual({ value: typed.get(lineKey("cash", later)), factId: null });
  const part = historyFromSeeds(
    kingsoftCloud,
    real.seeds,
    new Map([...typed].filter(([key]) => !key.startsWith("goodwill"))),
  );
  expect([part.knowledge(later), part.known("cash", later)]).toEqual(["results", undefined]);
  expect(part.figure("cash", later)).toBeDefined();
  const one = historyFromSeeds(kingsoftCloud, real.seeds, new Map([[lineKey("revenue", later), "3000"]]));
  expect([one.knowledge(later), one.known("revenue", later)?.value]).toEqual(["estimate", "3000"]);
});
