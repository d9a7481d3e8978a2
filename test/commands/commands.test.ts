/** Ribbon commands on the real office.js over an in-memory workbook. */

import { ribbonCommands } from "../../src/commands/ribbonCommands";
import { callsKc, isWithoutAnswer } from "../../src/hosts/frozen/kcFormulas";
import { excelHost } from "../../src/hosts/officejs/excelHost";
import type { Message } from "../../src/hosts/port";
import { readRibbonMessages } from "../../src/hosts/ribbonMessages";
import { SCENARIOS } from "../../src/companies/kingsoftCloud";
import { bootOffice, type Running } from "../officeHost/bootOffice";
import { Range } from "../officeHost/objects/range";
import { Person } from "../officeHost/person";
import type * as Support from "../support/shippedSeeds";

jest.mock("../../src/seeds/shippedFigures", () => ({
  shippedFigures: () =>
    jest.requireActual<typeof Support>("../support/shippedSeeds").packedSeedsOfProject().figures,
}));
jest.mock("../../src/seeds/shippedTexts", () => ({
  shippedTexts: () =>
    jest.requireActual<typeof Support>("../support/shippedSeeds").packedSeedsOfProject().texts,
}));

let running: Running;
let person: Person;
let panes = 0;

/** Areas that cells spill over, by address of the first cell; the in-memory workbook itself never spills. */
const spills = new Map<string, string>();
Object.assign(Range.prototype, {
  getSpillingToRangeOrNullObject(this: Range) {
    const area = spills.get(this.address);
    return area === undefined ? null : this.worksheet.getRange(area);
  },
});

beforeAll(() => {
  Object.assign(globalThis, { document: { documentElement: { dataset: { version: "0.0.0" } } } });
});
beforeEach(async () => {
  running = await bootOffice();
  person = new Person(running);
  panes = 0;
  spills.clear();
});
afterEach(() => {
  expect(running.host.missing).toEqual([]);
  running.close();
});

/** Runs a command as the ribbon does and answers what it said. */
async function press(name: string): Promise<Message> {
  let ended = 0;
  const command = ribbonCommands(excelHost(), () => Promise.resolve((panes += 1)))[name]!;
  await command({
    completed: () => {
      ended += 1;
    },
  });
  expect(ended).toBe(1);
  const said: Message[] = [];
  readRibbonMessages((message) => said.push(message))();
  expect(said).toHaveLength(1);
  return said[0]!;
}

const cell = (sheet: string, row: number, column: number): { value: unknown; formula: string } | undefined =>
  running.book.sheet(sheet)?.at(row, column);
/** A formula with the value that Excel shows for it. */
function formula(address: string, text: string, value: string | number): void {
  person.type("Sheet1", address, text);
  const [, letter = "", row = ""] = /^([A-Z])(\d+)$/.exec(address) ?? [];
  running.book.sheet("Sheet1")!.touch(Number(row) - 1, letter.charCodeAt(0) - 65).value = value;
}

test("KC calls are told from texts, sheet names and other functions", () => {
  expect(
    ["=KC.REVENUE(1)", "=1+kc.cap( A1 )", '=IF(A1="x",KC.LINE("a",1))', "=_xldudf_KC_REVENUE(1)"].map(
      callsKc,
    ),
  ).toEqual([true, true, true, true]);
  expect(
    ['="KC.REVENUE(1)"', "=XKC.REVENUE(1)", "='KC.LINE('!A1", "KC.REVENUE(1)", "=SUM(A1)", 5].map(callsKc),
  ).toEqual([false, false, false, false, false, false]);
  expect(["#BUSY!", "#NAME?", "#N/A", 5].map(isWithoutAnswer)).toEqual([true, true, false, false]);
});

test("freeze turns KC formulas into values and lists them; relink brings them back", async () => {
  formula("A1", '=KC.REVENUE("2025Q3")', 2478);
  formula("B2", '=KC.SOURCE("revenue","2025Q3")', "Line");
  person.type("Sheet1", "C2", "Total revenue");
  spills.set("Sheet1!B2", "B2:C2");
  person.type("Sheet1", "A3", "=A1+1");
  expect(await press("freeze")).toMatchObject({ kind: "done", title: "2 KC formulas frozen to values." });
  expect(
    [cell("Sheet1", 0, 0), cell("Sheet1", 1, 1), cell("Sheet1", 1, 2)].map((one) => [
      one?.formula,
      one?.value,
    ]),
  ).toEqual([
    ["", 2478],
    ["", "Line"],
    ["", "Total revenue"],
  ]);
  expect(cell("Sheet1", 2, 0)?.formula).toBe("=A1+1");
  expect([0, 1, 2, 3].map((column) => cell("KC formulas", 4, column)?.value)).toEqual([
    "Sheet1",
    "B2",
    "B2:C2",
    '=KC.SOURCE("revenue","2025Q3")',
  ]);
  expect(panes).toBe(0);
  expect(await press("relink")).toMatchObject({ kind: "done", title: "2 KC formulas are back." });
  expect([cell("Sheet1", 0, 0)?.formula, cell("Sheet1", 1, 1)?.formula]).toEqual([
    '=KC.REVENUE("2025Q3")',
    '=KC.SOURCE("revenue","2025Q3")',
  ]);
  expect(cell("Sheet1", 1, 2)?.value).toBe("");
  expect(running.book.sheet("KC formulas")).toBeUndefined();
});

