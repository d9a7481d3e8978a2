import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readWorkbook } from "../../src/hosts/xlsx/readXlsx";
import { spokenWords } from "../../src/words";
import { textOf } from "../support/repository";
import { columnsOf } from "../../src/cli/columns";
import { kc, temporaryFolder } from "./runCommand";

const folder = temporaryFolder();
const [english, chinese] = [join(folder, "model.xlsx"), join(folder, "model-zh.xlsx")];

test("the command of the guide writes the workbook in Chinese", async () => {
  const [, args = ""] = /^npm run -s kc -- (build .*)$/m.exec(textOf("docs/languages.md")) ?? [];
  const command = args.split(" ").map((arg) => (arg.endsWith(".xlsx") ? chinese : arg));
  expect((await kc(...command, "--set", "taxRate=20%")).code).toBe(0);
  const workbook = await readWorkbook(readFileSync(chinese));
  expect(workbook.sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(["摘要", "假设", "基准"]));
  expect(workbook.names.get("KC_Scenario")).toMatch(/^'?摘要'?!/);
});

test("its journal is listed, and it is compared with an English one by assumptions and figures", async () => {
  expect((await kc("journal", chinese)).out).toMatch(/^\d{4}-\d\d-\d\d {2}kc {2}.*Base: .* -> 20/);
  expect((await kc("build", "--out", english)).code).toBe(0);
  const { code, out } = await kc("diff", english, chinese);
  expect(code).toBe(0);
  expect(out).toContain("taxRate");
  expect(out).toContain("The workbooks are in two languages");
});

test("a language that it has not is refused with those that it has", async () => {
  const { code, err } = await kc("build", "--out", join(folder, "fr.xlsx"), "--lang", "fr");
  expect(code).toBe(1);
  expect(err).toContain("--lang 'fr' is not a language; use en (English) or zh-CN (简体中文).");
});

test.each([
  ["caps"],
  ["check"],
  ["consensus"],
  ["diff", "base", "upside"],
  ["diff", "base", "base"],
  ["facts", "revenue"],
  ["implied"],
  ["response"],
  ["roll"],
  ["help"],
  ["help", "caps"],
  ["eval", '=KC.CAP("xiaomi",2028,"sentence")'],
  // What is refused.
  ["nonsense"],
  ["caps", "--nonsense"],
  ["caps", "--json=1"],
  ["caps", "extra"],
  ["caps", "--scenario"],
  ["caps", "--scenario", "Bsae"],
  ["caps", "--set", "taxRate"],
  ["caps", "--set", "taxRate=200%"],
  ["caps", "--set", "taxRate=1%", "--set", "taxRate=2%"],
  ["caps", "--set", "capXiaomi2027=40"],
  ["caps", "--as-of", "someday"],
  ["caps", "--seeds", "nowhere"],
  ["caps", "--actuals", "nowhere.csv"],
  ["build"],
  ["build", "--out", "nowhere/model.xlsx"],
  ["diff", "base"],
  ["diff", "base", "nowhere.xlsx"],
  ["eval"],
  ["eval", "=1/0"],
  ["journal", "nowhere"],
])("kc %s speaks Chinese where it is asked to", async (...args) => {
  const { out, err } = await kc(...args, "--lang", "zh-CN");
  const lines = `${out}\n${err}`.split("\n").filter((line) => /[A-Za-z]{2,}/.test(line));
  expect(lines.map(withoutIds).filter((line) => /[A-Za-z]{2,}[,;:]? [a-z]{2,}/.test(line))).toEqual([]);
  expect(`${out}${err}`).toMatch(/\p{Script=Han}/u);
});

/** A line without what stays as it is: usage, ids, paths, texts in quotation marks. */
function withoutIds(line: string): string {
  return line.replaceAll(
    /^ *(kc )?[a-z]+ [-[A-Z].*$|--[a-z].*$|'[^']*'|"[^"]*"|“[^”]*”|KC\.\w+\(.*\)|kc [a-z]+( base upside| \d+Q\d)?|npm run -s kc|\/\S+/g,
    "",
  );
}

test("what programs read stays in English and ids, whatever the language", async () => {
  for (const args of [
    ["caps", "--json"],
    ["check", "--json"],
    ["eval", "=KC.LINES()", "--json"],
    ["template", "2026Q2"],
  ]) {
    const plain = await kc(...args);
    expect(await kc(...args, "--lang", "zh-CN")).toEqual(plain);
  }
});

test("the language is that of the terminal where none is named", async () => {
  const before = process.env["LC_ALL"];
  try {
    process.env["LC_ALL"] = "zh_CN.UTF-8";
    expect((await kc("check")).out).toMatch(/项校验全部通过。/);
    expect((await kc("check", "--lang", "en")).out).toMatch(/All \d+ checks hold\./);
    process.env["LC_ALL"] = "de_DE.UTF-8";
    expect((await kc("check")).out).toMatch(/All \d+ checks hold\./);
  } finally {
    if (before === undefined) delete process.env["LC_ALL"];
    else process.env["LC_ALL"] = before;
  }
});

test("columns of a table stand below each other where characters are wide", async () => {
  const lines = (await kc("implied", "--lang", "zh-CN")).out.trimEnd().split("\n").slice(1);
  expect(lines.length).toBeGreaterThan(5);
  expect(new Set(lines.map(columnsOf)).size).toBe(1);
});

test("a command that spoke Chinese leaves the language as it was", async () => {
  await kc("caps", "--lang", "zh-CN");
  await kc("nonsense", "--lang", "zh-CN");
  expect(spokenWords().language).toBe("en");
});
