import {
  columnOf,
  measureOf,
  quarterNumberOf,
  shiftedSpan,
  spanFrom,
  spanProblem,
  spanValue,
} from "../../src/analysis";
import { LINE_BY_ID, LINES, periodIndex, YEARS, firstQuarterOf } from "../../src/companies/kingsoftCloud";
import { modelOf } from "../model/realModel";

const model = modelOf();
const base = model.assumptions("base");
const all = model.fast(base);
const line = (id: string) => LINE_BY_ID.get(id)!;
const at = (id: string, label: string): number => all.value(id, periodIndex(label));
const half = (year: number, which: 1 | 2) => spanFrom("half", quarterNumberOf(year, which === 1 ? 1 : 3), 2);

test("spans know their names, columns and neighbours", () => {
  expect(
    [
      half(2025, 2),
      spanFrom("nineMonths", quarterNumberOf(2025, 1), 3),
      spanFrom("lastTwelveMonths", quarterNumberOf(2025, 2), 4),
    ].map(({ label }) => label),
  ).toEqual(["2H2025", "9M2025", "LTM2026Q1"]);
  expect(columnOf(spanFrom("lastTwelveMonths", quarterNumberOf(2026, 1), 4))).toBe(periodIndex("FY2026"));
  expect(columnOf(half(2026, 1))).toBe(-1);
  expect(shiftedSpan(half(2026, 1), -2).label).toBe("2H2025");
  expect(spanFrom("quarter", quarterNumberOf(2023, 4), 1)).toMatchObject({ from: -1, label: "2023Q4" });
});

test("flows add up, also over the border of actual and forecast; stocks take the end", () => {
  const mixed = spanFrom("lastTwelveMonths", quarterNumberOf(2025, 3), 4);
  const expected = ["2025Q3", "2025Q4", "2026Q1", "2026Q2"].reduce(
    (sum, label) => sum + at("revenue", label),
    0,
  );
  expect(spanValue(line("revenue"), mixed, all, base)).toBeCloseTo(expected, 9);
  expect(spanValue(line("cash"), mixed, all, base)).toBe(at("cash", "2026Q2"));
});

test("a ratio over a half-year is the ratio of the sums", () => {
  const flows = (id: string): number => at(id, "2026Q1") + at(id, "2026Q2");
  expect(spanValue(line("grossMargin"), half(2026, 1), all, base)).toBeCloseTo(
    flows("grossProfit") / flows("revenue"),
    14,
  );
  expect(spanValue(line("revenueGrowth"), half(2026, 1), all, base)).toBeCloseTo(
    flows("revenue") / (at("revenue", "2025Q1") + at("revenue", "2025Q2")) - 1,
    14,
  );
});

test("an average of a stock starts from the opening balance of the span", () => {
  const mean = (at("adsOutstanding", "2026Q2") + at("adsOutstanding", "2026Q4")) / 2;
  expect(spanValue(line("weightedAds"), half(2026, 2), all, base)).toBeCloseTo(mean, 12);
});

test("over any year, the span reading would give what the year's column holds", () => {
  // A line without a formula for quarters is a figure of whole years.
  for (const each of LINES.filter(
    ({ annual, forecast }) => typeof annual === "function" && forecast !== undefined,
  )) {
    for (const { year, label } of YEARS.filter((period) => period.year > 2025)) {
      // A span of the same quarters under another kind has no column of its own.
      const quarters = spanFrom("years", firstQuarterOf(year), 4);
      const expected = at(each.id, label);
      const value = spanValue(each, quarters, all, base);
      expect({
        id: each.id,
        label,
        close: Math.abs(value - expected) <= 1e-9 * Math.max(1, Math.abs(expected)),
      }).toEqual({ id: each.id, label, close: true });
    }
  }
});

test("what has no meaning over several quarters says so", () => {
  expect(spanProblem(line("capLeftXiaomi"), half(2026, 1))).toContain("single quarters only");
  expect(spanProblem(line("capexVsGuidance"), half(2026, 1))).toContain("figure of whole years");
  expect(spanProblem(line("revenue"), half(2026, 1))).toBeNull();
  expect(measureOf(line("revenue"), half(2026, 1)).label).toBe("Total revenue 1H2026");
});
