import { manifestProblems } from "../../scripts/addin/manifestProblems";
import { manifestSurroundings } from "../../scripts/addin/manifestSurroundings";
import { schemaProblems } from "../../scripts/addin/validateAddin";
import { JSDOM } from "jsdom";
import { SCENARIOS } from "../../src/companies/kingsoftCloud";
import { CHINESE } from "../../src/words/zh-CN";
import { root, textOf } from "../support/repository";

/** Address in the repository, which the build replaces. */
const DEFAULT_ADDIN_URL = "https://localhost:3000";
const manifest = textOf("manifest.xml");
const around = manifestSurroundings(root, DEFAULT_ADDIN_URL);

/** Problems of the manifest after a change, which must change something. */
function problemsAfter(from: string | RegExp, to: string): readonly string[] {
  const changed = manifest.replace(from, to);
  expect(changed).not.toBe(manifest);
  return manifestProblems(changed, around);
}

test("the manifest is well", () => {
  expect(manifestProblems(manifest, around)).toEqual([]);
});

test("the manifest fits Microsoft's schema", () => {
  const answer = schemaProblems(root);
  if ("skipped" in answer)
    process.stderr.write(`\nNOT CHECKED against Microsoft's schema: ${answer.skipped}\n`);
  else expect(answer.problems).toEqual([]);
});

test.each<[string, string | RegExp, string, string]>([
  [
    "an element out of order",
    /(<Version>.*<\/Version>)(\s*)(<ProviderName>.*<\/ProviderName>)/,
    "$3$2$1",
    "OfficeApp: Version must stand before ProviderName",
  ],
  [
    "a resource that is not there",
    'resid="Freeze.Tip"',
    'resid="Freeze.Hint"',
    "resid Freeze.Hint is no resource",
  ],
  ["an id that stands twice", 'id="KC.Relink"', 'id="KC.Freeze"', "id KC.Freeze stands twice"],
  [
    "a label that is too long",
    'DefaultValue="Freeze"',
    `DefaultValue="${"Freeze ".repeat(20)}"`,
    "String Freeze.Label has 140 characters; 125 are allowed",
  ],
  [
    "a tip that is too long",
    "Turn KC formulas",
    `Turn${" all".repeat(60)} KC formulas`,
    "String Freeze.Tip has",
  ],
  [
    "an address that is not https",
    `${DEFAULT_ADDIN_URL}/functions.js"`,
    'http://localhost:3000/functions.js"',
    "http://localhost:3000/functions.js is not https",
  ],
  [
    "a file that the build doesn't make",
    "/help.html",
    "/support.html",
    "/support.html: the build makes no such file",
  ],
  [
    "a Chinese tip that is too long",
    "公式列于可见的工作表。",
    "公式列于可见的工作表。".repeat(30),
    "String Freeze.Tip in zh-CN has",
  ],
  [
    "a Chinese list of functions that the build doesn't make",
    "/functions.zh-CN.json",
    "/functions.zh.json",
    "/functions.zh.json: the build makes no such file",
  ],
  [
    "a picture of another size",
    "assets/freeze-16.png",
    "assets/freeze-32.png",
    "assets/freeze-32.png is 32 by 32, not 16",
  ],
  [
    "a picture that is not there",
    "assets/relink-80.png",
    "assets/relink-81.png",
    "assets/relink-81.png: no such picture",
  ],
  [
    "a command that is not there",
    "<FunctionName>relink<",
    "<FunctionName>unfreeze<",
    "FunctionName unfreeze: no command has that name",
  ],
])("%s is found", (_, from, to, problem) => {
  expect(problemsAfter(from, to).join("\n")).toContain(problem);
});

test("the menu has every scenario by its name and meaning", () => {
  for (const { name } of SCENARIOS) expect(manifest).toContain(`DefaultValue="${name}"`);
  for (const { meaning } of SCENARIOS) expect(manifest).toContain(`DefaultValue="${meaning}"`);
});

/** Texts of a manifest that say nothing in Chinese, or something else than the product says elsewhere; with why. */
function notInChinese(xml: string): readonly string[] {
  const { document } = new JSDOM(xml, { contentType: "text/xml" }).window;
  const said = [...document.querySelectorAll("*")].filter(
    (each) =>
      ["DisplayName", "Description", "String"].includes(each.localName) && each.hasAttribute("DefaultValue"),
  );
  return said.flatMap((element) => {
    const english = element.getAttribute("DefaultValue")!;
    // The namespace stands in formulas.
    if (element.id === "Functions.Namespace")
      return element.children.length === 0 ? [] : [`${english}: stays`];
    const override = [...element.children].find((each) => each.getAttribute("Locale") === "zh-CN");
    const chinese = override?.getAttribute("Value") ?? "";
    if (!/[\u4e00-\u9fff]/.test(chinese)) return [`${english}: not in Chinese`];
    // The product's own name stays as it is in running text.
    const elsewhere = CHINESE.find(english);
    return elsewhere === null || elsewhere === chinese || elsewhere === english
      ? []
      : [`${english}: ${elsewhere} elsewhere`];
  });
}

test("every name, label and tip is there in Chinese, in the words that the product has for it", () => {
  expect(notInChinese(manifest)).toEqual([]);
  for (const { name, meaning } of SCENARIOS)
    for (const text of [name, meaning]) expect(manifest).toContain(`Value="${CHINESE.find(text)!}"`);
});

test.each([
  [/<bt:Override Locale="zh-CN" Value="冻结"\/>/, "", "Freeze: not in Chinese"],
  ['Value="悲观"', 'Value="下行"', "Downside: 悲观 elsewhere"],
  ['Value="重新链接"', 'Value="Relink"', "Relink: not in Chinese"],
  ['Locale="zh-CN" Value="KC模型"', 'Locale="zh-TW" Value="KC模型"', "KC Model: not in Chinese"],
])("a label that is not in Chinese is seen: %s", (from, to, said) => {
  expect(manifest.replace(from, to)).not.toBe(manifest);
  expect(notInChinese(manifest.replace(from, to))).toContain(said);
});

test("the add-in asks for no more than it needs", () => {
  expect(manifest).toContain("<Permissions>ReadWriteDocument</Permissions>");
  expect(
    [...manifest.matchAll(/<(?:bt:)?Set Name="(\w+)" MinVersion="([\d.]+)"/g)].map(([, name, version]) => [
      name,
      version,
    ]),
  ).toEqual([
    ["SharedRuntime", "1.1"],
    ["ExcelApi", "1.7"],
    ["CustomFunctionsRuntime", "1.3"],
  ]);
  expect(manifest).toContain('<Runtime resid="Taskpane.Url" lifetime="long"/>');
});
