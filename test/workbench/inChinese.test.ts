/** The workbench with its workbook in Chinese: put into it at a wish, calculated, saved, opened again and put back. */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { INPUT_COLUMNS } from "../../src/workbook/inputColumns";
import { cellAddress } from "../../src/workbook/address";
import { layoutOf } from "../../src/workbook/layout";
import { planInWords } from "../../src/workbook/planInWords";
import { CHINESE } from "../../src/words/zh-CN";
import { seededModel } from "../support/seededModel";
import { until } from "../support/until";
import { differences, enginePlan } from "./comparePlan";
import {
  buildModel,
  calculated,
  gridValue,
  openFile,
  readGrid,
  saveFile,
  snapshotOf,
  startWorkbench,
  typeInto,
  type OpenPage,
  type RunningWorkbench,
} from "./runningWorkbench";

const model = seededModel();
const tax = cellAddress(layoutOf(model).inputs.driver.get("taxRate")!, INPUT_COLUMNS.firstScenario + 1);
const chinese = planInWords(enginePlan(model, "base", { base: { taxRate: 0.2 } }), CHINESE);
const flexed = planInWords(enginePlan(model, "upside", { base: { taxRate: 0.25 } }), CHINESE);

let workbench: RunningWorkbench;
let open: OpenPage;
let folder: string;

beforeAll(async () => {
  workbench = await startWorkbench();
  open = await workbench.open();
  folder = await mkdtemp(join(tmpdir(), "kc-chinese-"));
  await buildModel(open.page);
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await workbench.stop();
});

const tabs = async (page: Page): Promise<readonly (string | undefined)[]> => {
  const { sheetOrder, sheets } = await snapshotOf(page);
  return sheetOrder.map((id) => sheets[id]?.name);
};
const names = chinese.sheets.map(({ name }) => name);

test("a built workbook goes into Chinese, with what was typed into it before", async () => {
  const { page } = open;
  await typeInto(page, `Inputs!${tax}`, "20%");
  await typeInto(page, "Summary!C95", "=Inputs!A1");
  const pane = page.locator("#wb-pane");
  // The grid's own menus follow the language too.
  const menus = page.locator("#wb-grid");
  expect(await menus.textContent()).not.toContain("常用函数");
  await pane.getByRole("combobox", { name: "Language / 语言" }).selectOption("zh-CN");
  await menus.filter({ hasText: "常用函数" }).waitFor();
  await pane.getByRole("button", { name: "将工作簿转为简体中文" }).click();
  await page.waitForFunction(() => !document.querySelector("#wb-pane progress"));
  await pane.getByRole("button", { name: "将工作簿转为简体中文" }).waitFor({ state: "detached" });
  expect(await tabs(page)).toEqual(names);
  expect(await gridValue(page, "KC_Scenario")).toBe("基准");
  await calculated(page);
  expect((await differences(page, chinese, ["摘要!C95"])).differing).toEqual([]);
  const [own] = await readGrid(page, "'摘要'!C95");
  expect(own).toMatchObject({ formulas: [["='假设'!A1"]], values: [["假设：全部情景"]] });
});

test("what is typed on its sheets moves the model", async () => {
  const { page } = open;
  await typeInto(page, `'假设'!${tax}`, "25%");
  await typeInto(page, "KC_Scenario", "乐观");
  await until(async () => (await gridValue(page, "'摘要'!B4")) === "乐观", "the scenario stands in its cell");
  await calculated(page);
  expect((await differences(page, flexed, ["摘要!C95"])).differing).toEqual([]);
});

test("it is saved and opened in its language", async () => {
  const { page } = open;
  const path = join(folder, "中文.xlsx");
  await saveFile(page, path);
  await openFile(page, path);
  expect(await tabs(page)).toEqual(names);
  await calculated(page);
  expect((await differences(page, flexed, ["摘要!C95"])).differing).toEqual([]);
  expect(await readGrid(page, "'摘要'!C95")).toMatchObject([{ formulas: [["='假设'!A1"]] }]);
  expect(open.faults).toEqual([]);
});
