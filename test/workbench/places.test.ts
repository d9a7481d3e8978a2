/** What is in sight and within reach: forecast and charts on a small page, every part by keyboard, a place that is shown in front of frozen rows and columns, a step that is taken back. */

import type { Page } from "playwright-core";
import { parseRectangle } from "../../src/workbook/address";
import { planOf, seededModel } from "../support/seededModel";
import { until } from "../support/until";
import {
  drawnTwice,
  gridValue,
  runCommand,
  showCell,
  startWorkbench,
  typeInto,
  type OpenPage,
  type RunningWorkbench,
} from "./runningWorkbench";

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

let workbench: RunningWorkbench;
let open: OpenPage;

beforeAll(async () => {
  workbench = await startWorkbench();
  open = await workbench.open({
    viewport: { width: 1280, height: 800 },
    permissions: ["clipboard-read", "clipboard-write"],
  });
});

/** What has the keyboard. */
const held = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement!;
    return element.closest(".wb-grid, [data-u-comp='editor']") && element.matches("[contenteditable], canvas")
      ? "the grid"
      : (element.getAttribute("aria-label") ?? element.textContent!.trim());
  });

test("by keyboard alone from loading to a saved file: nothing behind the card is reached, the grid lets go, every part is entered", async () => {
  const { page } = open;
  const seen: string[] = [];
  for (const key of ["Tab", "Shift+Tab", "Shift+Tab", "Shift+Tab"]) {
    await page.keyboard.press(key);
    seen.push(await held(page));
  }
  expect(seen).toEqual(["Build the model", "Dark colours", "Pane", "Open .xlsx"]);
  await page.getByRole("button", { name: "Build the model" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("region", { name: "Guide" }).waitFor();
  expect(await held(page)).toBe("Next");
  const around: string[] = [];
  for (let turn = 0; turn < 7; turn++) {
    await page.keyboard.press("F6");
    around.push(await held(page));
  }
  expect(around).toEqual([
    "Open .xlsx",
    "Copy a format",
    "the grid",
    "Revenue by product, RMB million a quarter",
    "Summary",
    "Build",
    "Open .xlsx",
  ]);
  await page.getByRole("button", { name: "Open .xlsx" }).focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  expect(await held(page)).toBe("Save .xlsx");
  const coming = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  expect((await coming).suggestedFilename()).toBe("KingsoftCloud.xlsx");
  await page.getByRole("button", { name: "Close the message" }).click();
});

test("every control has a name", async () => {
  const unnamed = await open.page.evaluate(() =>
    [...document.querySelectorAll("button, input, select, textarea, a[href], [role=tab], [role=separator]")]
      .filter((each) => each.checkVisibility({ visibilityProperty: true }))
      .filter(
        (each) =>
          !each.getAttribute("aria-label") &&
          !each.textContent!.trim() &&
          !each.getAttribute("title") &&
          !(each as HTMLInputElement).labels?.length,
      )
      .map((each) => each.outerHTML.slice(0, 200)),
  );
  expect(unnamed).toEqual([]);
});

test("at 1280 by 800 the whole forecast stands beside the pane, earlier years unfold, and whole charts stand below it, with the pane or without", async () => {
  const { page } = open;
  for (const cell of ["I12", "J12", "K12"])
    expect([cell, await inView(page, "Summary", cell)]).toEqual([cell, true]);
  const history = page.getByRole("button", { name: "History", exact: true });
  expect(await history.getAttribute("aria-pressed")).toBe("false");
  await history.click();
  await until(() => inView(page, "Summary", "D12"), "FY2021 is in view");
  expect(await inView(page, "Summary", "K12")).toBe(false);
  await history.click();
  await until(() => inView(page, "Summary", "K12"), "FY2028 is in view again");
  // A fold is no change of the workbook.
  expect(await page.locator("[data-u-command='univer.command.undo']").first().isDisabled()).toBe(true);

  const edge = page.getByRole("separator", { name: "Width of the pane" });
  const width = async (): Promise<number> => (await page.locator("#wb-pane").boundingBox())!.width;
  const before = await width();
  await edge.press("ArrowLeft");
  expect(await width()).toBeCloseTo(before + 24, 0);
  await edge.press("ArrowRight");
  // No cell lies below a chart of the strip.
  const chart = page.locator(".wb-strip .wb-chart").first();
  const isWhole = async (): Promise<boolean> => {
    const [box, sheet, grid] = [
      await chart.boundingBox(),
      await page.locator(".wb-sheet").boundingBox(),
      await page.locator("#wb-grid").boundingBox(),
    ];
    if (box === null || sheet === null || grid === null) return false;
    return (
      box.x >= sheet.x &&
      box.x + box.width <= sheet.x + sheet.width &&
      box.y >= grid.y + grid.height &&
      box.y + box.height <= sheet.y + sheet.height
    );
  };
  expect(await isWhole()).toBe(true);
  expect(await inView(page, "Summary", "K12")).toBe(true);
  await page.getByRole("button", { name: "Pane", exact: true }).click();
  expect(await page.locator("#wb-pane").isVisible()).toBe(false);
  await until(isWhole, "a chart is in view");
  await showCell(page, "'Inputs'!G10");
  await until(async () => (await chart.count()) === 0, "a sheet without charts has all the room");
  await showCell(page, "'Summary'!G12");
  await until(isWhole, "the strip is back");
});

test("no cell lies behind the scroll bars: heads and frozen cells end with the others", async () => {
  const { page } = open;
  await showCell(page, "'Summary'!A12");
  await drawnTwice(page);
  const colours = (): Promise<Record<"left" | "below" | "above" | "beside", number>> =>
    page.evaluate(() => {
      const { kcWorkbook } = window as unknown as {
        kcWorkbook: { placed(sheet: string, range: string): { scrolling: Box } };
      };
      const { left, top, width, height } = kcWorkbook.placed("Summary", "A12").scrolling;
      const canvas = document.querySelector<HTMLCanvasElement>("canvas[id^=univer-sheet-main-canvas]")!;
      const paper = document.createElement("canvas").getContext("2d", { willReadFrequently: true })!;
      Object.assign(paper.canvas, { width: canvas.width, height: canvas.height });
      paper.drawImage(canvas, 0, 0);
      const count = (...[x, y, across, down]: readonly [number, number, number, number]): number => {
        const { data } = paper.getImageData(x, y, across, down);
        const found = new Set<number>();
        for (let at = 0; at < data.length; at += 4)
          found.add((data[at]! << 24) | (data[at + 1]! << 16) | (data[at + 2]! << 8) | data[at + 3]!);
        return found.size;
      };
      // The middle of the bars, in which the thumb is of one colour but for its ends.
      const [right, bottom] = [left + width + 5, top + height + 5];
      return {
        left: count(0, bottom, left, 1),
        below: count(left, bottom, width, 1),
        above: count(right, 0, 1, top - 1),
        beside: count(right, top, 1, height),
      };
    });
  const seen = await colours();
  expect([seen.left, seen.above]).toEqual([1, 1]);
  expect(seen.below).toBeLessThanOrEqual(4);
  expect(seen.beside).toBeLessThanOrEqual(4);
});

test("a chart is selected, copied as a picture, read as a table, and dark in the dark", async () => {
  const { page } = open;
  const chart = page.locator(".wb-chart").first();
  await chart.click({ position: { x: 150, y: 100 } });
  expect(await held(page)).toBe("Revenue by product, RMB million a quarter");
  await page.keyboard.press("Control+c");
  await page.getByText("is on the clipboard").waitFor();
  const picture = () =>
    page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const bitmap = await createImageBitmap(await item!.getType("image/png"));
      const canvas = Object.assign(document.createElement("canvas"), {
        width: bitmap.width,
        height: bitmap.height,
      });
      const paper = canvas.getContext("2d")!;
      paper.drawImage(bitmap, 0, 0);
      const { data } = paper.getImageData(0, 0, bitmap.width, bitmap.height);
      const colours = new Set<number>();
      for (let at = 0; at < data.length; at += 4)
        colours.add((data[at]! << 16) | (data[at + 1]! << 8) | data[at + 2]!);
      return { corner: [...data.slice(0, 3)], navy: colours.has(0x1f3864), width: bitmap.width };
    });
  expect(await picture()).toEqual({ corner: [255, 255, 255], navy: true, width: 1840 });

  await chart.getByRole("button", { name: "As a table" }).click();
  const row = chart.getByRole("row").filter({ hasText: "Enterprise cloud" });
  const [drawn] = planOf(seededModel()).sheets.find(({ name }) => name === "Summary")!.charts;
  const { values } = drawn!.series.find(({ name }) => name === "Enterprise cloud")!;
  const written = (await gridValue(page, values.replaceAll("$", ""))) as number;
  expect(await chart.getByRole("columnheader").first().innerText()).toBe("2024Q1");
  expect(await row.getByRole("cell").first().innerText()).toBe(
    written.toLocaleString("en-US", { maximumFractionDigits: 2 }),
  );
  await chart.getByRole("button", { name: "As a chart" }).click();

  const light = (colour: string): number =>
    colour
      .match(/[\d.]+/g)!
      .slice(0, 3)
      .reduce((sum, part) => sum + Number(part), 0);
  const looks = () =>
    chart.evaluate((box) => [
      getComputedStyle(box).backgroundColor,
      getComputedStyle(box.querySelector("text")!).fill,
    ]);
  await page.getByRole("button", { name: "Dark colours" }).click();
  const [ground, words] = (await looks()).map(light) as [number, number];
  expect(ground).toBeLessThan(200);
  expect(words).toBeGreaterThan(400);
  await chart.click({ position: { x: 150, y: 100 } });
  await page.keyboard.press("Control+c");
  await until(async () => (await picture()).navy, "the picture is as the workbook has it");
  await page.keyboard.press("Escape");
  expect(await held(page)).toBe("the grid");
  await page.getByRole("button", { name: "Light colours" }).click();
  await page.getByRole("button", { name: "Pane", exact: true }).click();
  // On a wide page charts lie over the cells, and the keyboard brings the sheet to one.
  await page.setViewportSize({ width: 1600, height: 800 });
  await page.locator(".wb-charts .wb-chart").first().waitFor();
  await showCell(page, "'Summary'!G12");
  await page.keyboard.press("F6");
  expect(await held(page)).toBe("Revenue by product, RMB million a quarter");
  await until(() => inView(page, "Summary", "M12"), "the cells below the chart are in view");
  await showCell(page, "'Summary'!G12");
  // Scrolling over a chart scrolls the sheet.
  const top = async (): Promise<number> => (await chart.boundingBox())!.y;
  const before = await top();
  const { x, y } = (await page.locator(".wb-charts").boundingBox())!;
  await page.mouse.move(x + 410, y + 60);
  await page.mouse.wheel(0, 120);
  await until(async () => (await top()) < before, "the sheet has scrolled");
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.locator(".wb-strip").waitFor();
});

