/** Updates in place: the analyst's inputs, notes, sheets and changed formulas survive; the preview says what happens. */

import { excelHost } from "../../../src/hosts/officejs/excelHost";
import type { CellPlan } from "../../../src/workbook/plan";
import { bootOffice, type Running } from "../../officeHost/bootOffice";
import { IronCalculation } from "../../officeHost/calculation";
import { Person } from "../../officeHost/person";
import { cellOf, contentOf } from "./bookState";
import { smallPlan, withCell, withRow, withSheet } from "./smallPlan";

let running: Running;
let person: Person;
const host = excelHost();

beforeEach(async () => {
  running = await bootOffice({ calculation: new IronCalculation() });
  person = new Person(running);
  expect(await host.write(smallPlan)).toMatchObject({ outcome: "built" });
});
afterEach(() => {
  expect(running.host.missing).toEqual([]);
  running.close();
});

const at = (address: string): unknown => contentOf(running.book, address);
const cost = (code: string): CellPlan => ({ value: 0, formula: code, style: "number" });
const newer = withSheet("Income statement", (sheet) => withCell(sheet, 4, 2, cost("-B3*0.83")));

test("inputs stay, and so do the analyst's own sheets and what they refer to", async () => {
  person.type("Inputs", "B4", 3300);
  person.type("Inputs", "B3", "Upside");
  person.addSheet("My sheet");
  person.type("My sheet", "A1", "=Summary!B3*2");
  const report = await host.write(newer);
  expect(report).toMatchObject({ outcome: "updated", cells: 1 });
  expect(at("Inputs!B4")).toBe(3300);
  expect(at("Inputs!B3")).toBe("Upside");
  expect(at("My sheet!A1")).toBe("=Summary!B3*2");
  expect(at("Income statement!B4")).toBe("=-B3*0.83");
  const [own] = await host.read(["'My sheet'!A1"]);
  expect(own?.values).toEqual([[3300 * 0.9 * 2]]);
  expect(report.kept.map((one) => [one.cell, one.kind, one.now, one.wouldBe, one.reason])).toEqual([
    ["B3", "input", "Upside", "Base", "your input is kept"],
    ["B4", "input", "3300", "3094", "your input is kept"],
  ]);
});

test("inputs stay through two updates and through a new default", async () => {
  person.type("Inputs", "C4", 3600);
  const defaults = withSheet("Inputs", (sheet) =>
    withCell(withCell(sheet, 4, 3, { value: 3700, style: "input" }), 4, 4, { value: 4200, style: "input" }),
  );
  expect((await host.preview(defaults)).map((one) => [one.cell, one.applies, one.now, one.wouldBe])).toEqual([
    ["C4", false, "3600", "3700"],
    ["D4", true, "4000", "4200"],
  ]);
  await host.write(defaults);
  await host.write(defaults);
  expect(at("Inputs!C4")).toBe(3600);
  expect(at("Inputs!D4")).toBe(4200);
});

test("a formula the analyst changed is reported, not overwritten, until they agree", async () => {
  person.type("Income statement", "B4", "=-B3*0.8");
  person.type("Income statement", "C4", "=-C3*0.8");
  const preview = await host.preview(newer);
  expect(preview.map((one) => [one.sheet, one.cell, one.now, one.wouldBe, one.reason, one.applies])).toEqual([
    ["Income statement", "B4", "=-B3*0.8", "=-B3*0.83", "you changed this cell, and so has the model", false],
    ["Income statement", "C4", "=-C3*0.8", "=-C3*0.84", "you changed this cell", false],
  ]);
  const report = await host.write(newer);
  expect(report.kept).toHaveLength(2);
  expect(at("Income statement!B4")).toBe("=-B3*0.8");
  const again = await host.write(newer, { overwrite: ["Income statement!B4"] });
  expect(again).toMatchObject({ outcome: "updated", cells: 1 });
  expect(at("Income statement!B4")).toBe("=-B3*0.83");
  expect(at("Income statement!C4")).toBe("=-C3*0.8");
});

test("an input moves with its row when the model grows", async () => {
  person.type("Inputs", "B4", 3300);
  const grown = withSheet("Inputs", (sheet) =>
    withRow(sheet, 4, [
      { value: "Minimum commitment", style: "label" },
      { value: 1, style: "input" },
      { value: 2, style: "input" },
      { value: 3, style: "input" },
    ]),
  );
  const shifted = withSheet(
    "Income statement",
    (sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row, index) =>
        index === 2
          ? {
              ...row,
              cells: row.cells.map((cell, column) =>
                cell && column > 0
                  ? { ...cell, formula: (cell.formula ?? "").replace(/4\*/, "5*").replace(/5$/, "6") }
                  : cell,
              ),
            }
          : row,
      ),
    }),
    grown,
  );
  const report = await host.write(shifted);
  expect(report).toMatchObject({ outcome: "updated", kept: [] });
  expect(at("Inputs!A4")).toBe("Minimum commitment");
  expect(at("Inputs!B4")).toBe(1);
  expect(at("Inputs!B5")).toBe(3300);
  expect(at("Inputs!C5")).toBe(3500);
  expect(at("Inputs!B6")).toBe(0.9);
  const [revenue] = await host.read(["'Income statement'!B3"]);
  expect(revenue?.values).toEqual([[3300 * 0.9]]);
  await host.write(shifted);
  expect(at("Inputs!B5")).toBe(3300);
  expect((await host.preview(shifted)).map((one) => [one.cell, one.applies])).toEqual([["B5", false]]);
});

