/** What would have given a reported quarter: moves within their ranges that the exact reading confirms. */

import { explainPrint, modelBefore } from "../../src/analysis";
import { periodIndex } from "../../src/companies/kingsoftCloud";
import { lineKey, openModel, type Model } from "../../src/model";
import { seededModel } from "../support/seededModel";

const model = seededModel();
const base = model.assumptions("base");
const Q1 = periodIndex("2026Q1");
const Q2 = periodIndex("2026Q2");

/** The model with figures of the second quarter of 2026 typed. */
function withPrint(figures: Readonly<Record<string, number>>): Model {
  return openModel(
    model.spec,
    model.seeds,
    new Map(Object.entries(figures).map(([line, value]) => [lineKey(line, Q2), String(value)])),
  );
}

test("the first quarter of 2026: the exact reading with the moves gives what was reported, and capex is named as left over", () => {
  const { moves, lines } = explainPrint(model, base, Q1);
  expect(lines.find(({ line }) => line.id === "revenue")).toMatchObject({ reported: 2703.7 });
  const moved = new Map(base);
  for (const { driver, present, value } of moves) {
    const { min, max } = model.rows.find((row) => row.driver.id === driver.id)!;
    expect(Number(base.get(driver.id))).toBe(present);
    expect([driver.id, value >= Number(min) && value <= Number(max)]).toEqual([driver.id, true]);
    moved.set(driver.id, String(value));
  }
  const exact = modelBefore(model, Q1).exactly(moved);
  const left = lines.filter(({ line, reported }) => Math.abs(Number(exact(line.id, Q1)) - reported) > 0.05);
  expect(left.map(({ line }) => line.id)).toEqual(["capexCompanyBasis"]);
  // No more moves than differences, each for a line of its own.
  expect(new Set(moves.map(({ closes }) => closes.id)).size).toBe(moves.length);
  expect(moves.length).toBeLessThan(lines.length);
});

test("the estimate itself as a print needs no move", () => {
  const values = model.fast(base);
  const figures = Object.fromEntries(
    ["revenuePublic", "revenueEnterprise", "revenue", "grossProfit", "adjustedEbitda"].map((line) => [
      line,
      values.value(line, Q2),
    ]),
  );
  const { moves, lines } = explainPrint(withPrint(figures), base, Q2);
  expect(moves).toEqual([]);
  expect(lines).toHaveLength(5);
});

test("one line that differs takes one move, of which the rest follows; the same question has the same answer", () => {
  const figure = model.fast(base).value("revenueEnterprise", Q2);
  const print = withPrint({ revenueEnterprise: figure + 30 });
  const found = explainPrint(print, base, Q2);
  expect(found.moves).toHaveLength(1);
  expect(found.moves[0]).toMatchObject({ closes: { id: "revenueEnterprise" } });
  expect(found.moves[0]!.difference).toBeCloseTo(30, 9);
  expect(found.lines[0]!.after).toBeCloseTo(figure + 30, 6);
  expect(explainPrint(print, base, Q2)).toEqual(found);
});

test("what lies beyond every range stays as a difference", () => {
  const { moves, lines } = explainPrint(withPrint({ revenueEnterprise: 90_000 }), base, Q2);
  expect(moves).toEqual([]);
  expect(lines[0]!.reported - lines[0]!.after).toBeGreaterThan(80_000);
});
