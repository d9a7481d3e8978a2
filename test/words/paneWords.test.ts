/** Every English text that the pane may show has its Chinese; nothing is translated that nobody shows. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CHINESE } from "../../src/words/zh-CN";
import { needsNoWords } from "../../src/words/needsNoWords";
import { root, sourceFiles, textOf } from "../support/repository";
import { wordsOfSource, type SourceText } from "./wordsOfSource";

/** Folders and files whose texts reach people through the pane. */
const SHOWN = [
  "src/taskpane/",
  "src/hosts/attempt.ts",
  ...["freezeFormulas", "freezeReport", "relinkFormulas"].map((name) => `src/hosts/frozen/${name}.ts`),
  "src/hosts/officejs/excelErrors.ts",
  ...["featureWords", "fileLimits", "ownFileParts", "partLosses"].map(
    (name) => `src/hosts/opening/${name}.ts`,
  ),
  "src/hosts/xlsx/feature.ts",
  "src/hosts/xlsx/readXlsx.ts",
  "src/commands/buildModel.ts",
  ...[
    "drafts",
    "errorWords",
    "fileInputs",
    "guide",
    "openInputs",
    "pasteReader",
    "question",
    "questionView",
    "readEntry",
    "shellActions",
    "shellView",
    "watchReasons",
  ].map((name) => `src/workbench/${name}.ts`),
  ...[
    "amountScale",
    "judgeFigure",
    "printedSign",
    "readRelease",
    "releaseColumn",
    "releaseTies",
    "unitSlip",
  ].map((name) => `src/release/${name}.ts`),
];

/** Texts with words or capital letters that nobody reads, each with the reason. */
const NO_WORDS: Readonly<Record<string, string>> = {
  "(prefers-color-scheme: dark)": "a question to the browser",
  ItemAlreadyExists: "the code of a problem",
  Unexpected: "the code of a problem",
  "td, th": "a question to the page",
  NFKC: "a form of Unicode",
  Excel: "a name",
  "from {0}": "what stands on a sheet",
  "result {0}": "a name of a sheet in small letters, compared",
  "{0} of {1}": "a count that Chinese gives with a stroke",
  "field-{0}": "an id",
  "doubt-{0}": "an id",
  "entry-{0}": "an id",
  "wrong-{0}": "an id",
  "wrong-quarters-{0}": "an id",
  "shipped:{0}": "an end of a bridge",
  "{0}{1} pp": "a sign before a figure in points, whose shape is known",
  "{0}, {1}{2}: from {3} to {4}": "the title of an inserted sheet",
};

const neutral = needsNoWords([]);

/** Whether people may read a text: two words or a capital letter, or anything where a template shows it. */
function isWords({ text, kind, isShown, isCode }: SourceText): boolean {
  if (isCode || neutral(text.replaceAll(/\{\d\}/g, " 0 "))) return false;
  if (kind === "composed" && neutral(text.replaceAll(/\{\d\}/g, "2026"))) return false;
  if (kind === "run" || kind === "sentence" || isShown) return true;
  if (kind === "composed") return /(?:^|\s)[A-Za-z]{2,}|[A-Za-z]{2,}(?:\s|$)/.test(text);
  return /^[A-Z]|[A-Za-z]{2,}[,.:;…]? +[A-Za-z(]{2,}/.test(text);
}

/** Texts of a file without Chinese, as "line: text". */
function untranslated(path: string, source: string): readonly string[] {
  return wordsOfSource(path, source)
    .filter((each) => isWords(each) && NO_WORDS[each.text] === undefined)
    .filter(
      ({ text }) => CHINESE.sentence(text) === null && (/\{\d\}/.test(text) || CHINESE.find(text) === null),
    )
    .map(({ line, text }) => `${line}: ${text}`);
}

const shownFiles = sourceFiles().filter((path) => SHOWN.some((folder) => path.startsWith(folder)));

test("every text of the pane has its Chinese", () => {
  expect(shownFiles.length).toBeGreaterThan(100);
  expect(
    shownFiles.flatMap((path) => untranslated(path, textOf(path)).map((text) => `${path}:${text}`)),
  ).toEqual([]);
});

test.each([
  ["a run of a template", "html`<p class=${name}>Nothing like it ${count}</p>`", "Nothing like it {0}"],
  ["an attribute", 'html`<a title="Nothing like it">${x}</a>`', "Nothing like it"],
  ["a small word that a template shows", "html`<b>${x ? `${y}` : 'zilch'}</b>`", "zilch"],
  ["a sentence", "say`Nothing like it ${x}`", "Nothing like it {0}"],
  ["a text put together", "const text = `nothing like it ${x}`", "nothing like it {0}"],
  ["a text by itself", 'const label = "Zilch"', "Zilch"],
  ["a word of another sense", 'wordIn("Revenue", "zilch")', "Revenue [zilch]"],
])("%s without Chinese is caught", (_, source, text) => {
  expect(untranslated("planted.ts", source)).toEqual([`1: ${text}`]);
});

test.each([
  ["a class", 'html`<p class="button button-primary ${x ? "badge-good" : ""}"></p>`'],
  ["what is compared", 'const is = x === "Zilch" || y["Zilch like"] === 1'],
  ["an import", 'import { a } from "./Zilch"'],
  ["an id put together", "const id = `field-${x}`"],
  ["a type", 'type A = "Zilch"'],
])("%s is no text for people", (_, source) => {
  expect(untranslated("planted.ts", source)).toEqual([]);
});

test("every Chinese text of the pane is used, and every reason for none", () => {
  const used = new Set(
    sourceFiles().flatMap((path) => wordsOfSource(path, textOf(path)).map(({ text }) => text)),
  );
  const folder = join(root, "src/words/zh-CN");
  const entries = readdirSync(folder)
    .filter((name) => name.startsWith("pane"))
    .flatMap((name) =>
      Object.keys(JSON.parse(readFileSync(join(folder, name), "utf8")) as object).map((text) => [name, text]),
    );
  expect(entries.length).toBeGreaterThan(500);
  expect(entries.filter(([, text]) => !used.has(text!))).toEqual([]);
  expect(Object.keys(NO_WORDS).filter((text) => !used.has(text))).toEqual([]);
});

test("no two files of Chinese words give one text different words", () => {
  const folder = join(root, "src/words/zh-CN");
  const known = new Map<string, string>();
  const differing = readdirSync(folder)
    .filter((name) => name.endsWith(".json") && name !== "names.json")
    .flatMap((name) =>
      Object.entries(JSON.parse(readFileSync(join(folder, name), "utf8")) as Record<string, string>),
    )
    .filter(([text, words]) => {
      const before = known.get(text);
      known.set(text, words);
      return before !== undefined && before !== words;
    });
  expect(differing).toEqual([]);
});
