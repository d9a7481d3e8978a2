import { LINES } from "../../src/model";
import { SHEETS } from "../../src/workbook/sheetNames";
import { areaOf, cellAt, cellAtAddress, cellsOfSheet, sheetOf } from "./placedCells";
import { plan } from "./realPlan";

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