test("a frozen value that was changed stays, and the list says why", async () => {
  formula("A1", '=KC.REVENUE("2025Q3")', 2478);
  formula("A2", '=KC.REVENUE("2025Q2")', 2349);
  await press("freeze");
  person.type("Sheet1", "A1", 2500);
  expect(await press("relink")).toMatchObject({
    kind: "warning",
    title: "1 KC formula is back. 1 stayed as values.",
  });
  expect([cell("Sheet1", 0, 0)?.value, cell("Sheet1", 1, 0)?.formula]).toEqual([
    2500,
    '=KC.REVENUE("2025Q2")',
  ]);
  expect([1, 5].map((column) => cell("KC formulas", 3, column)?.value)).toEqual([
    "A1",
    "Changed since it was frozen",
  ]);
  expect(panes).toBe(1);
});

test("a sheet that was renamed keeps its values and its entry", async () => {
  formula("A1", '=KC.REVENUE("2025Q3")', 2478);
  await press("freeze");
  person.renameSheet("Sheet1", "Mine");
  expect(await press("relink")).toMatchObject({ kind: "warning" });
  expect(cell("KC formulas", 3, 5)?.value).toBe("No sheet of that name");
});

test("cells without an answer are not frozen, and freezing again adds to the list", async () => {
  formula("A1", '=KC.REVENUE("2025Q3")', 2478);
  formula("A2", '=KC.REVENUE("2025Q2")', "#BUSY!");
  expect(await press("freeze")).toMatchObject({
    kind: "warning",
    title: "1 KC formula frozen; 1 KC formula had no value yet: Sheet1!A2.",
  });
  expect(cell("Sheet1", 1, 0)?.formula).toBe('=KC.REVENUE("2025Q2")');
  formula("A2", '=KC.REVENUE("2025Q2")', 2349);
  expect(await press("freeze")).toMatchObject({ kind: "done" });
  expect([3, 4].map((row) => cell("KC formulas", row, 1)?.value)).toEqual(["A1", "A2"]);
});

test("nothing to do is said, not done", async () => {
  expect(await press("freeze")).toMatchObject({ kind: "done", title: "No cell calls a KC function." });
  expect(await press("relink")).toMatchObject({ kind: "done", title: "No frozen formulas are listed." });
  expect(running.book.sheets.map(({ name }) => name)).toEqual(["Sheet1"]);
});

test("a scenario without a model is refused in words, and the pane opens", async () => {
  expect(await press("scenarioUpside")).toMatchObject({
    kind: "warning",
    title: "There is no model in this workbook.",
  });
  expect(panes).toBe(1);
});

test("build, choose each scenario, then hear that the model is up to date", async () => {
  expect(await press("buildOrUpdate")).toMatchObject({
    kind: "done",
    title: expect.stringMatching(/^The model is in the workbook: \d+ sheets\.$/) as string,
  });
  for (const { id, name } of SCENARIOS) {
    expect(await press(`scenario${id[0]!.toUpperCase()}${id.slice(1)}`)).toMatchObject({ kind: "done" });
    const [selector] = await excelHost().read(["KC_Scenario"]);
    expect(selector?.values[0]?.[0]).toBe(name);
  }
  expect(await press("buildOrUpdate")).toMatchObject({ kind: "done", title: "The model is up to date." });
});

test("with a model that lacks a sheet, an update is announced and left to the pane", async () => {
  await press("buildOrUpdate");
  person.deleteSheet("Income statement");
  expect(await press("buildOrUpdate")).toMatchObject({
    kind: "warning",
    title: expect.stringContaining("An update is due") as string,
  });
  expect(running.book.sheet("Income statement")).toBeUndefined();
  expect(panes).toBe(1);
});

test("a failure ends the command and comes in words", async () => {
  formula("A1", '=KC.REVENUE("2025Q3")', 2478);
  running.bridge.connection.fault = () => ({ kind: "refuse", code: "AccessDenied" });
  for (const name of ["freeze", "relink", "buildOrUpdate", "scenarioBase"])
    expect(await press(name)).toMatchObject({ kind: "error", title: "Excel doesn't allow this change." });
  expect(cell("Sheet1", 0, 0)?.formula).toBe('=KC.REVENUE("2025Q3")');
  expect(panes).toBe(4);
});

test("relink writes in one step: where it can't, values and list are as they were", async () => {
  formula("A1", '=KC.REVENUE("2025Q3")', 2478);
  await press("freeze");
  const start = running.bridge.batches.length;
  await press("relink");
  const last = running.bridge.batches.length - start;
  formula("A1", '=KC.REVENUE("2025Q3")', 2478);
  await press("freeze");
  running.bridge.reset();
  running.bridge.connection.fault = (batch) =>
    batch === last ? { kind: "refuse", code: "AccessDenied" } : null;
  expect(await press("relink")).toMatchObject({ kind: "error" });
  expect(cell("Sheet1", 0, 0)).toMatchObject({ formula: "", value: 2478 });
  expect(running.book.sheet("KC formulas")).toBeDefined();
  running.bridge.connection.fault = () => null;
  expect(await press("relink")).toMatchObject({ kind: "done", title: "1 KC formula is back." });
});

test("when values can't be written the formulas are still there, and none is listed", async () => {
  formula("A1", '=KC.REVENUE("2025Q3")', 2478);
  await press("relink");
  const start = running.bridge.batches.length;
  await press("freeze");
  const last = running.bridge.batches.length - start;
  await press("relink");
  formula("A1", '=KC.REVENUE("2025Q3")', 2478);
  running.bridge.reset();
  running.bridge.connection.fault = (batch) =>
    batch === last ? { kind: "refuse", code: "AccessDenied" } : null;
  expect(await press("freeze")).toMatchObject({ kind: "error" });
  expect(cell("Sheet1", 0, 0)?.formula).toBe('=KC.REVENUE("2025Q3")');
  running.bridge.connection.fault = () => null;
  expect(running.book.sheet("KC formulas")).toBeUndefined();
  expect(await press("relink")).toMatchObject({
    kind: "done",
    title: "No frozen formulas are listed.",
  });
});
