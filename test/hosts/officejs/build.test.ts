/** A first build: every part of the plan arrives in the workbook, in few round trips. */

import { excelHost } from "../../../src/hosts/officejs/excelHost";
import { bootOffice, type Running } from "../../officeHost/bootOffice";
import { IronCalculation } from "../../officeHost/calculation";
import { cellOf, contentOf, everything } from "./bookState";
import { smallPlan, withRow, withSheet } from "./smallPlan";

let running: Running;
beforeEach(async () => {
  running = await bootOffice({ calculation: new IronCalculation() });
});
afterEach(() => {
  expect(running.host.missing).toEqual([]);
  running.close();
});

test("builds beside the sheets that are there and reports the cost", async () => {
  const progress: number[] = [];
  const report = await excelHost().write(smallPlan, { onProgress: ({ done }) => progress.push(done) });
  expect(report).toMatchObject({ outcome: "built", sheets: 4, problem: null, kept: [], remains: [] });
  expect(report.syncs).toBeLessThanOrEqual(5);
  expect(report.syncs).toBe(running.bridge.batches.length);
  expect(running.book.sheets.map((sheet) => sheet.name)).toEqual([
    "Sheet1",
    "README",
    "Inputs",
    "Income statement",
    "Summary",
  ]);
  expect(running.book.active.name).toBe("Summary");
  expect(progress.at(0)).toBe(0);
  expect(progress.at(-1)).toBe(1);
  expect(progress).toEqual([...progress].sort((a, b) => a - b));
  expect(running.host.notices).toEqual(expect.arrayContaining(["calculation suspended", "screen suspended"]));
  expect(running.host.keptCount).toBe(0);
});

test("a workbook that counts days from 1904 is noticed, and what follows for dates is said", async () => {
  expect((await excelHost().inspect()).warnings).toBeUndefined();
  running.book.from1904 = true;
  const { kind, warnings } = await excelHost().inspect();
  expect(kind).toBe("none");
  expect(warnings).toEqual([expect.stringContaining("counts days from 1904")]);
});

test("formulas calculate, constants keep their kind, and text that looks like a date stays text", async () => {
  await excelHost().write(smallPlan);
  const [summary, readme] = await excelHost().read(["'Summary'!B3:D5", "'README'!A4:C4"]);
  expect(summary?.values[0]?.[0]).toBeCloseTo(3094 * 0.9, 9);
  expect(summary?.values[1]?.[2]).toBeCloseTo(0.16, 9);
  expect(summary?.values[2]?.[0]).toBe("Base case");
  expect(summary?.formulas[0]?.[0]).toBe("='Income statement'!B3");
  expect(readme?.values).toEqual([["3-4", "=not a formula", "March 2025"]]);
  expect(contentOf(running.book, "Inputs!B4")).toBe(3094);
});

test("formats arrive: fonts, fills, number formats, borders, alignment, locks, sizes", async () => {
  await excelHost().write(smallPlan);
  const { book } = running;
  expect(cellOf(book, "Inputs!B4").look).toMatchObject({
    numberFormat: "#,##0.0",
    "font.color": "#0000FF",
    "fill.color": "#FFF2CC",
    "protection.locked": false,
  });
  expect(cellOf(book, "Inputs!B2").look).toMatchObject({
    "font.bold": true,
    horizontalAlignment: "Center",
    verticalAlignment: "Center",
    wrapText: true,
    "border.bottom.style": "Continuous",
    "border.bottom.weight": "Thin",
  });
  for (const cell of ["A5", "C5", "D5"])
    expect(cellOf(book, `Income statement!${cell}`).look).toMatchObject({
      "border.top.style": "Continuous",
      "border.bottom.style": "Double",
    });
  expect(cellOf(book, "Income statement!B3").look).not.toHaveProperty(["protection.locked"]);
  expect(cellOf(book, "Income statement!A3").look).toMatchObject({ indentLevel: 1 });
  const inputs = book.sheet("Inputs");
  expect(inputs?.rowHeights.get(0)).toBe(24);
  expect(inputs?.columnWidths.get(0)).toBeCloseTo((24 * 7 + 5) * 0.75, 2);
});

