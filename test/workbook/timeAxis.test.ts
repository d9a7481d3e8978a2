import { PERIODS, QUARTERS, YEARS } from "../../src/companies/kingsoftCloud";
import { columnLetters } from "../../src/workbook/address";
import { AXIS, HEADER } from "../../src/workbook/axis";
import { KNOWLEDGE_WORDS } from "../../src/workbook/knowledgeRows";
import { dateSerial, stateOf } from "../../src/workbook/sheetFrame";
import { SHEETS } from "../../src/workbook/sheetNames";
import { cellAt, cellsOfSheet, sheetOf } from "./placedCells";
import { AXIS_SHEETS, model, plan } from "./realPlan";
import { axis } from "../support/axis";

/** Period, end date and flag that a sheet's header shows in a column. */
const shown = (name: string, column: number): unknown[] =>
  [HEADER.period, HEADER.endDate, HEADER.flag].map((row) => cellAt(sheetOf(plan, name), row, column)?.value);
const wanted = (index: number): unknown[] => [
  PERIODS[index]!.label,
  dateSerial(PERIODS[index]!.endDate),
  KNOWLEDGE_WORDS[stateOf(index, model)],
];

test.each(AXIS_SHEETS)("%s has the shared axis: same column, same period", (name) => {
  PERIODS.forEach((_, index) =>
    expect([index, ...shown(name, axis.column(index))]).toEqual([index, ...wanted(index)]),
  );
  expect(
    cellsOfSheet(sheetOf(plan, name)).filter(({ row, column }) => column === axis.gap && row <= HEADER.rows),
  ).toEqual([]);
});

test.each(AXIS_SHEETS.filter((name) => name !== SHEETS.timeline))(
  "%s takes its calendar from the Timeline sheet",
  (name) => {
    const sheet = sheetOf(plan, name);
    for (const row of [HEADER.period, HEADER.endDate, HEADER.flag]) {
      PERIODS.forEach((_, index) =>
        expect(cellAt(sheet, row, axis.column(index))?.formula).toBe(
          `'Timeline'!${axis.letters(index)}$${row}`,
        ),
      );
    }
  },
);

test.each(AXIS_SHEETS)("%s keeps header and labels in sight", (name) => {
  expect(sheetOf(plan, name).freeze).toEqual({ rows: HEADER.rows, columns: AXIS.value });
});

test("years come before quarters, both oldest first, and every sheet of the axis is listed", () => {
  const fromLeft = PERIODS.map((period, index) => ({ ...period, column: axis.column(index) })).sort(
    (a, b) => a.column - b.column,
  );
  expect(fromLeft.map(({ kind }) => kind)).toEqual([
    ...YEARS.map(() => "year"),
    ...QUARTERS.map(() => "quarter"),
  ]);
  for (const kind of ["year", "quarter"]) {
    const ends = fromLeft.filter((period) => period.kind === kind).map(({ endDate }) => String(endDate));
    expect([kind, ends]).toEqual([kind, [...new Set(ends)].sort()]);
  }
  const steps = fromLeft.slice(1).map(({ column }, index) => column - fromLeft[index]!.column);
  expect(steps).toEqual(steps.map((_, index) => (index === YEARS.length - 1 ? 2 : 1)));
  const withAxis = plan.sheets
    .filter((sheet) => cellAt(sheet, HEADER.period, axis.column(0))?.value === PERIODS[0]!.label)
    .map(({ name }) => name);
  expect(withAxis).toEqual(plan.sheets.map(({ name }) => name).filter((name) => AXIS_SHEETS.includes(name)));
});

test("the years on Summary stand in the same columns as elsewhere, frozen", () => {
  const sheet = sheetOf(plan, SHEETS.summary);
  YEARS.forEach((year, index) => {
    const column = AXIS.firstYear + index;
    expect([8, 9, 10].map((row) => cellAt(sheet, row, column)?.value)).toEqual(
      wanted(QUARTERS.length + index),
    );
    expect(cellAt(sheet, 8, column)?.formula).toBe(`'Timeline'!${columnLetters(column)}$${HEADER.period}`);
    expect(year.label).toBe(cellAt(sheet, 8, column)?.value);
  });
  expect(sheet.freeze).toEqual({ rows: 10, columns: AXIS.value });
});

test("a quarter of which only results are known is neither actual nor forecast, nor is its year actual", () => {
  const state = (label: string): unknown => wanted(PERIODS.findIndex((period) => period.label === label))[2];
  expect(["FY2021", "FY2025", "2025Q4", "2026Q1", "2026Q2", "FY2026"].map(state)).toEqual([
    "Actual",
    "Actual",
    "Actual",
    "Results",
    "Forecast",
    "Forecast",
  ]);
});

test("actual and forecast heads differ in words and look, and the look follows the word", () => {
  const sheet = sheetOf(plan, SHEETS.income);
  for (const word of KNOWLEDGE_WORDS) {
    const looks = sheet.conditionalFormats.filter(({ formula }) => formula === `D${HEADER.flag}="${word}"`);
    expect([word, looks.map(({ range }) => range)]).toEqual([word, [`D${HEADER.flag}:AF${HEADER.flag}`]]);
  }
  const fills = sheet.conditionalFormats.flatMap(({ formula, fill }) =>
    formula.startsWith(`D${HEADER.flag}="`) ? [fill] : [],
  );
  expect(new Set(fills).size).toBe(KNOWLEDGE_WORDS.length);
});

test("figures stand under periods only: nothing in the gap, nothing right of the line names", () => {
  const stray = AXIS_SHEETS.flatMap((name) => cellsOfSheet(sheetOf(plan, name))).filter(
    ({ row, column, cell }) =>
      row > HEADER.rows && ((column === axis.gap && cell.style !== "section") || column > axis.lineName),
  );
  expect(stray.map(({ at }) => at)).toEqual([]);
});
