/** The host itself: what it answers, what it refuses, and that gaps are loud. */

import { bootOffice, type Running } from "./bootOffice";
import { IronCalculation } from "./calculation";
import { calculateFunctionCells, parseCall } from "./functionCells";
import { Person } from "./person";
import { renameSheets } from "./sheetReferences";
import { until } from "../support/until";

let running: Running;
beforeEach(async () => {
  running = await bootOffice({ calculation: new IronCalculation() });
});
afterEach(() => {
  running.close();
});

test("the real library reads and writes the in-memory workbook", async () => {
  const seen = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    const range = sheet.getRange("A1:B1");
    range.formulas = [[1, "=A1/3"]];
    range.format.fill.color = "#FF0000";
    range.load(["values", "formulas", "address", "format/fill/color"]);
    const nothing = context.workbook.worksheets.getItemOrNullObject("none");
    const { worksheets } = context.workbook;
    worksheets.load("items/name");
    await context.sync();
    return {
      values: range.values,
      formulas: range.formulas,
      address: range.address,
      fill: range.format.fill.color,
      nothing: nothing.isNullObject,
      sheets: worksheets.items.map((one) => one.name),
    };
  });
  expect(seen).toMatchObject({
    formulas: [[1, "=A1/3"]],
    address: "Sheet1!A1:B1",
    fill: "#FF0000",
    nothing: true,
    sheets: ["Sheet1"],
  });
  expect((seen.values as number[][])[0]?.[1]).toBeCloseTo(1 / 3, 14);
});

test("references the client keeps are given back after Excel.run", async () => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange("A1").values = [[1]];
    await context.sync();
    expect(running.host.keptCount).toBe(1);
  });
  await until(() => running.host.keptCount === 0, "no reference is kept");
});

test("large tables, which the library sends in pieces, arrive whole", async () => {
  const rows = Array.from({ length: 200 }, (_, row) =>
    Array.from({ length: 20 }, (__, column) => row * 20 + column),
  );
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange("A1:T200").values = rows;
    await context.sync();
  });
  expect(running.book.sheet("Sheet1")?.at(199, 19)?.value).toBe(3999);
});

test.each([
  ["ItemNotFound", (context: Excel.RequestContext) => context.workbook.worksheets.getItem("none").activate()],
  ["ItemAlreadyExists", (context: Excel.RequestContext) => context.workbook.worksheets.add("sheet1")],
  ["InvalidArgument", (context: Excel.RequestContext) => context.workbook.worksheets.add("a:b")],
  [
    "InvalidArgument",
    (context: Excel.RequestContext) =>
      void (context.workbook.worksheets.getItem("Sheet1").getRange("A1:B2").values = [[1, 2]]),
  ],
  [
    "InvalidArgument",
    (context: Excel.RequestContext) =>
      void (context.workbook.worksheets.getItem("Sheet1").getRange("A1").formulas = [["=Nowhere!A1"]]),
  ],
  [
    "InvalidArgument",
    (context: Excel.RequestContext) => context.workbook.names.add("FY2026", "=Sheet1!$A$1"),
  ],
  [
    "InvalidOperation",
    (context: Excel.RequestContext) => context.workbook.worksheets.getItem("Sheet1").delete(),
  ],
])("answers %s as Excel does", async (code, request) => {
  const context = new Excel.RequestContext();
  request(context);
  await expect(context.sync()).rejects.toMatchObject({ code });
});

test("a member the host lacks fails with its name", async () => {
  const context = new Excel.RequestContext();
  context.workbook.tables.load("items/name");
  await expect(context.sync()).rejects.toMatchObject({
    code: "HostMemberMissing",
    message: expect.stringContaining("Workbook.tables") as string,
  });
  expect(running.host.missing).toEqual(["Workbook.tables"]);
});

test("text becomes what Excel makes of it", () => {
  const person = new Person(running);
  const typed = ["3-4", "March 2025", "1,200", "5%", "true", "'3-4", "2025Q3"];
  typed.forEach((text, index) => {
    person.type("Sheet1", `A${String(index + 1)}`, text);
  });
  expect(typed.map((_, index) => running.book.sheet("Sheet1")?.at(index, 0)?.value)).toEqual([
    45658,
    45658,
    1200,
    0.05,
    true,
    "3-4",
    "2025Q3",
  ]);
});

test("renaming and deleting sheets keeps formulas as Excel does", () => {
  expect(
    renameSheets("='Old name'!A1+SUM(Other!B$2:$C3)&\"Other!A1\"", (name) =>
      name === "Old name" ? "New" : "It's",
    ),
  ).toBe("=New!A1+SUM('It''s'!B$2:$C3)&\"Other!A1\"");
  expect(renameSheets("=Gone!A1*2+Gone!B1:C9", () => null)).toBe("=#REF!*2+#REF!");
});

test("cells with custom functions are calculated through the runtime, and their dependants follow", async () => {
  const functions = (
    globalThis as unknown as {
      CustomFunctions: { associate: (name: string, body: (...args: never[]) => unknown) => void };
    }
  ).CustomFunctions;
  functions.associate(
    "SCALE",
    (value: number, factor: number | null, rows: number[][]) => value * (factor ?? 10) + rows.flat().length,
  );
  const person = new Person(running);
  person.type("Sheet1", "A1", 4);
  person.type("Sheet1", "B1", "=KC.SCALE(A1,,A1:A3)");
  person.type("Sheet1", "C1", "=B1+1");
  expect(parseCall('=KC.REVENUE("a,b",,B1)', "KC")).toEqual({ name: "REVENUE", args: ['"a,b"', "", "B1"] });
  expect(await calculateFunctionCells(running, "KC")).toBe(1);
  expect(["B1", "C1"].map((_, index) => running.book.sheet("Sheet1")?.at(0, index + 1)?.value)).toEqual([
    43, 44,
  ]);
});
