/** What a person types and pastes into the workbench's grid, with keyboard and clipboard, and what it says about it. */

import { layoutOf } from "../../src/workbook/layout";
import { modelOf } from "../model/realModel";
import {
  buildModel,
  enter,
  gridValue,
  idle,
  readGrid,
  runCommand,
  showCell,
  snapshotOf,
  startWorkbench,
  typeInto,
  type OpenPage,
  type RunningWorkbench,
} from "./runningWorkbench";
import { ownBrowser } from "../support/shared/browser";

const SHEET_CANVAS = 'canvas[id^="univer-sheet-main-canvas"]';
const model = modelOf();
const baseCell = (driver: string): string => `'Inputs'!G${layoutOf(model).inputs.driver.get(driver)!}`;
let workbench: RunningWorkbench;
let open: OpenPage;

beforeAll(async () => {
  workbench = await startWorkbench(ownBrowser);
  open = await workbench.open({ permissions: ["clipboard-read", "clipboard-write"] });
  await buildModel(open.page);
});
afterAll(async () => {
  expect(open.faults).toEqual([]);
  await workbench.stop();
});

const notice = (words: string) => open.page.locator("#wb-notice").getByText(words).first().waitFor();
const content = async (address: string): Promise<unknown> =>
  (await readGrid(open.page, address))[0]!.formulas[0]![0];
const becomes = async (address: string, value: unknown): Promise<void> => {
  const started = Date.now();
  while ((await gridValue(open.page, address)) !== value) {
    if (Date.now() - started > 20_000)
      expect([address, await gridValue(open.page, address)]).toEqual([address, value]);
    await open.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
};

test.each<[string, string, number]>([
  ["upliftXiaomi2026", "7", 0.07],
  ["upliftXiaomi2026", "１２．５％", 0.125],
  ["capXiaomi2026", "￥3,000", 3000],
  ["renewalDelay", "１", 1],
])("%s typed as %s into the Inputs sheet is %p", async (driver, text, value) => {
  await typeInto(open.page, baseCell(driver), text);
  await becomes(baseCell(driver), value);
});

test("an Enter is the cell's as soon as no name is being typed, also while the list of functions is still to close", async () => {
  const { page } = open;
  await showCell(page, "'Summary'!C95");
  await page.keyboard.type("=SUM");
  await page.locator("ul[data-u-comp=sheets-formula-editor]").waitFor();
  // Before the list has noticed, as fast fingers do.
  await page.keyboard.type("(1,2)");
  await page.keyboard.press("Enter");
  await becomes("'Summary'!C95", 3);
  expect(await content("'Summary'!C95")).toBe("=SUM(1,2)");
  // While a name is being typed, the list still completes it.
  await showCell(page, "'Summary'!C97");
  await page.keyboard.type("=SUM");
  await page.locator("ul[data-u-comp=sheets-formula-editor]").waitFor();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() =>
    (window as unknown as { kcWorkbook: { typed(): string } }).kcWorkbook.typed().endsWith("("),
  );
  await page.keyboard.press("Escape");
  expect(await content("'Summary'!C97")).toBe("");
});

test("a choice is typed to its end while the list of choices opens beside it", async () => {
  const { page } = open;
  await showCell(page, "KC_Scenario");
  await page.keyboard.type("U");
  await page.locator("[data-u-comp=sheets-dropdown-list]").getByText("Upside", { exact: true }).waitFor();
  // What the list does once it shows.
  await idle(page);
  await page.keyboard.type("pside");
  await enter(page, "Upside");
  await becomes("KC_Scenario", "Upside");
  await typeInto(page, "KC_Scenario", "Base");
  await becomes("KC_Scenario", "Base");
});

