/** The Quarter tab over an in-memory workbook, in the pane's own page. */

import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { cellAddress } from "../../src/workbook/address";
import { INPUT_COLUMNS } from "../../src/workbook/inputColumns";
import { layoutOf, typedKey } from "../../src/workbook/layout";
import { keptPlaces, OWN_KEPT } from "../../src/workbook/keptPlaces";
import { periodIndex } from "../../src/companies/kingsoftCloud";
import { chineseHtml, englishHtml, IN_RELEASE, pdfText } from "../release/madeUpRelease";
import { axis } from "../support/axis";
import { seededModel } from "../support/seededModel";
import { paneBrowser, type OpenedPane, type PaneBrowser, type PageLook } from "./paneBrowser";

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const { history } = layoutOf(seededModel());
const QUARTER = "2026Q2";

let browser: PaneBrowser;
let opened: OpenedPane | undefined;

beforeAll(async () => {
  browser = await paneBrowser();
});
afterEach(async () => {
  const faults = opened?.faults ?? [];
  await opened?.close();
  opened = undefined;
  expect(faults).toEqual([]);
});
afterAll(() => browser.close());

/** The tab over a workbook with the model. */
async function openTab(look: PageLook = {}): Promise<Page> {
  opened = await browser.open(look);
  const { page } = opened;
  await page.getByRole("button", { name: "Build model" }).click();
  await page.locator("strong", { hasText: "Model built" }).waitFor();
  await page.getByRole("tab", { name: "Quarter" }).click();
  await page.getByRole("heading", { name: "New quarter" }).waitFor();
  return page;
}

const entry = (page: Page, line: string) => page.locator(`[data-entry=${line}] input`);
const place = (line: string): string => `${axis.letters(periodIndex(QUARTER))}${history.line.get(line)!}`;
const actual = (page: Page, line: string) =>
  page.evaluate((at) => window.port.cell("Actuals", at), place(line));

/** The day of publication beside revenue of the quarter on the Inputs sheet. */
const published = (page: Page) =>
  page.evaluate(
    (at) => window.port.cell("Inputs", at),
    cellAddress(
      layoutOf(seededModel()).inputs.known.row.get(typedKey("revenue", 2026))!,
      INPUT_COLUMNS.firstScenario + 4 + 1,
    ),
  );

/** Name, scenario, last known quarter and revenue of the quarter, rounded, of a place for one's own estimates. */
const ownEstimate = async (page: Page, own = 0): Promise<readonly unknown[]> => {
  const { block, shipped } = keptPlaces(seededModel());
  const row = block(shipped.length + own);
  const cells = [`A${row}`, `B${row}`, `D${row}`, `${axis.letters(periodIndex(QUARTER))}${row + 1}`];
  const found = await page.evaluate((at) => at.map((cell) => window.port.cell("Estimates", cell)), cells);
  return found.map((value) => (typeof value === "number" ? Math.round(value) : value));
};

/** Pastes into the field as a browser does. */
async function paste(page: Page, { html = "", text = "" }): Promise<void> {
  await page.getByLabel("Paste a copied table").evaluate(
    (field, given) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/html", given.html);
      clipboardData.setData("text/plain", given.text);
      field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    },
    { html, text },
  );
}

async function nameSource(page: Page): Promise<void> {
  await page.getByLabel("Title of the release").fill("Second quarter 2026 results");
  await page.getByLabel("Published on").fill("2026-08-20");
}