test("cells that leave the model are cleared, unless the analyst changed them", async () => {
  person.type("Summary", "C5", "my remark");
  person.type("Summary", "D5", "");
  const shorter = withSheet("Summary", (sheet) => ({ ...sheet, rows: sheet.rows.slice(0, 3) }));
  person.type("Summary", "B4", 0.2);
  await host.write(shorter);
  expect(at("Summary!A4")).toBe("");
  expect(at("Summary!A5")).toBe("");
  expect(at("Summary!B4")).toBe(0.2);
  expect(at("Summary!C5")).toBe("my remark");
});

test("a deleted sheet comes back in its place and its references are repaired", async () => {
  person.addSheet("Mine");
  person.deleteSheet("Income statement");
  expect(at("Summary!B3")).toBe("=#REF!");
  expect(await host.inspect()).toMatchObject({
    kind: "damaged",
    faults: ["The sheet Income statement was deleted."],
  });
  const report = await host.write(smallPlan);
  expect(report).toMatchObject({ outcome: "updated", kept: [] });
  expect(running.book.sheets.map((sheet) => sheet.name)).toEqual([
    "Sheet1",
    "README",
    "Inputs",
    "Income statement",
    "Summary",
    "Mine",
  ]);
  expect(at("Summary!B3")).toBe("='Income statement'!B3");
  expect(await host.inspect()).toMatchObject({ kind: "complete" });
});

test("deleting the inputs repairs names and formulas", async () => {
  person.deleteSheet("Inputs");
  expect((await host.inspect()).faults).toContain("The name KC_Scenario points nowhere.");
  await host.write(smallPlan);
  expect(running.book.names.get("kc_scenario")?.formula).toBe("=Inputs!$B$3");
  const [summary] = await host.read(["'Summary'!B3"]);
  expect(summary?.values[0]?.[0]).toBeCloseTo(3094 * 0.9, 9);
});

test("a renamed sheet is recognised, is no change by itself, and gets its name back", async () => {
  person.renameSheet("Inputs", "My inputs");
  person.type("My inputs", "B4", 3300);
  expect(await host.inspect()).toMatchObject({
    kind: "damaged",
    faults: ["The sheet Inputs is now called My inputs."],
  });
  expect((await host.preview(smallPlan)).map((one) => [one.kind, one.cell, one.applies])).toEqual([
    ["sheet", "", true],
    ["input", "B4", false],
  ]);
  const report = await host.write(newer);
  expect(report.outcome).toBe("updated");
  expect(running.book.sheet("Inputs")).toBeDefined();
  expect(at("Inputs!B4")).toBe(3300);
  expect(at("Income statement!B3")).toBe("=Inputs!B4*Inputs!B5");
  expect(at("Income statement!B4")).toBe("=-B3*0.83");
});

test("text typed into an input is kept and told", async () => {
  person.type("Inputs", "B4", "about 3,300");
  const preview = await host.preview(smallPlan);
  expect(preview).toMatchObject([
    { sheet: "Inputs", cell: "B4", kind: "input", now: "about 3,300", wouldBe: "3094", applies: false },
  ]);
});

test("new formats and charts replace the old ones and leave the analyst's charts", async () => {
  const { Range } = await import("../../officeHost/objects/range");
  const summary = running.book.sheet("Summary")!;
  running.host.workbook
    .$worksheet(summary)
    .charts.add("Line", new Range(running.host, summary, { row: 2, column: 1, rows: 1, columns: 3 })).name =
    "Mine";
  const restyled = withSheet("Summary", (sheet) => ({
    ...sheet,
    charts: sheet.charts.map((chart) => ({ ...chart, title: "Revenue" })),
    rows: sheet.rows.map((row, index) =>
      index === 0 ? { ...row, cells: [{ value: "Summary", style: "total" }] } : row,
    ),
  }));
  const report = await host.write(restyled);
  expect(report.outcome).toBe("updated");
  expect(summary.charts.map((one) => [one.name, one.look["title.text"]])).toEqual([
    ["Mine", undefined],
    ["KC chart 1", "Revenue"],
  ]);
  expect(cellOf(running.book, "Summary!A1").look).toMatchObject({ "border.bottom.style": "Double" });
  expect(cellOf(running.book, "Summary!A1").look).not.toHaveProperty(["font.size"]);
});

