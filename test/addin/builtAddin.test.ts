/** The built add-in in Chromium, on the real office.js, with the in-memory workbook behind it. */

import { createKcFunctions } from "../../src/functions";
import { periodIndex } from "../../src/companies/kingsoftCloud";
import { lineKey, openModel } from "../../src/model";
import { KEY_FIGURES } from "../../src/taskpane/state/keyFigures";
import { formatValue } from "../../src/taskpane/state/formatValue";
import { JOURNAL_HEAD } from "../../src/workbook/journalPlaces";
import { layoutOf } from "../../src/workbook/layout";
import { builtOnce } from "../build/builtOnce";
import { callFunctions } from "../officeHost/customFunctionCalls";
import { Person } from "../officeHost/person";
import { englishHtml, IN_RELEASE } from "../release/madeUpRelease";
import { axis } from "../support/axis";
import { reportFigure } from "../support/figure";
import { until } from "../support/until";
import { planOf, seededModel } from "../support/seededModel";
import { openAddin, type OpenedAddin } from "./openAddin";
import { planDifferences } from "./planDifferences";

const model = seededModel();
const shipped = planOf(model);
const inputRows = shipped.sheets.find(({ name }) => name === "Inputs")!.rows;
/** Column G holds the values of Base. */
const baseColumn = 6;

let addin: OpenedAddin;

beforeAll(async () => {
  addin = await openAddin(builtOnce());
  await addin.page.getByRole("button", { name: "Build model" }).click();
  await addin.page.locator("strong", { hasText: "Model built" }).waitFor();
  await addin.page.getByText("All hold, in every scenario.").waitFor();
});
afterEach(() => {
  expect(addin.running.host.missing).toEqual([]);
  expect(addin.running.bridge.batches.filter(({ failed }) => failed !== null)).toEqual([]);
});
afterAll(async () => {
  await addin?.close();
});

const rowOf = (driver: string): number => inputRows.findIndex(({ cells }) => cells[1]?.value === driver);
const input = (driver: string): unknown =>
  addin.running.book.sheet("Inputs")?.at(rowOf(driver), baseColumn)?.value;
/** Where, to, why and key of a line of the journal, the first one 0. */
const told = (line: number): readonly unknown[] =>
  [1, 5, 6, 7].map(
    (column) => addin.running.book.sheet("Journal")?.at(JOURNAL_HEAD + line, column)?.value ?? "",
  );
const lever = (driver: string) => addin.page.locator(`[data-driver=${driver}]`);
const figures = () => addin.page.locator("[data-line] .figure-value").allInnerTexts();

/** Texts of the key figures of 2027 that the model has with the caps as they stand in the workbook. */
function expectedFigures(caps: ReadonlyMap<string, string>): string[] {
  const { LINE } = createKcFunctions(model);
  const inputs = [...caps].map(([driver, value]) => [driver, Number(value)]);
  return KEY_FIGURES.map(({ line }) =>
    formatValue(Number(LINE(line.id, "FY2027", "Base", inputs)), line.unit),
  );
}

/** The pane's figures and every formula of the workbook are the model's with the caps of the workbook. */
async function expectModelWithCaps(): Promise<void> {
  const caps = new Map(["capXiaomi2026", "capXiaomi2027"].map((driver) => [driver, String(input(driver))]));
  const wanted = expectedFigures(caps);
  let shown: readonly string[] = [];
  await until(
    async () => (shown = await figures()).join() === wanted.join(),
    () => `the figures ${wanted.join("; ")}, not ${shown.join("; ")}`,
  );
  addin.running.host.calculate(true);
  expect(planDifferences(addin.running.book, planOf(model, "base", caps)).different.slice(0, 5)).toEqual([]);
}

test("the page loads its own files and the library from Microsoft's address", () => {
  const scripts = addin.loaded.filter((file) => file.endsWith(".js")).sort();
  const library = ["en-us/office_strings.js", "excel-win32-16.01.js", "office.js"].map(
    (file) => `https://appsforoffice.microsoft.com/lib/1/hosted/${file}`,
  );
  expect(scripts).toEqual(["commands.js", "functions.js", ...library, "taskpane.js", "texts.js"]);
});