test("one typed figure: preview, apply, and the workbook holds it with its source; taking it back leaves nothing", async () => {
  const page = await openTab();
  expect(await page.getByRole("combobox", { name: "Quarter" }).inputValue()).toBe(QUARTER);
  await entry(page, "revenue").fill("2,965.8");
  await entry(page, "revenue").press("Tab");
  await page.getByRole("button", { name: "Preview" }).click();
  await page.locator(".wrong", { hasText: "Say where the figures are from" }).waitFor();
  await nameSource(page);
  await page.getByRole("button", { name: "Preview" }).click();
  const move = page.locator('[data-move="revenue FY2026"] .number');
  const [old, fresh] = (await move.allInnerTexts()).map((text) => text.split("\n")[0]);
  expect(fresh).not.toBe(old);
  await page.getByRole("button", { name: "Put 1 figure into the workbook" }).click();
  await page.locator("strong", { hasText: "1 figure of 2026Q2 is on Actuals." }).waitFor();
  expect(await actual(page, "revenue")).toBe(2965.8);
  expect(
    await page.evaluate(() =>
      ["A4", "B4", "C4", "D4", "E4", "F4"].map((at) => window.port.cell("Releases", at)),
    ),
  ).toEqual([QUARTER, "Total revenue", 2965.8, "RMB m", "Second quarter 2026 results", "2026-08-20"]);
  // The day stands beside the figure that KC functions see, so that they know when it was known.
  expect(await published(page)).toBe("from 2026-08-20");
  // The estimate before it went onto the Estimates sheet in the same step.
  expect(await ownEstimate(page)).toEqual(["Before 2026Q2", "Base", "2026Q1", 2926]);
  const beat = page.locator("[data-beat=revenue] td");
  expect((await beat.allInnerTexts())[0]).toMatch(/^2,966\s+est\. 2,926$/);
  await page.getByRole("button", { name: "Take back" }).click();
  await page.getByRole("alert").getByText("The figures of 2026Q2 are taken back.").waitFor();
  expect(await actual(page, "revenue")).toBe("");
  expect(await published(page)).toBe("");
  expect(await ownEstimate(page)).toEqual(["", "", "", ""]);
  expect(
    await page.evaluate(async () => (await window.port.inspect()).sheets.map(({ name }) => name)),
  ).not.toContain("Releases");
  expect(await entry(page, "revenue").inputValue()).toBe("2,965.8");
});

test("the health list says that a quarter is due and leads to its entry; a KC cell without an answer is found", async () => {
  const page = await openTab();
  await page.getByRole("tab", { name: "Build" }).click();
  await page.evaluate(() => {
    window.port.addSheet("Mine");
    window.port.type("Mine", "B2", '=KC.REVENUE("3Q25")');
  });
  await page.getByRole("button", { name: "Look through the workbook" }).click();
  await page.getByRole("status").getByText("1 KC cell,").waitFor({ state: "attached" });
  await page.locator("[data-health]", { hasText: "Actual to 2025Q4, results to 2026Q1" }).waitFor();
  await page.getByRole("button", { name: "Enter 2026Q2" }).click();
  expect(await page.getByRole("combobox", { name: "Quarter" }).inputValue()).toBe(QUARTER);
});

test("an estimate is kept under its name, and another beside it", async () => {
  const page = await openTab();
  const keep = async (name: string, kept: string): Promise<void> => {
    await page.getByRole("textbox", { name: "Name" }).fill(name);
    await page.getByRole("button", { name: "Keep", exact: true }).click();
    await page.locator("strong", { hasText: `“${kept}” is kept.` }).waitFor();
  };
  await keep("After the call", "After the call");
  expect(await ownEstimate(page)).toEqual(["After the call", "Base", "2026Q1", 2926]);
  await keep("After the call", "After the call (2)");
  expect((await ownEstimate(page, 1))[0]).toBe("After the call (2)");
  for (let own = 2; own < OWN_KEPT; own++) await keep(`Number ${own}`, `Number ${own}`);
  await page.getByRole("textbox", { name: "Name" }).fill("One more");
  await page.getByRole("button", { name: "Keep", exact: true }).click();
  await page.getByText(`All ${OWN_KEPT} places for estimates are taken.`).waitFor();
});

test("a print is explained by moves, and an accepted one stands on Inputs", async () => {
  const page = await openTab();
  await page.getByRole("combobox", { name: "Quarter" }).selectOption("2026Q1");
  await page.getByRole("button", { name: "Explain 2026Q1" }).click();
  const move = page.locator("[data-explains=externalEnterpriseGrowth2026]");
  await move.getByText("closes Enterprise cloud, +").waitFor();
  await page.locator("[data-unexplained]", { hasText: "Capital expenditure, company basis (625" }).waitFor();
  await move.getByRole("button", { name: "Accept External enterprise" }).click();
  await move.getByText("accepted").waitFor();
  const row = layoutOf(seededModel()).inputs.driver.get("externalEnterpriseGrowth2026")!;
  // The column of Base.
  await page.waitForFunction(([at]) => Number(window.port.cell("Inputs", at!)) > 0.08, [`G${row}`]);
});

