import { precedents, toA1, toWords, type Expression } from "../../src/formula";
import { DRIVERS, LINE_BY_ID, LINES, QUARTERS, SECTIONS, YEARS } from "../../src/companies/kingsoftCloud";
import { phaseOf, quarterFormula, type LineItem } from "../../src/model";
import { childrenOf, someNode } from "../formula/treeSample";
import { modelOf } from "./realModel";
import { addressingOf, placeOf, toR1C1 } from "./worksheetRows";

const { opening } = modelOf().data;
const forecast = QUARTERS.map((_, column) => column).filter((column) => column > opening);

/** Lines that have values after the opening, which all but those of guidance have. */
const calculated = LINES.filter(({ forecast: formula }) => formula !== undefined);

function formulasOf(line: LineItem): readonly Expression[] {
  return [
    line.history?.(),
    line.opening?.(),
    line.forecast?.(),
    typeof line.annual === "function" ? line.annual() : undefined,
  ].filter((e) => e !== undefined);
}

/** The one R1C1 text of a line's forecast, or all of them when columns differ. */
function r1c1Texts(line: LineItem, expressionAt: (column: number) => Expression): readonly string[] {
  const texts = forecast.map((column) => {
    const at = placeOf(line.id, column);
    return toR1C1(toA1(expressionAt(column), addressingOf(column, opening)), at.row, at.column);
  });
  return [...new Set(texts)];
}

test("references are read relative to the cell", () => {
  expect(toR1C1("L20+$M$3*SUM(N4:$P22)-'Sheet 1'!L$7/MAX(2,AA1)", 22, 13)).toBe(
    "R[-2]C[-1]+R3C13*SUM(R[-18]C[1]:RC16)-'Sheet 1'!R7C[-1]/MAX(2,R[-21]C[14])",
  );
});

test("each line has one formula across the forecast, the same in R1C1", () => {
  const torn = calculated.filter(
    (line) => r1c1Texts(line, (column) => quarterFormula(line, phaseOf(column, opening))!).length !== 1,
  );
  expect(torn.map(({ id }) => id)).toEqual([]);
});

test("a formula that differs in one column would be seen", () => {
  const [revenue, other] = [
    LINE_BY_ID.get("revenue")!.forecast!(),
    LINE_BY_ID.get("grossProfit")!.forecast!(),
  ];
  expect(
    r1c1Texts(LINE_BY_ID.get("revenue")!, (column) => (column === forecast[3] ? other : revenue)),
  ).toHaveLength(2);
});

test("no number is typed in a formula: only 0 and 1", () => {
  const typed = LINES.flatMap((line) =>
    formulasOf(line)
      .filter((formula) =>
        someNode(formula, (node) => node.kind === "number" && node.value !== "0" && node.value !== "1"),
      )
      .map(() => line.id),
  );
  expect(typed).toEqual([]);
});

test("a comparison is only ever a condition, so that no cell shows TRUE and no TRUE is compared with 1", () => {
  const isComparison = (node: Expression): boolean =>
    (node.kind === "binary" && /[<>=]/.test(node.operator)) ||
    (node.kind === "call" && /^(AND|OR)$/.test(node.name));
  const allowed = (node: Expression, asCondition: boolean): boolean => {
    if (isComparison(node) && !asCondition) return false;
    const conditionPlace = (index: number): boolean =>
      node.kind === "call" && ((node.name === "IF" && index === 0) || /^(AND|OR)$/.test(node.name));
    return childrenOf(node).every((child, index) => allowed(child, conditionPlace(index)));
  };
  expect(
    LINES.filter((line) => !formulasOf(line).every((formula) => allowed(formula, false))).map(({ id }) => id),
  ).toEqual([]);
});

test("formula text is short enough for a person: under 200 characters", () => {
  const long = LINES.filter((line) =>
    formulasOf(line).some((formula) => toA1(formula, addressingOf(forecast[0]!, opening)).length >= 200),
  );
  expect(long.map(({ id }) => id)).toEqual([]);
});

test("years shift to years: a year's formula reads at most the year before, and no whole rows", () => {
  const annual = LINES.flatMap((line) =>
    typeof line.annual === "function" ? precedents(line.annual()).map((p) => [line.id, p] as const) : [],
  );
  expect(
    annual
      .filter(([, p]) => p.kind === "range" || (p.kind === "series" && (p.shift < -1 || p.shift > 0)))
      .map(([id]) => id),
  ).toEqual([]);
  expect(YEARS).toHaveLength(8);
});

