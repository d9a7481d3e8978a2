/** Beat or miss and Estimates: figures worked out by hand, and both sheets recalculated by three other programs. */

import { planToXlsx } from "../../src/hosts/xlsx/writeXlsx";
import type { EstimateCell } from "../../src/analysis";
import { periodIndex } from "../../src/companies/kingsoftCloud";
import { lineKey, openModel } from "../../src/model";
import { buildPlan } from "../../src/workbook/buildPlan";
import { cellAddress } from "../../src/workbook/address";
import { BEAT_COLUMNS as AT, beatRow, BEAT_ROWS, BEAT_VALUE } from "../../src/workbook/beatPlaces";
import { BEAT_LINES } from "../../src/workbook/beatLines";
import { keptTyping, typedPlace, type KeptInputs } from "../../src/workbook/keptPlaces";
import type { WorkbookPlan } from "../../src/workbook/plan";
import { SHEETS } from "../../src/workbook/sheetNames";
import { recalculateByGnumeric } from "../support/gnumeric";
import { recalculate } from "../support/libreOffice";
import { consensusByIronCalc } from "./consensusByIronCalc";
import { cellAt, sheetOf } from "./placedCells";
import { cellsOfKept, MINE } from "./typedKept";
import { model, plan, STATEMENT_SHEETS } from "./realPlan";
import { calculatingOnly, differences, onlySheets, typed } from "./recalculatedCells";

const line = (id: string) => BEAT_LINES.find((each) => each.id === id)!;

/** What the table shows of a line. */
function shown(of: WorkbookPlan, id: string, ...columns: readonly (keyof typeof AT)[]): readonly unknown[] {
  return columns.map((column) => cellAt(sheetOf(of, SHEETS.beat), beatRow(line(id)), AT[column])!.value);
}

function built(kept: KeptInputs, of = model): WorkbookPlan {
  return buildPlan(of, {
    scenario: "base",
    overrides: new Map(),
    created: "2026-11-22T00:00:00Z",
    version: "test",
    kept,
  });
}

test("1Q26 against Base before it: reported figures of the release, and the parts add up", () => {
  const [reported, estimate, difference, word] = shown(
    plan,
    "revenue",
    "reported",
    "estimate",
    "difference",
    "word",
  );
  expect(reported).toBe(2703.7);
  expect(difference).toBeCloseTo(2703.7 - (estimate as number), 9);
  expect(word).toBe("miss");
  expect(shown(plan, "revenue", "quarterBefore", "yearBefore")).toEqual([2761.4, 1970]);
  expect(shown(plan, "revenue", "yearChange")[0]).toBeCloseTo(2703.7 / 1970 - 1, 12);
  expect(shown(plan, "capexCompanyBasis", "word")).toEqual([""]);
});

test("an estimate of one's own that is the latest before the quarter is compared, by hand", () => {
  const with1 = built(cellsOfKept(model, 0));
  expect(shown(with1, "revenue", "estimate", "word", "mostly")).toEqual([2600, "beat", "Public cloud"]);
  expect(shown(with1, "revenue", "difference")[0]).toBeCloseTo(103.7, 9);
  expect(shown(with1, "grossProfit", "difference", "word", "mostly")).toEqual([
    345.7 - 390,
    "miss",
    "Gross margin",
  ]);
  expect(shown(with1, "adjustedEbitda", "share")[0]).toBeCloseTo(746.2212 / 650 - 1, 9);
  const sheet = sheetOf(with1, SHEETS.beat);
  const part = sheet.rows.findIndex(
    ({ cells }) => cells[0]?.value === "Revenue, at the estimated gross margin",
  );
  // 103.7 of revenue at 390/2,600.
  expect(sheet.rows[part]!.cells[2]!.value).toBeCloseTo((103.7 * 390) / 2600, 9);
  expect(sheet.rows[part + 1]!.cells[2]!.value).toBeCloseTo(345.7 - 390 - (103.7 * 390) / 2600, 9);
});

const choice = (row: number, value: EstimateCell): KeptInputs =>
  new Map([[typedPlace(SHEETS.beat, row, BEAT_VALUE), value]]);

