/** The guidance tracker: what the facts hold by hand, and rows of one's own recalculated by LibreOffice and Gnumeric. */

import type { EstimateCell } from "../../src/analysis";
import { planToXlsx } from "../../src/hosts/xlsx/writeXlsx";
import { SCENARIOS } from "../../src/companies/kingsoftCloud";
import { cellAddress } from "../../src/workbook/address";
import { buildPlan } from "../../src/workbook/buildPlan";
import { GUIDANCE_COLUMNS as AT, guidancePlaces } from "../../src/workbook/guidancePlaces";
import type { WorkbookPlan } from "../../src/workbook/plan";
import { dateSerial } from "../../src/workbook/sheetFrame";
import { SHEETS } from "../../src/workbook/sheetNames";
import { recalculateByGnumeric } from "../support/gnumeric";
import { recalculate } from "../support/libreOffice";
import { cellAt, sheetOf } from "./placedCells";
import { model, plan } from "./realPlan";
import { calculatingOnly, differences, onlySheets, readBy, typed } from "./recalculatedCells";

const places = guidancePlaces(model);
const DAY = dateSerial("2026-08-20");
const shownIn = (of: WorkbookPlan, row: number, ...columns: readonly number[]): readonly unknown[] =>
  columns.map((column) => cellAt(sheetOf(of, SHEETS.consensus), row, column)?.value);
const checkOf = (of: WorkbookPlan): unknown =>
  sheetOf(of, SHEETS.checks).rows.find(({ cells }) => String(cells[0]?.value).startsWith("Guidance: every"))!
    .cells[2]!.value;

/** Rows of one's own: line, period, high, low. */
const OWN: readonly (readonly [row: readonly EstimateCell[], outcome: 1 | 0 | -1 | "", reads: 0 | 1])[] = [
  [["adjustedEbitdaMargin", "FY2026", 0.33, 0.31], -1, 1],
  [["revenue", "FY2026", 12500, 12000], 0, 1],
  [["REVENUE", "fy2027", 14000, ""], 1, 1],
  [["capexCompanyBasis", "2026Q3", "", 100000], -1, 1],
  [["targetPrice", "2026Q3", 10, ""], "", 1],
  [["rev*", "FY2026", 12000, ""], "", 0],
  [["revenue", "FY2031", 12000, ""], "", 0],
  [["revenue", "FY2026", 11000, 12000], "", 0],
  [["revenue", "FY2026", "12bn", ""], "", 0],
  [["revenue", "FY2026", "", ""], "", 0],
  [["", "", "", ""], "", 1],
];
const COLUMNS = [AT.line, AT.period, AT.high, AT.low] as const;

function cellsOf(rows: readonly (readonly EstimateCell[])[]): ReadonlyMap<string, EstimateCell> {
  return new Map(
    rows.flatMap((row, index) => [
      ...row.flatMap((value, place): [string, EstimateCell][] =>
        value === "" ? [] : [[cellAddress(places.firstOwn + index, COLUMNS[place]!), value]],
      ),
      [cellAddress(places.firstOwn + index, AT.date), DAY] as [string, EstimateCell],
    ]),
  );
}
const built = (consensus: ReadonlyMap<string, EstimateCell>, scenario: "base" | "downside"): WorkbookPlan =>
  buildPlan(model, {
    ...{ scenario, overrides: new Map(), created: "2026-11-22T00:00:00Z", version: "test", consensus },
  });

test("the facts' guidance is held against what came: a margin of about 20 %, capital expenditure of about 10bn", () => {
  const found = places.shipped.map(({ line, period }, place) => [
    line.id,
    period,
    ...shownIn(plan, places.first + place, AT.low, AT.high, AT.outcome, AT.state),
  ]);
  expect(found).toHaveLength(4);
  expect(found).toContainEqual(["adjustedEbitdaMargin", "FY2025", 0.2, 0.2, 1, "Actual"]);
  expect(found.filter(([line]) => line === "capexCompanyBasis")).toEqual(
    Array.from({ length: 3 }, () => ["capexCompanyBasis", "FY2025", 10000, 10000, -1, "Actual"]),
  );
  const capex = places.shipped.findIndex(({ line }) => line.id === "capexCompanyBasis");
  // 8,563.8 reported.
  expect(shownIn(plan, places.first + capex, AT.outside)[0]).toBeCloseTo(8563.8 - 10000, 6);
});

test("guidance of one's own is above, within or below the model of the scenario shown, and a row that can't be read is told", () => {
  const consensus = cellsOf(OWN.map(([row]) => row));
  const base = built(consensus, "base");
  OWN.forEach(([row, outcome, reads], place) => {
    expect([row, ...shownIn(base, places.firstOwn + place, AT.outcome, AT.read)]).toEqual([
      row,
      outcome,
      reads,
    ]);
  });
  expect(shownIn(built(consensus, "downside"), places.firstOwn + 1, AT.outcome)).toEqual([-1]);
  expect([checkOf(plan), checkOf(base)]).toEqual([0, 1]);
  expect(checkOf(built(cellsOf(OWN.filter(([, , reads]) => reads === 1).map(([row]) => row)), "base"))).toBe(
    0,
  );
});

describe("rows of one's own recalculated", () => {
  const consensus = cellsOf(OWN.map(([row]) => row));
  /** The tracker reads every scenario sheet: their values are enough for it, and no sheet that it doesn't read is there. */
  const file = [...consensus].reduce(
    (of, [cell, value]) => typed(of, SHEETS.consensus, cell, value),
    calculatingOnly(onlySheets(plan, readBy(plan, [SHEETS.consensus])), [SHEETS.consensus]),
  );
  const whole = sheetOf(built(consensus, "base"), SHEETS.consensus);
  const wanted = {
    sheets: [
      {
        ...whole,
        rows: whole.rows.map((row, index) => (index + 1 < places.first ? { cells: [] } : row)),
      },
    ],
  };

  it.each([
    ["LibreOffice", recalculate],
    ["Gnumeric", recalculateByGnumeric],
  ] as const)("by %s", async (_, by) => {
    const { compared, different } = differences(wanted, await by(await planToXlsx(file)));
    expect(different).toEqual([]);
    expect(compared).toBe(
      (places.last - places.first + 1) * (10 + SCENARIOS.length) + places.shipped.length * 2,
    );
  });
});
