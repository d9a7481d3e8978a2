/** A results release on the clipboard becomes a quarter of the workbook: pasted, checked, previewed, applied in one step of undo, saved. */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { periodIndex, PERIODS, SCENARIOS } from "../../src/companies/kingsoftCloud";
import { lineKey, openModel, scenarioAssumptions, type Assumptions, type Model } from "../../src/model";
import { openWorkbook } from "../../src/workbench/openWorkbook";
import { cellAddress, onSheet } from "../../src/workbook/address";
import { INPUT_COLUMNS } from "../../src/workbook/inputColumns";
import { layoutOf } from "../../src/workbook/layout";
import { englishHtml, IN_RELEASE } from "../release/madeUpRelease";
import { axis } from "../support/axis";
import { ownBrowser } from "../support/shared/browser";
import { recalculate } from "../support/libreOffice";
import { FLEXED_020, RELEASE_020, release020 } from "../support/release020";
import { planOf, seededModel } from "../support/seededModel";
import { modelAfter, yearOfQuarters } from "../support/yearOfQuarters";
import { digestDifferences, takeDigest } from "./bookDigest";
import {
  buildModel,
  calculated,
  gridValue,
  openFile,
  readGrid,
  runCommand,
  saveFile,
  startWorkbench,
  type OpenPage,
  type RunningWorkbench,
} from "./runningWorkbench";

const model = seededModel();
const layout = layoutOf(model);
const QUARTER = periodIndex("2026Q2");
const BASE_COLUMN = INPUT_COLUMNS.firstScenario + SCENARIOS.findIndex(({ id }) => id === "base");
const COUNT = Object.keys(IN_RELEASE).length;

let workbench: RunningWorkbench;
let open: OpenPage;
let folder: string;

beforeAll(async () => {
  workbench = await startWorkbench(ownBrowser);
  open = await workbench.open({
    permissions: ["clipboard-read", "clipboard-write"],
    viewport: { width: 1280, height: 800 },
  });
  folder = await mkdtemp(join(tmpdir(), "kc-quarter-"));
  await buildModel(open.page);
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await workbench.stop();
});

const pane = () => open.page.locator("#wb-pane");
const actual = (line: string): string =>
  onSheet("Actuals", `${axis.letters(QUARTER)}${layout.history.line.get(line)!}`);
const base = (line: string, column: number): string =>
  onSheet("Base", `${axis.letters(column)}${layout.scenario.line.get(line)!}`);

/** The engine with the figures of the release beside the facts. */
const rolled = () =>
  openModel(
    model.spec,
    model.seeds,
    new Map(Object.entries(IN_RELEASE).map(([line, value]) => [lineKey(line, QUARTER), String(value)])),
  );

/** Copies the release on a page of its own, as from a newswire, and pastes it by keyboard. */
async function pasteRelease(): Promise<void> {
  const newswire = await open.page.context().newPage();
  await newswire.route("**/newswire", (route) => route.fulfill({ contentType: "text/html", body: "" }));
  await newswire.goto(new URL("/newswire", open.page.url()).href);
  await newswire.bringToFront();
  await newswire.evaluate(async (html) => {
    await navigator.clipboard.write([
      new ClipboardItem({
        "text/html": new Blob([html], { type: "text/html" }),
        "text/plain": new Blob(["as text"], { type: "text/plain" }),
      }),
    ]);
  }, englishHtml());
  await newswire.close();
  await open.page.bringToFront();
  await pane().getByLabel("Paste a copied table").focus();
  await open.page.keyboard.press("Control+v");
  await pane()
    .locator("strong", { hasText: `${COUNT} figures read` })
    .waitFor();
}

async function apply(): Promise<void> {
  await pane().getByLabel("Title of the release").fill("Second quarter 2026 results");
  await pane().getByLabel("Published on").fill("2026-08-20");
  await pane().getByRole("button", { name: "Preview" }).click();
  await pane().getByRole("group", { name: "Preview" }).waitFor();
  await pane()
    .getByRole("button", { name: `Put ${COUNT} figures into the workbook` })
    .click();
  await pane()
    .locator("strong", { hasText: `${COUNT} figures of 2026Q2 are on Actuals.` })
    .waitFor();
}