test("lines have an id of their own, a label, a meaning in a sentence, and words for their formula", () => {
  expect(new Set(LINES.map(({ id }) => id)).size).toBe(LINES.length);
  expect(
    LINES.filter(({ label, meaning }) => label.trim() === "" || !/^[A-Z0-9].*[.…]$/.test(meaning)).map(
      ({ id }) => id,
    ),
  ).toEqual([]);
  expect(
    LINES.filter((line) =>
      formulasOf(line).some((formula) => /undefined|\[object/.test(toWords(formula))),
    ).map(({ id }) => id),
  ).toEqual([]);
  expect(SECTIONS.filter(({ lines }) => lines.length === 0).map(({ title }) => title)).toEqual([]);
  expect(new Set(SECTIONS.map(({ title }) => title)).size).toBe(SECTIONS.length);
});

test("every assumption moves something, and ids are no cell addresses", () => {
  const read = new Set(
    LINES.flatMap((line) =>
      formulasOf(line).flatMap((formula) =>
        precedents(formula).flatMap((p) => (p.kind === "scalar" ? [p.scalar.id] : [])),
      ),
    ),
  );
  expect(DRIVERS.filter(({ id }) => !read.has(id)).map(({ id }) => id)).toEqual([]);
  expect([...DRIVERS, ...LINES].filter(({ id }) => /^[a-z]{1,3}\d+$/i.test(id)).map(({ id }) => id)).toEqual(
    [],
  );
});

/** Lines that nothing else reads: what a reader looks for. */
const SHOWN = new Set([
  ...["ecosystemShare", "aiShareOfPublic", "revenueGrowth", "grossMargin", "adjustedGrossMargin"],
  ...["adjustedOperatingMargin", "ebitdaAfterLeases", "borrowings", "oneTimeOtherIncome", "costPool"],
  ...["nonCashInvestment", "freeCashFlow", "netDebtToEbitda", "interestCover", "debtToEquity"],
  ...["resultPerAds", "adjustedResultPerAds", "revenuePerAds", "bookPerAds"],
  ...["ebitdaMarginVsGuidance", "capexVsGuidance", "capexToRevenue", "procurementTotal"],
  // The sheets look with it for what is typed for a quarter.
  "assumedQuarter",
  ...["clusterPayback", "clusterReturn", "clusterLeasedCash", "clusterPoolCash", "clusterAgentFee"],
  ...["clusterOwnedMargin", "clusterLeasedMargin", "clusterPoolMargin", "externalAiServed"],
  ...["isHeadlineYear", "targetPriceHk", "targetUpside", "targetPriceByProbability", "hongKongPremium"],
  ...["evToSalesAtMarket", "evToEbitdaAtMarket", "priceToSalesAtMarket"],
  ...["Xiaomi", "Kingsoft"].flatMap((party) =>
    ["capUtilisation", "bindingQuarter", "capStopsBinding", "capNextPercent"].map((line) => line + party),
  ),
]);

test("every line is read by another, or is a result, an alarm, a check or a figure to look at", () => {
  const read = new Set(
    LINES.flatMap((line) =>
      formulasOf(line).flatMap((formula) =>
        precedents(formula).flatMap((p) => ("series" in p && p.series.id !== line.id ? [p.series.id] : [])),
      ),
    ),
  );
  const unread = LINES.filter(({ id }) => !read.has(id) && !/^(check|alarm)[A-Z]/.test(id));
  expect(unread.map(({ id }) => id).filter((id) => !SHOWN.has(id))).toEqual([]);
});

test("calendar lines have no value in a year", () => {
  expect(LINES.filter(({ clock: value, annual }) => value !== undefined && annual !== "none")).toEqual([]);
});

test("what may be typed has a name in the facts, and a balance is no flow", () => {
  expect(LINES.filter(({ typed, fact }) => typed !== undefined && fact === undefined)).toEqual([]);
  const wrong = LINES.filter(
    ({ typed, annual }) =>
      (typed === "balance" && annual !== "last") || (typed === "result" && annual !== "sum"),
  );
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

test("a formula after the opening reads earlier quarters, this one and whole rows, never how far the border is", () => {
  const late = calculated.filter((line) =>
    precedents(line.forecast!()).some(
      (p) => p.kind === "quartersOfYear" || (p.kind === "series" && p.shift > 0),
    ),
  );
  expect(late.map(({ id }) => id)).toEqual([]);
  const border = calculated.filter((line) =>
    precedents(line.forecast!()).some((p) => p.kind === "series" && p.series.id === "phase" && p.shift === 0),
  );
  expect(border.map(({ id }) => id)).toEqual([]);
});
