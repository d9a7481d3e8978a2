import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { driverMeaning, SCENARIOS } from "../../src/companies/kingsoftCloud";
import { root } from "../support/repository";
import { seededModel } from "../support/seededModel";
import { paneBrowser, type OpenedPane, type PaneBrowser, type PageLook } from "./paneBrowser";

const TABS = ["Build", "Quarter", "Scenarios", "Compare", "Sources", "Share"] as const;
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

let browser: PaneBrowser;
let opened: OpenedPane | undefined;

beforeAll(async () => {
  browser = await paneBrowser();
});
afterEach(async () => {
  const faults = opened?.faults ?? [];
  await opened?.close();
  opened = undefined;
  // No console error, no exception, nothing refused by the content policy, no request to elsewhere.
  expect(faults).toEqual([]);
});
afterAll(() => browser.close());

async function open(look: PageLook = {}): Promise<Page> {
  opened = await browser.open(look);
  return opened.page;
}

async function openBuilt(look: PageLook = {}): Promise<Page> {
  const page = await open(look);
  await page.getByRole("button", { name: "Build model" }).click();
  await page.locator("strong", { hasText: "Model built" }).waitFor();
  await page.getByText("Checks OK").waitFor();
  return page;
}

const lever = (page: Page, driver: string) => page.locator(`[data-driver=${driver}]`);
const figure = (page: Page, line: string) => page.locator(`[data-line=${line}] .figure-value`).innerText();
const chart = (page: Page) => page.locator(".chart svg").first().getAttribute("aria-label");
const edits = (page: Page) =>
  page.evaluate(() => window.port.edits.map(({ address, contents }) => [address, contents]));
const cell = (page: Page, sheet: string, address: string) =>
  page.evaluate(([name, at]) => window.port.cell(name!, at!), [sheet, address]);
/** Waits until the pane has drawn what it was last told. */
const drawn = (page: Page) =>
  page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );

/** Lets all that the page has set for the next seconds happen now; its clock must be ours. */
const later = (page: Page) => page.clock.runFor(3000);
/** Waits until nothing moves any more. */
async function still(page: Page): Promise<void> {
  await drawn(page);
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== "running"),
  );
}

async function tab(page: Page, name: string): Promise<void> {
  await page.getByRole("tab", { name }).click();
  await drawn(page);
}

async function openAllGroups(page: Page): Promise<void> {
  const closed = page.locator("details.group:not([open]) > summary");
  while ((await closed.count()) > 0) {
    await closed.first().click();
    await drawn(page);
  }
}

const openGroup = (page: Page, title: string) => page.locator("summary", { hasText: title }).click();

/** Address of a driver's cell in the Base column. */
function baseCell(page: Page, driver: string): Promise<string> {
  return page.evaluate(async (name) => {
    const [reading] = await window.port.read(["'Inputs'!B1:B230"]);
    return `G${reading!.values.findIndex(([id]) => id === name) + 1}`;
  }, driver);
}

describe("build", () => {
  test("opens on an empty workbook with one obvious button, and builds with progress", async () => {
    const page = await open();
    expect(await page.getByRole("tabpanel").getByRole("button").allInnerTexts()).toEqual(["Build model"]);
    await page.evaluate(() => {
      window.port.stepTime = 30;
    });
    await page.getByRole("button", { name: "Build model" }).click();
    await page.getByRole("progressbar", { name: "Writing the model" }).waitFor();
    await page.locator("strong", { hasText: "Model built" }).waitFor();
    await page.getByText("All hold, in every scenario.").waitFor();
    await page.getByRole("button", { name: "Flex the scenarios" }).click();
    await page.waitForFunction(() => document.activeElement?.id === "panel");
    expect(await cell(page, "Summary", "B4")).toBe("Base");
  });

  test("can be stopped, finished and removed", async () => {
    const page = await open();
    await page.evaluate(() => {
      window.port.stepTime = 40;
    });
    await page.getByRole("button", { name: "Build model" }).click();
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByText("The model is not finished").waitFor();
    await page.getByRole("button", { name: "Remove what was written" }).click();
    await page.getByText("The model was removed.").waitFor();
    await page.getByRole("button", { name: "Build model" }).waitFor();
  });

  test("a second press lists what would change and overwrites only what was agreed", async () => {
    const page = await openBuilt();
    const mine = await baseCell(page, "capXiaomi2026");
    await page.evaluate((at) => {
      window.port.type("Inputs", at, 2999);
      window.port.type("Income statement", "M8", "=1+1");
    }, mine);
    await page.getByRole("button", { name: "Update model" }).click();
    await page.getByText("2 differences stay yours").waitFor();
    await page.getByLabel("Overwrite Income statement M8 with the model's").check();
    await page.getByRole("button", { name: "Update 1 place" }).click();
    await page.locator("strong", { hasText: "Model updated" }).waitFor();
    expect(await cell(page, "Income statement", "M8")).toMatch(/^=CHOOSE/);
    expect(await cell(page, "Inputs", mine)).toBe(2999);
  });

  test("a failure is said in words with a way out", async () => {
    const page = await open();
    await page.evaluate(() =>
      window.port.failNext(
        "The workbook is protected.",
        "Unprotect it under Review, then press Build again.",
      ),
    );
    await page.getByRole("button", { name: "Build model" }).click();
    const alert = page.getByRole("alert").filter({ hasText: "The workbook is protected." });
    await alert.waitFor();
    expect(await alert.innerText()).toContain("Unprotect it under Review");
    await page.getByRole("button", { name: "Build model" }).click();
    await page.locator("strong", { hasText: "Model built" }).waitFor();
  });
});