test("rows under each other with the same border keep their own lines", async () => {
  const total = { value: 1, style: "total" };
  await excelHost().write(
    withSheet("Summary", (sheet) => withRow(withRow(sheet, 3, [total, total]), 3, [total, total])),
  );
  for (const cell of ["A3", "B3", "A4", "B4"])
    expect(cellOf(running.book, `Summary!${cell}`).look).toMatchObject({
      "border.top.style": "Continuous",
      "border.bottom.style": "Double",
    });
});

test("names, validation, conditional formats, panes, tabs, links, print set-up", async () => {
  await excelHost().write(smallPlan);
  const { book } = running;
  expect([...book.names.values()].map((one) => [one.name, one.formula, one.comment])).toEqual([
    ["KC_Scenario", "=Inputs!$B$3", "Scenario shown"],
    ["KC_Inputs", "=Inputs!$A$3:$D$5", "Assumptions"],
  ]);
  const inputs = book.sheet("Inputs");
  expect(inputs?.validations.map((one) => one.rule)).toEqual([
    { list: { inCellDropDown: true, source: "Base,Upside,Downside" } },
    { decimal: { formula1: 0, formula2: 10000, operator: "Between" } },
  ]);
  expect(inputs?.frozen).toEqual({ row: 0, column: 0, rows: 2, columns: 1 });
  expect(inputs?.tabColor).toBe("#1F4E79");
  expect(inputs?.showGridlines).toBe(false);
  expect(book.sheet("Income statement")?.conditionalFormats).toMatchObject([
    { formula: "=B5<0", look: { "font.color": "#9C0006", "fill.color": "#FFC7CE", "font.bold": true } },
  ]);
  expect(cellOf(book, "README!A3")).toMatchObject({
    value: "Inputs",
    link: { documentReference: "'Inputs'!B3", screenTip: "Go to the inputs" },
    look: { "font.color": "#0563C1" },
  });
  expect(book.sheet("Summary")?.print).toMatchObject({
    orientation: "Landscape",
    paperSize: "A4",
    zoom: { horizontalFitToPages: 1 },
    area: "$A$1:$D$8",
    titleRows: "$1:$2",
    titleColumns: "$A:$A",
    headersFooters: { leftFooter: "&A", centerFooter: "Page &P of &N", rightFooter: "KC Model" },
  });
});

test("charts are native, with a second axis where the plan has one", async () => {
  await excelHost().write(smallPlan);
  const [chart] = running.book.sheet("Summary")?.charts ?? [];
  expect(chart).toMatchObject({
    name: "KC chart 1",
    chartType: "ColumnStacked",
    from: "A8",
    to: "H24",
    look: { "title.text": "Revenue and margin" },
  });
  expect(chart?.series).toMatchObject([
    {
      name: "Revenue",
      values: "Summary!$B$3:$D$3",
      categories: "Summary!$B$2:$D$2",
      axisGroup: "Primary",
      look: { "fill.color": "#1F4E79" },
    },
    {
      name: "Gross margin",
      values: "Summary!$B$4:$D$4",
      chartType: "Line",
      axisGroup: "Secondary",
      look: { "line.color": "#C55A11", "line.lineStyle": "Dash" },
    },
  ]);
  expect(chart?.axes.get("Value/Secondary")).toMatchObject({ "title.text": "Margin", ".numberFormat": "0%" });
});

test("a second build of the same plan changes nothing", async () => {
  const host = excelHost();
  await host.write(smallPlan);
  const before = everything(running.book);
  const report = await host.write(smallPlan);
  expect(report).toMatchObject({ outcome: "unchanged", cells: 0, problem: null });
  expect(everything(running.book)).toBe(before);
  expect(await host.preview(smallPlan)).toEqual([]);
  expect(await host.inspect()).toMatchObject({ kind: "complete", faults: [] });
});

test("a sheet of the analyst's own with a planned name is never written over", async () => {
  running.host.workbook.worksheets.add("Inputs");
  const before = everything(running.book);
  const report = await excelHost().write(smallPlan);
  expect(report).toMatchObject({ outcome: "failed", problem: { code: "ItemAlreadyExists" } });
  expect(report.problem?.title).toContain("Inputs");
  expect(everything(running.book)).toBe(before);
});

test("remove takes the model out and leaves the rest", async () => {
  const host = excelHost();
  const before = everything(running.book);
  await host.write(smallPlan);
  await host.remove();
  expect(everything(running.book)).toBe(before);
  expect(running.book.customXml.size).toBe(0);
  expect(await host.inspect()).toMatchObject({ kind: "none" });
});
