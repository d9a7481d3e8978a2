import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { IWorkbookData } from "@univerjs/core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import type { RangeReading } from "../../src/hosts/port";
import { CHINESE } from "../../src/words/zh-CN";
import { openBrowser, PAGE_PATIENCE, sharedPlace } from "../support/shared/browser";
import { startWorkbenchServer } from "./workbenchServer";

/** A text of the page in whichever language it speaks; `{0}` stands for the slot. */
export function spoken(english: string, slot = ""): RegExp {
  const texts = [english, CHINESE.sentence(english)!].map((text) =>
    text.replace("{0}", slot).replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"),
  );
  return new RegExp(`^(?:${texts.join("|")})$`);
}

/** The workbench as `npm start` serves it, and a browser to look at it. */
export interface RunningWorkbench {
  /** Opens a page and counts what it asks of others and says on the console. */
  open(options?: BrowserContextOptions): Promise<OpenPage>;
  stop(): Promise<void>;
}

/** An open page. */
export interface OpenPage {
  readonly page: Page;
  /** Addresses asked for outside this server. */
  readonly outside: string[];
  /** Errors and warnings of the console, and uncaught ones. */
  readonly faults: string[];
  /** Milliseconds until the page could be used. */
  readonly readyAfter: number;
}

/** Opens a browser, the shared one by default, on the server of this run of the tests, or on one of its own outside a run. */
export async function startWorkbench(
  started: () => Promise<Browser> = openBrowser,
): Promise<RunningWorkbench> {
  const shared = process.env["KC_SHARED"];
  const own = shared === undefined ? await startWorkbenchServer() : null;
  const address = own?.address ?? (await sharedPlace(`${shared!}/workbench`));
  const browser = await started();
  return {
    open: (options) => openPage(browser, address, options),
    stop: async () => {
      await browser.close();
      await own?.close();
    },
  };
}

async function openPage(
  browser: Browser,
  address: string,
  { colorScheme = "light", ...options }: BrowserContextOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: { width: 1600, height: 950 },
    acceptDownloads: true,
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PAGE_PATIENCE);
  await page.emulateMedia({ colorScheme });
  const [outside, faults]: [string[], string[]] = [[], []];
  page.on("request", (request) => {
    if (!/^(?:data|blob):/.test(request.url()) && !request.url().startsWith(address))
      outside.push(request.url());
  });
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(error.stack ?? error.message));
  const started = Date.now();
  await page.goto(address);
  await page
    .locator("#wb-cover")
    .getByRole("button", { name: spoken("Build the model") })
    .waitFor();
  return { page, outside, faults, readyAfter: Date.now() - started };
}

/** Presses the one button and waits for the model; the result is how long it took in milliseconds. */
export async function buildModel(page: Page): Promise<number> {
  const started = Date.now();
  await page
    .locator("#wb-cover")
    .getByRole("button", { name: spoken("Build the model") })
    .click();
  await page.getByRole("region", { name: spoken("Guide") }).waitFor();
  return Date.now() - started;
}

/** Values and formulas of ranges in the grid. */
export async function readGrid(
  page: Page,
  ...addresses: readonly string[]
): Promise<readonly RangeReading[]> {
  // As text, which crosses from the browser many times faster than objects.
  const text = await page.evaluate(
    async (all) =>
      JSON.stringify(
        await (
          window as unknown as { kcWorkbook: { read(all: readonly string[]): Promise<unknown> } }
        ).kcWorkbook.read(all),
      ),
    addresses,
  );
  return JSON.parse(text) as RangeReading[];
}

/** Value of one cell of the grid. */
export async function gridValue(page: Page, address: string): Promise<unknown> {
  return (await readGrid(page, address))[0]!.values[0]![0];
}

/** Brings a cell into view and selects it, with the keyboard in the grid. */
export async function showCell(page: Page, address: string): Promise<void> {
  await page.evaluate(async (place) => {
    const { kcWorkbook } = window as unknown as {
      kcWorkbook: { show(place: string): Promise<void>; focus(): void };
    };
    await kcWorkbook.show(place);
    kcWorkbook.focus();
  }, address);
  await page.waitForFunction(() => document.querySelector("#wb-grid")!.contains(document.activeElement));
}

/** Selects cells and presses a key. */
export async function pressIn(page: Page, address: string, key: string): Promise<void> {
  await showCell(page, address);
  await page.keyboard.press(key);
}

/** Selects a cell and types into it, as a person does. */
export async function typeInto(page: Page, address: string, text: string): Promise<void> {
  await showCell(page, address);
  await page.keyboard.type(text);
  await enter(page, text);
}

/** Presses Enter once the editor holds all of a text and its list of functions, which would take the Enter, is gone. */
export async function enter(page: Page, text: string): Promise<void> {
  await page.waitForFunction(
    (given) =>
      document.querySelector("ul[data-u-comp=sheets-formula-editor]") === null &&
      (window as unknown as { kcWorkbook: { typed(): string } }).kcWorkbook.typed() === given,
    text,
  );
  // The list's hold on the Enter goes with what the page leaves for idle moments.
  await idle(page);
  await page.keyboard.press("Enter");
}

/** Waits until the page has drawn what it was last told. */
export async function drawnTwice(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );
}

/** Waits until the page has done what it leaves for idle moments, such as the heights of new rows. */
export async function idle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let turn = 0; turn < 3; turn++) await new Promise((done) => requestIdleCallback(done));
  });
}

/** Waits until model and grid have calculated whatever the last edits touch. */
export async function calculated(page: Page): Promise<void> {
  await page.evaluate(() =>
    (window as unknown as { kcWorkbook: { calculated(): Promise<void> } }).kcWorkbook.calculated(),
  );
}

/** Runs a command of the grid, as its menus do. */
export async function runCommand(page: Page, command: string, params: object): Promise<void> {
  const done = await page.evaluate(
    ([id, given]) =>
      (
        window as unknown as { kcWorkbook: { run(id: string, params: object): Promise<unknown> } }
      ).kcWorkbook.run(id, { unitId: "kc-workbook", ...given }),
    [command, params] as const,
  );
  if (done === false) throw new Error(`The grid did not carry out ${command}`);
}

/** Everything that the grid holds. */
export async function snapshotOf(page: Page): Promise<IWorkbookData> {
  return JSON.parse(
    await page.evaluate(() =>
      JSON.stringify((window as unknown as { kcWorkbook: { snapshot(): unknown } }).kcWorkbook.snapshot()),
    ),
  ) as IWorkbookData;
}

/** Presses Save and gives the bytes of the file. */
export async function saveFile(page: Page, path: string): Promise<Uint8Array> {
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: spoken("Save .xlsx") }).click();
  await (await coming).saveAs(path);
  return new Uint8Array(await readFile(path));
}

/** Opens a file by the button, and waits for the message. */
export async function openFile(page: Page, path: string): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: spoken("Open .xlsx") }).click();
  await (await chooser).setFiles(path);
  const replace = page.getByRole("button", { name: spoken("Open and lose the changes") });
  const opened = page.getByText(spoken("{0} is open.", basename(path)));
  await replace.or(opened).first().waitFor();
  if (await replace.isVisible()) await replace.click();
  await opened.waitFor();
}