test("Build puts the model into the workbook: sheets, names, every formula and its calculated value", () => {
  const { book, host } = addin.running;
  host.calculate(true);
  expect(book.sheets.map(({ name }) => name)).toEqual(["Sheet1", ...shipped.sheets.map(({ name }) => name)]);
  const names = [...book.names.values()].map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(shipped.names.map(({ name }) => name)));
  const { compared, different } = planDifferences(book, shipped);
  expect(different.slice(0, 5)).toEqual([]);
  expect(compared).toBeGreaterThan(10_000);
  reportFigure(
    "The built add-in works in a page, on office.js as published",
    `${compared} cells equal, no console message, no request to elsewhere`,
  );
});

test("a cap flexed by keyboard reaches the Inputs sheet; the workbook and the key figures follow", async () => {
  await addin.page.getByRole("tab", { name: "Scenarios" }).click();
  expect(input("capXiaomi2027")).toBe(4035);
  const before = await figures();
  await lever("capXiaomi2027").getByRole("slider").focus();
  // Base has room under its caps: only a much lower one moves a figure.
  await addin.page.keyboard.press("Home");
  await until(() => input("capXiaomi2027") === 0, "the cap reaches Inputs");
  expect(told(0)).toEqual(["Pane", "0 RMB m", "", "capXiaomi2027 base"]);
  await expectModelWithCaps();
  expect(await figures()).not.toEqual(before);
});

test("an edit in the workbook reaches the pane, and stays as it was typed", async () => {
  await addin.page.getByRole("tab", { name: "Scenarios" }).click();
  const field = lever("capXiaomi2026").getByRole("textbox");
  expect(await field.inputValue()).toBe("3140");
  new Person(addin.running).type("Inputs", `G${rowOf("capXiaomi2026") + 1}`, 2500);
  await until(async () => (await field.inputValue()) === "2500", "the edit reaches the pane");
  await expectModelWithCaps();
  expect(input("capXiaomi2026")).toBe(2500);
});

