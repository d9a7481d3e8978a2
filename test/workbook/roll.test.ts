import { planToXlsx } from "../../src/hosts/xlsx/writeXlsx";
import type { ReadWorkbook } from "../../src/hosts/xlsx/readXlsx";
import { periodIndex, PERIODS, QUARTERS, kingsoftCloud } from "../../src/companies/kingsoftCloud";
import { openModel } from "../../src/model";
import { loadSeeds } from "../../src/seeds";
import { HEADER } from "../../src/workbook/axis";
import { SHEETS } from "../../src/workbook/sheetNames";
import { MADE_UP, seedsWithMadeUpQuarter } from "../model/madeUpQuarter";
import { axis } from "../support/axis";
import { recalculateAll } from "../support/libreOffice";
import { planOf } from "../support/seededModel";
import { cellAt, cellsOfSheet, formulasOf, sheetOf } from "./placedCells";
import { AXIS_SHEETS, plan } from "./realPlan";
import { differences, errorCells, onlySheets } from "./recalculatedCells";

const GROSS_PROFIT = 542;

const contradicting = seedsWithMadeUpQuarter();

/** The made-up quarter with the gross profit that its revenue and the cost reported for it give. */
const seeds = {
  ...contradicting,
  "facts/madeUp.csv": contradicting["facts/madeUp.csv"]!.replaceAll(
    `,${MADE_UP.grossProfit},`,
    `,${GROSS_PROFIT},`,
  ),
};
const rolled = planOf(openModel(kingsoftCloud, loadSeeds(seeds)));
const added = periodIndex("2026Q1");
const flagsOf = (of: typeof plan, name: string): unknown[] =>
  PERIODS.map((_, index) => cellAt(sheetOf(of, name), HEADER.flag, axis.column(index))?.value);

test("a quarter whose balance sheet is added becomes the opening, actual on every sheet with the axis", () => {
  for (const name of AXIS_SHEETS) {
    const moved = flagsOf(rolled, name).flatMap((flag, index) =>
      flag === flagsOf(plan, name)[index] ? [] : [[PERIODS[index]!.label, flagsOf(plan, name)[index], flag]],
    );
    expect([name, moved]).toEqual([name, [["2026Q1", "Results", "Actual"]]]);
  }
});

test("history shows the added figures, linked to their rows on Facts", () => {
  const actuals = sheetOf(rolled, SHEETS.history);
  const row = cellsOfSheet(actuals).find(
    ({ column, cell }) => column === 33 && cell.value === "revenue",
  )!.row;
  expect(cellAt(actuals, row, axis.column(added))).toMatchObject({
    value: Number(MADE_UP.revenue),
    formula: expect.stringMatching(/^'Facts'!\$I\$\d+$/) as string,
  });
  expect(cellAt(sheetOf(plan, SHEETS.history), row, axis.column(added))?.value).not.toBe(
    Number(MADE_UP.revenue),
  );
});

test("every formula keeps a number or n/d beside it", () => {
  expect(
    formulasOf(rolled)
      .filter(({ cell }) =>
        typeof cell.value === "number" ? !Number.isFinite(cell.value) : typeof cell.value !== "string",
      )
      .map(({ at }) => at),
  ).toEqual([]);
  expect(QUARTERS.length - added - 1).toBe(11);
});

describe("recalculated by LibreOffice", () => {
  const untied = planOf(openModel(kingsoftCloud, loadSeeds(contradicting)));
  /** What the contradicting figure moves beside the formulas of the first: the facts' own sheets. */
  const flagged = onlySheets(untied, [SHEETS.checks, SHEETS.facts, SHEETS.history, SHEETS.summary]);
  let answers: readonly ReadWorkbook[];

  beforeAll(async () => {
    answers = await recalculateAll(await Promise.all([rolled, flagged].map(planToXlsx)));
  }, 300_000);

  it("equals the engine in every formula cell, with all checks 0 and no error", () => {
    const { compared, different } = differences(rolled, answers[0]!);
    expect(different.slice(0, 10)).toEqual([]);
    expect(compared).toBeGreaterThan(30_000);
    expect(answers[0]!.sheet(SHEETS.checks).cell("C4").value).toBe(0);
    expect(errorCells(answers[0]!)).toEqual([]);
  });

  it("raises the master flag, beside the formulas too, where an added figure contradicts a reported one", () => {
    expect(differences(flagged, answers[1]!).different.slice(0, 10)).toEqual([]);
    expect(answers[1]!.sheet(SHEETS.checks).cell("C4").value).toBe(1);
    expect(
      cellsOfSheet(sheetOf(untied, SHEETS.checks)).filter(
        ({ cell }) => cell.style.startsWith("checkFlag") && cell.value === 1,
      ),
    ).toHaveLength(1);
  });
});
