import { readWorkbook } from "../../../src/hosts/xlsx/readXlsx";
import { planToXlsx } from "../../../src/hosts/xlsx/writeXlsx";
import { smallPlan } from "./smallPlan";
import { cellAddress } from "../../../src/workbook/address";

describe("readWorkbook", () => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await planToXlsx(smallPlan);
  });

  test("reads back every value and formula of the plan, dates as serial numbers", async () => {
    const workbook = await readWorkbook(bytes);
    expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(["Summary", "Revenue & caps"]);
    for (const sheet of smallPlan.sheets) {
      const read = workbook.sheet(sheet.name);
      sheet.rows.forEach((row, r) => {
        row.cells.forEach((cell, c) => {
          const { value, formula } = read.cell(cellAddress(r + 1, c + 1));
          expect({ value, formula }).toEqual({ value: cell?.value ?? null, formula: cell?.formula });
        });
      });
    }
  });

  test("reads the public names and no print settings among them", async () => {
    const { names } = await readWorkbook(bytes);
    expect([...names]).toEqual([
      ["KC_Scenario", "'Summary'!$B$2"],
      ["KC_Inputs", "'Revenue & caps'!$A$3:$E$4"],
    ]);
  });

  test("lists the filled addresses and knows no other sheet", async () => {
    const workbook = await readWorkbook(bytes);
    expect(workbook.sheet("Revenue & caps").addresses().slice(0, 3)).toEqual(["A1", "D1", "A2"]);
    expect(workbook.sheet("Summary").cell("ZZ900").value).toBeNull();
    expect(() => workbook.sheet("Home")).toThrow('no sheet "Home"; the sheets are Summary, Revenue & caps');
  });

  test.each([
    ["nothing", () => new Uint8Array(), "0 bytes"],
    ["text", () => new TextEncoder().encode("Period,Revenue\n"), "not an .xlsx workbook"],
    ["a file cut in half", () => bytes.slice(0, bytes.length / 2), "cut short"],
    [
      "a password-protected or old file",
      () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      "password-protected",
    ],
    [
      "a zip file of something else",
      () => new Uint8Array([0x50, 0x4b, 5, 6, ...new Array<number>(18).fill(0)]),
      "damaged or not an .xlsx",
    ],
  ])("refuses %s", async (_, make, message) => {
    await expect(readWorkbook(make())).rejects.toThrow(message);
  });
});