describe("flexing", () => {
  test("a cap by keyboard: figures and chart change, the sheet gets one value", async () => {
    const page = await openBuilt();
    await tab(page, "Scenarios");
    const before = [await figure(page, "revenue"), await chart(page)];
    await lever(page, "capXiaomi2027").getByRole("slider").focus();
    for (let press = 0; press < 12; press++) await page.keyboard.press("ArrowLeft");
    await drawn(page);
    expect(await lever(page, "capXiaomi2027").getByRole("textbox").inputValue()).toBe("3920");
    const at = await baseCell(page, "capXiaomi2027");
    await page.waitForFunction((address) => window.port.cell("Inputs", address) === 3920, at);
    expect([await figure(page, "revenue"), await chart(page)]).not.toEqual(before);
    expect((await edits(page)).every(([address]) => address === `'Inputs'!${at}`)).toBe(true);
    expect(await page.getByRole("status").first().innerText()).toContain(
      "Xiaomi cap as agreed 2027 set to 3,920 RMB m",
    );
  });

  test("a cap by pointer: results follow while dragging, the sheet hears once on release", async () => {
    const page = await openBuilt({ height: 1250, ownClock: true });
    await tab(page, "Scenarios");
    const slider = lever(page, "capXiaomi2027").getByRole("slider");
    await slider.scrollIntoViewIfNeeded();
    const box = (await slider.boundingBox())!;
    const before = await figure(page, "revenue");
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.25, box.y + box.height / 2, { steps: 8 });
    await page.waitForFunction(
      (text) => document.querySelector("[data-line=revenue] .figure-value")!.textContent !== text,
      before,
    );
    expect(await edits(page)).toEqual([]);
    await page.mouse.up();
    await page.waitForFunction(() => window.port.edits.length > 0);
    await later(page);
    expect(await edits(page)).toHaveLength(1);
    await page.getByRole("button", { name: "Undo" }).click();
    const at = await baseCell(page, "capXiaomi2027");
    await page.waitForFunction((address) => window.port.cell("Inputs", address) === 4035, at);
    expect(await figure(page, "revenue")).toBe(before);
  });

  test("an edit in the sheet moves the pane, without an echo", async () => {
    const page = await openBuilt({ ownClock: true });
    await tab(page, "Scenarios");
    const at = await baseCell(page, "capXiaomi2027");
    const before = await figure(page, "revenue");
    await page.evaluate((address) => window.port.type("Inputs", address, 2000), at);
    await page.waitForFunction(
      (text) => document.querySelector("[data-line=revenue] .figure-value")!.textContent !== text,
      before,
    );
    expect(await lever(page, "capXiaomi2027").getByRole("textbox").inputValue()).toBe("2000");
    await page.evaluate(() => window.port.type("Summary", "B4", "Renewal lapses"));
    await page.waitForFunction(
      () =>
        document.querySelector<HTMLSelectElement>(".scenario-bar .field select")!.value === "renewalLapses",
    );
    await later(page);
    expect(await edits(page)).toEqual([]);
  });

  test("the journal tells of what the pane changes, of what was typed on the sheet, and why", async () => {
    const page = await openBuilt();
    await tab(page, "Scenarios");
    await page.locator("summary", { hasText: "Journal" }).click();
    await page.locator("p", { hasText: "Nothing was changed yet." }).waitFor();
    const at = await baseCell(page, "capXiaomi2027");
    await page.evaluate((address) => window.port.type("Inputs", address, 2000), at);
    await page.getByText("1 change was typed on the sheets and is not in the journal yet.").waitFor();
    const field = lever(page, "capKingsoft2027").getByRole("textbox");
    await field.fill("900");
    await field.press("Enter");
    const told = (): Promise<readonly unknown[]> =>
      page.evaluate(() =>
        ["7", "8", "9"].map((row) =>
          ["B", "D", "F", "G", "H"].map((column) => window.port.cell("Journal", `${column}${row}`)),
        ),
      );
    await page.waitForFunction(() => window.port.cell("Journal", "B8") !== "");
    const [sheet, pane] = [
      ["Sheet", "Base", "2,000 RMB m", "", "capXiaomi2027 base"],
      ["Pane", "Base", "900 RMB m", "", "capKingsoft2027 base"],
    ];
    expect(new Set((await told()).map(String))).toEqual(
      new Set([sheet, pane, ["", "", "", "", ""]].map(String)),
    );
    const why = page.getByLabel("Why: Kingsoft cap");
    await why.first().fill("Circular of November");
    await why.first().press("Tab");
    await page.waitForFunction(() =>
      ["G7", "G8"].some((address) => window.port.cell("Journal", address) === "Circular of November"),
    );
    // What is undone on the same day leaves no line unless it has a reason.
    await page.getByRole("button", { name: "Undo" }).click();
    await page.waitForFunction(() =>
      ["7", "8"].some(
        (row) =>
          window.port.cell("Journal", `H${row}`) === "capKingsoft2027 base" &&
          window.port.cell("Journal", `E${row}`) === window.port.cell("Journal", `F${row}`),
      ),
    );
  });

  test("caps answer in words and economic alarms are raised beside the checks", async () => {
    const page = await openBuilt();
    await tab(page, "Scenarios");
    await page.locator("[data-caps] summary").click();
    const words = (cap: string) => page.locator(`[data-cap=${cap}]`).innerText();
    expect(await words("kingsoft2027")).toMatch(/^Kingsoft: The 2027 cap /);
    expect(await page.locator(".binding").innerText()).toBe(await words("xiaomi2027"));
    const at = await baseCell(page, "capXiaomi2027");
    await page.evaluate((address) => window.port.type("Inputs", address, 2000), at);
    await page.getByText("Xiaomi: The 2027 cap binds in 2027Q1").first().waitFor();
    for (const chart of ["Pacing", "Capacity", "Revenue", "Caps"]) {
      await page.getByLabel(chart, { exact: true }).check();
      await drawn(page);
      expect(await page.locator(".chart svg").first().getAttribute("aria-label")).toMatch(/\d/);
    }
    const limit = await baseCell(page, "revolverLimit");
    await page.evaluate((address) => window.port.type("Inputs", address, 0), limit);
    await page.locator("[data-alarm=alarmFunding]").waitFor();
    expect(await page.locator("[data-alarm=alarmFunding]").innerText()).toMatch(
      /^The plan is not funded in 20\d\dQ\d/,
    );
    await page.getByText("Checks OK").waitFor();
  });

  test("a figure typed on Actuals moves the pane; what is no figure is said", async () => {
    const page = await openBuilt();
    await tab(page, "Scenarios");
    const before = await figure(page, "revenue");
    const at = await page.evaluate(async () => {
      const [reading] = await window.port.read(["'Actuals'!A1:AH160"]);
      const row = reading!.values.findIndex((cells) => cells.includes("revenue"));
      const column = reading!.values.find((cells) => cells.includes("2026Q2"))!.indexOf("2026Q2");
      return `${String.fromCharCode(65 + column)}${row + 1}`;
    });
    await page.evaluate((address) => window.port.type("Actuals", address, 3300), at);
    await page.waitForFunction(
      (text) => document.querySelector("[data-line=revenue] .figure-value")!.textContent !== text,
      before,
    );
    await page.evaluate((address) => window.port.type("Actuals", address, "soon"), at);
    await page.getByText("Actuals: Total revenue 2026Q2 holds “soon”, which is not a figure.").waitFor();
    expect(await figure(page, "revenue")).toBe(before);
  });

  test("the source of a lever tells what its own driver means and why it has its value", async () => {
    const page = await openBuilt();
    await tab(page, "Scenarios");
    const { rows } = seededModel();
    const drivers = ["capXiaomi2026", "capXiaomi2027"];
    for (const { driver, assumption } of rows.filter(({ driver: { id } }) => drivers.includes(id))) {
      await page.getByRole("button", { name: `Source of ${driver.label}`, exact: true }).click();
      const words = await lever(page, driver.id).locator(".source").innerText();
      expect(words).toContain(driverMeaning(driver));
      expect(words).toContain(assumption.reason);
    }
  });

  test("undo, redo, reset one and reset all write through", async () => {
    const page = await openBuilt();
    await tab(page, "Scenarios");
    const at = await baseCell(page, "capXiaomi2026");
    const holds = (value: number) =>
      page.waitForFunction(([address, wanted]) => window.port.cell("Inputs", address as string) === wanted, [
        at,
        value,
      ] as const);
    const field = lever(page, "capXiaomi2026").getByRole("textbox");
    await field.fill("3,000");
    await field.press("Enter");
    await holds(3000);
    await page.getByRole("button", { name: "Undo" }).click();
    await holds(3140);
    await page.getByRole("button", { name: "Redo" }).click();
    await holds(3000);
    await page.getByRole("button", { name: "Reset Xiaomi cap as agreed 2026" }).click();
    await holds(3140);
    await field.fill("2500");
    await field.press("Enter");
    await holds(2500);
    await page.getByRole("button", { name: "Reset all" }).click();
    await holds(3140);
    await page.locator(".scenario-meaning", { hasText: "As shipped." }).waitFor();
  });

  test("a scenario that follows Base takes a value of its own and follows again after a reset", async () => {
    const page = await openBuilt();
    await tab(page, "Scenarios");
    await page.locator(".scenario-bar .field select").selectOption({ label: "Custom" });
    await page.waitForFunction(() => window.port.cell("Summary", "B4") === "Custom");
    const row = (await baseCell(page, "capXiaomi2026")).slice(1);
    const field = lever(page, "capXiaomi2026").getByRole("textbox");
    await field.fill("3000");
    await field.press("Enter");
    await page.waitForFunction((at) => window.port.cell("Inputs", at) === 3000, `K${row}`);
    await page.getByRole("button", { name: "Reset Xiaomi cap as agreed 2026" }).click();
    await page.waitForFunction(
      ([at, formula]) => window.port.cell("Inputs", at!) === formula,
      [`K${row}`, `=$G${row}`],
    );
  });

  test("save as Custom copies every shown value", async () => {
    const page = await openBuilt();
    await tab(page, "Scenarios");
    await page.locator(".scenario-bar .field select").selectOption({ label: "Downside" });
    await page.getByLabel("Save as").selectOption("custom");
    await page.waitForFunction(() => window.port.cell("Summary", "B4") === "Custom");
    const row = (await baseCell(page, "upliftXiaomi2026")).slice(1);
    await page.waitForFunction((at) => window.port.cell("Inputs", at) === 0.1, `K${row}`);
  });

  test("an own scenario takes any name that is a text, everywhere at once; another is refused in words; Undo and Redo", async () => {
    const page = await openBuilt();
    await tab(page, "Scenarios");
    const list = page.locator(".scenario-bar .field select");
    await list.selectOption({ label: "Custom 2" });
    const field = page.getByLabel("Name", { exact: true });
    const stands = (name: string): Promise<unknown> =>
      page.waitForFunction(
        (text) => window.port.cell("Inputs", "L7") === text && window.port.cell("Summary", "B4") === text,
        name,
      );
    for (const name of ['My "bull" 牛🐂', "=1+1", "2027"]) {
      await field.fill(name);
      await field.press("Enter");
      await stands(name);
      expect(await list.locator("option:checked").innerText()).toBe(name);
    }
    for (const [name, words] of [
      ["x".repeat(40), "this one has 40"],
      ["a/b", '"/"'],
      ["upside", "the name of another scenario"],
    ] as const) {
      await field.fill(name);
      await field.press("Enter");
      await page.getByRole("alert").getByText(words).waitFor();
      await stands("2027");
    }
    await page.getByRole("button", { name: "Undo" }).click();
    await stands("=1+1");
    await page.getByRole("button", { name: "Redo" }).click();
    await stands("2027");
    await field.fill("");
    await field.press("Enter");
    await stands("Custom 2");
    await tab(page, "Compare");
    await page.getByRole("columnheader", { name: "Custom 2" }).waitFor();
  });

  test("a name typed on the sheet keeps its scenario shown; Save as asks for the one that holds work", async () => {
    const page = await openBuilt();
    await tab(page, "Scenarios");
    const list = page.locator(".scenario-bar .field select");
    await list.selectOption({ label: "Custom 3" });
    await page.waitForFunction(() => window.port.cell("Summary", "B4") === "Custom 3");
    await page.evaluate(() => window.port.type("Inputs", "M7", "Bear"));
    await page.waitForFunction(() => window.port.cell("Summary", "B4") === "Bear");
    await page.waitForFunction(
      () => document.querySelector<HTMLOptionElement>(".scenario-bar .field option:checked")?.text === "Bear",
    );
    await list.selectOption({ label: "Downside" });
    await page.getByLabel("Save as").selectOption({ label: "Bear" });
    const row = (await baseCell(page, "upliftXiaomi2026")).slice(1);
    await page.waitForFunction((at) => window.port.cell("Inputs", at) === 0.1, `M${row}`);
    await list.selectOption({ label: "Upside" });
    await page.getByLabel("Save as").selectOption({ label: "Bear" });
    await page.getByRole("alertdialog", { name: "Replace Bear?" }).waitFor();
    await page.getByRole("button", { name: "Keep Bear" }).click();
    expect(await page.evaluate((at) => window.port.cell("Inputs", at), `M${row}`)).toBe(0.1);
    await page.getByLabel("Save as").selectOption({ label: "Custom" });
    await page.waitForFunction(() => window.port.cell("Summary", "B4") === "Custom");
  });

  test("values that don't go together wait, and say so", async () => {
    const page = await openBuilt({ ownClock: true });
    await tab(page, "Scenarios");
    await openGroup(page, "Procurement mix");
    const field = lever(page, "leasedShare").getByRole("textbox");
    await field.fill("95");
    await field.press("Enter");
    await page.getByText("Not written to the sheet yet").waitFor();
    await later(page);
    expect(await edits(page)).toEqual([]);
    await field.fill("40");
    await field.press("Enter");
    await page.waitForFunction(() => window.port.edits.length === 1);
    expect((await edits(page))[0]![1]).toBe(0.4);
  });

  test("bad text is refused in words beside the field; Escape brings the value back", async () => {
    const page = await openBuilt();
    await tab(page, "Scenarios");
    const field = lever(page, "capXiaomi2026").getByRole("textbox");
    await field.fill("<b>lots</b>");
    await field.press("Enter");
    const wrong = lever(page, "capXiaomi2026").getByRole("alert");
    expect(await wrong.innerText()).toBe("“<b>lots</b>” is not a number. Give a number from 0 to 50000.");
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    await field.press("Escape");
    await wrong.waitFor({ state: "detached" });
    expect(await field.inputValue()).toBe("3140");
    expect(await edits(page)).toEqual([]);
  });

  test("a typed value a thousandth of the one before is confirmed first; digits of other habits are read", async () => {
    const page = await openBuilt();
    await tab(page, "Scenarios");
    const field = lever(page, "capXiaomi2026").getByRole("textbox");
    await field.fill("3");
    await field.press("Enter");
    const doubt = lever(page, "capXiaomi2026").getByRole("alert");
    expect(await doubt.innerText()).toContain("3 is about a thousandth of 3140 as it stands.");
    expect(await edits(page)).toEqual([]);
    await doubt.getByRole("button", { name: "Yes, 3" }).click();
    await page.waitForFunction(() => window.port.edits.length === 1);
    expect((await edits(page))[0]![1]).toBe(3);
    await doubt.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Undo" }).click();
    await page.waitForFunction(() => window.port.edits.length === 2);
    await field.fill("￥３，０００");
    await field.press("Enter");
    await page.waitForFunction(() => window.port.edits.length === 3);
    expect((await edits(page)).map(([, content]) => content)).toEqual([3, 3140, 3000]);
  });

  test("a value typed into the sheet a thousandth of the one before is asked about, kept or put back", async () => {
    const page = await openBuilt();
    await tab(page, "Scenarios");
    const at = await baseCell(page, "capXiaomi2026");
    const typeInSheet = (value: number) =>
      page.evaluate(([address, given]) => window.port.type("Inputs", address, given), [at, value] as const);
    await typeInSheet(3);
    const doubt = page.getByText("Xiaomi cap as agreed 2026, Base: 3 is about a thousandth of 3140");
    await doubt.first().waitFor();
    await page.getByRole("button", { name: "Put back" }).click();
    await page.waitForFunction((address) => window.port.cell("Inputs", address) === 3140, at);
    await doubt.first().waitFor({ state: "detached" });
    await typeInSheet(3);
    await page.getByRole("button", { name: "Keep" }).click();
    await doubt.first().waitFor({ state: "detached" });
    expect(await page.evaluate((address) => window.port.cell("Inputs", address), at)).toBe(3);
  });

  test("text typed into an input of the sheet is reported as text, and repaired", async () => {
    const page = await openBuilt();
    await tab(page, "Scenarios");
    const at = await baseCell(page, "capXiaomi2026");
    await page.evaluate((address) => window.port.type("Inputs", address, "<img src=x onerror=alert(1)>"), at);
    await page.getByText("holds “<img src=x onerror=alert(1)>”").waitFor();
    expect(await page.locator("#kc-pane img").count()).toBe(0);
    await page.getByRole("button", { name: `Repair 'Inputs'!${at}` }).click();
    await page.waitForFunction((address) => window.port.cell("Inputs", address) === 3140, at);
    await page.getByText("can't be used").waitFor({ state: "detached" });
  });

  test("what was flexed before there was a model goes in with it", async () => {
    const page = await open();
    await tab(page, "Scenarios");
    const field = lever(page, "capXiaomi2026").getByRole("textbox");
    await field.fill("3000");
    await field.press("Enter");
    await tab(page, "Build");
    await page.getByRole("button", { name: "Build model" }).click();
    await page.locator("strong", { hasText: "Model built" }).waitFor();
    const at = await baseCell(page, "capXiaomi2026");
    await page.waitForFunction((address) => window.port.cell("Inputs", address) === 3000, at);
  });

  test("a failed write keeps the value and writes it with the next change", async () => {
    const page = await openBuilt();
    await tab(page, "Scenarios");
    await page.evaluate(() => window.port.failNext("A cell is being edited.", "Press Enter in the sheet."));
    const field = lever(page, "capXiaomi2026").getByRole("textbox");
    await field.fill("3000");
    await field.press("Enter");
    await page.getByText("The Inputs sheet was not changed: A cell is being edited.").waitFor();
    await lever(page, "capXiaomi2027").getByRole("textbox").fill("4000");
    await lever(page, "capXiaomi2027").getByRole("textbox").press("Enter");
    await page.waitForFunction(() => window.port.edits.length === 2);
  });

  test("an older reading that arrives late does not bring a replaced value back", async () => {
    const page = await openBuilt({ ownClock: true });
    await tab(page, "Scenarios");
    // Each reading takes its values at once and hands them over late, as a busy application does.
    await page.evaluate(() => {
      const { read } = window.port;
      window.port.read = async (addresses) => {
        const values = await read(addresses);
        // A time because the application is busy for so long; the page's own clock tells it.
        await new Promise((done) => setTimeout(done, 250));
        return values;
      };
    });
    const at = await baseCell(page, "capXiaomi2026");
    const field = lever(page, "capXiaomi2026").getByRole("textbox");
    const seen = await page.evaluateHandle(() => {
      const values: string[] = [];
      const follow = (): void => {
        const { value } = document.querySelector<HTMLInputElement>(
          "[data-driver=capXiaomi2026] input[type=text]",
        )!;
        if (values[values.length - 1] !== value) values.push(value);
        requestAnimationFrame(follow);
      };
      follow();
      return values;
    });
    await field.fill("3000");
    await field.press("Enter");
    await page.waitForFunction((address) => window.port.cell("Inputs", address) === 3000, at);
    await page.getByRole("button", { name: "Undo" }).click();
    await page.waitForFunction((address) => window.port.cell("Inputs", address) === 3140, at);
    await later(page);
    expect(await seen.jsonValue()).toEqual(["3140", "3000", "3140"]);
  });

  test("a renamed Inputs sheet is still written to", async () => {
    const page = await openBuilt();
    await page.evaluate(() => window.port.rename("Inputs", "Bob's inputs"));
    await tab(page, "Scenarios");
    const field = lever(page, "capXiaomi2026").getByRole("textbox");
    await field.fill("3000");
    await field.press("Enter");
    await page.waitForFunction(() => window.port.edits.length === 1);
    expect((await edits(page))[0]![0]).toMatch(/^'Bob''s inputs'!G\d+$/);
  });
});

