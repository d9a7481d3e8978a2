/** The workbench as a static host serves it below some path, used as people do, under the policy that it ships with. */

import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { builtOnce } from "../build/builtOnce";
import { reportFigure } from "../support/figure";
import { ownBrowser, PAGE_PATIENCE } from "../support/shared/browser";
import { until } from "../support/until";
import { buildModel, gridValue, showCell, typeInto } from "../workbench/runningWorkbench";
import { plantAll, plants, plantsThatAsk, plantsThatRun, refusedAll } from "./plants";
import { watchViolations, type Violation } from "./policyViolations";
import { staticHost, type StaticHost } from "./staticHost";

const SHEET_CANVAS = 'canvas[id^="univer-sheet-main-canvas"]';

let browser: Browser;
let host: StaticHost;
let page: Page;
let violations: readonly Violation[];
const faults: string[] = [];
const outside: string[] = [];

/** A page of its own; requests to other hosts that reach the network are noted and go no further. */
async function openPage(): Promise<{
  context: BrowserContext;
  page: Page;
  violations: readonly Violation[];
}> {
  const own = await browser.newContext({
    viewport: { width: 1600, height: 950 },
    acceptDownloads: true,
    permissions: ["clipboard-read", "clipboard-write"],
  });
  await own.route(/^https:/, (route) => {
    outside.push(route.request().url());
    return route.abort();
  });
  const opened = await own.newPage();
  opened.setDefaultTimeout(PAGE_PATIENCE);
  return { context: own, page: opened, violations: await watchViolations(opened) };
}

beforeAll(async () => {
  browser = await ownBrowser();
  host = await staticHost(join(builtOnce(), "workbench"), "/sites/kc model/v1/");
  ({ page, violations } = await openPage());
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(String(error)));
  await page.goto(host.address);
  await page.getByRole("button", { name: "Build the model" }).waitFor();
  await buildModel(page);
});

afterAll(async () => {
  await browser?.close();
  await host?.close();
});

/** Puts something on the clipboard and pastes it into a cell. */
async function paste(address: string, type: string, content: string): Promise<void> {
  await showCell(page, address);
  await page.evaluate(
    async ([kind, text]) => {
      const bytes =
        kind === "image/png" ? Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)) : text;
      await navigator.clipboard.write([new ClipboardItem({ [kind]: new Blob([bytes], { type: kind }) })]);
    },
    [type, content] as const,
  );
  await page.keyboard.press("Control+v");
}

/** Asks again until an answer fits; the result is that answer. */
async function answered<T>(ask: () => Promise<T>, fits: (answer: T) => boolean): Promise<T> {
  let answer: T;
  await until(
    async () => fits((answer = await ask())),
    () => `an answer that fits, not ${String(answer)}`,
  );
  return answer!;
}

/** Style sheets that the page holds beside its files. */
const adopted = (): Promise<number> => page.evaluate(() => document.adoptedStyleSheets.length);

test("menus, lists, the pane, both looks, saving and opening come up", async () => {
  await typeInto(page, "'Summary'!N20", '=KC.REVENUE("3Q25")');
  await page.locator(SHEET_CANVAS).click({ button: "right", position: { x: 200, y: 300 } });
  await page.getByText("Paste Special").waitFor();
  await page.keyboard.press("Escape");
  for (const list of ["set-range-fontsize", "set-background-color", "set-border-basic"]) {
    const button = page.locator(`[data-u-command="sheet.command.${list}"]`).first();
    const { width, height } = (await button.boundingBox())!;
    await button.click({ position: { x: width - 6, y: height / 2 } });
    await page.locator("[role=menu], [data-radix-popper-content-wrapper]").first().waitFor();
    await page.keyboard.press("Escape");
  }
  await page.getByRole("button", { name: "Dark colours" }).click();
  for (const tab of await page.locator("#wb-pane").getByRole("tab").all()) await tab.click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save .xlsx" }).click();
  expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open .xlsx" }).click();
  await (
    await chooser
  ).setFiles({ name: "notes.xlsx", mimeType: "text/plain", buffer: Buffer.from("plain text") });
  await page.getByText("notes.xlsx was not opened; nothing has changed.").waitFor();
});

