import { isAfter, PERIODS, QUARTERS } from "../../src/companies/kingsoftCloud";
import { HEADER } from "../../src/workbook/axis";
import { NOT_DISCLOSED } from "../../src/workbook/cells";
import type { CellPlan, SheetPlan } from "../../src/workbook/plan";
import { SHEETS } from "../../src/workbook/sheetNames";
import { formulaWords, relativeForm } from "./formulaWords";
import { areaOf, cellAt, sheetOf } from "./placedCells";
import { AXIS_SHEETS, model, plan, SCENARIO_SHEETS } from "./realPlan";
import { axis } from "../support/axis";

const quarters = QUARTERS.map((_, index) => index);
const after = PERIODS.map((_, index) => index).filter((index) => isAfter(index, model.data.opening));
const forecastQuarters = after.filter((index) => index < QUARTERS.length);
const forecastYears = after.filter((index) => index >= QUARTERS.length);
const years = PERIODS.map((_, index) => index).filter((index) => index >= QUARTERS.length);

type Form = (formula: string, row: number, index: number) => string;

const quarterForm: Form = (formula, row, index) => relativeForm(formula, row, axis.column(index));

/** In a year's column, the quarters of that year are counted from its first quarter: the axis steps four columns a year. */
const yearForm: Form = (formula, row, index) => {
  const column = axis.column(index);
  const first = axis.firstQuarter + (PERIODS[index]!.year - QUARTERS[0]!.year) * 4;
  return relativeForm(formula, row, column, {
    column: (to) => (to >= axis.firstQuarter ? `Q[${to - first}]` : undefined),
  });
};

/** A past year shows n/d for what is not disclosed; the formula inside is that of the other years. */
const disclosed =
  (form: Form): Form =>
  (formula, row, index) =>
    form(formula, row, index).replace(/IFERROR\((.*),"n\/d"\)/, "$1");

/** Quarters that the formula of the row's last quarter reads back from its own. */
function reach(formula: string, column: number): number {
  const back = formulaWords(formula).flatMap((word) =>
    word.kind === "reference"
      ? word.range
          .split(":")
          .flatMap((corner) => (corner.startsWith("$") ? [] : [column - areaOf(corner).left]))
      : [],
  );
  return Math.max(0, ...back);
}

/** A cell's formula with its look; a figure that is not disclosed has the look of its mark. */
function described(cell: CellPlan | undefined, form: () => string): string {
  if (cell === undefined) return "empty";
  const look = cell.value === NOT_DISCLOSED ? "" : ` [${cell.style}]`;
  return `${cell.formula === undefined ? `constant ${String(cell.value)}` : form()}${look}`;
}

/** Rows whose cells in the given periods are not all the same formula in the same look. */
function mixedRows(sheet: SheetPlan, periods: readonly number[], form: Form): readonly string[] {
  return sheet.rows.flatMap((_, r) => {
    const row = r + 1;
    if (row <= HEADER.rows) return [];
    const forms = periods.map((index) => {
      const cell = cellAt(sheet, row, axis.column(index));
      return described(cell, () => form(cell!.formula!, row, index));
    });
    const [first, ...others] = [...new Set(forms)].sort((a, b) => b.length - a.length);
    return others.every((other) => first!.startsWith(other))
      ? []
      : [
          `${sheet.name} row ${row} (${String(cellAt(sheet, row, 1)?.value)}): ${[first, ...others].slice(0, 3).join(" | ")}`,
        ];
  });
}

/** Rows in whose quarters, from the first filled one on, a formula differs from the last quarter's though all that it reads lies on the axis. */
function brokenRows(sheet: SheetPlan): readonly string[] {
  return sheet.rows.flatMap((_, r) => {
    const row = r + 1;
    const at = (index: number): CellPlan | undefined => cellAt(sheet, row, axis.column(index));
    const last = at(QUARTERS.length - 1);
    if (row <= HEADER.rows || last?.formula === undefined) return [];
    const wanted = quarterForm(last.formula, row, QUARTERS.length - 1);
    const first = quarters.find((index) => at(index)?.formula !== undefined)!;
    const from = Math.max(first, reach(last.formula, axis.column(QUARTERS.length - 1)));
    return quarters.slice(from).flatMap((index) => {
      const formula = at(index)?.formula;
      return formula !== undefined && quarterForm(formula, row, index) === wanted
        ? []
        : [`${sheet.name} row ${row} (${String(cellAt(sheet, row, 1)?.value)}) quarter ${index}: ${formula}`];
    });
  });
}