describe("compare", () => {
  test("puts all scenarios side by side and stresses a figure", async () => {
    const page = await openBuilt();
    await tab(page, "Compare");
    expect(
      await page
        .getByRole("region", { name: "Scenarios side by side" })
        .getByRole("columnheader")
        .allInnerTexts(),
    ).toEqual(["Figure", ...SCENARIOS.map(({ name }) => name)]);
    const bars = page.locator("ol.bars").first();
    expect(await bars.locator(".bar").count()).toBe(10);
    expect(await page.locator("td.present").count()).toBe(1);
    const grid = await page.locator(".table-grid td.number").allInnerTexts();
    expect(new Set(grid).size).toBeGreaterThan(5);
    await page.getByLabel("Target, RMB m").fill("15,000");
    await page.getByLabel("Target, RMB m").press("Enter");
    await drawn(page);
    expect(await page.locator(".answer").innerText()).toMatch(
      /^Total revenue of 15,000 RMB m in FY2027 needs Xiaomi cap as agreed 2027 at .* RMB m\.$/,
    );
    await page.getByLabel("Target, RMB m").fill("plenty");
    await page.getByLabel("Target, RMB m").press("Enter");
    await drawn(page);
    expect(await page.locator(".answer").innerText()).toContain("“plenty” is not a number");

    // Two scenarios alone, with EBITDA and cash in RMB; differences are counted from the one chosen.
    await page.getByRole("combobox", { name: /^Scenarios/ }).selectOption("Renewal lapses");
    await page.getByRole("combobox", { name: /^Against/ }).selectOption("Upside");
    const beside = page.getByRole("region", { name: "Scenarios side by side" });
    expect(await beside.getByRole("columnheader").allInnerTexts()).toEqual([
      "Figure",
      "Upside",
      "Renewal lapses",
    ]);
    for (const title of ["Adj. EBITDA", "Cash"])
      expect(
        await beside
          .getByRole("row")
          .filter({ has: page.getByRole("rowheader", { name: title, exact: true }) })
          .getByRole("cell")
          .allInnerTexts(),
      ).toEqual([expect.stringMatching(/^[\d,−]+$/), expect.stringMatching(/^[\d,−]+\s*(?:=|[+−][\d,]+)$/)]);

    // Bars say which end is which, and a switch of method stands apart from them.
    await page.getByRole("combobox", { name: /^Figure/ }).selectOption("Net debt");
    expect(await page.locator("ul.legend").allInnerTexts()).toEqual([
      expect.stringMatching(/^Downside or lower value\s*Upside or upper value\s*Unchanged$/),
    ]);
    const [low, high] = await page
      .locator("ul.legend rect")
      .evaluateAll((all) => all.map((each) => getComputedStyle(each).fill));
    expect(low).not.toBe(high);
    const drawnBars = await page.locator("ol.bars .bar").evaluateAll((all) =>
      all.map((bar) => ({
        fills: [...bar.querySelectorAll("rect")].map((each) => getComputedStyle(each).fill),
        words: bar.querySelector(".bar-values")!.textContent!.replaceAll(/\s+/g, " ").trim(),
      })),
    );
    expect(drawnBars.length).toBeGreaterThan(9);
    // Whoever can't see the colours reads both values and what each leads to.
    for (const { fills, words } of drawnBars) {
      expect(fills).toEqual([low, high]);
      expect(words).toMatch(/^.*\d.* → [−\d,.]+; .*\d.* → [−\d,.]+$/);
    }
    const apart = page.locator("h4", { hasText: "Switches and methods" }).locator("+ ol");
    expect(await apart.innerText()).toContain("Procurement (1 follows");
    expect(await bars.innerText()).not.toContain("Procurement (1 follows");

    // The step of the grid is the analyst's.
    const ends = () => page.locator(".table-grid thead th").allInnerTexts();
    const wide = await ends();
    await page.getByRole("combobox", { name: /^Step/ }).selectOption("±5%");
    expect((await ends())[2]).toBe(wide[2]);
    const [first, , , , last] = (await ends()).map(Number.parseFloat) as number[];
    expect(first).toBeCloseTo(Number.parseFloat(wide[2]!) * 0.9, 1);
    expect(last).toBeCloseTo(Number.parseFloat(wide[2]!) * 1.1, 1);

    // A simulation says where the scenario itself lies among its draws.
    await page.getByRole("button", { name: "Simulate" }).click();
    const said = await page.getByText("lies above").innerText();
    expect(said).toMatch(/^Base as it stands, [\d,]+ RMB m, lies above [\d.]+% of the draws\.$/);
    const share = Number(/([\d.]+)% of/.exec(said)![1]);
    expect(share).toBeGreaterThan(5);
    expect(share).toBeLessThan(95);
  });

  test("a result is inserted as a sheet of its own, once the model is there", async () => {
    const { page: empty } = await browser.open();
    await tab(empty, "Compare");
    expect(
      await empty.getByRole("button", { name: "Insert into workbook: the comparison" }).isDisabled(),
    ).toBe(true);
    const page = await openBuilt();
    await tab(page, "Compare");
    for (const what of ["the comparison", "what moves it most", "the grid"]) {
      await page.getByRole("button", { name: `Insert into workbook: ${what}` }).click();
      await page.getByText("The result is on the sheet Result").waitFor();
      await page
        .getByRole("button", { name: "Dismiss" })
        .or(page.getByRole("button", { name: /close/i }))
        .first()
        .click();
    }
    const titles = await page.evaluate(() =>
      [1, 2, 3].map((number) => window.port.cell(`Result ${number}`, "A1")),
    );
    expect(titles).toEqual([
      "Scenarios side by side, FY2027",
      "What moves it most: Total revenue, FY2027",
      "Two assumptions at once: Total revenue, FY2027",
    ]);
    await page.evaluate(() => window.port.failNext("Excel refused.", "Try again."));
    await page.getByRole("button", { name: "Insert into workbook: the grid" }).click();
    await page.getByText("Excel refused.").waitFor();
  });

  test("how each assumption moves the results stands in one table, with why nothing moves, and goes on a sheet", async () => {
    const page = await openBuilt();
    await tab(page, "Compare");
    const table = page.locator("[data-response]");
    expect(await table.locator("table").count()).toBe(0);
    await table.locator("summary").click();
    const row = (driver: string) => page.locator(`[data-driver-response=${driver}]`);
    await row("xiaomiDemandGrowth2027").waitFor();
    expect(await row("xiaomiDemandGrowth2027").innerText()).toMatch(/\+\d/);
    expect(await row("equityRaiseQuarter").innerText()).toContain("counts only with an equity raise");
    await page
      .getByRole("button", { name: "Insert into workbook: how each assumption moves the results" })
      .click();
    await page.getByText("The result is on the sheet Result 1.").waitFor();
    expect(await cell(page, "Result 1", "A1")).toBe("How each assumption moves the results of FY2027");
  });

  test("the model stands against brokers' estimates, and what closes each difference is found when asked for", async () => {
    const page = await openBuilt();
    await tab(page, "Compare");
    const table = page.locator("[data-against-consensus]");
    await table.locator("summary").click();
    const row = page.locator('[data-against="revenue FY2026"]');
    await row.waitFor();
    expect(await row.innerText()).toMatch(/11,94[23].*12,200.*11,685/s);
    expect(await row.innerText()).not.toContain("instead of");
    await page.getByRole("button", { name: "Find what closes each difference" }).click();
    await row.getByText("instead of").waitFor();
  });

  test("a simulation repeats with its seed", async () => {
    const page = await openBuilt();
    await tab(page, "Compare");
    const run = async (seed: string): Promise<string> => {
      await page.getByLabel("Seed").fill(seed);
      await page.getByLabel("Seed").press("Enter");
      await page.getByRole("button", { name: "Simulate" }).click();
      await page.locator("caption", { hasText: `seed ${seed}` }).waitFor();
      return page.locator("table", { has: page.locator("caption", { hasText: "draws" }) }).innerText();
    };
    const first = await run("7");
    expect(await run("8")).not.toBe(first);
    expect(await run("7")).toBe(first);
  });
});

