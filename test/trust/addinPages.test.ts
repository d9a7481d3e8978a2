/** The add-in's pages as built for production, with Microsoft's library from its own address, under the policies that they ship with; test/addin uses the pane to the full under the same. */

import type { Page } from "playwright-core";
import { openAddin, type OpenedAddin } from "../addin/openAddin";
import { builtOnce } from "../build/builtOnce";
import { reportFigure } from "../support/figure";
import { openBrowser } from "../support/shared/browser";
import { plantAll, plants, refusedAll } from "./plants";
import { watchViolations, type Violation } from "./policyViolations";
import { staticHost } from "./staticHost";

/** Plants everything in a page: nothing takes hold, and each plant meets the directive that must refuse it. */
async function expectRefused(page: Page, violations: readonly Violation[]): Promise<void> {
  expect(await plantAll(page, () => refusedAll(violations))).toEqual([]);
  expect(
    plants.filter(([, directive]) => !violations.some((violation) => violation.directive === directive)),
  ).toEqual([]);
}

describe("the pane", () => {
  let addin: OpenedAddin;
  beforeAll(async () => {
    addin = await openAddin(builtOnce());
  });
  afterAll(() => addin?.close());

  test("every tab comes up, and nothing meets the policy", async () => {
    await addin.page.getByRole("button", { name: "Build model" }).waitFor();
    for (const tab of await addin.page.getByRole("tab").all()) await tab.click();
    expect([...addin.violations, ...addin.faults, ...addin.elsewhere]).toEqual([]);
  });

  test("what somebody plants is refused, each by its directive", async () => {
    await expectRefused(addin.page, addin.violations);
    reportFigure(
      "The add-in's pages run under a strict content security policy",
      `no violation on the unmodified library; ${plants.length} of ${plants.length} plants refused on each page`,
    );
  });
});

test.each(["help.html", "help.zh-CN.html"])(
  "the help page %s shows its style and refuses everything else",
  async (file) => {
    const host = await staticHost(builtOnce(), "/");
    const browser = await openBrowser();
    try {
      const page = await browser.newPage();
      const violations = await watchViolations(page);
      await page.goto(`${host.address}${file}`);
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe("15px");
      expect(violations).toEqual([]);
      await expectRefused(page, violations);
    } finally {
      await browser.close();
      await host.close();
    }
  },
);
