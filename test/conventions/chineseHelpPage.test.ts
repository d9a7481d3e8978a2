/** The help page in Chinese: the English one section by section and step by step, with the names that the product has in Chinese. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { HELP_FILES, helpPage, pictureFiles, picturesOf } from "../../scripts/addin/helpPage";
import { webpSize } from "../../scripts/addin/webpSize";
import { callText, KC_FUNCTION_NAMES } from "../../src/functions";
import { HELP_JOBS } from "../../src/taskpane/state/helpJobs";
import { helpFile } from "../../src/words";
import { CHINESE } from "../../src/words/zh-CN";
import { root, textOf } from "../support/repository";

const read = (file: string): Uint8Array => readFileSync(join(root, "src/help/pictures", file));
const source = textOf("src/help/help.zh-CN.html");
const pageOf = (text: string): Document => new JSDOM(helpPage(text, read, CHINESE)).window.document;
const english = new JSDOM(helpPage(textOf("src/help/help.html"), read)).window.document;
const chinese = pageOf(source);

/** Every entry of the catalogue. */
const folder = join(root, "src/words/zh-CN");
const entries: readonly (readonly [string, string])[] = readdirSync(folder)
  .filter((file) => file.endsWith(".json") && file !== "names.json")
  .flatMap((file) =>
    Object.entries(JSON.parse(readFileSync(join(folder, file), "utf8")) as Record<string, string>),
  );
const ribbon = new Map(
  [
    ...textOf("manifest.xml").matchAll(
      /id="[\w.]+\.Label" DefaultValue="([^"]+)">\s*<bt:Override Locale="zh-CN" Value="([^"]+)"/g,
    ),
  ].map(([, label, translated]) => [label!, translated!]),
);

/** Whether the product calls by the Chinese name what it calls by the English one; of a button that says more, its beginning. */
function isCalled(kind: string, name: string, translated: string): boolean {
  if (kind === "ribbon") return ribbon.get(name) === translated;
  const whole = entries.filter(([key]) => key === name || key.startsWith(`${name} [`));
  if (whole.length > 0) return whole.some(([, value]) => value === translated);
  const says = (key: string): boolean => key.startsWith(name) && !/^\w/.test(key.slice(name.length));
  return entries.some(([key, value]) => says(key) && value.includes(translated));
}

type Name = readonly [kind: string, text: string];

const namesIn = (element: Element): readonly Name[] =>
  [...element.querySelectorAll("b")].map((each) => [each.className, each.textContent]);