describe("sources", () => {
  test("the selected cell explains itself and leads on", async () => {
    const page = await openBuilt();
    await tab(page, "Sources");
    await page.evaluate(async () => {
      const [names] = await window.port.read(["'Income statement'!A1:AK80"]);
      const row = names!.values.findIndex((cells) => cells.includes("adjustedEbitda"));
      const column = names!.values[3]!.indexOf("2026Q2");
      window.port.select("Income statement", `${String.fromCharCode(65 + column)}${row + 1}`);
    });
    await page.getByRole("heading", { name: "Adjusted EBITDA" }).waitFor();
    expect(await page.locator(".origin .words").innerText()).not.toBe("");
    const [lead] = await page.locator(".precedents .link").all();
    const name = (await lead!.innerText()).split(",")[0]!;
    await lead!.click();
    await page.getByRole("heading", { name, exact: true }).waitFor();
    await page.evaluate(() => window.port.select("Sheet1", "B2"));
    await page.getByText("This cell is not part of the model.").waitFor();
  });

  test("a look-up understands habits and suggests", async () => {
    const page = await openBuilt();
    await tab(page, "Sources");
    await page.getByLabel("Line", { exact: true }).fill("sales");
    await page.getByLabel("Period", { exact: true }).fill("3Q25");
    await page.getByRole("button", { name: "Look up" }).click();
    await page.locator(".origin", { hasText: "As printed" }).waitFor();
    await page.getByLabel("Line", { exact: true }).fill("revenu publc");
    await page.getByRole("button", { name: "Look up" }).click();
    await page.getByText("did you mean").waitFor();
  });

  test("conflicts are filtered by status, document and words, each with its proof", async () => {
    const page = await openBuilt();
    await tab(page, "Sources");
    const count = async () => {
      await drawn(page);
      return page.locator(".conflict").count();
    };
    const all = await count();
    expect(all).toBeGreaterThan(100);
    // What cannot be a figure of the model stands apart, behind the rest.
    const apart = page.getByRole("list", { name: "Not figures of the company" });
    const noise = await apart.locator(".conflict").count();
    expect(noise).toBe(seededModel().seeds.conflicts.filter(({ aside }) => aside).length);
    const last = await page.locator(".conflict > summary").allInnerTexts();
    expect(last.slice(-noise).some((text) => text.includes("Number-like noise"))).toBe(true);
    expect(last.slice(0, -noise).filter((text) => /noise|Offer price|Market size/.test(text))).toEqual([]);
    await page.getByRole("radio", { name: "Open" }).check();
    const open = await count();
    expect(open).toBeGreaterThan(0);
    expect(open).toBeLessThan(all);
    await page.getByRole("radio", { name: "Settled" }).check();
    expect(await count()).toBe(all - open);
    await page.getByLabel("Document").selectOption({ index: 1 });
    expect(await count()).toBeLessThan(all - open);
    await page.locator(".conflict summary").first().click();
    await page.locator(".conflict[open] .proof", { hasText: "holds" }).first().waitFor();
    await page.getByLabel("Contains").fill("nothing like this");
    await page.getByText("None match.").waitFor();
  });
});