/** Estimates holds what was said at earlier times; its formulas have one form a row too, and the values that ship have none. */
const calculating = AXIS_SHEETS.filter(
  (name) => ![SHEETS.timeline, SHEETS.history, SHEETS.estimates].some((each) => each === name),
);

test("Estimates has one formula a row over the forecast", () => {
  const sheet = sheetOf(plan, SHEETS.estimates);
  const formulas = {
    ...sheet,
    rows: sheet.rows.map((row) => (row.cells.some((cell) => cell?.formula) ? row : { cells: [] })),
  };
  expect(mixedRows(formulas, forecastQuarters, quarterForm)).toEqual([]);
});

test.each(calculating)("%s has one formula a row over all quarters, history too", (name) => {
  expect(quarters.length).toBe(20);
  expect(brokenRows(sheetOf(plan, name))).toEqual([]);
});

test.each(calculating)(
  "%s has one formula in one look a row across the quarters after the opening",
  (name) => {
    expect(forecastQuarters.length).toBe(12);
    expect(mixedRows(sheetOf(plan, name), forecastQuarters, quarterForm)).toEqual([]);
  },
);

test.each(calculating)("%s has one formula in one look a row across the years after the opening", (name) => {
  expect(forecastYears.length).toBe(3);
  expect(mixedRows(sheetOf(plan, name), forecastYears, yearForm)).toEqual([]);
});

test.each(SCENARIO_SHEETS)(
  "%s has the same formula in years that are over, with n/d for what is missing",
  (name) => {
    const sheet = sheetOf(plan, name);
    const withQuarters = years.filter((index) => PERIODS[index]!.year >= QUARTERS[0]!.year);
    const [rows, mixed] = [new Set<number>(), new Set<number>()];
    const form = disclosed(yearForm);
    sheet.rows.forEach((_, r) => {
      const row = r + 1;
      const last = cellAt(sheet, row, axis.column(years.at(-1)!));
      if (row <= HEADER.rows || last?.formula === undefined) return;
      rows.add(row);
      for (const index of withQuarters) {
        const formula = cellAt(sheet, row, axis.column(index))?.formula;
        // A year that nothing can be known of is empty; the first ones have no year before them.
        if (formula !== undefined && form(formula, row, index) !== form(last.formula, row, years.at(-1)!))
          mixed.add(row);
      }
    });
    expect(rows.size).toBeGreaterThan(150);
    expect([...mixed].map((row) => cellAt(sheet, row, axis.lineName)?.value)).toEqual([]);
  },
);

test("Summary has one formula a row across the years after the opening", () => {
  expect(mixedRows(sheetOf(plan, SHEETS.summary), forecastYears, yearForm)).toEqual([]);
});

test("Actuals takes figures alike in every quarter that no fact fills, and the calendar has one rule a row", () => {
  const sheet = sheetOf(plan, SHEETS.history);
  const waiting = forecastQuarters.filter((index) => model.data.knowledge(index) === "forecast");
  expect(waiting.length).toBeGreaterThan(8);
  expect(mixedRows(sheet, waiting, quarterForm)).toEqual([]);
  const timeline = sheetOf(plan, SHEETS.timeline);
  timeline.rows.forEach(({ cells }, r) => {
    const filled = quarters.filter((index) => typeof cells[axis.column(index) - 1]?.value === "number");
    if (r >= HEADER.rows)
      expect([r, [0, quarters.length]]).toEqual([r, expect.arrayContaining([filled.length])]);
  });
});

test("a changed formula is seen, in the forecast and in history", () => {
  const base = sheetOf(plan, "Base");
  for (const index of [2, forecastQuarters[3]!]) {
    const column = axis.column(index);
    const row = base.rows.findIndex(({ cells }) =>
      /[A-Z]\d+\+[A-Z]+\d/.test(cells[column - 1]?.formula ?? ""),
    );
    const planted = structuredClone(base) as { rows: { cells: { formula?: string }[] }[] } & SheetPlan;
    const cell = planted.rows[row]!.cells[column - 1] as { formula: string };
    cell.formula = cell.formula.replace("+", "-");
    expect(brokenRows(planted)).toHaveLength(1);
    expect(mixedRows(planted, forecastQuarters, quarterForm)).toHaveLength(index === 2 ? 0 : 1);
  }
});
