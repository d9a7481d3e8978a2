import { bootOffice } from "./bootOffice";
import { IronCalculation } from "./calculation";

test("the real library reads and writes the in-memory workbook", async () => {
  const running = await bootOffice({ calculation: new IronCalculation() });
  const seen = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    const range = sheet.getRange("A1:B1");
    range.formulas = [[1, "=A1/3"]];
    range.format.fill.color = "#FF0000";
    range.load(["values", "formulas", "address", "format/fill/color"]);
    const nothing = context.workbook.worksheets.getItemOrNullObject("none");
    context.workbook.worksheets.load("items/name");
    await context.sync();
    return { values: range.values, formulas: range.formulas, address: range.address, fill: range.format.fill.color, nothing: nothing.isNullObject, sheets: context.workbook.worksheets.items.map((one) => one.name) };
  });
  expect(seen).toEqual({ values: [[1, 0.333333333333333]], formulas: [[1, "=A1/3"]], address: "Sheet1!A1:B1", fill: "#FF0000", nothing: true, sheets: ["Sheet1"] });
  running.close();
});
