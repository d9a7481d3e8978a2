import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { metadataFiles } from "../../scripts/addin/functionsMetadata";
import { zippedSizes } from "../../scripts/addin/sizeBudget";
import { createKcFunctions } from "../../src/functions";
import { LINES } from "../../src/companies/kingsoftCloud";
import { modelOf } from "../model/realModel";
import { bootOffice } from "../officeHost/bootOffice";
import { callFunctions } from "../officeHost/customFunctionCalls";
import { oldSets } from "../officeHost/nativeHost";
import { textOf } from "../support/repository";
import { buildPages, type BuiltAddin } from "./buildPages";
import { builtOnce } from "./builtOnce";

const url = "https://models.example.com/kc";
let pages: BuiltAddin;
let scripts: string;
const read = (file: string, folder = pages.folder): string => readFileSync(join(folder, file), "utf8");

beforeAll(() => {
  pages = buildPages({ ADDIN_URL: `${url}/` }, { localOffice: true });
  scripts = builtOnce();
});
afterAll(() => pages.remove());

test("everything that the manifest names is there", () => {
  for (const [, path] of read("manifest.xml").matchAll(new RegExp(`"${url}/([^"#]+)"`, "g")))
    expect([path, [pages.folder, scripts].some((folder) => existsSync(join(folder, path!)))]).toEqual([
      path,
      true,
    ]);
});

test("the workbench has the help pages beside it, as the add-in has", () => {
  const words = (page: string): string =>
    new JSDOM(page).window.document.body.textContent.replace(/\s+/g, "");
  for (const file of ["help.html", "help.zh-CN.html"])
    expect(words(read(file, join(scripts, "workbench")))).toBe(words(read(file)));
});

test("privacy, support and terms are pages that say what their documents say", () => {
  for (const name of ["privacy", "support", "terms"]) {
    const { document } = new JSDOM(read(`${name}.html`)).window;
    const plain = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, "");
    expect(plain(document.body.textContent)).toBe(plain(textOf(`docs/${name}.md`)));
    expect(document.querySelectorAll("h1")).toHaveLength(1);
    expect(document.querySelectorAll("table").length > 0).toBe(name !== "terms");
  }
});

test("ADDIN_URL is the only address in the manifest and the functions", () => {
  for (const file of ["manifest.xml", "functions.json", "functions.zh-CN.json"]) {
    expect(read(file)).toContain(url);
    expect(read(file)).not.toContain("localhost");
  }
  expect(read("functions.json")).toBe(
    textOf("test/golden/functions.json").replaceAll("https://localhost:3000", url),
  );
  expect(read("functions.zh-CN.json")).toBe(
    metadataFiles().get("functions.zh-CN.json")!.replaceAll("https://localhost:3000", url),
  );
});

test("the bundles keep to their budgets", () => {
  const sizes = zippedSizes(scripts);
  for (const { name, size, most } of sizes)
    process.stdout.write(`${name}: ${size} bytes zipped, ${most} allowed\n`);
  expect(sizes.filter(({ size, most }) => size > most)).toEqual([]);
});

test.each([
  [
    "taskpane.html",
    "default-src 'none'; script-src 'self' https://appsforoffice.microsoft.com; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'",
  ],
  ...["help.html", "help.zh-CN.html", "privacy.html", "support.html", "terms.html"].map((file) => [
    file,
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'",
  ]),
])("%s has its policy before anything that could load, and nothing inline", (file, policy) => {
  const { document } = new JSDOM(read(file)).window;
  const metas = [...document.head.children].slice(0, 2);
  expect(metas.map((meta) => meta.getAttribute("charset") ?? meta.getAttribute("content"))).toEqual([
    "utf-8",
    policy,
  ]);
  expect(metas[1]!.getAttribute("http-equiv")).toBe("Content-Security-Policy");
  expect(document.querySelectorAll("script:not([src]), style, [style]")).toHaveLength(0);
  const handlers = [...document.querySelectorAll("*")].flatMap((element) =>
    element.getAttributeNames().filter((name) => name.startsWith("on")),
  );
  expect(handlers).toEqual([]);
});

test("the page of the shared runtime loads the library, the functions, the ribbon and the pane, in this order", () => {
  const { document } = new JSDOM(read("taskpane.html")).window;
  expect([...document.scripts].map((script) => script.getAttribute("src"))).toEqual([
    "office/office.js",
    "functions.js",
    "commands.js",
    "taskpane.js",
  ]);
  expect(document.documentElement.dataset["version"]).toBe(
    (JSON.parse(textOf("package.json")) as { version: string }).version,
  );
  expect(readdirSync(join(pages.folder, "office")).length).toBe(8);
  const library = "node_modules/@microsoft/office-js/dist/office.js";
  expect(read("office/office.js")).toBe(textOf(library));
});

test("the built functions give the values of the source, in the real runtime", async () => {
  const running = await bootOffice({ sets: oldSets });
  try {
    const page = running.window as unknown as { eval: (text: string) => void; document: Document };
    page.eval(read("functions.js", scripts));
    page.eval(read("texts.js", scripts));
    const expected = createKcFunctions(modelOf());
    const calls = LINES.flatMap(({ id }) =>
      ["2025Q3", "FY2026", "1H27", "TTM", "2028Q4"].flatMap((period) =>
        ["Base", "Downside"].map((scenario) => ({ name: "LINE", args: [id, period, scenario, null] })),
      ),
    );
    const answers = await callFunctions(running, calls);
    answers.forEach((answer, index) => {
      const args = calls[index]!.args as [string, string, string, null];
      let plain: object;
      try {
        plain = { value: expected.LINE(...args) };
      } catch (error) {
        plain = { error: (error as { code: string }).code, message: (error as Error).message };
      }
      expect([args, answer]).toEqual([args, plain]);
    });
    const [source] = await callFunctions(running, [
      { name: "SOURCE", args: ["revenue", "2025Q3", null, null] },
    ]);
    expect(source).toEqual({ value: expected.SOURCE("revenue", "2025Q3") });
  } finally {
    running.close();
  }
});
