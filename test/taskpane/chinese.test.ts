/** The pane in Chinese, in Chromium at the width that Excel gives it: no English word is left where people read, and nothing is cut off. */

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import names from "../../src/words/zh-CN/names.json";
import { needsNoWords } from "../../src/words/needsNoWords";
import { paneBrowser, type OpenedPane, type PaneBrowser } from "./paneBrowser";

/** Names and abbreviations that Chinese analysts write in Latin letters. */
const LATIN = [
  ...["KC", "EBITDA", "AI", "ADS", "IDC", "EV", "DCF", "FY", "HK", "HKG", "Ex", "PDF", "Excel", "NAME"],
  ...["Language", "English", "million", "billion", "Li", "Yi"],
];

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

const drawn = (page: Page) =>
  page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );

async function openInChinese(): Promise<Page> {
  opened = await browser.open({ width: 320, height: 900 });
  const { page } = opened;
  await page.getByLabel("Language / 语言").selectOption("zh-CN");
  await page.locator('#kc-pane[lang="zh-CN"]').waitFor();
  await page.getByRole("button", { name: "构建模型" }).waitFor();
  return page;
}

/** What people can read or hear in the pane, as it stands. */
function textsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const root = document.getElementById("kc-pane")!;
    const texts: string[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement!;
      const isSeen = parent.closest("option") !== null || parent.checkVisibility();
      if (isSeen && node.textContent!.trim() !== "") texts.push(node.textContent!.trim());
    }
    for (const element of root.querySelectorAll("*"))
      for (const name of ["title", "aria-label", "placeholder", "label", "aria-valuetext"]) {
        const text = element.getAttribute(name);
        if (text !== null && text.trim() !== "") texts.push(`${name}=${text.trim()}`);
      }
    return texts;
  });
}

const neutral = needsNoWords(names);

/** Texts with a word that is neither Chinese nor the same in every language. */
function english(texts: readonly string[]): readonly string[] {
  const left = texts.filter((text) => {
    const rest = LATIN.reduce(
      (sum, name) => sum.replaceAll(new RegExp(`(?<![A-Za-z])${name}(?![A-Za-z])`, "g"), " "),
      text.replace(/^[a-z-]+=/, ""),
    );
    return !neutral(rest);
  });
  return [...new Set(left)];
}

async function build(page: Page): Promise<void> {
  await page.getByRole("button", { name: "构建模型" }).click();
  await page.locator("strong", { hasText: "模型已构建" }).waitFor();
  await page.getByText("校验通过").waitFor();
}

async function openAll(page: Page): Promise<void> {
  const closed = page.locator("details:not([open]):not(.quarters):not(.conflict) > summary:visible");
  while ((await closed.count()) > 0) {
    await closed.first().click();
    await drawn(page);
  }
}

test("a language is chosen on the Build tab, speaks at once, and is remembered", async () => {
  opened = await browser.open({ width: 320, height: 900 });
  const { page } = opened;
  const root = page.locator("#kc-pane");
  const before = await root.innerText();
  await page.getByLabel("Language / 语言").selectOption("zh-CN");
  await page.getByRole("button", { name: "构建模型" }).waitFor();
  expect(await root.getAttribute("lang")).toBe("zh-CN");
  const help = page.getByRole("link", { name: "帮助：构建或更新工作簿" }).first();
  expect(await help.getAttribute("href")).toBe("help.zh-CN.html#build");
  // The field keeps the focus, so that the way back is one key away.
  await page.waitForFunction(() => document.activeElement?.id === "language");
  await page.reload();
  await page.getByRole("tab", { name: "情景" }).click();
  await page.getByRole("button", { name: "全部还原" }).waitFor();
  await page.getByRole("tab", { name: "构建" }).click();
  await page.getByLabel("语言 / Language").selectOption("en");
  await page.getByRole("button", { name: "Build model" }).waitFor();
  expect(await root.getAttribute("lang")).toBe("en");
  expect(await root.innerText()).toBe(before);
  const englishHelp = page.getByRole("link", { name: "Help: Build or fill the workbook" }).first();
  expect(await englishHelp.getAttribute("href")).toBe("help.html#build");
});

/** Elements whose text is wider than they are, outside what scrolls on purpose. */
function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const root = document.getElementById("kc-pane")!;
    return [root, ...root.querySelectorAll<HTMLElement>("*")]
      .filter((element) => element instanceof HTMLElement && element.checkVisibility())
      .filter(
        (element) => element.closest(".scroller, .unseen, select, svg, input, textarea, .table") === null,
      )
      .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
      .map((element) => `${element.tagName} ${element.className}: ${element.innerText.slice(0, 60)}`);
  });
}

/** Holds what stands in the pane to Chinese, and takes its picture where they are asked for. */
async function holds(page: Page, name: string): Promise<void> {
  await drawn(page);
  expect([name, english(await textsOf(page)), await cutOff(page)]).toEqual([name, [], []]);
  const folder = process.env["KC_SCREENSHOTS"];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  const height = await page.evaluate(() => document.getElementById("panel")!.scrollHeight + 200);
  await page.setViewportSize({ width: 320, height });
  await page.screenshot({ path: join(folder, `chinese-${name}.png`) });
  await page.setViewportSize({ width: 320, height: 900 });
}

