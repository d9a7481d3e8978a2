/** The help page: a job a section, each with its pictures, and no button, tab or sheet that the product has not. */

import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { helpPage, pictureFiles, picturesOf } from "../../scripts/addin/helpPage";
import { webpSize } from "../../scripts/addin/webpSize";
import { TABS } from "../../src/taskpane/state/paneState";
import { LEVER_GROUPS } from "../../src/companies/kingsoftCloud";
import { HELP_JOBS, JOB_OF_TAB } from "../../src/taskpane/state/helpJobs";
import { SHEETS } from "../../src/workbook/sheetNames";
import { repositoryFiles, root, textOf } from "../support/repository";

const folder = join(root, "src/help/pictures");
const source = textOf("src/help/help.html");
const read = (file: string): Uint8Array => readFileSync(join(folder, file));
const pageOf = (text: string): Document => new JSDOM(helpPage(text, read)).window.document;
const page = pageOf(source);

/** Most bytes of one picture, and of all in one look: the page is light. */
const [MOST, MOST_IN_ALL] = [110_000, 420_000];

const views = repositoryFiles()
  .filter((path) => /^src\/(?:taskpane\/views|workbench)\/\w+\.ts$/.test(path))
  .map(textOf)
  .join("\n");

/** Texts of the elements of a kind in the templates of pane and workbench, up to what is filled in. */
function textsIn(tag: string): ReadonlySet<string> {
  const found = [...views.matchAll(new RegExp(`<${tag}\\b((?:=>|"[^"]*"|[^>"])*)>([^<]*)`, "g"))];
  return new Set(
    found.flatMap(([, attributes = "", text = ""]) => {
      const named = /aria-label="([^"$]+)/.exec(attributes)?.[1];
      const shown = text.split("${")[0]!.trim().replace(/ …$/, "");
      return [shown, ...(named === undefined ? [] : [named.trim()])].filter((each) => each !== "");
    }),
  );
}

const labels = new Set(["Build model", "Update model"].filter((label) => views.includes(`"${label}"`)));
const ribbon = new Set(
  [...textOf("manifest.xml").matchAll(/id="[\w.]+\.Label" DefaultValue="([^"]+)"/g)].map(
    ([, label]) => label!,
  ),
);

/** What each kind of name may be. */
const NAMES: Readonly<Record<string, ReadonlySet<string>>> = {
  tab: new Set(TABS.map(({ title }) => title)),
  sheet: new Set(Object.values(SHEETS)),
  button: new Set([...textsIn("button"), ...labels]),
  field: new Set([...textsIn("span"), ...textsIn("select")]),
  fold: textsIn("summary"),
  group: new Set<string>(LEVER_GROUPS.map(({ title }) => title)),
  ribbon,
};

/** Names on a page that the product has not, with their kind. */
const strangers = (of: Document): readonly string[] =>
  [...of.querySelectorAll("b")]
    .filter((each) => !(NAMES[each.className]?.has(each.textContent) ?? false))
    .map((each) => `${each.className}: ${each.textContent}`);

test("every tab, button, field, sheet and ribbon label that the page names is in the product", () => {
  expect(strangers(page)).toEqual([]);
  expect(page.querySelectorAll("b").length).toBeGreaterThan(50);
});

test.each([
  ['<b class="button">Preview</b>', '<b class="button">Prevue</b>', "button: Prevue"],
  ['<b class="tab">Share</b>', '<b class="tab">Send</b>', "tab: Send"],
  ['<b class="sheet">Estimates</b>', '<b class="button">Estimates</b>', "button: Estimates"],
  ['<b class="ribbon">Freeze</b>', "<b>Freeze</b>", ": Freeze"],
])("a name that is none is seen: %s", (right, wrong, said) => {
  expect(source).toContain(right);
  expect(strangers(pageOf(source.replace(right, wrong)))).toEqual([said]);
});

test("every job has its section with numbered steps and a picture in both looks, with words for who cannot see it", () => {
  expect([...page.querySelectorAll(".job")].map(({ id }) => id)).toEqual(Object.keys(HELP_JOBS));
  for (const [id, title] of Object.entries(HELP_JOBS)) {
    const job = page.getElementById(id)!;
    expect([id, job.querySelector("h2")!.textContent]).toEqual([id, title]);
    expect(job.querySelectorAll("ol > li").length).toBeGreaterThanOrEqual(4);
    const image = job.querySelector("picture > img")!;
    expect(image.getAttribute("alt")!.length).toBeGreaterThan(40);
    expect([image.getAttribute("src"), job.querySelector("source")!.getAttribute("srcset")]).toEqual(
      pictureFiles(id, "en").map((file) => `help/${file}`),
    );
  }
});

test("pictures are there, of one size in both looks, light, and none is left over", () => {
  const files = picturesOf(source).flatMap((name) => pictureFiles(name, "en"));
  expect(readdirSync(folder).filter((file) => !file.includes(".zh-CN."))).toEqual([...files].sort());
  for (const name of picturesOf(source)) {
    const [light, dark] = pictureFiles(name, "en").map((file) => webpSize(read(file)));
    expect([name, light]).toEqual([name, dark]);
    expect(Math.min(...light!)).toBeGreaterThan(300);
  }
  const bytes = files.map((file) => statSync(join(folder, file)).size);
  expect(Math.max(...bytes)).toBeLessThan(MOST);
  expect(bytes.filter((_, place) => place % 2 === 0).reduce((sum, each) => sum + each, 0)).toBeLessThan(
    MOST_IN_ALL,
  );
});

test("a page with a picture that is none, or with none where one belongs, is refused", () => {
  expect(() => helpPage(source, () => new Uint8Array(40))).toThrow(
    "A picture of the help page, build-light.webp or build-dark.webp, is none",
  );
  expect(existsSync(join(folder, pictureFiles("nowhere", "en")[0]))).toBe(false);
  expect(() => pageOf(source.replace("picture build:", "picture nowhere:"))).toThrow("nowhere-light.webp");
});

test("places are told apart, links on the page lead somewhere, and every help link of the pane leads to its job", () => {
  const ids = [...page.querySelectorAll("[id]")].map(({ id }) => id);
  expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
  for (const link of page.querySelectorAll("a:not([hreflang])"))
    expect(ids).toContain(link.getAttribute("href")!.slice(1));
  expect(Object.keys(JOB_OF_TAB)).toEqual(TABS.map(({ id }) => id));
  const linked = [...views.matchAll(/helpLink\("(\w+)"\)/g)].map(([, job]) => job!);
  expect(new Set([...linked, ...Object.values(JOB_OF_TAB)])).toEqual(new Set(Object.keys(HELP_JOBS)));
});
