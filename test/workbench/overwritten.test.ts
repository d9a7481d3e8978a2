/** A cell of the model that is typed over: said at typing, marked, listed, said beside every figure that differs, and put back. */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { periodIndex } from "../../src/companies/kingsoftCloud";
import { statementAddress } from "../../src/taskpane/sheet/statementAddress";
import { formatValue } from "../../src/taskpane/state/formatValue";
import { layoutOf } from "../../src/workbook/layout";
import { seededModel } from "../support/seededModel";
import { until } from "../support/until";
import { differences, enginePlan } from "./comparePlan";
import {
  buildModel,
  calculated,
  gridValue,
  openFile,
  saveFile,
  showCell,
  snapshotOf,
  startWorkbench,
  typeInto,
  type OpenPage,
  type RunningWorkbench,
} from "./runningWorkbench";

const model = seededModel();
const at = (line: string, period: string): string =>
  statementAddress(layoutOf(model), line, periodIndex(period));
const QUARTER = at("revenuePublic", "2027Q3");

let workbench: RunningWorkbench;
let open: OpenPage;
let folder: string;

beforeAll(async () => {
  workbench = await startWorkbench();
  open = await workbench.open();
  folder = await mkdtemp(join(tmpdir(), "kc-overwritten-"));
  await buildModel(open.page);
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await workbench.stop();
});

const pane = (page: Page): ReturnType<Page["locator"]> => page.locator("#wb-pane");
const tab = (page: Page, name: string): Promise<void> => pane(page).getByRole("tab", { name }).click();

/** Pixels of the grid in the fill of a marked cell. */
const markedPixels = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>("canvas[id^=univer-sheet-main-canvas]")!;
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", {
      willReadFrequently: true,
    })!;
    copy.drawImage(canvas, 0, 0);
    const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
    let found = 0;
    for (let place = 0; place < data.length; place += 4)
      if (data[place] === 0xfc && data[place + 1] === 0xd5 && data[place + 2] === 0xb4) found += 1;
    return found;
  });

const marks = async (page: Page): Promise<number> =>
  JSON.stringify((await snapshotOf(page)).resources).split("Overwritten by hand.").length - 1;

test("a statement's formula typed over is said, marked, listed, and stands beside the figures that it changes", async () => {
  const { page } = open;
  await tab(page, "Scenarios");
  expect(await pane(page).innerText()).toContain("As shipped.");
  await showCell(page, `'Base'!${QUARTER}`);
  expect(await markedPixels(page)).toBe(0);
  await typeInto(page, `'Base'!${QUARTER}`, "9999");
  await page.getByText(`${QUARTER} is overwritten. Now 9999; the model has =`).waitFor();
  await calculated(page);
  const shown = Number(await gridValue(page, `'Base'!${at("revenue", "FY2027")}`));
  const card = pane(page).locator('[data-line="revenue"]');
  await card
    .getByText(`The sheet shows ${formatValue(shown, "RMB m")} here: 1 cell is overwritten.`)
    .waitFor();
  // A figure that does not read the cell stands without a word.
  expect(await pane(page).locator('[data-line="lostDemand"]').innerText()).not.toContain("The sheet shows");
  expect(await pane(page).innerText()).not.toContain("As shipped.");
  expect(await pane(page).innerText()).toContain("Inputs as shipped; 1 cell is overwritten on the sheets.");
  await page.waitForFunction(() => document.querySelector("#wb-pane .badge")!.textContent !== "Checks OK");
  await showCell(page, `'Base'!${QUARTER}`);
  await until(async () => (await markedPixels(page)) > 200, "the overwritten cell is marked");
});

test("the comparison and the sources say the same", async () => {
  const { page } = open;
  await tab(page, "Compare");
  await pane(page)
    .getByRole("region", { name: /^Scenarios side by side/ })
    .getByText("The sheet shows")
    .first()
    .waitFor();
  await tab(page, "Sources");
  await showCell(page, `'Base'!${QUARTER}`);
  await pane(page).getByText("This cell is overwritten").waitFor();
});