test("Chinese that is being composed is the cell's once it is chosen: the Enter inside belongs to the composition", async () => {
  const { page } = open;
  const keyboard = await page.context().newCDPSession(page);
  const compose = (text: string): Promise<unknown> =>
    keyboard.send("Input.imeSetComposition", {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  await showCell(page, "'Summary'!C99");
  for (const text of ["j", "jin", "jin'shan'yun"]) await compose(text);
  // What a system says of an Enter that its method of input takes for itself.
  for (const type of ["rawKeyDown", "keyUp"] as const)
    await keyboard.send("Input.dispatchKeyEvent", {
      type,
      key: type === "keyUp" ? "Enter" : "Process",
      code: "Enter",
      windowsVirtualKeyCode: type === "keyUp" ? 13 : 229,
    });
  await idle(page);
  expect(await content("'Summary'!C99")).toBe("");
  await keyboard.send("Input.insertText", { text: "金山云" });
  await enter(page, "金山云");
  await becomes("'Summary'!C99", "金山云");
  expect(await content("'Summary'!C100")).toBe("");
});

test("what has two readings is asked about, and the cell stays as it was", async () => {
  const before = await gridValue(open.page, baseCell("capXiaomi2027"));
  await typeInto(open.page, baseCell("capXiaomi2027"), "3.000");
  await notice("“3.000” could be 3 or 3000.");
  expect(await gridValue(open.page, baseCell("capXiaomi2027"))).toBe(before);
});

test("a formula of another keyboard is read and shown, and its number comes formatted", async () => {
  await typeInto(open.page, "'Summary'!N30", "＝KC.REVENUE（“3Q25”；“生态”）");
  await becomes("'Summary'!N30", 690.8);
  expect(await content("'Summary'!N30")).toBe('=KC.REVENUE("3Q25","生态")');
  await notice('Read as =KC.REVENUE("3Q25","生态")');
  const { sheets, styles } = await snapshotOf(open.page);
  const style = sheets["kc-summary"]!.cellData![29]![13]!.s;
  const { n } = (typeof style === "string" ? styles[style] : style) as { n?: { pattern: string } };
  expect(n?.pattern).toMatch(/^#,##0\.0/);
});

test("a month or a quarter typed into a cell stays that text, so that no KC function guesses", async () => {
  await typeInto(open.page, "'Summary'!N34", "2025/3");
  await becomes("'Summary'!N34", "2025/3");
  await typeInto(open.page, "'Summary'!N35", "=KC.REVENUE(N34)");
  await becomes("'Summary'!N35", "#VALUE!");
});

test("the line under the grid and the bubble at the cell say why a cell shows an error", async () => {
  const { page } = open;
  await runCommand(page, "sheet.command.insert-sheet", { sheet: { name: "Own" } });
  await typeInto(page, "'Own'!A1", '=KC.REVENUE("2025/3")');
  await becomes("'Own'!A1", "#VALUE!");
  const words = "'2025/3' can be a month or a quarter: write 2025-03 or 2025Q3.";
  await page.locator("#wb-reason").getByText(words).waitFor();
  // The bubble comes where the pointer rests on the cell, below the heads of rows and columns.
  const canvas = (await page.locator(SHEET_CANVAS).boundingBox())!;
  await page.mouse.move(canvas.x + 90, canvas.y + 60);
  await page.mouse.move(canvas.x + 80, canvas.y + 28, { steps: 4 });
  await page.locator("body").getByText(words).nth(1).waitFor();
});

test("pasted numbers of other habits become numbers, or are named", async () => {
  const { page } = open;
  await page.evaluate(async () => {
    const cells = [" (3,030)", "#######", "−45", "￥3,000", "1,5"];
    const html = `<table>${cells.map((cell) => `<tr><td>${cell}</td></tr>`).join("")}</table>`;
    const item = new ClipboardItem({
      "text/html": new Blob([html], { type: "text/html" }),
      "text/plain": new Blob(["(3,030)\n15306\n−45\n￥3,000\n1,5"], { type: "text/plain" }),
    });
    await navigator.clipboard.write([item]);
  });
  await showCell(page, "'Own'!C3");
  await page.keyboard.press("Control+v");
  await becomes("'Own'!C3", -3030);
  const [reading] = await readGrid(page, "'Own'!C3:C7");
  expect(reading!.values.map(([value]) => value)).toEqual([-3030, 15306, -45, 3000, "1,5"]);
  await notice("stayed text, which sums leave out: “1,5”");
});
