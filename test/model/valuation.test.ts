/** The valuation against figures worked out by hand, against NPV and IRR of LibreOffice, and against what must hold for any assumptions. */

import fc from "fast-check";
import { planToXlsx } from "../../src/hosts/xlsx/writeXlsx";
import { periodIndex, QUARTERS } from "../../src/companies/kingsoftCloud";
import type { Assumptions } from "../../src/model";
import type { WorkbookPlan } from "../../src/workbook/plan";
import { recalculate } from "../support/libreOffice";
import { readingOf } from "./economicLaws";
import { plausibleAssumptions } from "./plausibleAssumptions";
import { modelOf, RUNS, SEED } from "./realModel";

const model = modelOf();
const base = model.assumptions("base");
const LAST = "FY2028";
const PRICES = [
  "valueByEvToSales",
  "valueByEvToEbitda",
  "valueBySumOfParts",
  "valueByDcfExit",
  "valueByDcfPerpetuity",
] as const;

type Values = Readonly<Record<string, string>>;
const withValues = (values: Values, from: Assumptions = base): Assumptions =>
  new Map([...from, ...Object.entries(values)]);
const read = (assumptions: Assumptions): ((line: string, period: string) => number) => {
  const reading = readingOf(model, model.vector(assumptions));
  return (line, period) => reading(line, periodIndex(period));
};

test("cost of capital, factors and market values of Base are what a pocket calculator gives", () => {
  const at = read(base);
  // 2.5 % + 1.5 × 6.5 %; 75 % of it and 25 % of 4.7 % after 15 % tax.
  expect(at("costOfEquity", LAST)).toBeCloseTo(0.1225, 12);
  expect(at("costOfCapital", LAST)).toBeCloseTo(0.1018625, 12);
  // Eleven quarters from 2026Q1: 1.1018625 to the power of -2.75; the middle of the last one is half a quarter nearer.
  expect(at("discountFactorAtEnd", LAST)).toBeCloseTo(0.765860449256, 11);
  expect(at("discountFactor", "2028Q4")).toBeCloseTo(0.775203219153, 11);
  // Seven quarters from 2026Q1 to the start of 2028, at 12.25 %.
  expect(at("equityDiscountFactor", LAST)).toBeCloseTo(0.816909389931, 11);
  // US$14.40 × 6.99 × 292.25 million ADS.
  expect(at("equityValueAtMarket", LAST)).toBeCloseTo(14.4 * 6.99 * at("adsOutstanding", "2026Q1"), 6);
  // HK$7.56 × 15 against US$14.40 × 7.8.
  expect(at("hongKongPremium", LAST)).toBeCloseTo(113.4 / 112.32 - 1, 12);
  expect(at("targetPriceHk", LAST) / at("targetPrice", LAST)).toBeCloseTo(0.52, 12);
});

test("a broker's sum of parts is his target when the model is given his figures", () => {
  const at = read(withValues({ priceToSalesAi: "6", priceToSalesOther: "2" }));
  const [ai, all] = [at("aiGrossBilling", "FY2026"), at("revenue", "FY2026")];
  expect(at("valueBySumOfParts", "FY2026")).toBeCloseTo(
    (6 * ai + 2 * (all - ai)) / at("adsOutstanding", "2026Q1"),
    9,
  );
});

test("LibreOffice's NPV and IRR say the same of the cash flows", async () => {
  const at = read(base);
  const quarters = QUARTERS.slice(periodIndex("2026Q1") + 1).map(({ label }) => label);
  const flows = quarters.map((label) => at("freeCashFlowToFirm", label));
  const exit = at("exitValue", LAST);
  const firm = at("valueByDcfExit", LAST) * at("adsAtValuation", LAST) + at("netClaimsAtValuation", LAST);
  // On a grid of half quarters: flows in the middle of each quarter, the exit value at the end of the last.
  const grid = [-firm, ...flows.flatMap((flow, index) => [flow, index + 1 < flows.length ? 0 : exit])];
  const flowCells = flows.map((value) => ({ value, style: "plain" }));
  const gridCells = grid.map((value) => ({ value, style: "plain" }));
  const end = (count: number): string => ["", "K", "W"][count === flows.length ? 1 : 2]!;
  const formulas = [
    `NPV(1.1018625^0.25-1,A1:${end(flows.length)}1)*1.1018625^0.125`,
    `(1+IRR(A2:${end(grid.length)}2,0.01))^8-1`,
  ].map((formula) => ({ value: 0, formula, style: "plain" }));
  expect([flowCells.length, gridCells.length]).toEqual([11, 23]);
  const book = await recalculate(await planToXlsx(sheetOf([flowCells, gridCells, formulas])));
  const [npv, irr] = [book.sheets[0]!.cell("A3").value, book.sheets[0]!.cell("B3").value];
  expect(npv as number).toBeCloseTo(at("presentValueToDate", LAST), 6);
  expect(irr as number).toBeCloseTo(at("costOfCapital", LAST), 9);
});

/** A workbook of one sheet. */
function sheetOf(rows: readonly WorkbookPlan["sheets"][number]["rows"][number]["cells"][]): WorkbookPlan {
  return {
    title: "NPV",
    creator: "test",
    created: "2026-01-01T00:00:00Z",
    names: [],
    styles: { plain: {} },
    activeSheet: "NPV",
    sheets: [
      {
        name: "NPV",
        tabColour: "FFFFFF",
        columns: [],
        rows: rows.map((cells) => ({ cells })),
        freeze: { rows: 0, columns: 0 },
        validations: [],
        conditionalFormats: [],
        notes: [],
        links: [],
        charts: [],
        print: {
          area: "A1:W3",
          titleRows: null,
          titleColumns: null,
          footerLeft: "",
          footerCenter: "",
          footerRight: "",
          paper: "A4",
        },
        gridlines: true,
        zoom: 100,
      },
    ],
  };
}

