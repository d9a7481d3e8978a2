/** The pictures of the help page, taken of the product as it is: KC_SCREENSHOTS=1 npx jest test/workbench/helpPictures -t picture. */

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { PICTURE_SCALE, pictureFiles } from "../../scripts/addin/helpPage";
import { ENGLISH } from "../../src/words";
import { CHINESE } from "../../src/words/zh-CN";
import { chineseHtml, englishHtml } from "../release/madeUpRelease";
import { root } from "../support/repository";
import {
  buildModel,
  calculated,
  drawnTwice,
  idle,
  showCell,
  startWorkbench,
  type RunningWorkbench,
} from "./runningWorkbench";

const folder = join(root, "src/help/pictures");
/** How much of a picture's detail is kept. */
const QUALITY = 0.75;

const taken = process.env["KC_SCREENSHOTS"] === "1" ? describe : describe.skip;

/** What a person types for the pictures, by language. */
const TYPED = {
  en: { scenario: "Cautious", title: "Second quarter 2026 results", release: englishHtml },
  "zh-CN": { scenario: "审慎", title: "2026年第二季度业绩公告", release: chineseHtml },
} as const;

taken.each([
  ["light", "en"],
  ["dark", "en"],
  ["light", "zh-CN"],
  ["dark", "zh-CN"],
] as const)("in %s colours, %s", (colorScheme, language) => {
  const words = language === "en" ? ENGLISH : CHINESE;
  const named = (text: string): string => words.of(text);
  const typed = TYPED[language];
  let workbench: RunningWorkbench;
  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    workbench = await startWorkbench();
  });
  afterAll(() => workbench.stop());

  /** A page with the model; one of the pane alone has more dots. */
  async function opened(paneOnly: boolean): Promise<Page> {
    const { page } = await workbench.open({
      colorScheme,
      locale: language === "en" ? "en-US" : language,
      viewport: { width: paneOnly ? 1100 : 1400, height: 800 },
      deviceScaleFactor: paneOnly ? PICTURE_SCALE : 1,
    });
    await buildModel(page);
    await page.getByRole("button", { name: /^(Close|关闭)$/ }).click();
    await calculated(page);
    return page;
  }

  async function keep(page: Page, name: string, of: string, height?: number): Promise<void> {
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.mouse.move(2, 2);
    await idle(page);
    await drawnTwice(page);
    const box = (await page.locator(of).boundingBox())!;
    const png = await page.screenshot({
      clip: { ...box, height: Math.min(height ?? box.height, box.height) },
    });
    const webp = await page.evaluate(
      async ([text, quality]) => {
        const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
        const canvas = Object.assign(document.createElement("canvas"), {
          width: bitmap.width,
          height: bitmap.height,
        });
        canvas.getContext("2d", { alpha: false })!.drawImage(bitmap, 0, 0);
        const url = canvas.toDataURL("image/webp", quality);
        return url.slice(url.indexOf(",") + 1);
      },
      [png.toString("base64"), QUALITY] as const,
    );
    writeFileSync(
      join(folder, pictureFiles(name, language)[colorScheme === "light" ? 0 : 1]),
      Buffer.from(webp, "base64"),
    );
  }

  const pane = (page: Page) => page.locator("#wb-pane");
  const tab = (page: Page, name: string) =>
    pane(page)
      .getByRole("tab", { name: named(name), exact: true })
      .click();
  const scrollTo = (page: Page, what: string) =>
    pane(page)
      .locator(what)
      .first()
      .evaluate((element) => {
        const panel = element.closest("[role=tabpanel]")!;
        panel.scrollTop += element.getBoundingClientRect().top - panel.getBoundingClientRect().top - 12;
      });

  test("picture: build", async () => {
    const page = await opened(false);
    await tab(page, "Build");
    await showCell(page, `'${named("Summary")}'!B4`);
    await keep(page, "build", "body");
    await page.context().close();
  });

  test("picture: estimates", async () => {
    const page = await opened(false);
    await tab(page, "Quarter");
    await showCell(page, `'${named("Beat or miss")}'!C5`);
    // The sheet alone: a strip of charts would be cut.
    await page.getByRole("button", { name: named("Charts"), exact: true }).click();
    await keep(page, "estimates", ".wb-sheet", 516);
    await page.context().close();
  });

  test("picture: flex and scenarios", async () => {
    const page = await opened(true);
    await tab(page, "Scenarios");
    await page.locator("#field-capXiaomi2027").fill("2400");
    await page.locator("#field-capXiaomi2027").press("Enter");
    await calculated(page);
    await page
      .locator(".lever[data-driver=capXiaomi2027]")
      .evaluate((lever) => lever.scrollIntoView({ block: "end" }));
    await keep(page, "flex", "#wb-pane");
    await pane(page)
      .getByLabel(named("Save as"))
      .selectOption({ label: named("Custom") });
    await pane(page)
      .getByRole("textbox", { name: named("Name") })
      .fill(typed.scenario);
    await pane(page)
      .getByRole("textbox", { name: named("Name") })
      .press("Enter");
    await calculated(page);
    await pane(page)
      .locator("[role=tabpanel]")
      .evaluate((panel) => panel.scrollTo(0, 0));
    await keep(page, "own", "#wb-pane");
    await page.context().close();
  });

  test("picture: quarter", async () => {
    const page = await opened(true);
    await tab(page, "Quarter");
    await pane(page)
      .getByLabel(named("Paste a copied table"))
      .evaluate((field, html) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/html", html);
        field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
      }, typed.release());
    await pane(page).getByLabel(named("Title of the release")).fill(typed.title);
    await pane(page).getByLabel(named("Published on")).fill("2026-08-19");
    await pane(page)
      .getByRole("button", { name: named("Preview") })
      .click();
    await pane(page)
      .getByRole("group", { name: named("Preview") })
      .waitFor();
    await scrollTo(page, `[aria-label=${named("Preview")}]`);
    await keep(page, "quarter", "#wb-pane", 624);
    await page.context().close();
  });

  test("picture: sources", async () => {
    const page = await opened(true);
    await tab(page, "Sources");
    await pane(page).getByLabel(named("Line"), { exact: true }).fill("revenue");
    await pane(page).getByLabel(named("Period"), { exact: true }).fill("2025Q3");
    await pane(page)
      .getByRole("button", { name: named("Look up") })
      .click();
    await pane(page).getByText("2,478").first().waitFor();
    await keep(page, "sources", "#wb-pane");
    await page.context().close();
  });

  test("picture: share", async () => {
    const page = await opened(true);
    await tab(page, "Share");
    await pane(page)
      .getByRole("button", { name: named("Look through the workbook") })
      .click();
    await pane(page)
      .getByRole("heading", { name: named("Ready to share") })
      .waitFor();
    await keep(page, "share", "#wb-pane", 640);
    await page.context().close();
  });

  test("picture: heal", async () => {
    const page = await opened(true);
    await page.evaluate(
      async (address) => {
        const { kcWorkbook } = window as unknown as { kcWorkbook: { edit(all: object[]): Promise<void> } };
        await kcWorkbook.edit([{ address, contents: 60000 }]);
      },
      `'${named("Inputs")}'!G11`,
    );
    await tab(page, "Build");
    await pane(page).locator("[data-health=bad]").first().waitFor();
    await scrollTo(page, ".title-row");
    await keep(page, "heal", "#wb-pane");
    await page.context().close();
  });
});