/** Steps in which the Chinese page names something else than the English one, or calls it otherwise than the product does. */
function strangers(page: Document): readonly string[] {
  const steps = (of: Document): readonly Element[] => [...of.querySelectorAll("main li, main p, main td")];
  const there = steps(page);
  return steps(english).flatMap((step, place) => {
    const left = [...namesIn(there[place]!)];
    const missing = namesIn(step).filter(([kind, name]) => {
      const at = left.findIndex(([other, translated]) => other === kind && isCalled(kind, name, translated));
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
    return [...missing, ...left].map(([kind, name]) => `${kind}: ${name}`);
  });
}

/** What a page is made of, without its words. */
function skeleton(page: Document): readonly string[] {
  const shown = [...page.querySelectorAll("main *")].filter(({ localName }) => localName !== "b");
  return shown.map((each) => {
    const link = each.hasAttribute("hreflang") ? "" : (each.getAttribute("href") ?? "");
    return `${each.localName}#${each.id}.${each.className} ${link}`;
  });
}

test("it has the sections, steps, pictures, tables and links of the English one, in the same order", () => {
  expect([...HELP_FILES.keys()]).toEqual(["help.html", "help.zh-CN.html"]);
  expect(skeleton(chinese)).toEqual(skeleton(english));
  expect(picturesOf(source)).toEqual(picturesOf(textOf("src/help/help.html")));
  const codes = (page: Document): readonly string[] =>
    [...page.querySelectorAll("code")]
      .map(({ textContent }) => textContent)
      .filter((text) => /^=|^KC_/.test(text));
  expect(codes(chinese)).toEqual(codes(english));
});

test("its pictures are of the product in Chinese, in both looks alike, light, and none is left over", () => {
  const pictures = join(root, "src/help/pictures");
  const files = picturesOf(source).flatMap((name) => pictureFiles(name, "zh-CN"));
  expect(readdirSync(pictures).filter((file) => file.includes(".zh-CN."))).toEqual([...files].sort());
  for (const name of picturesOf(source)) {
    const [light, dark] = pictureFiles(name, "zh-CN");
    expect([name, webpSize(read(light))]).toEqual([name, webpSize(read(dark))]);
    expect(read(light)).not.toEqual(read(pictureFiles(name, "en")[0]));
    expect(Math.max(read(light).length, read(dark).length)).toBeLessThan(110_000);
  }
  const shown = [...chinese.querySelectorAll("img, source")].map(
    (each) => each.getAttribute("src") ?? each.getAttribute("srcset")!,
  );
  expect(shown.sort()).toEqual(files.map((file) => `help/${file}`).sort());
  for (const { alt } of chinese.querySelectorAll("img")) expect(alt.length).toBeGreaterThan(20);
});

test("what it names is called so in the product, step by step", () => {
  expect(strangers(chinese)).toEqual([]);
  expect(chinese.querySelectorAll("b").length).toBe(english.querySelectorAll("b").length);
});

test.each([
  ['<b class="button">撤回</b>', '<b class="button">收回</b>', ["button: Take back", "button: 收回"]],
  ['<b class="tab">来源</b>', '<b class="tab">共享</b>', ["tab: Sources", "tab: 共享"]],
  ['<b class="ribbon">冻结</b>', '<b class="ribbon">固定</b>', ["ribbon: Freeze", "ribbon: 固定"]],
  ['<b class="sheet">数据核对</b>', "数据核对", ["sheet: Reconciliation"]],
])("a name that is none is seen: %s", (right, wrong, said) => {
  expect(source).toContain(right);
  expect(strangers(pageOf(source.replace(right, wrong)))).toEqual(said);
});

test("titles of the jobs are those of the pane's links, and each page leads to the other", () => {
  for (const [id, title] of Object.entries(HELP_JOBS)) {
    const heading = chinese.querySelector(`#${id} > h2`)!.textContent;
    expect(heading).toBe(CHINESE.find(title));
    expect(chinese.querySelector(`nav a[href="#${id}"]`)!.textContent).toBe(heading);
  }
  for (const [page, other] of [
    [english, "zh-CN"],
    [chinese, "en"],
  ] as const) {
    const link = page.querySelector("a[hreflang]")!;
    expect([link.getAttribute("hreflang"), link.getAttribute("href")]).toEqual([other, helpFile(other)]);
  }
  expect(chinese.documentElement.lang).toBe("zh-CN");
});

test("every function has its section with its call, arguments and notes in Chinese", () => {
  for (const name of KC_FUNCTION_NAMES) {
    const heading = chinese.getElementById(name.toLowerCase())!;
    expect(heading.textContent).toBe(`KC.${name}`);
    const call = CHINESE.find(callText(name));
    expect(call).not.toBeNull();
    expect(heading.nextElementSibling!.textContent).toBe(call);
  }
});

test("no English is left but names, ids and what is typed", () => {
  for (const each of chinese.querySelectorAll("code, pre, .language")) each.remove();
  const kept =
    /KC(?:[._]\w+)*|Excel|PDF|TTM|LTM|FY|EBITDA|capex|adjustedEbitda|netResult|revenue|ocf|Sep|none|yoy|qoq/g;
  const typed =
    /xiaomi|kingsoft|combined|total|public|cap|used|headroom|utilisation|binding|lost|stopsBinding|marginalValue|sentence|BUSY|NAME|VALUE/g;
  const texts = [...chinese.querySelectorAll("h1, h2, h3, li, p, th, td")].map(
    ({ textContent }) => textContent,
  );
  const alts = [...chinese.querySelectorAll("img")].map(({ alt }) => alt);
  for (const text of [...texts, ...alts])
    expect([
      text,
      text
        .replaceAll(kept, "")
        .replaceAll(typed, "")
        .match(/[A-Za-z]{3,}/g),
    ]).toEqual([text, null]);
});
