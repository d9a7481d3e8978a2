import { PERIODS, QUARTERS } from "../../src/model";
import { AXIS, HEADER, periodColumn } from "../../src/workbook/axis";
import { isForecast } from "../../src/workbook/sheetFrame";
import type { SheetPlan } from "../../src/workbook/plan";
import { SHEETS } from "../../src/workbook/sheetNames";
import { relativeForm } from "./formulaWords";
import { cellAt, sheetOf } from "./placedCells";
import { AXIS_SHEETS, model, plan } from "./realPlan";

const forecast = PERIODS.map((_, index) => index).filter((index) => isForecast(index, model));
const quarters = forecast.filter((index) => index < QUARTERS.length);
const years = forecast.filter((index) => index >= QUARTERS.length);

/** In a year's column, the quarters of that year are counted from its first quarter: the axis steps four columns a year. */
function yearForm(formula: string, row: number, index: number): string {
  const column = periodColumn(index);
  const first = AXIS.firstQuarter + (PERIODS[index]!.year - PERIODS[0]!.year) * 4;
  return relativeForm(formula, row, column, {
    column: (to) => (to >= AXIS.firstQuarter ? `Q[${to - first}]` : undefined),
  });
}

/** Rows whose cells in the given periods are not all the same formula in the same style. */
function mixedRows(
  sheet: SheetPlan,
  periods: readonly number[],
  form: (formula: string, row: number, index: number) => string,
): readonly string[] {
  return sheet.rows.flatMap((_, r) => {
    const row = r + 1;
    if (row <= HEADER.rows) return [];
    const cells = periods.map((index) => ({ index, cell: cellAt(sheet, row, periodColumn(index)) }));
    const forms = cells.map(
      ({ index, cell }) =>
        (cell?.formula === undefined ? `constant ${String(cell?.value)}` : form(cell.formula, row, index)) +
        ` [${cell?.style}]`,
    );
    return new Set(forms).size === 1
      ? []
      : [
          `${sheet.name} row ${row} (${String(cellAt(sheet, row, 1)?.value)}): ${[...new Set(forms)].slice(0, 3).join(" | ")}`,
        ];
  });
}

const calculating = AXIS_SHEETS.filter((name) => name !== SHEETS.timeline && name !== SHEETS.history);

test.each(calculating)("%s has one formula a row across the forecast quarters", (name) => {
  expect(quarters.length).toBe(12);
  expect(
    mixedRows(sheetOf(plan, name), quarters, (formula, row, index) =>
      relativeForm(formula, row, periodColumn(index)),
    ),
  ).toEqual([]);
});

test.each(calculating)("%s has one formula a row across the forecast years", (name) => {
  expect(years.length).toBe(3);
  expect(mixedRows(sheetOf(plan, name), years, yearForm)).toEqual([]);
});

test("Summary has one formula a row across the forecast years", () => {
  expect(mixedRows(sheetOf(plan, SHEETS.summary), years, yearForm)).toEqual([]);
});

test("the Actuals sheet is empty in the forecast, and the calendar has one rule a row", () => {
  expect(mixedRows(sheetOf(plan, SHEETS.history), forecast, (formula) => formula)).toEqual([]);
  const timeline = sheetOf(plan, SHEETS.timeline);
  expect(
    timeline.rows
      .slice(HEADER.rows)
      .map((_, r) =>
        quarters.filter(
          (index) => typeof cellAt(timeline, HEADER.rows + 1 + r, periodColumn(index))?.value !== "number",
        ),
      ),
  ).toEqual(timeline.rows.slice(HEADER.rows).map(() => []));
});

test("a changed formula in one quarter is seen", () => {
  const base = sheetOf(plan, "Base");
  const row = base.rows.findIndex(({ cells }) =>
    /^[A-Z]+\d+\+[A-Z]+\d+$/.test(cells[periodColumn(quarters[3]!) - 1]?.formula ?? ""),
  );
  const planted = structuredClone(base) as { rows: { cells: { formula?: string }[] }[] } & SheetPlan;
  const cell = planted.rows[row]!.cells[periodColumn(quarters[3]!) - 1] as { formula: string };
  cell.formula = cell.formula.replace("+", "-");
  expect(
    mixedRows(planted, quarters, (formula, at, index) => relativeForm(formula, at, periodColumn(index))),
  ).toHaveLength(1);
});
