/** The workbench around the pane speaks the language that is chosen in it, at once, and English again. */

import { needsNoWords } from "../../src/words/needsNoWords";
import { startWorkbench, type RunningWorkbench } from "./runningWorkbench";

let workbench: RunningWorkbench;
beforeAll(async () => {
  workbench = await startWorkbench();
});
afterAll(() => workbench?.stop());

const neutral = needsNoWords([]);

test("bar and cover have no English word in Chinese, and their English ones in English", async () => {
  const { page, faults, outside } = await workbench.open();
  const texts = (): Promise<readonly string[]> =>
    page.evaluate(() =>
      ["wb-bar", "wb-cover"].flatMap((id) => {
        const part = document.getElementById(id)!;
        const titles = [...part.querySelectorAll("[title], [aria-label]")].flatMap((element) =>
          ["title", "aria-label"].flatMap((name) => element.getAttribute(name) ?? []),
        );
        return [...part.innerText.split("\n"), ...titles].filter((text) => text.trim() !== "");
      }),
    );
  const before = await texts();
  await page.getByLabel("Language / 语言").selectOption("zh-CN");
  await page.getByRole("button", { name: "打开.xlsx" }).first().waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe("zh-CN");
  const left = (await texts()).filter((text) => !neutral(text.replaceAll(/KC Model|kc-model|\.?xlsx/g, " ")));
  expect(left).toEqual([]);
  await page.getByLabel("语言 / Language").selectOption("en");
  await page.getByRole("button", { name: "Open .xlsx" }).first().waitFor();
  expect(await texts()).toEqual(before);
  expect([...faults, ...outside]).toEqual([]);
  await page.context().close();
});