const anySet = plausibleAssumptions(model);
const forAny = (law: (assumptions: Assumptions) => void): void =>
  fc.assert(
    fc.property(anySet, (set) => law(set)),
    { seed: SEED, numRuns: RUNS },
  );

test("a quarter later the firm is worth what it was, grown at the cost of capital, less the cash it gave", () => {
  forAny((set) => {
    const [now, later] = ["20262", "20263"].map((valuationQuarter) =>
      read(withValues({ valuationQuarter, leasesAsDebt: "1" }, set)),
    );
    const firm = (at: ReturnType<typeof read>): number =>
      at("presentValueToDate", LAST) + at("exitValue", LAST) * at("discountFactorAtEnd", LAST);
    const growth = 1 + now!("costOfCapital", LAST);
    const expected = firm(now!) * growth ** 0.25 - now!("freeCashFlowToFirm", "2026Q3") * growth ** 0.125;
    expect(Math.abs(firm(later!) - expected)).toBeLessThan(1e-9 * Math.max(1, Math.abs(firm(now!))) + 1e-6);
  });
});

test("leases count once: what debt loses without them, cash flow pays", () => {
  forAny((set) => {
    const [debt, cost] = ["1", "0"].map((leasesAsDebt) => read(withValues({ leasesAsDebt }, set)));
    for (const { label } of QUARTERS.slice(model.data.opening + 1)) {
      expect(debt!("netClaims", label) - cost!("netClaims", label)).toBeCloseTo(
        debt!("leaseLiability", label),
        5,
      );
      expect(debt!("freeCashFlowToFirm", label) - cost!("freeCashFlowToFirm", label)).toBeCloseTo(
        cost!("leaseCharge", label) - debt!("leasedAdditions", label),
        5,
      );
    }
  });
});

const UP = [
  ["evToSales", "valueByEvToSales"],
  ["evToEbitda", "valueByEvToEbitda"],
  ["priceToSalesAi", "valueBySumOfParts"],
  ["priceToSalesOther", "valueBySumOfParts"],
  ["exitMultiple", "valueByDcfExit"],
  ["steadyMargin", "valueByDcfPerpetuity"],
  ["steadyReturn", "valueByDcfPerpetuity"],
] as const;

test.each(UP)("a higher %s raises %s and no other method", (driver, method) => {
  const [low, high] = [base, withValues({ [driver]: String(Number(base.get(driver)) * 1.1) })].map(read);
  const moved = PRICES.map((line) => high!(line, LAST) - low!(line, LAST));
  expect(moved.map(Math.sign)).toEqual(PRICES.map((line) => (line === method ? 1 : 0)));
});

test.each(["riskFreeRate", "equityRiskPremium", "beta"])(
  "a higher %s lowers what lies ahead by every method that is worth something",
  (driver) => {
    const [low, high] = [base, withValues({ [driver]: String(Number(base.get(driver)) * 1.1) })].map(read);
    for (const line of PRICES.filter((each) => low!(each, LAST) > 0))
      expect([line, high!(line, LAST) < low!(line, LAST)]).toEqual([line, true]);
  },
);

test("growth after the forecast is worth something only where new capital earns more than it costs", () => {
  const value = (steadyReturn: string, terminalGrowth: string): number =>
    read(withValues({ steadyReturn, terminalGrowth }))("perpetuityValue", LAST) /
    // Growth of the first year makes the profit larger whatever it costs.
    (1 + Number(terminalGrowth));
  expect(value("0.2", "0.03")).toBeGreaterThan(value("0.2", "0.02"));
  expect(value("0.1018625", "0.03")).toBeCloseTo(value("0.1018625", "0.02"), 6);
  expect(value("0.07", "0.03")).toBeLessThan(value("0.07", "0.02"));
});

test("the target is one method's value where only it has a weight, and weights count relative to each other", () => {
  const weights = [
    "weightEvToSales",
    "weightEvToEbitda",
    "weightSumOfParts",
    "weightDcfExit",
    "weightDcfPerpetuity",
  ];
  const only = (chosen: number): Values =>
    Object.fromEntries(weights.map((weight, index) => [weight, index === chosen ? "0.3" : "0"]));
  PRICES.forEach((line, index) => {
    const at = read(withValues(only(index)));
    expect(at("fairValuePerAds", LAST)).toBeCloseTo(at(line, LAST), 9);
    expect(at("targetPrice", LAST)).toBeCloseTo((Math.max(0, at(line, LAST)) * 1.1225) / 6.99, 9);
  });
  const half = Object.fromEntries(weights.map((weight) => [weight, String(Number(base.get(weight)) / 2)]));
  expect(read(withValues(half))("targetPrice", LAST)).toBeCloseTo(read(base)("targetPrice", LAST), 12);
});

test("a lapse of the framework lowers the headline of Base, a delay less so", () => {
  const [asIs, delayed, lapsed] = [{}, { renewalDelay: "2" }, { renewalInForce: "0" }].map(
    (values: Values) => {
      const at = read(withValues(values));
      const year = ["FY2026", "FY2027", "FY2028"].find((each) => at("isHeadlineYear", each) === 1)!;
      return [year, at("targetPrice", year)] as const;
    },
  );
  expect([asIs![0], lapsed![0]]).toEqual(["FY2028", "FY2028"]);
  expect(delayed![1]).toBeLessThan(asIs![1]);
  expect(lapsed![1]).toBeLessThan(delayed![1] - 1);
});