test("an own scenario named in the pane: head, selector, titles and lists of the workbook follow, and Undo takes it back", async () => {
  const { page, running } = addin;
  await page.getByRole("tab", { name: "Scenarios" }).click();
  const list = page.locator(".scenario-bar .field select");
  const at = (sheet: string, row: number, column: number): unknown => {
    running.host.calculate(true);
    return running.book.sheet(sheet)?.at(row - 1, column - 1)?.value;
  };
  const named = (name: string): Promise<void> =>
    until(
      () => at("Inputs", 7, 11) === name && at("Summary", 4, 2) === name,
      `the head and the selector say ${name}`,
    );
  await list.selectOption("custom");
  await named("Custom");
  const field = page.getByLabel("Name", { exact: true });
  await field.fill("=1+1");
  await field.press("Enter");
  await named("=1+1");
  expect([at("Income statement", 2, 2), at("Custom", 1, 1), at("Target price", 12, 8)]).toEqual([
    "=1+1",
    "=1+1",
    "=1+1",
  ]);
  expect(at("Checks", 4, 3)).toBe(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await named("Custom");
  await list.selectOption("base");
  await until(() => at("Summary", 4, 2) === "Base", "Base is shown again");
});

test("a results release pasted on the Quarter tab rolls the workbook, and is taken back", async () => {
  const { page, running } = addin;
  await page.getByRole("tab", { name: "Quarter" }).click();
  await page.getByLabel("Paste a copied table").evaluate((field, html) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", html);
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, englishHtml());
  const count = Object.keys(IN_RELEASE).length;
  await page.locator("strong", { hasText: `${count} figures read` }).waitFor();
  await page.getByLabel("Title of the release").fill("Second quarter 2026 results");
  await page.getByLabel("Published on").fill("2026-08-20");
  await page.getByRole("button", { name: "Preview" }).click();
  await page.getByRole("button", { name: `Put ${count} figures into the workbook` }).click();
  await page.getByRole("group", { name: "Applied" }).waitFor();
  const rows = layoutOf(model).history.line;
  const place = (line: string): unknown =>
    running.book.sheet("Actuals")?.at(rows.get(line)! - 1, axis.column(periodIndex("2026Q2")) - 1)?.value;
  for (const [line, value] of Object.entries(IN_RELEASE)) expect([line, place(line)]).toEqual([line, value]);
  expect(running.book.sheet("Releases")?.at(3, 4)?.value).toBe("Second quarter 2026 results");
  // What was typed on the sheet before goes into the journal with it.
  expect([told(1), told(2)].sort()).toEqual([
    [
      "Pane",
      expect.stringContaining(`${count} figures, sum `),
      "Second quarter 2026 results, 2026-08-20",
      "figures 2026Q2",
    ],
    ["Sheet", "2,500 RMB m", "", "capXiaomi2026 base"],
  ]);
  running.host.calculate(true);
  const rolled = openModel(
    model.spec,
    model.seeds,
    new Map(
      Object.entries(IN_RELEASE).map(([line, value]) => [
        lineKey(line, periodIndex("2026Q2")),
        String(value),
      ]),
    ),
  );
  const caps = new Map(["capXiaomi2026", "capXiaomi2027"].map((driver) => [driver, String(input(driver))]));
  const values = rolled.fast(new Map([...rolled.assumptions("base"), ...caps]));
  const base = running.book.sheet("Base")!;
  for (const line of ["revenue", "adjustedEbitda", "cash"])
    for (const period of ["2026Q3", "FY2027", "FY2028"]) {
      const column = periodIndex(period);
      const cell = base.at(layoutOf(model).scenario.line.get(line)! - 1, axis.column(column) - 1)?.value;
      expect(Math.abs(Number(cell) / values.value(line, column) - 1)).toBeLessThan(1e-9);
    }
  await page.getByRole("button", { name: "Take back" }).click();
  await page.getByRole("alert").getByText("The figures of 2026Q2 are taken back.").waitFor();
  expect(running.book.sheet("Releases")).toBeUndefined();
  expect(told(2)).toEqual(["", "", "", ""]);
  await page.getByRole("tab", { name: "Scenarios" }).click();
  await expectModelWithCaps();
});

test("KC functions answer through the library's custom functions runtime in the page", async () => {
  const [value, refused] = await callFunctions(
    addin.running,
    ["2025Q3", "FY2031"].map((period) => ({ name: "REVENUE", args: [period, null, null, null] })),
  );
  expect(value).toMatchObject({
    value: { type: "Double", basicValue: 2478, properties: { Line: { basicValue: "Total revenue" } } },
  });
  expect(refused).toMatchObject({ error: "#VALUE!", message: expect.stringContaining("FY2031") as string });
});

test("the pane follows Excel's theme, whatever the system's is", async () => {
  expect(await addin.page.locator("#kc-pane").getAttribute("data-theme")).toBe("light");
  const dark = await openAddin(builtOnce(), { dark: true });
  try {
    await dark.page.getByRole("button", { name: "Build model" }).waitFor();
    expect(await dark.page.locator("#kc-pane").getAttribute("data-theme")).toBe("dark");
    expect([...dark.faults, ...dark.elsewhere]).toEqual([]);
  } finally {
    await dark.close();
  }
});

test("no console error or warning, no exception, no request to elsewhere; and each would have been noticed", async () => {
  expect(addin.faults).toEqual([]);
  expect(addin.violations).toEqual([]);
  expect(addin.elsewhere).toEqual([]);
  await addin.page.evaluate(() => {
    const frame = document.createElement("iframe");
    frame.src = "https://elsewhere.example/";
    document.body.append(frame);
    setTimeout(() => {
      throw new Error("on purpose");
    });
  });
  await until(() => addin.faults.length >= 2, "two faults are noted");
  expect(addin.faults).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/Content Security Policy/),
      expect.stringContaining("on purpose"),
    ]),
  );
  await addin.page.goto("https://elsewhere.example/").catch(() => undefined);
  expect(addin.elsewhere).toEqual(["https://elsewhere.example/"]);
});