async function tab(page: Page, name: string): Promise<void> {
  await page.getByRole("tab", { name, exact: true }).click();
  await drawn(page);
}

test("every tab, closed and with all that opens, has no English word and cuts nothing off", async () => {
  const page = await openInChinese();
  await holds(page, "empty");
  await build(page);
  await holds(page, "build");
  for (const name of ["季度", "情景", "比较", "来源", "共享"]) {
    await tab(page, name);
    await holds(page, name);
    await openAll(page);
    await holds(page, `${name}-open`);
  }
});

test("what is done is said in Chinese: levers, slips, undo, own scenarios, journal", async () => {
  const page = await openInChinese();
  await build(page);
  await tab(page, "情景");
  const lever = (id: string) => page.locator(`[data-driver=${id}]`);
  const type = async (id: string, text: string): Promise<void> => {
    await lever(id).getByRole("textbox").fill(text);
    await lever(id).getByRole("textbox").press("Enter");
    await drawn(page);
  };
  await type("capXiaomi2027", "2000");
  await page.getByText("小米：2027年于2027Q1").first().waitFor();
  expect(await page.getByRole("status").first().innerText()).toBe("小米约定上限 2027设为人民币2,000百万元");
  await holds(page, "cap");
  await type("capXiaomi2026", "plenty");
  expect(await lever("capXiaomi2026").getByRole("alert").innerText()).toBe(
    "“plenty”不是数字。请录入0至50000的数值。",
  );
  await type("capXiaomi2026", "3");
  expect(await lever("capXiaomi2026").getByRole("alert").innerText()).toContain(
    "3约为3140的千分之一。是否确为此意？",
  );
  await holds(page, "doubt");
  await lever("capXiaomi2026").getByRole("textbox").press("Escape");
  await lever("capXiaomi2026").getByRole("button", { name: "来源" }).click();
  await holds(page, "lever-source");
  await page.getByLabel("另存为").selectOption({ label: "自定义2" });
  await page.waitForFunction(() => window.port.cell("Summary", "B4") === "Custom 2");
  await holds(page, "own");
  // A name in Chinese is its English one on an English sheet; the person's own stays as typed.
  const name = page.getByLabel("名称", { exact: true });
  expect(await name.inputValue()).toBe("自定义2");
  await name.fill("牛市");
  await name.press("Enter");
  await page.waitForFunction(() => window.port.cell("Inputs", "L7") === "牛市");
  await name.fill("乐观");
  await name.press("Enter");
  await page.getByRole("alert").getByText("是另一情景的名称").waitFor();
  await page.getByRole("button", { name: "撤销" }).click();
  await page.waitForFunction(() => window.port.cell("Inputs", "L7") === "Custom 2");
  await page.locator("summary", { hasText: "变更记录" }).click();
  await holds(page, "journal");
});

test("comparisons, sources and a quarter are answered in Chinese", async () => {
  const page = await openInChinese();
  await build(page);
  await tab(page, "比较");
  await page.getByLabel("目标值，人民币百万元").fill("15000");
  await page.getByLabel("目标值，人民币百万元").press("Enter");
  await page.getByRole("button", { name: "开始模拟" }).click();
  await openAll(page);
  await page.locator("[data-waterfall]").waitFor();
  await page.getByRole("button", { name: "查找弥合差异的假设" }).click();
  await page.locator("[data-against] .difference").first().waitFor();
  await openAll(page);
  await holds(page, "compared");
  await page.getByRole("button", { name: "插入工作簿：情景比较" }).click();
  await page.getByText("结果已插入工作表").first().waitFor();
  await tab(page, "来源");
  for (const [line, period] of [
    ["revenue", "2026Q4"],
    ["revenue", "2025Q3"],
    ["小米上限", "2027Q1"],
    ["毛利率", "FY2027"],
  ] as const) {
    await page.getByLabel("项目").fill(line);
    await page.getByLabel("期间").fill(period);
    await page.getByRole("button", { name: "查找" }).click();
    await holds(page, `source-${line}-${period}`);
  }
  await page.locator(".conflict summary").first().click();
  await holds(page, "conflict");
  await tab(page, "季度");
  await page.locator("[data-entry=revenue] input").fill("2678.5");
  await page.locator("[data-entry=revenue] input").press("Enter");
  await page.getByLabel("公告标题").fill("2026年第二季度业绩");
  await page.getByRole("button", { name: "预览" }).click();
  await page.locator(".wrong", { hasText: "请填写公布日期" }).waitFor();
  await page.getByLabel("公布日期").fill("2026-08-20");
  await page.getByRole("button", { name: "预览" }).click();
  await page.getByRole("group", { name: "预览" }).waitFor();
  await holds(page, "preview");
  await page.getByRole("button", { name: "写入工作簿" }).click();
  await page.getByRole("group", { name: "已写入" }).waitFor();
  await holds(page, "applied");
  await tab(page, "共享");
  await page.getByRole("button", { name: "检查工作簿" }).click();
  await page.getByText("已查看").waitFor();
  await holds(page, "scanned");
});
