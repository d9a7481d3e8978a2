/** The terms of docs/languages.md are kept in every Chinese text: one word for one thing, and marks as Chinese sets them. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root, textOf } from "../support/repository";

const HAN = "[\\u4e00-\\u9fff]";

/** Chinese texts of the product by where they stand: catalogues, help page, manifest. */
function chineseTexts(): readonly (readonly [place: string, text: string])[] {
  const folder = join(root, "src/words/zh-CN");
  const catalogues = readdirSync(folder)
    .filter((name) => name.endsWith(".json") && name !== "names.json")
    .flatMap((name) =>
      Object.values(JSON.parse(readFileSync(join(folder, name), "utf8")) as Record<string, string>).map(
        (text) => [name, text] as const,
      ),
    );
  const help = textOf("src/help/help.zh-CN.html").split("\n");
  const manifest = [...textOf("manifest.xml").matchAll(/Locale="zh-CN" Value="([^"]*)"/g)];
  return [
    ...catalogues,
    ...help.map((line) => ["help.zh-CN.html", line.replaceAll(/<[^>]*>/g, "").trim()] as const),
    ...manifest.map(([, text]) => ["manifest.xml", text!] as const),
  ];
}

interface Term {
  readonly said: readonly string[];
  readonly refused: readonly string[];
}

const terms: readonly Term[] = [
  ...textOf("docs/languages.md")
    .split("## Terms in Chinese")[1]!
    .matchAll(/^\| (?!English|---)[^|]+ \| ([^|]+) \| ([^|]+) \|$/gm),
].map(([, said, refused]) => ({ said: said!.split(/[、/]/), refused: refused!.split(", ") }));

const texts = chineseTexts();

/** What a text says otherwise than the terms have it. */
const otherwise = (text: string): readonly string[] =>
  terms.flatMap(({ refused }) => refused.filter((each) => text.includes(each)));

/** Marks of a text that are not set as Chinese sets them; calls of functions are code. */
function marks(text: string): readonly string[] {
  const prose = text.replaceAll(/KC\.\w+\([^)]*\)/g, "");
  const wrong = new RegExp(
    [`${HAN}[,;:?]`, `[,;:?]${HAN}`, `${HAN} [A-Za-z]`, `[A-Za-z] ${HAN}`, `${HAN} ${HAN}`, `\\d %`].join(
      "|",
    ),
    "g",
  );
  return [...prose.matchAll(wrong)].map(([each]) => each);
}

test("every term is used, and nothing is called by another word", () => {
  expect(terms.length).toBeGreaterThan(30);
  const all = texts.map(([, text]) => text).join("\n");
  expect(terms.flatMap(({ said }) => said.filter((each) => !all.includes(each)))).toEqual([]);
  const strange = texts.flatMap(([place, text]) => otherwise(text).map((word) => [place, word, text]));
  expect(strange).toEqual([]);
});

test("marks are full-width, and nothing stands between Chinese and Latin letters", () => {
  expect(texts.flatMap(([place, text]) => marks(text).map((mark) => [place, mark, text]))).toEqual([]);
});

test("a word of a refused kind and a mark of another script are seen", () => {
  expect(otherwise("每季自购设备及净负债")).toEqual(["自购", "净负债"]);
  expect(otherwise("每季自采设备及净债务")).toEqual([]);
  expect(marks("收入,成本：见 EBITDA 利润率12 %")).toEqual(["入,", "见 E", "A 利", "2 %"]);
  expect(marks("KC.LINE(项目, 期间)给出经调整EBITDA利润率（12.5%）。")).toEqual([]);
});
