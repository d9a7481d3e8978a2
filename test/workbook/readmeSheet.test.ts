import { KEPT_LINES } from "../../src/analysis";
import { planToXlsx } from "../../src/hosts/xlsx/writeXlsx";
import { readWorkbook, type ReadWorkbook } from "../../src/hosts/xlsx/readXlsx";
import { LINES, PERIODS, periodIndex } from "../../src/companies/kingsoftCloud";
import { cellAddress } from "../../src/workbook/address";
import { HEADER } from "../../src/workbook/axis";
import { BEAT_COLUMNS, BEAT_ROWS, BEAT_VALUE } from "../../src/workbook/beatPlaces";
import { KEPT_COLUMNS, keptPlaces } from "../../src/workbook/keptPlaces";
import { layoutOf } from "../../src/workbook/layout";
import { SHEETS } from "../../src/workbook/sheetNames";
import { axis } from "../support/axis";
import { editedInLibreOffice, endEdits } from "../support/libreOfficeEdits";
import { seededModel } from "../support/seededModel";
import { areaOf, cellAt, cellAtAddress, cellsOfSheet, sheetOf } from "./placedCells";
import { plan } from "./realPlan";

afterAll(endEdits);

const readme = sheetOf(plan, SHEETS.readme);
const cells = cellsOfSheet(readme);
const beside = (label: string): string =>
  String(cellAt(readme, cells.find(({ cell }) => cell.value === label)!.row, 2)?.value);

test("the README opens the workbook and says version, vintage and unit", () => {
  expect(plan.sheets[0]).toBe(readme);
  expect(beside("Version")).toBe("test");
  expect(beside("Data vintage")).toMatch(
    /2026-11-22\. Actual to 2025Q4, results to 2026Q1, forecast to 2028Q4/,
  );
  expect(beside("Unit")).toMatch(/RMB million/);
});

test("the contents list every other sheet in tab order, each with a link that goes there", () => {
  expect(readme.links.map(({ sheet }) => sheet)).toEqual(
    plan.sheets.map(({ name }) => name).filter((name) => name !== SHEETS.readme),
  );
  for (const { cell, sheet } of readme.links)
    expect(cellAtAddress(readme, cell)).toEqual({ value: sheet, style: "link" });
});

test("every link of the workbook resolves to a filled cell of another place", () => {
  const links = plan.sheets.flatMap(({ name, links: of }) => of.map((link) => ({ from: name, ...link })));
  expect(links.length).toBeGreaterThan(15);
  for (const { from, cell, sheet, target, tooltip } of links) {
    expect(cellAtAddress(sheetOf(plan, from), cell)).toBeDefined();
    expect([
      sheet,
      target,
      typeof cellAt(sheetOf(plan, sheet), areaOf(target).top, areaOf(target).left)?.value,
    ]).toEqual([sheet, target, "string"]);
    expect(tooltip.length).toBeLessThanOrEqual(255);
  }
});

test("the colour key shows each colour in itself", () => {
  const keys = [
    "keyInput",
    "keyCalculation",
    "keyCrossSheet",
    "stateActual",
    "stateForecast",
    "stateResults",
    "stateEstimate",
  ];
  expect(keys.map((style) => cells.find(({ cell }) => cell.style === style)?.cell.value)).toEqual([
    expect.stringMatching(/^Blue/),
    expect.stringMatching(/^Black/),
    expect.stringMatching(/^Green/),
    expect.stringMatching(/^Blue/),
    expect.stringMatching(/^Orange/),
    expect.stringMatching(/^Green/),
    expect.stringMatching(/^Violet/),
  ]);
});

test("the change log has a first entry and room for more, marked as to be typed in", () => {
  const from = cells.find(({ cell }) => cell.value === "Change log")!.row + 2;
  expect(cellAt(readme, from, 1)?.value).toBe("2026-11-22");
  const free = readme.rows
    .slice(from)
    .filter(({ cells: row }) =>
      row.every((cell) => cell?.value === "" && plan.styles[cell.style]!.unlocked === true),
    );
  expect(free.length).toBeGreaterThanOrEqual(3);
});

test("sheets are as many and as large as intended", () => {
  expect(plan.sheets.map(({ name }) => name)).toEqual([
    ...Object.values(SHEETS),
    "Downside",
    "Base",
    "Upside",
    "Renewal delayed",
    "Renewal lapses",
    "Custom",
    "Custom 2",
    "Custom 3",
  ]);
  expect(plan.sheets.find(({ name }) => name === plan.activeSheet)?.name).toBe(SHEETS.summary);
  for (const { name, rows, columns } of plan.sheets) {
    expect([name, name.length <= 31, /[\\/?*[\]:]/.test(name)]).toEqual([name, true, false]);
    expect([name, rows.length > 10 && rows.length < 2000]).toEqual([name, true]);
    expect([name, Math.max(...rows.map(({ cells: row }) => row.length)) <= columns.length]).toEqual([
      name,
      true,
    ]);
  }
  expect(sheetOf(plan, "Base").rows.length).toBeGreaterThan(LINES.length);
});

