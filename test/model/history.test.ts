import { PERIODS, periodIndex } from "../../src/companies/kingsoftCloud";
import type { Model } from "../../src/model";
import { modelOf } from "./realModel";

const model: Model = modelOf();
const cell = model.exactly(model.assumptions("base"));
const value = (lineId: string, period: string): number => cell(lineId, periodIndex(period)).toNumber();
const QUARTERS_2025 = ["2025Q1", "2025Q2", "2025Q3", "2025Q4"];

/** Figures of the sources, read and added up by hand, RMB m. */
test.each([
  ["revenue", [1970.0, 2349.2, 2478.0, 2761.4], 9558.6],
  ["revenuePublic", [1353.5, 1625.3, 1752.3, 1902.4], 6633.5],
  ["revenueEnterprise", [616.5, 723.9, 725.7, 859.0], 2925.1],
  ["aiGrossBilling", [525, 728.7, 782.4, 926], 2962.1],
  ["revenueEcosystem", [496.1, 628.9, 690.8, 804], 2619.8],
  ["grossProfit", [318.3, 338.8, 380.9, 465.4], 1503.4],
  ["adjustedEbitda", [318.5, 406.0, 826.6, 785.2], 2336.3],
])("%s of 2025 by quarter, and the year", (lineId, quarters, year) => {
  expect(QUARTERS_2025.map((period) => value(lineId, period))).toEqual(quarters);
  expect(value(lineId, "FY2025")).toBeCloseTo(year, 9);
});

test("shares and margins are worked out from the figures, in percent to one decimal", () => {
  const percent = (lineId: string, period: string): number => Math.round(value(lineId, period) * 1000) / 10;
  // 690.8 ÷ 2,478.0; 406.0 ÷ 2,349.2; 826.6 ÷ 2,478.0; 338.8 ÷ 2,349.2; 785.2 ÷ 2,761.4.
  expect(percent("ecosystemShare", "2025Q3")).toBe(27.9);
  expect(percent("adjustedEbitdaMargin", "2025Q2")).toBe(17.3);
  expect(percent("adjustedEbitdaMargin", "2025Q3")).toBe(33.4);
  expect(percent("grossMargin", "2025Q2")).toBe(14.4);
  expect(percent("adjustedEbitdaMargin", "2025Q4")).toBe(28.4);
});

test("parts of cost of revenue add up to the reported cost", () => {
  const parts = (period: string): number[] =>
    ["costIdc", "costDepreciation", "costSolution", "costFulfilment", "costOther"].map((id) =>
      value(id, period),
    );
  expect(parts("2025Q2")).toEqual([803.1, 552.0, 563.7, 25.8, 65.8]);
  expect(value("costOfRevenue", "2025Q2")).toBe(2010.4);
  expect(parts("2025Q3")).toEqual([775.7, 649.7, 595.9, 5.2, 70.6]);
  expect(value("costOfRevenue", "2025Q3")).toBe(2097.1);
  for (const period of ["2025Q2", "2025Q3"])
    expect(parts(period).reduce((a, b) => a + b)).toBeCloseTo(value("costOfRevenue", period), 9);
});

test("revenue less cost is gross profit, and public and enterprise cloud are revenue, in every quarter of 2025", () => {
  for (const period of QUARTERS_2025) {
    expect(
      Math.abs(value("revenue", period) - value("costOfRevenue", period) - value("grossProfit", period)),
    ).toBeLessThan(0.15);
    expect(value("revenuePublic", period) + value("revenueEnterprise", period)).toBeCloseTo(
      value("revenue", period),
      9,
    );
    expect(value("revenueEcosystem", period) + value("revenueExternal", period)).toBeCloseTo(
      value("revenue", period),
      9,
    );
  }
});

test("caps, cash and capital expenditure as filed and stated", () => {
  expect(value("capXiaomi", "FY2025")).toBe(2310);
  expect(value("capKingsoft", "FY2025")).toBe(470);
  expect(QUARTERS_2025.map((period) => value("cash", period))).toEqual([2322.7, 5464.1, 3954.5, 6018]);
  expect(["2025Q1", "2025Q2", "2025Q3"].map((period) => value("capexCompanyBasis", period))).toEqual([
    2175.2, 2800.8, 2787.8,
  ]);
});

test("the opening balance sheet adds up to the reported total within its rounding, and balances", () => {
  // 6,018 + 99.19 + 2,314 + 2,592 + 10,193 + 532.77 + 4,606 + 234.17 + 139.84 against 26,729.
  expect(value("totalAssets", "2025Q4")).toBeCloseTo(26_728.97, 9);
  expect(Math.abs(value("totalAssets", "2025Q4") - 26_729)).toBeLessThan(0.5);
  expect(value("liabilitiesAndEquity", "2025Q4")).toBe(value("totalAssets", "2025Q4"));
});

test("what no source says stays not disclosed", () => {
  for (const [lineId, period] of [
    ["adjustedOperatingExpenses", "FY2021"],
    ["relatedPartyReceivables", "2025Q3"],
    ["aiGrossBilling", "FY2021"],
    ["creditLoss", "2025Q2"],
  ] as const) {
    expect(value(lineId, period)).toBeNaN();
  }
});

test("of the quarter after the opening the results are known, and nothing of its caps and its balance sheet; of later ones nothing", () => {
  const { data, seeds } = model;
  const knownOf = (period: string): readonly string[] =>
    ["revenue", "grossProfit", "adjustedEbitda", "interestExpense", "capXiaomi", "cash"].filter(
      (id) => data.known(id, periodIndex(period)) !== undefined,
    );
  expect(PERIODS[data.opening]!.label).toBe("2025Q4");
  expect(knownOf("2026Q1")).toEqual(["revenue", "grossProfit", "adjustedEbitda", "interestExpense"]);
  expect(knownOf("2026Q2")).toEqual([]);
  expect(seeds.chosen("capXiaomi", "FY2026")).toBeDefined();
  expect(
    ["2025Q3", "2025Q4", "2026Q1", "2026Q2"].map((period) => data.knowledge(periodIndex(period))),
  ).toEqual(["reported", "reported", "results", "forecast"]);
});

/** Figures of 1Q26 by its sources, RMB m, and a year that adds them up with its forecast quarters. */
test("1Q26 stands as reported, in quarter and year", () => {
  expect(
    ["revenue", "revenueEcosystem", "grossProfit", "capexCompanyBasis"].map((id) => value(id, "2026Q1")),
  ).toEqual([2703.7, 838, 345.7, 3000]);
  const quarters = ["2026Q1", "2026Q2", "2026Q3", "2026Q4"].map((period) => value("revenue", period));
  expect(value("revenue", "FY2026")).toBeCloseTo(
    quarters.reduce((total, quarter) => total + quarter, 0),
    9,
  );
});
