/** Workbooks that a person has edited in another program: rows and columns put in, sheets renamed, inputs given formulas, the table sorted. */

import { openWorkbook, type OpenedFile } from "../../src/workbench/openWorkbook";
import { planToXlsx } from "../../src/hosts/xlsx/writeXlsx";
import { columnLetters } from "../../src/workbook/address";
import { INPUT_COLUMNS } from "../../src/workbook/inputColumns";
import { layoutOf } from "../../src/workbook/layout";
import { editedInLibreOffice, endEdits } from "../support/libreOfficeEdits";
import { savedByExcelJs } from "../support/excelJs";
import { planOf, seededModel } from "../support/seededModel";
import { onlySheets } from "../workbook/recalculatedCells";

afterAll(endEdits);

const model = seededModel();
const whole = planOf(model);
/** The sheets that are edited here, and those that tell a file of the model. */
const EDITED = ["README", "Summary", "Inputs", "Income statement"];
const plan = onlySheets(whole, EDITED);
/** With sheets whose formulas lead to them. */
const reading = onlySheets(whole, [...EDITED, "Tear sheet", "Cash flow", "Valuation", "Base", "Upside"]);
const lines = layoutOf(model).inputs.driver;
const cell = (scenario: number, driver: string, shift = 0): string =>
  `${columnLetters(INPUT_COLUMNS.firstScenario + scenario - 1 + shift)}${lines.get(driver)!}`;
const [BASE, UPSIDE] = [2, 3];
const income = whole.sheets.find(({ name }) => name === "Income statement")!;

/** Rows of two lines of the statement. */
const [gross, selling] = income.rows
  .flatMap(({ cells }, row) => (cells[10]?.formula === undefined ? [] : [row + 1]))
  .filter((_, index) => index === 5 || index === 11) as [number, number];

async function edited(statements: string, of = plan): Promise<OpenedFile> {
  return openWorkbook(model, await editedInLibreOffice(await planToXlsx(of), statements), of);
}
const ofBase = ({ inputs: { rows } }: OpenedFile, driver: string) =>
  rows.find((row) => row.driver.id === driver)!;
const own = ({ parts }: OpenedFile): unknown[] =>
  parts.sheets[0]!.rows.map(({ cells: [first] }) => first?.formula ?? first?.value);

test("rows and columns put in: inputs are found by name, formulas lead where they led, and what has no place is named", async () => {
  const opened = await edited(
    `
  sheet = sheets.getByName("Income statement")
  sheet.Rows.insertByIndex(${selling - 1}, 2)
  sheet.getCellRangeByName("A${selling}").String = "My own line"
  sheet.getCellRangeByName("E${selling}").Value = 5
  sheets.getByName("Inputs").Columns.insertByIndex(0, 1)
  sheets.getByName("Inputs").getCellRangeByName("${cell(BASE, "capXiaomi2026", 1)}").Value = 3300
  sheets.getByName("Summary").Columns.insertByIndex(4, 1)
  sheets.insertNewByName("Mine", sheets.Count)
  sheet = sheets.getByName("Mine")
  sheet.getCellRangeByName("A1").Formula = "=$'Income statement'.K${selling + 2}"
  sheet.getCellRangeByName("A2").Formula = "=$Inputs.${cell(BASE, "capXiaomi2026", 1)}*2"
  sheet.getCellRangeByName("A3").Formula = "=$'Income statement'.E${selling}+1"
  sheet.getCellRangeByName("A4").Formula = "=SUM($'Income statement'.D${gross}:D${selling + 3})"
  sheet.getCellRangeByName("A5").Formula = "=$Summary.K12"`,
    reading,
  );
  expect(ofBase(opened, "capXiaomi2026").base).toBe("3300");
  expect(own(opened)).toEqual([
    `'Income statement'!K${selling}`,
    `Inputs!${cell(BASE, "capXiaomi2026")}*2`,
    6,
    `SUM('Income statement'!D${gross}:D${selling + 1})`,
    "Summary!J12",
  ]);
  expect(opened.left).toEqual([
    "Formulas that lead to cells which the model has not come as their last values: Mine!A3.",
    `Income statement: rows and columns that you put in among the model's, with what stands in them: row ${selling}.`,
  ]);
  expect(opened.parts.onModel.flatMap(({ contents, looks }) => [...contents, ...looks])).toEqual([]);
});