test("notes stand on filled cells and say something", () => {
  for (const sheet of plan.sheets) {
    for (const { cell, text } of sheet.notes) {
      expect([sheet.name, cell, cellAtAddress(sheet, cell) !== undefined]).toEqual([sheet.name, cell, true]);
      expect(text.length).toBeGreaterThan(20);
    }
  }
});

describe("the five lines on a new quarter, carried out in LibreOffice alone", () => {
  const model = seededModel();
  const places = keptPlaces(model);
  const free = places.block(places.shipped.length);
  const column = periodIndex("2026Q2");
  const figures = (row: number): string =>
    [
      cellAddress(row + 1, axis.column(PERIODS.length - 3)),
      cellAddress(row + KEPT_LINES.length, axis.column(column + 10)),
    ].join(":");
  /** Revenue less cost is 349, so that the gross profit is 51 too high. */
  const typed = { revenue: 2966, costOfRevenue: 2617, grossProfit: 400, adjustedEbitda: 906 };
  const now = model.fast(model.assumptions("base")).value("revenue", column);
  let book: ReadWorkbook;

  beforeAll(async () => {
    const { line } = layoutOf(model).history;
    const into = (sheet: string) => `sheet = sheets.getByName("${sheet}")`;
    const put = (address: string, how: string) => `sheet.getCellRangeByName("${address}").${how}`;
    book = await readWorkbook(
      await editedInLibreOffice(
        await planToXlsx(plan),
        [
          into(SHEETS.estimates),
          put(
            figures(free),
            `setDataArray(sheet.getCellRangeByName("${figures(places.nowBlock)}").getDataArray())`,
          ),
          put(cellAddress(free, KEPT_COLUMNS.name), 'setString("Mine")'),
          put(cellAddress(free, KEPT_COLUMNS.knownTo), 'setString("2026Q1")'),
          into(SHEETS.history),
          ...Object.entries(typed).map(([id, value]) =>
            put(`${axis.letters(column)}${line.get(id)!}`, `setValue(${value})`),
          ),
          "book.calculateAll()",
        ].join("\n"),
      ),
    );
  });

  const shown = (sheet: string, row: number, at: number): unknown =>
    book.sheet(sheet).cell(cellAddress(row, at)).value;

  test("the steps stand on the sheet, in order", () => {
    const from = cells.find(({ cell }) => cell.value === "Add a quarter")!.row;
    const words = [0, 1, 2, 3, 4].map((step) => String(cellAt(readme, from + step, 2)?.value));
    expect(words.map((step) => step.slice(0, 12))).toEqual([
      "1. Estimates",
      "2. Actuals: ",
      "3. Checks: a",
      "4. Beat or m",
      "5. A balance",
    ]);
  });

  test("the quarter counts as results in every scenario, and is held against the estimate that was copied", () => {
    expect(shown("Upside", HEADER.flag, axis.column(column))).toBe("Results");
    expect(shown(SHEETS.beat, BEAT_ROWS.shownQuarter, BEAT_VALUE)).toBe("2026Q2");
    expect(shown(SHEETS.beat, BEAT_ROWS.shownEstimate, BEAT_VALUE)).toBe("Mine");
    const row = BEAT_ROWS.head + 1;
    expect(shown(SHEETS.beat, row, BEAT_COLUMNS.reported)).toBe(typed.revenue);
    expect(shown(SHEETS.beat, row, BEAT_COLUMNS.estimate)).toBeCloseTo(now, 8);
    expect(shown(SHEETS.beat, row, BEAT_COLUMNS.word)).toBe("beat");
  });

  test("what contradicts its parts is named with the difference", () => {
    expect(shown(SHEETS.checks, 4, 3)).toBe(1);
    const label = "Gross profit less what cost leaves of revenue";
    const rowOf = (sheet: string): number =>
      cellsOfSheet(sheetOf(plan, sheet)).find(({ cell }) => cell.value === label)!.row;
    expect(shown(SHEETS.checks, rowOf(SHEETS.checks), 3)).toBe(1);
    expect(shown(SHEETS.history, rowOf(SHEETS.history), axis.column(column))).toBeCloseTo(51, 9);
  });
});
