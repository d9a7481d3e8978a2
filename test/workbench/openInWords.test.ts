/** A workbook in Chinese opens with its inputs and what a person put beside the model, in its own language. */

import { planToXlsx } from "../../src/hosts/xlsx/writeXlsx";
import { engineInWords } from "../../src/workbench/inEnglish";
import { followInputs, planWithInputs } from "../../src/workbench/followInputs";
import { openWorkbook } from "../../src/workbench/openWorkbook";
import { INPUT_COLUMNS } from "../../src/workbook/inputColumns";
import { layoutOf } from "../../src/workbook/layout";
import type { CellPlan, SheetPlan, WorkbookPlan } from "../../src/workbook/plan";
import { planInWords } from "../../src/workbook/planInWords";
import { SHEETS } from "../../src/workbook/sheetNames";
import { summaryCells } from "../../src/workbook/summaryCells";
import { CHINESE } from "../../src/words/zh-CN";
import { planOf, seededModel } from "../support/seededModel";
import { sheetOf } from "../workbook/placedCells";
import { ownSheet } from "./smallFile";

const model = seededModel();
const plan = planOf(model);
const chinese = planInWords(planOf(model, "upside"), CHINESE);
const TAX = { row: layoutOf(model).inputs.driver.get("taxRate")!, column: INPUT_COLUMNS.firstScenario + 1 };

function withCell(sheet: SheetPlan, row: number, column: number, cell: Partial<CellPlan>): SheetPlan {
  return {
    ...sheet,
    rows: sheet.rows.map((each, r) =>
      r + 1 === row
        ? { ...each, cells: each.cells.map((one, c) => (c + 1 === column ? { ...one!, ...cell } : one)) }
        : each,
    ),
  };
}

const own = ownSheet("我的", [
  [
    { value: "收入", style: "text" },
    { value: 1, formula: "'利润表'!H8", style: "text" },
  ],
]);
const file: WorkbookPlan = {
  ...chinese,
  sheets: [
    ...chinese.sheets.map((sheet) =>
      sheet.name === "假设" ? withCell(sheet, TAX.row, TAX.column, { value: 0.2 }) : sheet,
    ),
    own,
  ],
};

test("its scenario, inputs and own sheets come back, nothing is lost, and it stays in its language", async () => {
  const opened = await openWorkbook(model, await planToXlsx(file), plan);
  expect(opened.left).toEqual([]);
  expect(opened.words.language).toBe("zh-CN");
  expect(opened.inputs.scenario).toBe("upside");
  const tax = opened.inputs.rows.find(({ driver }) => driver.id === "taxRate")!;
  expect(Number(tax.base)).toBe(0.2);
  expect([...opened.inputs.heads.values()]).toEqual(["Custom", "Custom 2", "Custom 3"]);
  expect(opened.parts.sheets.map(({ name }) => name)).toEqual(["我的"]);
  expect(opened.parts.sheets[0]!.rows[0]!.cells[1]!.formula).toBe("'利润表'!H8");
  // Cells that follow the changed one were not calculated in this file.
  const contents = opened.parts.onModel.flatMap(({ contents: cells }) => cells);
  expect(contents.filter(({ content }) => content !== `=$G${TAX.row}`)).toEqual([]);
  const present = planInWords(planWithInputs(model, opened.inputs, plan.created, "test"), opened.words);
  expect(
    sheetOf(present, "摘要").rows[summaryCells.selectorRow - 1]!.cells[summaryCells.selectorColumn - 1]!
      .value,
  ).toBe("乐观");
});

test("an English file stays English", async () => {
  const opened = await openWorkbook(model, await planToXlsx(plan), plan);
  expect(opened.words.language).toBe("en");
  expect(opened.plan).toBe(plan);
});

test("the engine behind the grid follows a workbook in Chinese and answers in Chinese", () => {
  const engine = engineInWords(followInputs(model, plan.created, "test"), () => CHINESE);
  const answer = engine.follow((sheet, row, column) => {
    const cell = sheetOf(file, sheet).rows[row - 1]?.cells[column - 1];
    const value = cell?.value ?? "";
    return { content: cell?.formula === undefined ? value : `=${cell.formula}`, value };
  })!;
  expect(answer.map(({ name }) => name)).toEqual(chinese.sheets.map(({ name }) => name));
  const inputs = answer.find(({ name }) => name === "假设")!.plan();
  expect(inputs.name).toBe("假设");
  expect(inputs.rows[TAX.row - 1]!.cells[TAX.column - 1]!.value).toBe(0.2);
  expect(engine.reads("假设", TAX.row, TAX.column)).toBe(true);
  expect(engine.reads(SHEETS.inputs, 1, 1)).toBe(false);
});
