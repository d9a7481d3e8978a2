import { planToXlsx } from "../../src/hosts/xlsx/writeXlsx";
import { openModel, periodIndex, PERIODS, QUARTERS } from "../../src/model";
import { loadSeeds } from "../../src/seeds";
import { HEADER, periodColumn } from "../../src/workbook/axis";
import { SHEETS } from "../../src/workbook/sheetNames";
import { MADE_UP, seedsWithMadeUpQuarter } from "../model/madeUpQuarter";
import { recalculate } from "../support/libreOffice";
import { planOf } from "../support/seededModel";
import { cellAt, cellsOfSheet, formulasOf, sheetOf } from "./placedCells";
import { AXIS_SHEETS, plan } from "./realPlan";
import { differences, errorCells } from "./recalculatedCells";

const rolled = planOf(openModel(loadSeeds(seedsWithMadeUpQuarter())));
const added = periodIndex("2026Q1");
const flagsOf = (of: typeof plan, name: string): unknown[] => PERIODS.map((_, index) => cellAt(sheetOf(of, name), HEADER.flag, periodColumn(index))?.value);

test("the border between actual and forecast moves by the added quarter on every sheet with the axis", () => {
  for (const name of AXIS_SHEETS) {
    const moved = flagsOf(rolled, name).flatMap((flag, index) => (flag === flagsOf(plan, name)[index] ? [] : [[PERIODS[index]!.label, flag]]));
    expect([name, moved]).toEqual([name, [["2026Q1", "Actual"]]]);
    expect(cellAt(sheetOf(rolled, name), HEADER.period, periodColumn(added))?.style).toBe("periodActual");
  }
});

test("history shows the added figures, linked to their rows on Facts", () => {
  const actuals = sheetOf(rolled, SHEETS.history);
  const row = cellsOfSheet(actuals).find(({ column, cell }) => column === 33 && cell.value === "revenue")!.row;
  expect(cellAt(actuals, row, periodColumn(added))).toMatchObject({ value: Number(MADE_UP.revenue), formula: expect.stringMatching(/^'Facts'!\$I\$\d+$/) as string });
  expect(cellAt(sheetOf(plan, SHEETS.history), row, periodColumn(added))).toBeUndefined();
});

test("every formula keeps a number or n/d beside it", () => {
  expect(formulasOf(rolled).filter(({ cell }) => (typeof cell.value === "number" ? !Number.isFinite(cell.value) : typeof cell.value !== "string")).map(({ at }) => at)).toEqual([]);
  expect(QUARTERS.length - added - 1).toBe(11);
});

test("LibreOffice agrees in every formula cell, all checks are 0, and nothing is an error", async () => {
  const answer = await recalculate(await planToXlsx(rolled));
  const { compared, different } = differences(rolled, answer);
  expect(different.filter((each) => !each.includes("='Checks'!")).slice(0, 10)).toEqual([]);
  expect(different).toEqual([]);
  expect(compared).toBeGreaterThan(30_000);
  expect(answer.sheet(SHEETS.checks).cell("C4").value).toBe(0);
  expect(errorCells(answer)).toEqual([]);
}, 300_000);