test.each([
  ["the English release", { html: englishHtml() }],
  ["the Chinese release", { html: chineseHtml() }],
  ["the text of a PDF", { text: pdfText() }],
])("%s is pasted, previewed and applied", async (_, given) => {
  const page = await openTab();
  await paste(page, given);
  const count = Object.keys(IN_RELEASE).length;
  await page.locator("strong", { hasText: `${count} figures read` }).waitFor();
  expect(await page.locator("[data-doubt]").count()).toBe(0);
  expect(await entry(page, "grossProfit").inputValue()).toBe("348.489");
  await nameSource(page);
  await page.getByRole("button", { name: "Preview" }).click();
  await page.getByText("2026Q2 counts as results").last().waitFor();
  await page.getByRole("button", { name: `Put ${count} figures into the workbook` }).click();
  await page.locator("strong", { hasText: `${count} figures of 2026Q2 are on Actuals.` }).waitFor();
  for (const [line, value] of Object.entries(IN_RELEASE))
    expect([line, await actual(page, line)]).toEqual([line, value]);
});

const doubtful = (page: Page) =>
  page
    .locator("[data-doubt]")
    .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset["doubt"]));

test("what is doubtful waits for a word, is left out without it, and a corrected whole clears its parts", async () => {
  const page = await openTab();
  await paste(page, { html: englishHtml().replaceAll("2,965,794", "2,995,794") });
  await entry(page, "revenue").waitFor();
  await page.locator("strong", { hasText: "22 figures read" }).waitFor();
  const missing = ["revenuePublic", "revenueEnterprise", "revenue", "costOfRevenue", "grossProfit"];
  expect(await doubtful(page)).toEqual(missing);
  await nameSource(page);
  await page.getByRole("button", { name: "Preview" }).click();
  await page
    .getByText("Left out: Public cloud, Enterprise cloud, Total revenue, Cost of revenue, Gross profit.")
    .waitFor();
  await page.getByRole("button", { name: "Back" }).click();
  await page.getByRole("button", { name: "Use 348.489 for Gross profit" }).click();
  await page.waitForFunction(() => document.activeElement?.id === "entry-grossProfit");
  expect(await doubtful(page)).toEqual(missing.slice(0, 4));
  await entry(page, "revenue").fill("2965.794");
  await entry(page, "revenue").press("Enter");
  await page.waitForFunction(() => document.querySelector("[data-doubt]") === null);
});

test("a slip of units, two readings and no figure are said at the field", async () => {
  const page = await openTab();
  await entry(page, "revenue").fill("2,965,800");
  await entry(page, "revenue").press("Tab");
  await page.locator("[data-doubt=revenue]", { hasText: "it looks written in thousands" }).waitFor();
  await page.getByRole("button", { name: "Use 2,965.8 for Total revenue" }).click();
  await page.waitForFunction(() => document.querySelector("[data-doubt]") === null);
  expect(await entry(page, "revenue").inputValue()).toBe("2965.8");
  await entry(page, "grossProfit").fill("about 350");
  await entry(page, "grossProfit").press("Tab");
  await page.locator("[data-doubt=grossProfit]", { hasText: "is no amount" }).waitFor();
  expect(await page.getByRole("button", { name: /for Gross profit/ }).count()).toBe(0);
  await page.getByRole("button", { name: "Leave out Gross profit" }).click();
  await page.waitForFunction(() => document.querySelector("[data-doubt]") === null);
});

test("columns without heads and a unit that cannot be told are chosen", async () => {
  const page = await openTab();
  await paste(page, { text: "Total revenues\t2,349,238\t2,965,794\nGross profit\t338,818\t348,489" });
  await page.getByText("No head names 2026Q2; choose the column of its figures.").first().waitFor();
  await page.getByLabel("Column of the quarter").selectOption({ index: 2 });
  await page.locator("strong", { hasText: "2 figures read" }).waitFor();
  expect(await entry(page, "revenue").inputValue()).toBe("2965.794");
  await page.getByLabel("Unit, the only one that fits the forecast").selectOption({ label: "RMB millions" });
  await page.locator("[data-doubt=revenue]").waitFor();
  expect(await entry(page, "revenue").inputValue()).toBe("2965794");
});