afterAll(async () => {
  expect([...open.outside, ...open.faults]).toEqual([]);
  await workbench.stop();
});

/** Whether a whole cell stands in the part of the sheet that scrolls; false while another sheet is in front. */
const inView = (page: Page, sheet: string, cell: string): Promise<boolean> =>
  page.evaluate(
    ([name, place]) => {
      const { kcWorkbook } = window as unknown as {
        kcWorkbook: { placed(sheet: string, range: string): { scrolling: Box; boxes: Box[] } | null };
      };
      const placed = kcWorkbook.placed(name, place);
      if (placed === null) return false;
      const { scrolling, boxes } = placed;
      const [box] = boxes as [Box];
      return (
        box.left >= scrolling.left - 1 &&
        box.top >= scrolling.top - 1 &&
        box.left + box.width <= scrolling.left + scrolling.width + 1 &&
        box.top + box.height <= scrolling.top + scrolling.height + 1
      );
    },
    [sheet, cell] as const,
  );

test.each(["AC398", "T244", "AF410", "D7", "Z240"])("%s is shown in front of frozen panes", async (cell) => {
  const { page } = open;
  await showCell(page, "'Summary'!A12");
  await showCell(page, `'Base'!${cell}`);
  await until(() => inView(page, "Base", cell), `${cell} is in view`);
  // The check sees a cell that is not: one far from it.
  const far = parseRectangle(cell)!.row > 200 ? "D7" : "AC398";
  expect(await inView(page, "Base", far)).toBe(false);
});