test("saved and opened again, it is overwritten still, and one press brings the model's back", async () => {
  const { page } = open;
  const path = join(folder, "overwritten.xlsx");
  await saveFile(page, path);
  const fresh = await workbench.open();
  await openFile(fresh.page, path);
  await tab(fresh.page, "Share");
  await pane(fresh.page)
    .getByRole("button", { name: `Put Base!${QUARTER} back` })
    .waitFor();
  expect(await marks(fresh.page)).toBe(1);
  expect(await gridValue(fresh.page, `'Base'!${QUARTER}`)).toBe(9999);
  await pane(fresh.page)
    .getByRole("button", { name: `Put Base!${QUARTER} back` })
    .click();
  await pane(fresh.page).getByText("Checks OK").waitFor();
  await calculated(fresh.page);
  expect((await differences(fresh.page, enginePlan(model, "base"))).differing).toEqual([]);
  expect(await marks(fresh.page)).toBe(0);
  expect([...fresh.outside, ...fresh.faults]).toEqual([]);
  await fresh.page.context().close();

  await showCell(page, `'Base'!${QUARTER}`);
  await page.getByRole("button", { name: "Put it back" }).first().click();
  await pane(page).getByText("Checks OK").waitFor();
  await tab(page, "Scenarios");
  await pane(page).locator(".scenario-meaning").getByText("As shipped.").waitFor();
});

test("a shipped scenario's name typed over is said and flagged, and the name comes back", async () => {
  const { page } = open;
  await tab(page, "Scenarios");
  await typeInto(page, "'Inputs'!J7", "Mine");
  await page.getByText("J7 is overwritten. Now Mine; the model has Renewal lapses.").waitFor();
  await pane(page).getByText("Inputs!J7 says “Mine” where the scenario Renewal lapses stood").waitFor();
  await pane(page).getByRole("button", { name: "Put Renewal lapses back" }).click();
  await pane(page).getByText("Checks OK").waitFor();
  await calculated(page);
});

test("an own scenario named in its head: the pane, the selector and every sheet take the name, also in quotes and as a formula looks; undo takes it back", async () => {
  const { page } = open;
  await tab(page, "Scenarios");
  const list = pane(page).locator(".scenario-bar .field select");
  for (const name of ['My "bull" 牛🐂', "=1+1"]) {
    await typeInto(page, "'Inputs'!K7", name);
    await list.locator("option", { hasText: name }).waitFor({ state: "attached" });
    await list.selectOption("custom");
    await pane(page).getByText("Checks OK").waitFor();
    await calculated(page);
    const expected = enginePlan(model, "custom", {}, new Map(), new Map(), new Map([["custom", name]]));
    expect((await differences(page, expected)).differing).toEqual([]);
  }
  await list.selectOption("base");
  await typeInto(page, "'Inputs'!K7", "Upside");
  await page.getByText("“Upside” was not entered.").waitFor();
  await pane(page).getByText("Checks OK").waitFor();
  await typeInto(page, "'Inputs'!K7", "Custom");
  await list.locator("option", { hasText: "Custom" }).first().waitFor({ state: "attached" });
  await calculated(page);
  expect((await differences(page, enginePlan(model, "base"))).differing).toEqual([]);
});

test("a driver's name typed over is said, and the file that is saved opens", async () => {
  const { page } = open;
  const row = layoutOf(model).inputs.driver.get("capXiaomi2027")!;
  await typeInto(page, `'Inputs'!B${row}`, "my cap");
  await pane(page).getByText(`Inputs!B${row} says “my cap” where the driver capXiaomi2027 stood`).waitFor();
  const path = join(folder, "driver.xlsx");
  await saveFile(page, path);
  const fresh = await workbench.open();
  await openFile(fresh.page, path);
  await tab(fresh.page, "Scenarios");
  await pane(fresh.page)
    .getByText(`Inputs!B${row} says “my cap” where the driver capXiaomi2027 stood`)
    .waitFor();
  await fresh.page.context().close();
  await pane(page).getByRole("button", { name: "Put capXiaomi2027 back" }).click();
  await pane(page).getByText("where the driver").waitFor({ state: "detached" });
  expect([...open.outside, ...open.faults]).toEqual([]);
});