test("a text that is being typed stays while a colleague's edit is drawn, and counts on Enter", async () => {
  const page = await openBuilt();
  await tab(page, "Scenarios");
  const field = page.locator("#field-capXiaomi2026");
  await field.click({ clickCount: 3 });
  await page.keyboard.type("29");
  const [mine, other] = [await baseCell(page, "capXiaomi2026"), await baseCell(page, "capXiaomi2027")];
  await page.evaluate((address) => window.port.type("Inputs", address, 4100), other);
  await page.waitForFunction(
    () => document.querySelector<HTMLInputElement>("#field-capXiaomi2027")!.value.replace(",", "") === "4100",
  );
  await page.keyboard.type("50");
  expect(await field.inputValue()).toBe("2950");
  await page.keyboard.press("Enter");
  await page.waitForFunction((address) => window.port.cell("Inputs", address) === 2950, mine);
  await field.blur();
  await page.evaluate((address) => window.port.type("Inputs", address, 3000), mine);
  await page.waitForFunction(
    () => document.querySelector<HTMLInputElement>("#field-capXiaomi2026")!.value.replace(",", "") === "3000",
  );
});

test("the scan before sharing finds KC cells, unusable inputs and changed formulas", async () => {
  const page = await openBuilt();
  await tab(page, "Share");
  await page.getByRole("button", { name: "Look through the workbook" }).click();
  await page.getByText("Ready to share").first().waitFor();
  const at = await baseCell(page, "capXiaomi2026");
  const overwritten = await page.evaluate(async () => {
    const [reading] = await window.port.read(["'Cash flow'!N1:N60"]);
    return `N${reading!.formulas.map(([each]) => String(each).startsWith("=")).lastIndexOf(true) + 1}`;
  });
  await page.evaluate((address) => {
    window.port.addSheet("Notes");
    window.port.type("Notes", "B3", '=KC.REVENUE("2025Q3")');
    window.port.type("Inputs", address, "x");
  }, at);
  await page.evaluate((address) => window.port.type("Cash flow", address, 5), overwritten);
  await page.getByRole("button", { name: "Look through the workbook" }).click();
  await page.getByText("2 things to settle first").waitFor();
  expect(await page.locator(".findings").innerText()).toContain("Notes: 1 KC cell");
  expect(await page.locator(".findings").innerText()).toContain(
    `Cash flow!${overwritten} is not the model's`,
  );
});