test("arrows and Ctrl+A count in the grid at once after a tab of the pane was in use", async () => {
  const { page } = open;
  await showCell(page, "'Summary'!A12");
  await until(() => inView(page, "Summary", "G12"), "G12 is in view");
  await page.locator("#wb-pane").getByRole("tab", { name: "Compare" }).click();
  const canvas = page.locator("canvas[id^=univer-sheet-main-canvas]");
  const place = await page.evaluate(() => {
    const { kcWorkbook } = window as unknown as {
      kcWorkbook: { placed(sheet: string, range: string): { boxes: [Box] } };
    };
    const [{ left, top, width, height }] = kcWorkbook.placed("Summary", "G12").boxes;
    return { x: left + width / 2, y: top + height / 2 };
  });
  await canvas.click({ position: place });
  const box = page.locator("[data-u-comp=defined-name] input");
  await until(async () => (await box.inputValue()) === "G12", "G12 is selected");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await until(async () => (await box.inputValue()) === "H13", "H13 is selected");
  await page.keyboard.press("Control+a");
  await until(async () => (await box.inputValue()) !== "H13", "all around it is selected");
  expect(await box.inputValue()).toMatch(/^[A-H]\d+:[H-Z]\d+$/);
  expect(await page.evaluate(() => String(getSelection()))).toBe("");
});

