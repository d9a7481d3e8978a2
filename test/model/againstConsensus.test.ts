/** Own figures against the estimates, and the driver that would close each difference. */

import { againstConsensus, evaluateMeasure, measureOf, spanOfColumn } from "../../src/analysis";
import { LINE_BY_ID, periodIndex } from "../../src/companies/kingsoftCloud";
import { consensusTable } from "../../src/workbook/consensusInputs";
import { AGAINST_LINES, consensusPlaces } from "../../src/workbook/consensusPlaces";
import { seededModel } from "../support/seededModel";

const model = seededModel();
const base = model.assumptions("base");
const table = consensusTable(model);
const periods = consensusPlaces(model).years;
const answer = againstConsensus(model, base, table, AGAINST_LINES, periods);

test("the lines of the facts that have estimates stand against them, model less mean", () => {
  expect(answer.map(({ line, period }) => `${line.id} ${period}`)).toEqual([
    "revenue FY2026",
    "aiGrossBilling FY2026",
    "grossMargin FY2026",
    "adjustedEbitdaMargin FY2026",
    "capexCompanyBasis FY2026",
    "revenue FY2027",
  ]);
  for (const { line, period, own, expected, difference } of answer) {
    const measure = measureOf(line, spanOfColumn(periodIndex(period)));
    expect(own).toBe(evaluateMeasure(model, measure, base));
    expect(difference).toBe(own - expected.mean);
  }
});

test("a closing driver, set to its value within its range, brings the figure to the mean", () => {
  const closed = answer.filter(({ closing }) => closing !== null);
  expect(closed.length).toBeGreaterThan(3);
  for (const { line, period, expected, closing } of closed) {
    const { driver, value, present } = closing!;
    const { min, max } = model.rows.find((row) => row.driver === driver)!;
    expect(value).toBeGreaterThanOrEqual(Number(min));
    expect(value).toBeLessThanOrEqual(Number(max));
    expect(present).toBe(Number(base.get(driver.id)));
    const moved = new Map(base).set(driver.id, String(value));
    const measure = measureOf(line, spanOfColumn(periodIndex(period)));
    expect(evaluateMeasure(model, measure, moved) / expected.mean).toBeCloseTo(1, 8);
  }
});

test("without closing drivers the figures are the same", () => {
  const plain = againstConsensus(model, base, table, AGAINST_LINES, periods, false);
  expect(plain).toEqual(answer.map((row) => ({ ...row, closing: null })));
});

test("the answer is the same each time, and nothing is to close where the model is the mean", () => {
  expect(againstConsensus(model, base, table, AGAINST_LINES, periods)).toEqual(answer);
  const revenue = LINE_BY_ID.get("revenue")!;
  const own = evaluateMeasure(model, measureOf(revenue, spanOfColumn(periodIndex("FY2028"))), base);
  const row = { ...table.rows[0]!, line: "revenue", period: "FY2028", mean: own, date: 60000, leave: "" };
  const [same] = againstConsensus(model, base, { since: "", rows: [row] }, [revenue], ["FY2028"]);
  expect([same!.difference, same!.closing]).toEqual([0, null]);
});

test("an estimate beyond the reach of every driver has no answer", () => {
  const revenue = LINE_BY_ID.get("revenue")!;
  const far = { ...table.rows[0]!, line: "revenue", period: "FY2027", mean: 900_000, date: 60000, leave: "" };
  const [out] = againstConsensus(model, base, { since: "", rows: [far] }, [revenue], ["FY2027"]);
  expect(out!.closing).toBeNull();
});
