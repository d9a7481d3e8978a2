import { loadSeeds } from "../../src/seeds";
import { realSeedTexts } from "../model/realModel";

const seeds = loadSeeds(realSeedTexts());
const amount = (metric: string, period: string): number =>
  Number(seeds.chosen(metric, period)?.modelValue ?? NaN);
const quartersOf = (year: string): readonly string[] => [1, 2, 3, 4].map((quarter) => `${year}Q${quarter}`);
const total = (metric: string, year: string): number =>
  quartersOf(year).reduce((sum, quarter) => sum + amount(metric, quarter), 0);
const [y24, y25] = ["2024", "2025"] as const;

describe("the income statement", () => {
  const metrics = [
    "grossProfit",
    "adjustedGrossProfit",
    "researchDevelopment",
    "sellingGeneralAdministrative",
    "operatingExpenses",
    "adjustedOperatingExpenses",
    "shareBasedCompensation",
    "amortisationIntangibles",
    "operatingResult",
    "adjustedOperatingResult",
    "interestExpense",
    "interestIncome",
    "foreignExchange",
    "otherIncomeAndGains",
    "pretaxResult",
    "incomeTax",
    "netResult",
    "netResultAttributable",
    "adjustedNetResult",
    "depreciationAmortisation",
    "adjustedEbitda",
  ];

  test("is known for every quarter of 2024 and 2025", () => {
    const missing = metrics.flatMap((metric) =>
      [...quartersOf(y24), ...quartersOf(y25)]
        .filter((quarter) => Number.isNaN(amount(metric, quarter)))
        .map((quarter) => `${metric} ${quarter}`),
    );
    expect(missing).toEqual([]);
  });

  test.each([...quartersOf(y24), ...quartersOf(y25)])(
    "foots in %s, by the company's own definitions",
    (quarter) => {
      const of = (metric: string): number => amount(metric, quarter);
      const impairment = quarter === "2024Q3" ? of("impairment") : 0;
      const other = of("foreignExchange") + of("otherIncomeAndGains");
      const near = (found: number, wanted: number, within: number): void =>
        expect(Math.abs(found - wanted)).toBeLessThan(within);
      near(of("grossProfit") - of("operatingExpenses"), of("operatingResult"), 0.3);
      near(
        of("researchDevelopment") + of("sellingGeneralAdministrative") + impairment,
        of("operatingExpenses"),
        0.3,
      );
      near(
        of("operatingResult") + of("interestIncome") - of("interestExpense") + other,
        of("pretaxResult"),
        0.5,
      );
      near(of("pretaxResult") - of("incomeTax"), of("netResult"), 0.2);
      near(
        of("operatingResult") + of("shareBasedCompensation") + of("amortisationIntangibles") + impairment,
        of("adjustedOperatingResult"),
        0.7,
      );
      near(
        of("netResult") + of("shareBasedCompensation") + impairment - of("foreignExchange"),
        of("adjustedNetResult"),
        0.7,
      );
      near(
        of("adjustedOperatingResult") +
          of("otherIncomeAndGains") +
          of("depreciationAmortisation") -
          of("amortisationIntangibles"),
        of("adjustedEbitda"),
        0.8,
      );
    },
  );

  test("agrees with the years, each from another source", () => {
    expect(Math.abs(total("shareBasedCompensation", y24) - 214.44)).toBeLessThan(1.5);
    expect(Math.abs(total("shareBasedCompensation", y25) - 446.91)).toBeLessThan(1.5);
    expect(Math.abs(total("depreciationAmortisation", y24) - 1263)).toBeLessThan(2);
    expect(Math.abs(total("depreciationAmortisation", y25) - 2480)).toBeLessThan(10);
    expect(Math.abs(total("foreignExchange", y24) - amount("foreignExchange", "FY2024"))).toBeLessThan(2);
    expect(Math.abs(total("incomeTax", y24) - amount("incomeTax", "FY2024"))).toBeLessThan(0.2);
    expect(Math.abs(total("adjustedNetResult", y25) - amount("adjustedNetResult", "FY2025"))).toBeLessThan(2);
    expect(amount("adjustedNetResult", "FY2025")).toBeCloseTo(-558, 0);
  });

  test("of the first quarter of 2026 is results, tied to twelve months of another source", () => {
    const known = ["revenue", "revenuePublic", "revenueEnterprise", "revenueEcosystem", "aiGrossBilling"];
    const lines = [
      "costOfRevenue",
      "grossProfit",
      "researchDevelopment",
      "sellingMarketing",
      "generalAdministrative",
    ];
    const below = [
      "operatingResult",
      "interestIncome",
      "interestExpense",
      "pretaxResult",
      "netResultAttributable",
    ];
    for (const metric of [
      ...known,
      ...lines,
      ...below,
      "impairment",
      "adjustedEbitda",
      "capexCompanyBasis",
    ]) {
      expect([metric, seeds.chosen(metric, "2026Q1")?.basis]).toEqual([
        metric,
        metric === "adjustedEbitda" ? "adjusted" : "reported",
      ]);
    }
    const twelve = (metric: string): number =>
      ["2025Q2", "2025Q3", "2025Q4", "2026Q1"].reduce((sum, quarter) => sum + amount(metric, quarter), 0);
    for (const metric of [
      "revenue",
      "operatingResult",
      "interestExpense",
      "pretaxResult",
      "netResultAttributable",
    ]) {
      expect(Math.abs(twelve(metric) - amount(metric, "LTM2026Q1"))).toBeLessThan(0.6);
    }
  });
});

