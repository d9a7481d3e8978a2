import { SHEETS } from "../../src/workbook/sheetNames";
import { formulaWords } from "./formulaWords";
import { areaOf, cellAt, cellsOfSheet, sheetOf } from "./placedCells";
import { plan } from "./realPlan";

const summary = sheetOf(plan, SHEETS.summary);
const charts = summary.charts;

/** Values of a chart's range such as 'Income statement'!$M$4:$AF$4. */
function valuesOf(range: string): readonly unknown[] {
  const [word, ...more] = formulaWords(range);
  if (word?.kind !== "reference" || word.sheet === null || more.length > 0)
    throw new Error(`"${range}" is no range on a sheet`);
  const { top, left, bottom, right } = areaOf(word.range);
  const sheet = sheetOf(plan, word.sheet);
  return Array.from({ length: bottom - top + 1 }, (_, r) =>
    Array.from({ length: right - left + 1 }, (__, c) => cellAt(sheet, top + r, left + c)?.value),
  ).flat();
}

test("the charts show revenue by product and customer, caps, margins, cash and debt, and all scenarios", () => {
  expect(charts.map(({ title }) => title)).toEqual([
    expect.stringContaining("by product"),
    expect.stringContaining("by customer"),
    expect.stringContaining("caps"),
    expect.stringContaining("Xiaomi by quarter: demand, revenue and cap"),
    expect.stringContaining("AI capacity"),
    expect.stringContaining("return of new AI equipment"),
    "Margins",
    expect.stringContaining("adjusted EBITDA to net result"),
    expect.stringContaining("Cash, and debt"),
    expect.stringContaining("all scenarios"),
  ]);
  expect(plan.sheets.filter(({ charts: of }) => of.length > 0).map(({ name }) => name)).toEqual([
    SHEETS.summary,
    SHEETS.tear,
    SHEETS.target,
    SHEETS.beat,
    SHEETS.estimates,
  ]);
});

describe.each(charts.map((chart) => [chart.title, chart] as const))("chart %s", (_, chart) => {
  it("takes labels and numbers from filled cells of equal length", () => {
    const labels = valuesOf(chart.categories);
    expect(
      labels.every((label) => typeof label === "string" && /^(20\d\dQ[1-4]|FY20\d\d)$/.test(label)),
    ).toBe(true);
    for (const { name, values } of chart.series) {
      const numbers = valuesOf(values);
      expect([
        name,
        numbers.length,
        numbers.filter((value) => typeof value !== "number" && value !== "n/d"),
      ]).toEqual([name, labels.length, []]);
      expect(numbers.filter((value) => typeof value === "number").length).toBeGreaterThanOrEqual(
        labels.length / 2,
      );
    }
  });

  it("has axis titles, a description and series that differ in name and colour", () => {
    expect(chart.valueAxisTitle).toMatch(/\w/);
    expect(chart.altText).toMatch(/^\w.*\.$/);
    expect(new Set(chart.series.map(({ name }) => name)).size).toBe(chart.series.length);
    expect(new Set(chart.series.map(({ colour, dashed }) => `${colour} ${String(dashed)}`)).size).toBe(
      chart.series.length,
    );
    expect([chart.secondaryAxisTitle !== undefined, chart.secondaryFormat !== undefined]).toEqual([
      chart.kind === "columnStackedLine",
      chart.kind === "columnStackedLine",
    ]);
  });
});

test("charts cover neither each other nor figures", () => {
  const areas = charts.map(({ from, to }) => ({
    ...areaOf(from),
    bottom: areaOf(to).top,
    right: areaOf(to).left,
  }));
  areas.forEach((one, index) =>
    areas.slice(index + 1).forEach((other) => {
      const apart =
        one.right < other.left || other.right < one.left || one.bottom < other.top || other.bottom < one.top;
      expect(apart).toBe(true);
    }),
  );
  const covered = cellsOfSheet(summary).filter(
    ({ row, column, cell }) =>
      cell.value !== "" &&
      areas.some(
        (area) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right,
      ),
  );
  expect(covered.map(({ at }) => at)).toEqual([]);
});