test("the name box goes in front of frozen panes too", async () => {
  const { page } = open;
  await showCell(page, "'Base'!D7");
  const box = page.locator("[data-u-comp=defined-name] input");
  await box.fill("AC398");
  await box.press("Enter");
  await until(() => inView(page, "Base", "AC398"), "AC398 is in view");
});

test("a step taken back on another sheet turns to it, there and forward again", async () => {
  const { page } = open;
  await typeInto(page, "'Base'!Z300", "1");
  await showCell(page, "'Summary'!A12");
  await runCommand(page, "univer.command.undo", {});
  await until(() => inView(page, "Base", "Z300"), "the cell is in view");
  expect(String(await gridValue(page, "'Base'!Z300"))).not.toBe("1");
  await showCell(page, "'Summary'!A12");
  await runCommand(page, "univer.command.redo", {});
  await until(() => inView(page, "Base", "Z300"), "the cell is in view again");
  expect(await gridValue(page, "'Base'!Z300")).toBe(1);
  await runCommand(page, "univer.command.undo", {});
});

test("printing prints the sheet in front in place of the page: a statement its years alone, on A4, heads on each page", async () => {
  const { page } = open;
  await showCell(page, "'Income statement'!D9");
  // Each sheet has its paper; PDF says the size of a page in points.
  const pages = async (): Promise<readonly string[]> =>
    (await page.pdf({ preferCSSPageSize: true })).toString("latin1").match(/\/MediaBox \[[^\]]*\]/g) ?? [];
  const printed = await pages();
  expect(printed.length).toBeGreaterThan(0);
  expect(printed.length).toBeLessThan(4);
  expect(new Set(printed).size).toBe(1);
  const [, , width, height] = /\[(\S+) (\S+) (\S+) (\S+)\]/.exec(printed[0]!)!.slice(1).map(Number);
  expect([Math.round(width!), Math.round(height!)]).toEqual([842, 595]);

  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  expect(await page.locator("#workbench").isVisible()).toBe(false);
  const table = page.locator("#wb-print table");
  const head = table.locator("thead");
  expect(await head.innerText()).toContain("FY2021");
  expect(await head.innerText()).toContain("FY2028");
  expect(await table.innerText()).not.toMatch(/202\dQ\d/);
  const revenue = (await gridValue(page, "'Income statement'!K11")) as number;
  const row = table.locator("tr").filter({ hasText: "Total revenue" });
  expect((await row.locator("td").last().innerText()).trim()).toBe(
    revenue.toLocaleString("en-US", { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
  );
  expect((await table.boundingBox())!.width).toBeLessThanOrEqual(1047);

  // On one page with its charts.
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  expect(await page.locator("#wb-print").innerHTML()).not.toContain("<table");
  await showCell(page, "'Summary'!A12");
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const charts = page.locator("#wb-print figure svg");
  expect(await charts.count()).toBe(
    planOf(seededModel()).sheets.find(({ name }) => name === "Summary")!.charts.length,
  );
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: null });
  expect((await pages()).length).toBe(1);
  expect(await page.locator("#workbench").isVisible()).toBe(true);
});