test("freeze and relink from the Share tab say what became of every formula, and a failure loses nothing", async () => {
  const page = await openBuilt();
  await tab(page, "Share");
  const relink = page.getByRole("button", { name: "Relink" });
  expect(await relink.isDisabled()).toBe(true);
  await page.evaluate(() => {
    window.port.addSheet("Notes");
    window.port.type("Notes", "B3", '=KC.REVENUE("2025Q3")');
    window.port.type("Notes", "B4", '=KC.REVENUE("2025Q2")');
    window.port.failNext("Excel is busy.", "Wait a moment and try again.");
  });
  const cells = (): Promise<unknown[]> =>
    page.evaluate(() => ["B3", "B4"].map((place) => window.port.cell("Notes", place)));
  const freeze = page.getByRole("button", { name: "Freeze KC formulas" });
  await freeze.click();
  await page.getByText("Problem: Excel is busy.").waitFor();
  expect(await cells()).toEqual(['=KC.REVENUE("2025Q3")', '=KC.REVENUE("2025Q2")']);
  await freeze.click();
  await page.locator(".card", { hasText: "2 KC formulas frozen to values." }).waitFor();
  expect(await page.locator(".changes").innerText()).toContain("Notes B3");
  expect(await cells()).toEqual([0, 0]);
  expect(await page.evaluate(() => window.port.cell("KC formulas", "D4"))).toBe('=KC.REVENUE("2025Q3")');
  await page.evaluate(() => window.port.type("Notes", "B4", 5));
  await relink.click();
  await page.locator(".card", { hasText: "1 KC formula is back. 1 stayed as values." }).waitFor();
  expect(await page.locator(".changes").innerText()).toContain("Changed since it was frozen");
  expect(await cells()).toEqual(['=KC.REVENUE("2025Q3")', 5]);
});

