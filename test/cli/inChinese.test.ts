import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readWorkbook } from "../../src/hosts/xlsx/readXlsx";
import { textOf } from "../support/repository";
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
  expect(err).toContain(
    "--lang 'fr' is not a language of the workbook; use en (English) or zh-CN (简体中文).",
  );
});
