import { causalSigns, DRIVERS, LINES, SIGNED_FIGURES, WIDTH } from "../../src/companies/kingsoftCloud";
import type { Assumptions } from "../../src/model";
import { response, RESPONSE_LINES } from "../../src/analysis";
import { modelOf } from "./realModel";
import { TRIED_SCENARIOS } from "./triedScenarios";

const model = modelOf();
const base = model.assumptions("base");
const withValues = (values: Readonly<Record<string, string>>): Assumptions =>
  new Map([...base, ...Object.entries(values)]);

const tightCaps = {
  capXiaomi2026: "2500",
  capXiaomi2027: "3200",
  capKingsoft2026: "450",
  capKingsoft2027: "560",
};
const profit = {
  ...{ otherCostRatio: "0", idcRatioBasic: "0.3", solutionRatio: "0.4", costMarkFade: "1" },
  openingTaxLosses: "600",
};

/** Settings in which drivers act that no shipped scenario needs. */
const SETTINGS: Readonly<Record<string, Assumptions>> = {
  "tight caps": withValues(tightCaps),
  "tight caps, scaled": withValues({ ...tightCaps, capBasis: "2" }),
  "tight caps, filed again": withValues({ ...tightCaps, capPacing: "3", capRefileDelay: "1" }),
  "tight caps of 2026, revised": withValues({ capXiaomi2026: "2000", upliftQuarter: "20262" }),
  "half the caps, filed again for twice as much": withValues({
    ...{ capXiaomi2026: "1500", capXiaomi2027: "2000", capPacing: "3" },
    ...{ capRefileStep: "1", capRefileDelay: "2", upliftQuarter: "20284" },
  }),
  "tight caps and no revision yet": withValues({ ...tightCaps, upliftQuarter: "20271" }),
  "tight caps and a tight renewal": withValues({
    ...tightCaps,
    renewalXiaomi: "0.8",
    renewalKingsoft: "0.8",
  }),
  "a late renewal": withValues({ renewalDelay: "2" }),
  "an idle fleet": withValues({
    externalAiGrowth2027: "-0.3",
    externalAiGrowth2028: "-0.3",
    impairmentBooked: "0.5",
  }),
  "half the envelope": withValues({
    capexEnvelope2026: "4000",
    capexEnvelope2027: "3000",
    capexEnvelope2028: "3000",
  }),
  "no envelope": withValues({
    capexEnvelope2026: "0",
    capexEnvelope2027: "0",
    capexEnvelope2028: "0",
    fleetRetirement: "0.2",
  }),
  "a profit": withValues(profit),
  "a profit with cash to spare": withValues({ ...profit, equityRaiseAmount: "9000", cashCeiling: "3000" }),
  "an equity raise": withValues({ equityRaiseAmount: "2000" }),
  "a revolver at its limit": withValues({ revolverLimit: "1000" }),
  "an opening quarter as estimated": withValues({ procurementPipeline: "1500" }),
};

const cases: readonly (readonly [string, Assumptions])[] = [
  ...TRIED_SCENARIOS.map(({ id, name }) => [name, model.assumptions(id)] as const),
  ...Object.entries(SETTINGS),
];
const answers = cases.map(([name, assumptions]) => [name, response(model, assumptions)] as const);

/** Where a driver moves one of the figures by more than a rounding: the first of scenarios and settings, or null. */
function movesIn(driver: string): string | null {
  const found = answers.find(([, { rows }]) => {
    const row = rows.find((each) => each.driver.id === driver)!;
    return row.effects.some((years) => years.some((effect) => Math.abs(effect) > 1e-3));
  });
  return found?.[0] ?? null;
}

/** Drivers that move none of the figures by their nature, and what they do instead. */
const BY_NATURE: Readonly<Record<string, string>> = {
  // At most all of the cap: a cap filed again before it binds is higher, and keeps nothing more in or out.
  capRefileThreshold: "capOfYearXiaomi",
  capStep: "capNextPercentXiaomi",
  xiaomiShareBefore: "revenueXiaomi",
  researchShareOfOpex: "adjustedResearchDevelopment",
  sellingShareOfOpex: "adjustedSellingMarketing",
  sbcResearchShare: "researchDevelopment",
  sbcSellingShare: "sellingMarketing",
  minorityShare: "minorityResult",
  equityRaisePrice: "adsOutstanding",
  awardPrice: "adsOutstanding",
  openingAds: "adsOutstanding",
  adsPrice: "targetUpside",
  sharePriceHk: "hongKongPremium",
  usdCny: "targetPrice",
  hkdPerUsd: "targetPriceHk",
  sharesPerAds: "targetPriceHk",
  valuationQuarter: "targetPrice",
  headlineYear: "isHeadlineYear",
  targetQuarters: "targetPrice",
  leasesAsDebt: "targetPrice",
  riskFreeRate: "targetPrice",
  equityRiskPremium: "targetPrice",
  beta: "targetPrice",
  debtWeight: "targetPrice",
  exitMultiple: "targetPrice",
  terminalGrowth: "valueByDcfPerpetuity",
  steadyMargin: "valueByDcfPerpetuity",
  steadyReturn: "valueByDcfPerpetuity",
  leastSpread: "valueByDcfPerpetuity",
  evToSales: "targetPrice",
  evToEbitda: "targetPrice",
  priceToSalesAi: "targetPrice",
  priceToSalesOther: "targetPrice",
  weightEvToSales: "targetPrice",
  weightEvToEbitda: "targetPrice",
  weightSumOfParts: "targetPrice",
  weightDcfExit: "targetPrice",
  weightDcfPerpetuity: "targetPrice",
  scenarioProbability: "targetPriceByProbability",
  alarmLowUse: "alarmIdle",
  alarmClusterReturn: "alarmReturn",
};

test.each(
  DRIVERS.map(({ id }) => id).filter(
    (id) => !(id in BY_NATURE) && !["quartersInYear", "checkDigits"].includes(id),
  ),
)("%s moves revenue, a result, cash or debt in a shipped scenario or a named setting", (driver) => {
  expect([driver, movesIn(driver)]).toEqual([driver, expect.any(String)]);
});

test.each(Object.entries(BY_NATURE))("%s moves no such figure, but %s", (driver, line) => {
  expect(movesIn(driver)).toBeNull();
  expect(SIGNED_FIGURES.map((figure) => causalSigns({ id: driver })[figure])).toEqual(
    SIGNED_FIGURES.map(() => "none"),
  );
  const row = LINES.findIndex(({ id }) => id === line) * WIDTH;
  const { min, max } = model.rows.find((each) => each.driver.id === driver)!;
  const capPacing = driver === "capRefileThreshold" ? "3" : "1";
  const cap = driver === "capRefileThreshold" ? "2800" : "2000";
  const raised = withValues({ capXiaomi2026: cap, equityRaiseAmount: "1000", capPacing });
  const read = (value: string): number[] =>
    Array.from(model.fast(new Map(raised).set(driver, value)).all.slice(row, row + WIDTH));
  expect(read(max)).not.toEqual(read(min));
});

test("the figures that count are revenue, results, cash and net debt", () => {
  expect(RESPONSE_LINES.map(({ id }) => id)).toEqual([
    "revenue",
    "adjustedEbitda",
    "adjustedOperatingResult",
    "netResult",
    "cash",
    "netDebt",
  ]);
});