test("the grid's own style sheets are adopted, and given back", async () => {
  // The theme and the notices; a dialog that holds the page still adds one while it is open.
  expect(await adopted()).toBe(2);
  expect(
    await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--univer-white")),
  ).toBe("#FFFFFF");
  await page.locator("[data-u-comp=sheet-bar-append-button]").first().click();
  await page.getByRole("tab", { name: "Sheet1" }).click({ button: "right" });
  await page.getByText("Delete", { exact: true }).filter({ visible: true }).click();
  await page.getByRole("dialog").getByText("Delete worksheet").waitFor();
  expect(await answered(adopted, (count) => count === 3)).toBe(3);
  await page.getByRole("dialog").getByRole("button", { name: "OK" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  expect(await answered(adopted, (count) => count === 2)).toBe(2);
});

test("formatted cells cross the clipboard with their looks, in and out", async () => {
  await paste(
    "'Summary'!N30",
    "text/html",
    '<table><tr><td style="font-weight: bold; color: #00ff00">bold</td></tr></table>',
  );
  expect(
    await answered(
      () => gridValue(page, "'Summary'!N30"),
      (value) => value === "bold",
    ),
  ).toBe("bold");
  await showCell(page, "'Summary'!N30");
  await page.keyboard.press("Control+c");
  // What is read while the grid still writes is refused by the browser.
  const html = (): Promise<string> =>
    page.evaluate(() =>
      navigator.clipboard
        .read()
        .then(async ([item]) => (await item!.getType("text/html")).text())
        .catch(() => ""),
    );
  const copied = await answered(html, (text) => text.includes("data-copy-id"));
  expect(copied).toMatch(/font-weight: bold/);
  expect(copied).toMatch(/color: #00ff00/);
  // A picture of one pixel: nothing holds pictures, but nothing goes wrong either.
  await paste(
    "'Summary'!N32",
    "image/png",
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  );
  // It has gone in by the time that something pasted later stands there.
  await paste("'Summary'!N34", "text/plain", "after it");
  expect(
    await answered(
      () => gridValue(page, "'Summary'!N34"),
      (value) => value === "after it",
    ),
  ).toBe("after it");
});

test("nothing of this met the policy, was said on the console, or was asked for outside the path", () => {
  expect({ violations, faults, missing: host.missing, outside }).toEqual({
    violations: [],
    faults: [],
    missing: [],
    outside: [],
  });
  const parts = new Set(
    host.served.map((path) => path.slice(path.lastIndexOf("/") + 1).replace(/-[A-Z0-9]{8}\./, ".")),
  );
  expect([...parts]).toEqual(
    expect.arrayContaining([
      "",
      "workbench.css",
      "workbench.js",
      "shippedSeeds.js",
      "readXlsx.js",
      "writeXlsx.js",
    ]),
  );
  reportFigure(
    "The workbench works on any static host, below any path",
    `${host.served.length} files served below /sites/kc model/v1/, nothing asked for outside it`,
  );
});

test("a page whose script does not arrive says in the end what to do", async () => {
  const { context, page: cut } = await openPage();
  try {
    await cut.route("**/workbench.js", (route) => route.abort());
    await cut.goto(host.address);
    const words = cut.getByText("reload the page");
    expect(await words.isVisible()).toBe(false);
    await cut.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
    await words.waitFor();
  } finally {
    await context.close();
  }
});

test("what somebody plants is refused, each by its directive", async () => {
  expect(await plantAll(page, () => refusedAll(violations))).toEqual([]);
  expect(
    plants.filter(([, directive]) => !violations.some((violation) => violation.directive === directive)),
  ).toEqual([]);
  expect(outside).toEqual([]);
  reportFigure(
    "The workbench runs under a strict content security policy",
    `no violation from build to clipboard, only style attributes allowed inline; ${plants.length} of ${plants.length} plants refused`,
  );
});

test("without the policy the same plants take hold", async () => {
  const open = await staticHost(join(builtOnce(), "workbench"), "/", (text) =>
    text.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ""),
  );
  const bare = await openPage();
  try {
    await bare.page.goto(open.address);
    await bare.page.getByRole("button", { name: "Build the model" }).waitFor();
    const inPage = await plantAll(bare.page, (held) => held.length + outside.length === plants.length);
    expect([...inPage, ...outside.splice(0)].sort()).toEqual([...plantsThatRun, ...plantsThatAsk].sort());
    expect(bare.violations).toEqual([]);
  } finally {
    await bare.context.close();
    await open.close();
  }
});
