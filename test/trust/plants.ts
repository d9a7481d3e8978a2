import type { Page } from "playwright-core";
import { until } from "../support/until";
import type { Violation } from "./policyViolations";

/** A host that the pages know nothing of. */
const elsewhere = "https://elsewhere.example";

/** What somebody might smuggle into a page, with the directive that must refuse it. */
export const plants = [
  ["inline script", "script-src-elem"],
  ["inline handler", "script-src-attr"],
  ["script address", "script-src-elem"],
  ["eval", "script-src"],
  ["new Function", "script-src"],
  ["timer with text", "script-src"],
  [`${elsewhere}/script.js`, "script-src-elem"],
  [`${elsewhere}/request`, "connect-src"],
  [`${elsewhere}/image.png`, "img-src"],
  [`${elsewhere}/frame`, "frame-src"],
  [`${elsewhere}/form`, "form-action"],
  ["style element", "style-src-elem"],
  ["base address", "base-uri"],
] as const;

/** Plants that ask another host for something. */
export const plantsThatAsk: readonly string[] = plants
  .map(([plant]) => plant)
  .filter((plant) => plant.startsWith(elsewhere));

/** Plants that say so themselves when they take hold. */
export const plantsThatRun: readonly string[] = plants
  .map(([plant]) => plant)
  .filter((plant) => !plant.startsWith(elsewhere));

/** Whether each plant has met the directive that must refuse it. */
export function refusedAll(violations: readonly Violation[]): boolean {
  return (
    violations.length >= plants.length &&
    plants.every(([, directive]) => violations.some((violation) => violation.directive === directive))
  );
}

/** Plants everything in a page, as a script of the page would, and waits until all is settled; the result names what took hold in the page itself. */
export async function plantAll(
  page: Page,
  settled: (held: readonly string[]) => boolean,
): Promise<readonly string[]> {
  await page.evaluate((host) => {
    const planted: string[] = [];
    Object.assign(window, { planted });
    const add = <Name extends keyof HTMLElementTagNameMap>(
      name: Name,
      values: Partial<HTMLElementTagNameMap[Name]>,
      ...inside: Node[]
    ): HTMLElementTagNameMap[Name] => {
      const element = Object.assign(document.createElement(name), values);
      element.append(...inside);
      document.body.append(element);
      return element;
    };
    const saying = (name: string): string => `window.planted.push(${JSON.stringify(name)})`;
    // An automated browser lets its own commands evaluate text, but not what they leave for later.
    setTimeout(() => {
      const attempts: (() => unknown)[] = [
        () => add("script", { text: saying("inline script") }),
        () => add("div", { innerHTML: `<img src="data:," onerror='${saying("inline handler")}'>` }),
        () => add("a", { href: `javascript:void ${saying("script address")}` }).click(),
        () => (0, eval)(saying("eval")),
        () => new Function(saying("new Function"))(),
        () => setTimeout(saying("timer with text")),
        () => add("script", { src: `${host}/script.js` }),
        () => fetch(`${host}/request`).catch(() => undefined),
        () => add("img", { src: `${host}/image.png` }),
        () => add("iframe", { src: `${host}/frame` }),
        () => add("iframe", { name: "form-target" }),
        () => add("form", { action: `${host}/form`, method: "post", target: "form-target" }).submit(),
        () => add("style", { textContent: "body { --planted: yes }" }),
        () =>
          getComputedStyle(document.body).getPropertyValue("--planted") === "yes" &&
          planted.push("style element"),
        () => add("base", { href: `${host}/base/` }),
        () => document.baseURI.startsWith(host) && planted.push("base address"),
      ];
      for (const attempt of attempts) {
        try {
          attempt();
        } catch {
          // Refused.
        }
      }
    });
  }, elsewhere);
  let held: readonly string[] = [];
  await until(
    async () => {
      held = await page.evaluate(() => (window as unknown as { planted: string[] }).planted);
      return settled(held);
    },
    () => `an end of what was planted; taken hold: ${held.join(", ") || "nothing"}`,
  );
  return held;
}