describe("for everyone", () => {
  test("tabs follow the arrow keys and keep one tab stop", async () => {
    const page = await open();
    await page.getByRole("tab", { name: "Build" }).focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await drawn(page);
    expect(await page.getByRole("tab", { selected: true }).innerText()).toBe("Scenarios");
    expect(await page.evaluate(() => document.activeElement!.id)).toBe("tab-scenarios");
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowRight");
    await drawn(page);
    expect(await page.getByRole("tab", { selected: true }).innerText()).toBe("Build");
    expect(await page.locator("[role=tab][tabindex='0']").count()).toBe(1);
  });

  test("what has the focus is never hidden under the chart", async () => {
    const page = await openBuilt({ height: 700 });
    await tab(page, "Scenarios");
    await page.getByRole("button", { name: "Undo" }).evaluate((button) => (button as HTMLElement).focus());
    for (let press = 0; press < 40; press++) {
      await page.keyboard.press("Tab");
      const hidden = await page.evaluate(() => {
        const [active, cover] = [document.activeElement!, document.querySelector(".results-chart")!];
        if (
          cover.contains(active) ||
          !document.querySelector(".panel")!.contains(active) ||
          active.matches(".panel, .segment input")
        )
          return null;
        const [a, b] = [active.getBoundingClientRect(), cover.getBoundingClientRect()];
        return a.bottom <= b.bottom && a.top >= b.top ? active.outerHTML.slice(0, 120) : null;
      });
      expect(hidden).toBeNull();
    }
  });

  test.each([
    [320, false],
    [320, true],
    [1000, false],
  ] as const)("nothing overflows at %i px (dark: %s)", async (width, dark) => {
    const page = await openBuilt({ width, dark });
    for (const name of TABS) {
      await tab(page, name);
      if (name === "Scenarios") await openAllGroups(page);
      if (name === "Sources") {
        await page.getByRole("button", { name: "Look up" }).click();
        await page.locator(".origin").waitFor();
        await page.locator(".conflict summary").first().click();
      }
      const wide = await page.evaluate(() =>
        [
          document.documentElement,
          document.querySelector(".kc-pane")!,
          document.querySelector(".panel")!,
          document.querySelector(".tabs")!,
        ]
          .filter((each) => each.scrollWidth > each.clientWidth)
          .map((each) => `${each.className} ${each.scrollWidth} > ${each.clientWidth}`),
      );
      expect([name, wide]).toEqual([name, []]);
    }
  });

  test.each([
    ["light", false, false],
    ["dark", true, false],
    ["high contrast", false, true],
  ] as const)("axe finds nothing on any tab: %s", async (_, dark, forcedColors) => {
    const page = await openBuilt({ dark, forcedColors });
    expect(await page.locator("#kc-pane").getAttribute("data-theme")).toBe(dark ? "dark" : "light");
    for (const name of TABS) {
      await tab(page, name);
      if (name === "Scenarios") {
        await openAllGroups(page);
        await page.getByRole("button", { name: "Source of Xiaomi cap as agreed 2026" }).click();
        await lever(page, "capXiaomi2026").getByRole("textbox").fill("x");
        await lever(page, "capXiaomi2026").getByRole("textbox").press("Enter");
        await lever(page, "capXiaomi2027").getByRole("slider").press("ArrowLeft");
      }
      if (name === "Compare") {
        await page.getByRole("button", { name: "Simulate" }).click();
        await page.locator("caption", { hasText: "draws" }).waitFor();
        await page.locator("[data-bridge] > summary").click();
        await page.locator("[data-waterfall] .chart-table > summary").click();
      }
      if (name === "Sources") {
        await page.getByRole("button", { name: "Look up" }).click();
        await page.locator(".origin").waitFor();
        await page.locator(".conflict summary").first().click();
      }
      if (name === "Share") {
        await page.getByRole("button", { name: "Look through the workbook" }).click();
        await page.getByText("Ready to share").first().waitFor();
      }
      await still(page);
      // The page's own policy refuses inline scripts, so the checker is evaluated through the protocol.
      await page.evaluate(axe);
      const found = await page.evaluate(async () => {
        const { violations } = await (
          window as unknown as {
            axe: {
              run(
                context: Document,
                options: object,
              ): Promise<{
                violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[];
              }>;
            };
          }
        ).axe.run(document, {
          runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        });
        return violations.map(({ id, nodes }) => [
          id,
          ...nodes
            .slice(0, 3)
            .map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary ?? ""}`),
        ]);
      });
      expect([name, found]).toEqual([name, []]);
    }
  });
});

const screenshots = process.env["KC_SCREENSHOTS"] === "1" ? test : test.skip;

screenshots.each([
  ["light", false],
  ["dark", true],
] as const)("screenshot: %s", async (name, dark) => {
  const page = await openBuilt({ dark, width: 400, height: 1000, scale: 1.5 });
  await tab(page, "Scenarios");
  await page.locator("#field-capXiaomi2027").fill("2400");
  await page.locator("#field-capXiaomi2027").press("Enter");
  await page.getByRole("radio", { name: dark ? "Revenue" : "Caps" }).check();
  await page.evaluate(() => {
    document.querySelector(".panel")!.scrollTop = 0;
    (document.activeElement as HTMLElement).blur();
  });
  await still(page);
  await page.screenshot({ path: join(root, `assets/pane-${name}.png`) });
});