test("the whole walk goes by keyboard alone, each control with a name", async () => {
  const page = await openTab();
  await page.getByRole("tab", { name: "Quarter" }).focus();
  const named: string[] = [];
  const active = () =>
    page.evaluate(() => {
      const at = document.activeElement as HTMLInputElement;
      return at.getAttribute("aria-label") ?? at.labels?.[0]?.innerText ?? at.innerText;
    });
  const tabTo = async (name: RegExp): Promise<void> => {
    for (let press = 0; press < 60; press++) {
      await page.keyboard.press("Tab");
      const here = await active();
      named.push(here);
      if (name.test(here)) return;
    }
    throw new Error(`No ${String(name)} among ${named.join("; ")}`);
  };
  await tabTo(/^Total revenue, 2026Q2/);
  await page.keyboard.type("2965.8");
  await tabTo(/^Title of the release/);
  await page.keyboard.type("Results");
  await page.keyboard.press("Tab");
  await page.keyboard.type("08202026");
  await tabTo(/^Preview$/);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "Preview");
  await tabTo(/^Put 1 figure into the workbook$/);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "Applied");
  expect(await actual(page, "revenue")).toBe(2965.8);
  await tabTo(/^Take back$/);
  await page.keyboard.press("Enter");
  await page.getByRole("alert").getByText("The figures of 2026Q2 are taken back.").waitFor();
  expect(named.filter((name) => name.trim() === "")).toEqual([]);
});

test("a sheet of the person's own that is called Releases is left alone, and a failure changes nothing", async () => {
  const page = await openTab();
  await page.evaluate(() => {
    window.port.addSheet("Releases");
    window.port.type("Releases", "A1", "my notes");
  });
  await page.getByRole("tab", { name: "Build" }).click();
  await page.getByRole("tab", { name: "Quarter" }).click();
  await entry(page, "revenue").fill("2965.8");
  await entry(page, "revenue").press("Tab");
  await nameSource(page);
  await page.getByRole("button", { name: "Preview" }).click();
  await page.evaluate(() => window.port.failNext("The sheet is protected.", "Unprotect it."));
  await page.getByRole("button", { name: "Put 1 figure into the workbook" }).click();
  await page.getByRole("alert").getByText("The sheet is protected.").waitFor();
  expect(await actual(page, "revenue")).toBe("");
  await page.getByRole("button", { name: "Preview" }).click();
  await page.getByRole("button", { name: "Put 1 figure into the workbook" }).click();
  await page.getByText("Source and date stand on the sheet Releases 2.").waitFor();
  expect(await page.evaluate(() => window.port.cell("Releases", "A1"))).toBe("my notes");
  expect(await page.evaluate(() => window.port.cell("Releases 2", "C4"))).toBe(2965.8);
});

test.each([
  ["light", 320, false],
  ["dark", 380, true],
] as const)(
  "doubts, preview and beat or miss stay within the pane, and axe finds nothing: %s",
  async (_, width, dark) => {
    const page = await openTab({ width, dark });
    const look = async (where: string): Promise<void> => {
      await page.evaluate(axe);
      const found = await page.evaluate(async () => {
        const { axe: checker } = window as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        const { violations } = await checker.run();
        return [
          ...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 120)}`)),
          ...["html", ".panel", ".tabs"]
            .map((each) => document.querySelector(each)!)
            .filter((each) => each.scrollWidth > each.clientWidth)
            .map((each) => `${each.className} is too wide`),
        ];
      });
      expect([where, found]).toEqual([where, []]);
    };
    await look("empty");
    await paste(page, { html: englishHtml().replaceAll("2,965,794", "2,995,794") });
    await page.locator("[data-doubt=revenue]").waitFor();
    await look("doubts");
    await nameSource(page);
    await page.getByRole("button", { name: "Preview" }).click();
    await page.getByRole("group", { name: "Preview" }).waitFor();
    await look("preview");
    await page.getByRole("button", { name: /^Put \d+ figures into the workbook/ }).click();
    await page.getByRole("group", { name: "Applied" }).waitFor();
    await look("applied");
  },
);