test("a sheet whose rows were rearranged by hand is left alone as a whole", async () => {
  const { largePlan } = await import("./smallPlan");
  running.close();
  running = await bootOffice();
  person = new Person(running);
  const plan = largePlan(2, 20, 10);
  await host.write(plan);
  const sheet = running.book.sheet("Schedule 1")!;
  for (const cell of sheet.cells.values())
    if (cell.formula !== "") cell.formula = cell.formula.replace(/(\d+)\*/, "9$1*");
  const report = await host.write(plan);
  expect(report.kept).toMatchObject([{ sheet: "Schedule 1", cell: "", kind: "sheet" }]);
});

test("without its ledger a model is still recognised; differing cells are told and left alone", async () => {
  running.book.customXml.clear();
  person.type("Income statement", "C4", "=-C3*0.8");
  person.type("Inputs", "B4", 3300);
  expect(await host.inspect()).toMatchObject({ kind: "damaged" });
  const report = await host.write(newer);
  expect(report).toMatchObject({ outcome: "updated", problem: null });
  expect(report.kept.map((one) => [one.sheet, one.cell])).toEqual([
    ["Inputs", "B4"],
    ["Income statement", "B4"],
    ["Income statement", "C4"],
  ]);
  expect(at("Inputs!B4")).toBe(3300);
  expect(await host.inspect()).toMatchObject({ kind: "complete" });
});

test("a renamed sheet whose name is taken by another is told before anything is written", async () => {
  person.renameSheet("Inputs", "My inputs");
  person.addSheet("Inputs");
  const report = await host.write(newer);
  expect(report).toMatchObject({ outcome: "failed", problem: { code: "ItemAlreadyExists" } });
  expect(at("Income statement!B4")).toBe("=-B3*0.84");
});

test("with calculation on request the model is calculated once after writing, and the mode stays", async () => {
  running.book.calculationMode = "Manual";
  await host.write(newer);
  expect(running.host.notices).toContain("calculate Recalculate");
  expect(running.book.calculationMode).toBe("Manual");
  expect(Number(cellOf(running.book, "Income statement!B4").value)).toBeCloseTo(-3094 * 0.9 * 0.83, 6);
});

test("an input whose label is reworded keeps the analyst's value; one that leaves the model is told", async () => {
  person.type("Inputs", "B4", 3300);
  const reworded = withSheet("Inputs", (sheet) =>
    withCell(sheet, 4, 1, { value: "Annual cap", style: "label" }),
  );
  await host.write(reworded);
  expect(at("Inputs!A4")).toBe("Annual cap");
  expect(at("Inputs!B4")).toBe(3300);
  const without = withSheet("Inputs", (sheet) => ({
    ...sheet,
    rows: sheet.rows.filter((_, index) => index !== 3),
  }));
  const changes = await host.preview(without);
  expect(
    changes.filter((one) => one.kind === "input" && one.cell === "B4").map((one) => [one.now, one.reason]),
  ).toContainEqual(["3300", 'the input "Annual cap" is no longer part of the model']);
});

test("formulas of the analyst's own that point at rows which move are listed", async () => {
  person.addSheet("Mine");
  person.type("Mine", "B2", "=Summary!C4*2");
  person.type("Mine", "B3", "=Summary!B3");
  const grown = withSheet("Summary", (sheet) =>
    withRow(sheet, 4, [{ value: "Gross profit", style: "label" }]),
  );
  const report = await host.write(grown);
  expect(report.kept).toMatchObject([
    {
      sheet: "Mine",
      cell: "B2",
      now: "=Summary!C4*2",
      reason:
        "Summary!C4 moves to C5 (Gross margin); this formula of yours will show another line until you point it there",
    },
  ]);
  expect(at("Mine!B2")).toBe("=Summary!C4*2");
});

test("a row that leaves the model is told to those who refer to it; a reworded label is not", async () => {
  person.addSheet("Mine");
  person.type("Mine", "A1", "=Summary!B3");
  person.type("Mine", "A2", "=Summary!B4");
  const reworded = withSheet("Summary", (sheet) =>
    withCell(sheet, 3, 1, { value: "Total revenue", style: "label" }),
  );
  expect((await host.preview(reworded)).filter((one) => one.sheet === "Mine")).toEqual([]);
  const shorter = withSheet("Summary", (sheet) => ({
    ...sheet,
    rows: sheet.rows.filter((_, index) => index !== 2),
    charts: [],
  }));
  expect(
    (await host.preview(shorter)).filter((one) => one.sheet === "Mine").map((one) => one.reason),
  ).toEqual([
    expect.stringContaining("Summary!B3 leaves the model"),
    expect.stringContaining("Summary!B4 moves to B3 (Gross margin)"),
  ]);
});