test("quarter and estimate can be chosen; what is unknown is said, and raises a check", () => {
  const before = built(choice(BEAT_ROWS.quarter, "2025q3"));
  expect(shown(before, "revenue", "reported", "estimate", "quarterBefore")).toEqual([2478, "", 2349.2]);
  const shipped = built(new Map([...cellsOfKept(model, 0), ...choice(BEAT_ROWS.estimate, "Before 2026Q1")]));
  expect(shown(shipped, "revenue", "estimate")).toEqual(shown(plan, "revenue", "estimate"));
  const wrong = built(choice(BEAT_ROWS.quarter, "soon"));
  expect(shown(wrong, "revenue", "reported", "estimate", "difference", "word", "yearBefore")).toEqual([
    "",
    "",
    "",
    "",
    "",
  ]);
  const flag = (of: WorkbookPlan): unknown =>
    sheetOf(of, SHEETS.checks).rows.find(({ cells }) => String(cells[0]?.value).startsWith("Beat or miss"))!
      .cells[2]!.value;
  expect([flag(plan), flag(wrong)]).toEqual([0, 1]);
});

test("a typed quarter is compared with the estimate before it", () => {
  const figures = new Map(
    [
      ["revenue", "3000"],
      ["costOfRevenue", "2600"],
      ["adjustedEbitda", "900"],
    ].map(([id, value]) => [lineKey(id!, periodIndex("2026Q2")), value!] as const),
  );
  const typedModel = openModel(model.spec, model.seeds, figures);
  expect(typedModel.data.figure("revenue", periodIndex("2026Q2"))?.value).toBe("3000");
  const now = built(new Map(), typedModel);
  const [estimate, label] = [
    shown(now, "revenue", "estimate")[0],
    cellAt(sheetOf(now, SHEETS.beat), BEAT_ROWS.shownEstimate, BEAT_VALUE)!.value,
  ];
  expect(label).toBe("As shipped");
  expect(estimate).toBeCloseTo(
    model.fast(model.assumptions("base")).value("revenue", periodIndex("2026Q2")),
    9,
  );
  expect(shown(now, "revenue", "reported")).toEqual([3000]);
});

test("every cell that may be typed is an unlocked input and holds what ships", () => {
  for (const { sheet, row, column, ships } of keptTyping(model)) {
    const cell = cellAt(sheetOf(plan, sheet), row, column)!;
    expect([sheet, cellAddress(row, column), plan.styles[cell.style]!.unlocked, cell.value ?? ""]).toEqual([
      sheet,
      cellAddress(row, column),
      true,
      ships,
    ]);
  }
});

/** Sheets with their formulas and wrong values beside them; of the others that they read the values alone. */
function besides(names: readonly string[]): WorkbookPlan {
  const read = [...names, SHEETS.consensus, SHEETS.checks, SHEETS.history, SHEETS.timeline, SHEETS.summary];
  return calculatingOnly(onlySheets(plan, [...read, ...STATEMENT_SHEETS]), names);
}

describe("typed estimates and choices, recalculated", () => {
  const states: readonly (readonly [string, KeptInputs, typeof recalculate])[] = [
    [
      "an own estimate and another line shown",
      new Map([...cellsOfKept(model, 3), [`${SHEETS.estimates}!C8`, "adjustedEbitda"]]),
      recalculate,
    ],
    [
      "an unknown quarter, an unknown line, an estimate without its quarter",
      new Map<string, EstimateCell>([
        ...cellsOfKept(model, 0, { ...MINE, knownTo: "" }),
        ...choice(BEAT_ROWS.quarter, "soon"),
        [`${SHEETS.estimates}!C8`, "rev*"],
      ]),
      recalculateByGnumeric,
    ],
  ];
  const names: readonly string[] = [SHEETS.beat, SHEETS.estimates];
  it.each(states)("%s", async (_, kept, by) => {
    const file = [...kept].reduce((of, [place, value]) => {
      const [sheet, cell] = place.split("!") as [string, string];
      return typed(of, sheet, cell, value);
    }, besides(names));
    const wanted = { sheets: built(kept).sheets.filter(({ name }) => names.includes(name)) };
    const bytes = await planToXlsx(file);
    const { compared, different } = differences(wanted, await by(bytes));
    // The flag of the Checks sheet stands as a value here.
    const flags = [...names.entries()].map(([at, name]) => `${name}!${["D", "E"][at]!}2`);
    expect(different.filter((each) => !flags.some((flag) => each.startsWith(flag)))).toEqual([]);
    expect(compared).toBeGreaterThan(900);
    const other = consensusByIronCalc(file, wanted).filter((each) => !each.includes("Checks"));
    expect(other).toEqual([]);
  });
});