/** Every year and quarter of some lines of Base is the engine's. */
async function expectRolled(
  now: Model = rolled(),
  assumptions: Assumptions = now.assumptions("base"),
): Promise<void> {
  await calculated(open.page);
  const values = now.fast(assumptions);
  const cells = ["revenue", "adjustedEbitda", "netResult", "cash", "freeCashFlow"].flatMap((line) =>
    PERIODS.flatMap((_, column) =>
      Number.isNaN(values.value(line, column)) ? [] : [[line, column] as const],
    ),
  );
  const found = await readGrid(open.page, ...cells.map(([line, column]) => base(line, column)));
  const apart = cells.filter(([line, column], index) => {
    const wanted = values.value(line, column);
    return !(Math.abs(Number(found[index]!.values[0]![0]) - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted)));
  });
  expect(cells.length).toBeGreaterThan(100);
  expect(apart.map(([line, column]) => `${line} ${PERIODS[column]!.label}`)).toEqual([]);
}

test("the guide turns to the tab of a step, shows the new quarter, is closed by Escape and called again, and the pane's help is there", async () => {
  const { page } = open;
  const guide = page.getByRole("region", { name: "Guide" });
  const call = page.getByRole("button", { name: "Guide", exact: true });
  if (!(await guide.isVisible())) await call.click();
  for (const [title, tab] of [
    ["Flex a lever.", "Scenarios"],
    ["See where a number comes from.", "Sources"],
    ["Enter a new quarter.", "Quarter"],
  ] as const) {
    while (!(await guide.getByText(title).isVisible()))
      await guide.getByRole("button", { name: "Next" }).click();
    await guide.getByRole("button", { name: "Show me" }).click();
    await pane().getByRole("tab", { name: tab, selected: true }).waitFor();
  }
  await pane().getByRole("heading", { name: "New quarter" }).waitFor();
  await guide.getByRole("button", { name: "Next" }).press("Escape");
  await guide.waitFor({ state: "detached" });
  expect(await call.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.keyboard.press("Enter");
  await guide.getByText("1 of 6").waitFor();
  await page.keyboard.press("Tab");
  await guide.getByRole("button", { name: "Close" }).click();
  const help = pane().getByRole("link", { name: "Help: Enter a new quarter" });
  expect(await help.getAttribute("href")).toBe("help.html#quarter");
  const answer = await page.request.get(new URL("help.html", page.url()).href);
  expect([answer.status(), (await answer.text()).includes('id="quarter"')]).toEqual([200, true]);
  const picture = await page.request.get(new URL("help/quarter-dark.webp", page.url()).href);
  expect([picture.status(), picture.headers()["content-type"]]).toEqual([200, "image/webp"]);
});

test("from the clipboard to beat or miss, and every scenario sheet rolls", async () => {
  await pane().getByRole("tab", { name: "Quarter" }).click();
  await takeDigest(open.page, 0);
  await pasteRelease();
  await apply();
  for (const [line, value] of Object.entries(IN_RELEASE))
    expect([line, await gridValue(open.page, actual(line))]).toEqual([line, value]);
  await expectRolled();
  expect(await gridValue(open.page, "'Releases'!E4")).toBe("Second quarter 2026 results");
  const beat = await pane().locator("[data-beat=adjustedEbitda] td").allInnerTexts();
  expect(beat[0]).toMatch(/^906\s+est\. 867$/);
  expect(beat[1]).toMatch(/^\+38.*\sbeat$/s);
  await takeDigest(open.page, 1);
});

test("it is one step of undo and one of redo", async () => {
  const { page } = open;
  await runCommand(page, "univer.command.undo", {});
  expect((await digestDifferences(page, 0)).slice(0, 5)).toEqual([]);
  await runCommand(page, "univer.command.redo", {});
  expect((await digestDifferences(page, 1)).slice(0, 5)).toEqual([]);
  await expectRolled();
});

test("Take back is one step too, which undo takes back again", async () => {
  const { page } = open;
  await pane().getByRole("button", { name: "Take back" }).click();
  await pane().getByRole("alert").getByText("The figures of 2026Q2 are taken back.").waitFor();
  expect((await digestDifferences(page, 0)).slice(0, 5)).toEqual([]);
  await runCommand(page, "univer.command.undo", {});
  expect((await digestDifferences(page, 1)).slice(0, 5)).toEqual([]);
  await expectRolled();
});

test("the file holds it natively, and Open brings it back with its sources", async () => {
  const path = join(folder, "rolled.xlsx");
  const recalculated = await recalculate(await saveFile(open.page, path));
  const now = rolled();
  const wanted = now.fast(now.assumptions("base")).value("adjustedEbitda", periodIndex("FY2027"));
  const place = `${axis.letters(periodIndex("FY2027"))}${layout.scenario.line.get("adjustedEbitda")!}`;
  expect(Math.abs(Number(recalculated.sheet("Base").cell(place).value) - wanted)).toBeLessThan(1e-6);
  await openFile(open.page, path);
  await expectRolled();
  expect(await gridValue(open.page, "'Releases'!C4")).toBe(IN_RELEASE["revenuePublic"]);
  // The days of publication came along, and KC functions go by them.
  const asOf = (day: string): string => `=KC.REVENUE("2Q26",,,KC_Inputs,"${day}")`;
  await open.page.evaluate(
    async ([first, second]) =>
      (window as unknown as { kcWorkbook: { edit(all: object[]): Promise<void> } }).kcWorkbook.edit([
        { address: "'Summary'!AH2", contents: first },
        { address: "'Summary'!AH3", contents: second },
      ]),
    [asOf("2026-08-19"), asOf("2026-08-20")],
  );
  await calculated(open.page);
  const shipped = model.fast(model.assumptions("base")).value("revenue", QUARTER);
  expect(await gridValue(open.page, "'Summary'!AH2")).toBeCloseTo(shipped, 9);
  expect(await gridValue(open.page, "'Summary'!AH3")).toBe(IN_RELEASE["revenue"]);
  await open.page.evaluate(() =>
    (window as unknown as { kcWorkbook: { edit(all: object[]): Promise<void> } }).kcWorkbook.edit([
      { address: "'Summary'!AH2:AH3", contents: "" },
    ]),
  );
  await pane().getByRole("tab", { name: "Quarter" }).click();
  await pane().getByRole("combobox", { name: "Quarter" }).selectOption("2026Q3");
  await pane().getByText("Nothing of 2026Q3 is known yet").waitFor();
});

/** Types figures of a quarter on Actuals in one step. */
async function typeFigures(quarter: string, figures: Readonly<Record<string, number>>): Promise<void> {
  const column = axis.column(periodIndex(quarter)) - 1;
  const rows = Object.entries(figures).map(([line, v]) => [layout.history.line.get(line)! - 1, v] as const);
  const all = rows.map(([row]) => row);
  await runCommand(open.page, "sheet.command.set-range-values", {
    subUnitId: "kc-actuals",
    range: {
      startRow: Math.min(...all),
      endRow: Math.max(...all),
      startColumn: column,
      endColumn: column,
    },
    value: Object.fromEntries(rows.map(([row, v]) => [row, { [column]: { v, t: 2, f: null, si: null } }])),
  });
}

const checks = async (): Promise<number> => {
  await calculated(open.page);
  return Number(await gridValue(open.page, "KC_Checks"));
};

test("a year goes by: results, the whole quarter, a restatement, a contradiction that is named and mended, results again; undo leads back to the start", async () => {
  const { page } = open;
  const start = 10;
  await takeDigest(page, start);
  // The first step is the release that was pasted.
  const steps = yearOfQuarters(model).slice(1);
  for (const [number, step] of steps.entries()) {
    await typeFigures(step.quarter, step.figures);
    await expectRolled(modelAfter(model, step));
    expect([number, step.what, await checks()]).toEqual([number, step.what, step.isWell ? 0 : 1]);
  }
  const end = start + 1;
  await takeDigest(page, end);
  for (let back = 0; back < steps.length; back++) await runCommand(page, "univer.command.undo", {});
  await calculated(page);
  expect((await digestDifferences(page, start)).slice(0, 5)).toEqual([]);
  for (let forth = 0; forth < steps.length; forth++) await runCommand(page, "univer.command.redo", {});
  await calculated(page);
  expect((await digestDifferences(page, end)).slice(0, 5)).toEqual([]);
});

test("a workbook of 0.2.0 is opened: its inputs come over, and two quarters are typed into it", async () => {
  const { page } = open;
  const { inputs } = await openWorkbook(model, release020(), planOf(model));
  const assumptions = scenarioAssumptions(inputs.rows, "base");
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open .xlsx" }).click();
  await (await chooser).setFiles(RELEASE_020);
  await page.getByRole("alertdialog").getByRole("button", { name: "Open without them" }).click();
  await page.getByText("release020.xlsx is open.").waitFor();
  for (const [driver, value] of Object.entries(FLEXED_020)) {
    const at = cellAddress(layout.inputs.driver.get(driver)!, BASE_COLUMN);
    expect([driver, await gridValue(page, onSheet("Inputs", at))]).toEqual([driver, value]);
  }
  await expectRolled(model, assumptions);
  const [results, sheet, , whole] = yearOfQuarters(model);
  for (const { quarter, figures } of [results!, sheet!, whole!]) await typeFigures(quarter, figures);
  const now = modelAfter(model, whole!);
  expect([QUARTER, QUARTER + 1].map((column) => now.data.knowledge(column))).toEqual([
    "reported",
    "reported",
  ]);
  await expectRolled(now, assumptions);
  expect(await checks()).toBe(0);
});

test("nothing was asked of others and nothing went wrong", () => {
  expect([...open.outside, ...open.faults]).toEqual([]);
});
