/** A workbook in Chinese behind the port in Excel, and its way into English and back. */

import { excelHost } from "../../../src/hosts/officejs/excelHost";
import { hostInWords } from "../../../src/hosts/hostInWords";
import { INPUT_COLUMNS } from "../../../src/workbook/inputColumns";
import { cellAddress } from "../../../src/workbook/address";
import { layoutOf } from "../../../src/workbook/layout";
import { SHEETS } from "../../../src/workbook/sheetNames";
import { ENGLISH } from "../../../src/words";
import { CHINESE } from "../../../src/words/zh-CN";
import { bootOffice, type Running } from "../../officeHost/bootOffice";
import { Person } from "../../officeHost/person";
import { planOf, seededModel } from "../../support/seededModel";

const model = seededModel();

const plan = planOf(model);
const host = hostInWords(excelHost(), () => CHINESE);
const tax = cellAddress(layoutOf(model).inputs.driver.get("taxRate")!, INPUT_COLUMNS.firstScenario + 1);
let running: Running;
beforeAll(async () => {
  running = await bootOffice();
});
afterAll(() => running.close());

const names = (): string[] => running.book.sheets.map(({ name }) => name);
const shown = async (address: string): Promise<unknown> =>
  (await excelHost().read([address]))[0]!.values[0]![0];

test("it is built in the words of the pane, and known by English names", async () => {
  expect(await host.write(plan)).toMatchObject({ outcome: "built", problem: null });
  expect(names()).toContain("收入与上限");
  const state = await host.inspect();
  expect(state).toMatchObject({ kind: "complete", faults: [] });
  expect(state.sheets.find(({ name }) => name === "假设")?.planName).toBe(SHEETS.inputs);
  const [scenario, cell] = await host.read(["KC_Scenario", `'${SHEETS.inputs}'!${tax}`]);
  expect([scenario!.values[0]![0], typeof cell!.values[0]![0]]).toEqual(["Base", "number"]);
  expect(await shown("KC_Scenario")).toBe("基准");
});

test("what is entered by its English name stands there in Chinese", async () => {
  await host.edit([{ address: "KC_Scenario", contents: "Upside" }]);
  expect(await shown("KC_Scenario")).toBe("乐观");
});

test("an update keeps its language, and has nothing to do", async () => {
  expect(host.words()).toBe(CHINESE);
  expect(await host.preview(planOf(model, "upside"))).toEqual([]);
});

test("in English at a person's wish, inputs, scenario and own formulas stay, and every other cell is the plan's", async () => {
  new Person(running).type("假设", tax, 0.2);
  new Person(running).type("摘要", "Z90", "=假设!A1");
  host.choose(ENGLISH);
  const report = await host.write(planOf(model, "upside"));
  expect(report).toMatchObject({ outcome: "updated", problem: null });
  expect(names()).toEqual(["Sheet1", ...plan.sheets.map(({ name }) => name)]);
  expect(await shown("KC_Scenario")).toBe("Upside");
  expect(await shown(`'${SHEETS.inputs}'!${tax}`)).toBe(0.2);
  expect((await excelHost().inspect()).faults).toEqual([]);
  const [own] = await excelHost().read([`${SHEETS.summary}!Z90`]);
  expect(String(own!.formulas[0]![0])).toMatch(/^='?Inputs'?!A1$/);
  expect(host.words()).toBe(ENGLISH);
  expect(await excelHost().preview(planOf(model, "upside"))).toMatchObject([{ kind: "input", cell: tax }]);
});

test("and back in Chinese", async () => {
  host.choose(CHINESE);
  expect(await host.write(planOf(model, "upside"))).toMatchObject({ outcome: "updated", problem: null });
  expect(names()).toContain("收入与上限");
  expect(await shown("KC_Scenario")).toBe("乐观");
  expect((await host.read([`'${SHEETS.inputs}'!${tax}`]))[0]!.values[0]![0]).toBe(0.2);
});