test("a section sorted by value, a driver's name typed over, a renamed sheet and scenario: each input keeps its driver", async () => {
  const [first, last] = [lines.get("relatedPartyDays")!, lines.get("relatedPartyDays")! + 4];
  const opened = await edited(`
  sheet = sheets.getByName("Inputs")
  Dim fields(0) As New com.sun.star.table.TableSortField
  fields(0).Field = ${INPUT_COLUMNS.firstScenario - 1 + BASE - 1}
  fields(0).IsAscending = False
  Dim how(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = "SortFields"
  how(0).Value = fields()
  sheet.getCellRangeByName("A${first}:N${last}").sort(how())
  sheet.getCellRangeByName("B${lines.get("taxRate")!}").String = "my tax"
  sheet.getCellRangeByName("K${layoutOf(model).inputs.headerRow}").String = "Bull"
  sheet.Name = "Annahmen"
  sheets.getByName("Income statement").Name = "GuV"
  sheets.insertNewByName("Mine", sheets.Count)
  sheets.getByName("Mine").getCellRangeByName("A1").Formula = "=$GuV.K${gross}"`);
  for (const row of model.rows)
    expect([row.driver.id, ofBase(opened, row.driver.id).base]).toEqual([row.driver.id, row.base]);
  expect(own(opened)).toEqual([`'Income statement'!K${gross}`]);
  expect(opened.left).toEqual([
    expect.stringMatching(/^Inputs: the name that you gave the sheet: Annahmen\.$/),
    "Income statement: the name that you gave the sheet: GuV.",
  ]);
});

describe("inputs with formulas", () => {
  const statements = `
  sheets.insertNewByName("Mine", sheets.Count)
  sheet = sheets.getByName("Inputs")
  sheet.getCellRangeByName("${cell(BASE, "capXiaomi2026")}").Formula = "=3000*(1+10%)"
  sheet.getCellRangeByName("${cell(UPSIDE, "capXiaomi2027")}").Formula = "=${cell(BASE, "capXiaomi2026")}+SUM($Mine.A1:A2)"
  sheets.getByName("Mine").getCellRangeByName("A1").Value = 100
  sheets.getByName("Mine").getCellRangeByName("A2").Formula = "=A1/4"`;
  const formulas = ({ parts }: OpenedFile) =>
    parts.onModel
      .find(({ sheet }) => sheet === "Inputs")!
      .contents.map(({ content, value }) => [String(content).replaceAll("$", ""), value]);

  test("keep them, and the model takes their values; without values in the file they are calculated", async () => {
    const file = await editedInLibreOffice(await planToXlsx(plan), statements);
    const [withValues, without] = await Promise.all(
      [file, await savedByExcelJs(file)].map((bytes) => openWorkbook(model, bytes, plan)),
    );
    for (const opened of [withValues!, without!]) {
      expect(
        [ofBase(opened, "capXiaomi2026").base, ofBase(opened, "capXiaomi2027").own.upside].map(Number),
      ).toEqual([expect.closeTo(3300, 9), expect.closeTo(3425, 9)]);
      expect(formulas(opened)).toEqual([
        ["=3000*(1+10%)", expect.closeTo(3300, 9)],
        [`=${cell(BASE, "capXiaomi2026")}+SUM(Mine!A1:A2)`, expect.closeTo(3425, 9)],
      ]);
      expect(opened.left).toEqual([]);
    }
    expect(withValues!.told).toEqual([]);
    expect(without!.told).toEqual([
      `Inputs that had formulas without values in the file were calculated: Inputs!${cell(BASE, "capXiaomi2026")}, Inputs!${cell(UPSIDE, "capXiaomi2027")}.`,
    ]);
  });

  test("that can't be calculated here are named with the reason", async () => {
    const file = await editedInLibreOffice(
      await planToXlsx(plan),
      `sheets.getByName("Inputs").getCellRangeByName("${cell(BASE, "capXiaomi2026")}").Formula = "=VLOOKUP(1;A8:B9;2)+3000"`,
    );
    await expect(openWorkbook(model, await savedByExcelJs(file), plan)).rejects.toThrow(
      new RegExp(
        `^Inputs!${cell(BASE, "capXiaomi2026")} holds the formula =VLOOKUP.* can't be calculated here: .*VLOOKUP.*save it there and open it again`,
      ),
    );
  });
});