describe("what is no result", () => {
  test("keeps its basis: guidance, estimates and prices are never reported", () => {
    for (const { id, file, basis } of seeds.facts)
      if (file === "facts/estimates.csv")
        expect([id, ["broker", "market"]]).toEqual([id, expect.arrayContaining([basis])]);
    expect(seeds.chosen("capexCompanyBasis", "2025Q4")).toBeUndefined();
    expect(seeds.chosen("capexCompanyBasis", "2025Q4", "guidance")?.value).toBe("2236.2");
    expect(seeds.chosen("capexCompanyBasis", "FY2026")).toBeUndefined();
    expect(seeds.chosen("revenueXiaomi", "FY2025")).toBeUndefined();
    expect(seeds.chosen("targetPrice", "2026-02-10", "broker")?.value).toBe("15.60");
    expect(seeds.chosen("adsPrice", "2026-03-26", "market")?.value).toBe("14.40");
  });
});

describe("the balance sheet of 31 December 2025", () => {
  const of = (...metrics: readonly string[]): number =>
    metrics.reduce((sum, metric) => sum + amount(metric, "2025Q4"), 0);

  test("is whole and ties", () => {
    const assets = of(
      "cash",
      "restrictedCash",
      "receivables",
      "prepayments",
      "ppeAndRou",
      "intangibles",
      "goodwill",
    );
    const others = of("equityInvestments", "otherNonCurrentAssets");
    const liabilities = of("accountsPayable", "accruedLiabilities", "borrowings", "leaseLiabilities");
    expect(Math.abs(assets + others - of("totalAssets"))).toBeLessThan(3);
    expect(Math.abs(liabilities - of("totalLiabilities"))).toBeLessThan(1.5);
    expect(Math.abs(of("equityAttributable", "nonControllingInterests") - of("totalEquity"))).toBeLessThan(
      0.1,
    );
    expect(Math.abs(of("totalLiabilities", "totalEquity") - of("totalAssets"))).toBeLessThan(0.2);
  });

  test("has the equity of the filing's ratios, not of a roll-forward that leaves out translation", () => {
    expect(seeds.chosen("equityAttributable", "2025Q4")?.id).toBe("equityAttributable.2025Q4.derivedBalance");
    const before = of("equityAttributable") - amount("equityAttributable", "2025Q3");
    const known = amount("placingProceeds", "2025Q4") + amount("shareBasedCompensation", "2025Q4");
    const translation = before - known - amount("netResultAttributable", "2025Q4");
    expect(translation).toBeGreaterThan(-270);
    expect(translation).toBeLessThan(-150);
  });

  test("continues the debt and the other liabilities of the quarters before", () => {
    const debt = ["2025Q2", "2025Q3", "2025Q4"].map((quarter) => amount("totalDebtAndLeases", quarter));
    expect(debt).toEqual([11437.2, 12591.72, 12177]);
    expect((400 * amount("interestExpense", "2026Q1")) / debt[2]!).toBeCloseTo(5.05, 1);
  });
});

describe("debt", () => {
  test("grows with what financing and leases added, at a steady rate of interest", () => {
    const balance = ["2024Q4", "2025Q1", "2025Q2", "2025Q3"].map((quarter) =>
      amount("totalDebtAndLeases", quarter),
    );
    const rates = ["2025Q1", "2025Q2", "2025Q3"].map(
      (quarter, at) => (400 * amount("interestExpense", quarter)) / ((balance[at]! + balance[at + 1]!) / 2),
    );
    for (const rate of rates) expect(rate).toBeGreaterThan(4.2);
    for (const rate of rates) expect(rate).toBeLessThan(5.1);
    expect(Math.abs(amount("relatedLoans", "2024Q4") - amount("currentLongTermDebt", "2024Q4"))).toBeLessThan(
      35,
    );
  });

  test("of the caps: the revised total is 2,875 above the filed one, 40 % of two years of Xiaomi", () => {
    expect(amount("capCombined", "FY2025-FY2027")).toBe(11324.8);
    expect(amount("capIncrease", "FY2025-FY2027")).toBe(2875.2);
    expect(amount("capIncreaseOnXiaomi", "FY2026-FY2027")).toBe(40.1);
    expect([amount("revenueXiaomi", "FY2024"), amount("revenueKingsoft", "FY2024")]).toEqual([
      1273.815, 296.765,
    ]);
  });
});
