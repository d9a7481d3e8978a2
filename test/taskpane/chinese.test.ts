/** The pane in Chinese, in Chromium at the width that Excel gives it. */

import { paneBrowser, type OpenedPane, type PaneBrowser } from "./paneBrowser";

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

test("a language is chosen on the Build tab, speaks at once, and is remembered", async () => {
  opened = await browser.open({ width: 320, height: 900, fresh: true });
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
