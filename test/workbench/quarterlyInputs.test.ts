/** Values typed for single quarters, on their way through the grid's engine, a file and back. */

import { readInputs, type KcScalar } from "../../src/functions";
import { planToXlsx } from "../../src/hosts/xlsx/writeXlsx";
import { QUARTER_DRIVERS, SCENARIOS } from "../../src/companies/kingsoftCloud";
import { inputRow, type Scenario } from "../../src/model";
import { followInputs } from "../../src/workbench/followInputs";
import { openWorkbook } from "../../src/workbench/openWorkbook";
import { entryReader } from "../../src/workbench/readEntry";
import { layoutOf } from "../../src/workbook/layout";
import type { WorkbookPlan } from "../../src/workbook/plan";
import { quarterlyCell } from "../../src/workbook/quarterlyCell";
import { SHEETS } from "../../src/workbook/sheetNames";
import { seededModel } from "../support/seededModel";
import { cellAtAddress, sheetOf } from "../workbook/placedCells";
import { onlySheets } from "../workbook/recalculatedCells";
import { enginePlan } from "./comparePlan";

const model = seededModel();
const layout = layoutOf(model);
const TYPED = {
  base: { "capexEnvelope@2026Q3": 700, "priceCut@2027Q1": 0.05 },
  upside: { "opexGrowth@2026Q4": 0.2 },
} as const;
const [plain, typed] = [enginePlan(model, "base"), enginePlan(model, "base", TYPED)];
/** Sheets that are read here, and those that tell a file of the model. */
const SOME = ["README", "Summary", SHEETS.inputs, SHEETS.quarterly];
const plainFile = onlySheets(plain, SOME);
/** The file after these values were typed into its cells; no figure is on it. */
const typedFile: WorkbookPlan = {
  ...plainFile,
  sheets: plainFile.sheets.map((sheet) =>
    sheet.name === SHEETS.quarterly ? sheetOf(onlySheets(typed, SOME), sheet.name) : sheet,
  ),
};
const scenario = (id: string): Scenario => SCENARIOS.find((each) => each.id === id)!;
const driver = (id: string) => QUARTER_DRIVERS.find((each) => each.id === id)!;

/** Reads a plan as a grid that shows it does. */
const readerOf = (plan: WorkbookPlan) => (sheet: string, row: number, column: number) => {
  const cell = sheetOf(plan, sheet).rows[row - 1]?.cells[column - 1];
  const value = cell?.value ?? "";
  return { content: cell?.formula === undefined ? value : `=${cell.formula}`, value };
};

test("the engine behind the grid goes by these cells and gives every value that follows", () => {
  const engine = followInputs(model, "2026-11-22T00:00:00Z", "test");
  const at = quarterlyCell(layout, driver("capexEnvelope@2026Q3"), scenario("base"));
  expect(engine.reads(SHEETS.quarterly, at.row, at.column)).toBe(true);
  expect(engine.reads(SHEETS.quarterly, at.row - 1, 1)).toBe(false);
  const read = readerOf(typed);
  expect(engine.follow(read)!.map(({ plan }) => plan())).toEqual(typed.sheets);
  expect(
    engine.follow((sheet, row, column) =>
      sheet === SHEETS.quarterly && row === at.row && column === at.column
        ? { content: "lots", value: "lots" }
        : read(sheet, row, column),
    ),
  ).toBeNull();
});

test("a saved file opens with them, and with nothing else", async () => {
  const { inputs, parts, left } = await openWorkbook(model, await planToXlsx(typedFile), plainFile);
  expect(left).toEqual([]);
  // What stands in a cell that waits for it is a person's own content too, with the same value.
  const contents = parts.onModel.filter((part) => part.contents.length > 0);
  expect(contents.map(({ sheet }) => sheet)).toEqual([SHEETS.quarterly]);
  expect(contents[0]!.contents.map(({ content }) => content).sort()).toEqual([0.05, 0.2, 700]);
  expect(
    Object.fromEntries(
      Object.entries(inputs.quarters).map(([name, values]) => [
        name,
        Object.fromEntries([...values!].map(([id, value]) => [id, Number(value)])),
      ]),
    ),
  ).toEqual(TYPED);
});

test("a file without the sheet has none", async () => {
  const { sheets, ...rest } = plainFile;
  const without = { ...rest, sheets: sheets.filter(({ name }) => name !== SHEETS.quarterly) };
  expect((await openWorkbook(model, await planToXlsx(without), plainFile)).inputs.quarters).toEqual({});
});

test("KC functions that are given the workbook's range have them, a scenario that follows Base too", () => {
  const sheet = sheetOf(typed, SHEETS.inputs);
  const [first, last] = [layout.inputs.headerRow, layout.inputs.known.lastRow];
  const width = 4 + SCENARIOS.length;
  const range = Array.from({ length: last - first + 1 }, (_, down): KcScalar[] =>
    Array.from({ length: width }, (__, right) => {
      const value = sheet.rows[first + down - 1]?.cells[1 + right]?.value ?? null;
      return value;
    }),
  );
  const quarters = (id: string): Record<string, string> =>
    Object.fromEntries([...readInputs(model, scenario(id), range)].filter(([key]) => key.includes("@")));
  expect(quarters("base")).toEqual({ "capexEnvelope@2026Q3": "700", "priceCut@2027Q1": "0.05" });
  expect(quarters("custom")).toEqual(quarters("base"));
  expect(quarters("upside")["opexGrowth@2026Q4"]).toBe("0.2");
  expect(
    Object.fromEntries(readInputs(model, scenario("base"), [["capexEnvelope@2026Q3", 900]])),
  ).toMatchObject({ "capexEnvelope@2026Q3": "900" });
});

test("what is typed into the grid is read by the unit of its row", () => {
  const read = entryReader(model, null, () => undefined);
  const entry = (id: string, text: string) => {
    const at = quarterlyCell(layout, driver(id), scenario("base"));
    return read({
      sheetId: "kc-quarterly-inputs",
      row: at.row - 1,
      column: at.column - 1,
      text,
      percent: false,
    });
  };
  expect(entry("priceCut@2027Q1", "7")).toEqual({ kind: "number", value: 0.07 });
  expect(entry("capexEnvelope@2026Q3", "12亿")).toEqual({ kind: "number", value: 1200 });
  expect(inputRow(model, "capexEnvelope@2026Q3")?.driver.label).toContain("2026Q3");
  expect(cellAtAddress(sheetOf(typed, SHEETS.quarterly), "A1")?.value).toBe("Quarterly inputs");
});
