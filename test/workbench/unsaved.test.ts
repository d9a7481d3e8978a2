/** Work is safe: nothing unsaved is left or replaced without a question, and a copy of it comes back. */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { layoutOf } from "../../src/workbook/layout";
import { ownBrowser } from "../support/shared/browser";
import { seededModel } from "../support/seededModel";
import {
  buildModel,
  calculated,
  gridValue,
  pressIn,
  saveFile,
  startWorkbench,
  typeInto,
  type OpenPage,
  type RunningWorkbench,
} from "./runningWorkbench";

let workbench: RunningWorkbench;
let open: OpenPage;
let folder: string;
const cell = `'Inputs'!G${layoutOf(seededModel()).inputs.driver.get("capexEnvelope2027")!}`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kc-unsaved-"));
  workbench = await startWorkbench(ownBrowser);
  open = await workbench.open();
  await buildModel(open.page);
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await workbench.stop();
});

/** Whether leaving the page is asked about; it stays. */
const asksBeforeLeaving = (page: Page): Promise<boolean> =>
  page.evaluate(() => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })));

/** Names of the copies that the browser keeps; null where it keeps none. */
const keptCopy = (page: Page): Promise<string | null> =>
  page.evaluate(
    () =>
      new Promise<string | null>((resolve) => {
        const opening = indexedDB.open("kc-model", 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore("drafts");
        opening.onsuccess = () => {
          const database = opening.result;
          const request = database.transaction("drafts").objectStore("drafts").getAll();
          request.onsuccess = () => {
            database.close();
            const names = (request.result as { name: string }[]).map(({ name }) => name);
            resolve(names.sort().join(", ") || null);
          };
        };
      }),
  );

const untilKept = async (page: Page, name: string | null): Promise<void> => {
  while ((await keptCopy(page)) !== name)
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
};

test("a model just built, and one whose change was taken back, can be left without a question", async () => {
  const { page } = open;
  expect(await asksBeforeLeaving(page)).toBe(false);
  await typeInto(page, cell, "8000");
  await calculated(page);
  expect(await asksBeforeLeaving(page)).toBe(true);
  await pressIn(page, cell, "Control+z");
  await calculated(page);
  expect(await gridValue(page, cell)).toBe(8500);
  expect(await asksBeforeLeaving(page)).toBe(false);
});

test("a copy is kept when the window is left, under the file's name, and goes when the work is saved", async () => {
  const { page } = open;
  await page.getByLabel("File name").fill("my: view");
  await page.keyboard.press("Enter");
  await typeInto(page, cell, "7777");
  await calculated(page);
  expect(await keptCopy(page)).toBeNull();
  await page.evaluate(() => window.dispatchEvent(new Event("blur")));
  await untilKept(page, "my view.xlsx");
  expect(await asksBeforeLeaving(page)).toBe(true);
  await saveFile(page, join(folder, "my view.xlsx"));
  await page.getByText("my view.xlsx is saved.").waitFor();
  expect(await asksBeforeLeaving(page)).toBe(false);
  await untilKept(page, null);
});

test("unsaved work comes back on the next visit, or is erased there", async () => {
  const { page } = open;
  await typeInto(page, cell, "6543");
  await calculated(page);
  await page.evaluate(() => window.dispatchEvent(new Event("blur")));
  await untilKept(page, "my view.xlsx");
  page.once("dialog", (dialog) => void dialog.accept());
  await page.reload();
  const group = page.getByRole("group", { name: "Unsaved work" });
  await group.getByText("my view.xlsx was left unsaved on").waitFor();
  await group.getByRole("button", { name: "Bring it back" }).click();
  await page.getByText("my view.xlsx is open.").waitFor();
  expect(await gridValue(page, cell)).toBe(6543);
  expect([await asksBeforeLeaving(page), await page.getByLabel("File name").inputValue()]).toEqual([
    true,
    "my view.xlsx",
  ]);

  page.once("dialog", (dialog) => void dialog.accept());
  await page.reload();
  await group.getByRole("button", { name: "Erase it" }).click();
  await group.waitFor({ state: "detached" });
  await untilKept(page, null);
});

test("of two windows each keeps its own copy: one neither replaces nor erases the other's, nor is it offered there", async () => {
  const { page } = open;
  await buildModel(page);
  await typeInto(page, cell, "6111");
  await calculated(page);
  await page.evaluate(() => window.dispatchEvent(new Event("blur")));
  await untilKept(page, "KingsoftCloud.xlsx");

  const other = await page.context().newPage();
  other.setDefaultTimeout(120_000);
  await other.goto(page.url());
  await buildModel(other);
  expect(await other.getByRole("group", { name: "Unsaved work" }).count()).toBe(0);
  await other.getByLabel("File name").fill("other");
  await other.keyboard.press("Enter");
  await typeInto(other, cell, "6222");
  await calculated(other);
  await other.evaluate(() => window.dispatchEvent(new Event("blur")));
  await untilKept(page, "KingsoftCloud.xlsx, other.xlsx");
  await saveFile(page, join(folder, "first.xlsx"));
  await untilKept(page, "other.xlsx");
  await other.close();

  await page.reload();
  const group = page.getByRole("group", { name: "Unsaved work" });
  await group.getByText("other.xlsx was left unsaved on").waitFor();
  await group.getByRole("button", { name: "Erase it" }).click();
  await untilKept(page, null);
});

test("a file is not opened over unsaved work without a question", async () => {
  const { page } = open;
  await buildModel(page);
  await typeInto(page, cell, "6000");
  await calculated(page);
  const choose = async (): Promise<void> => {
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Open .xlsx" }).click();
    await (await chooser).setFiles(join(folder, "my view.xlsx"));
    await page.getByText("Open my view.xlsx over work that is not saved?").waitFor();
  };
  await choose();
  await page.getByRole("button", { name: "Do not open it" }).click();
  expect(await gridValue(page, cell)).toBe(6000);
  await choose();
  await page.getByRole("button", { name: "Open and lose the changes" }).click();
  await page.getByText("my view.xlsx is open.").waitFor();
  expect(await gridValue(page, cell)).toBe(7777);
  expect(await asksBeforeLeaving(page)).toBe(false);
});
