import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { builtOnce } from "../build/builtOnce";
import { reportFigure } from "../support/figure";
import { textAsCode } from "./textAsCode";

test("no script of the add-in or the workbench makes code out of text or makes a style element", () => {
  const folder = builtOnce();
  const scripts = (readdirSync(folder, { recursive: true }) as string[])
    .filter((path) => path.endsWith(".js"))
    .sort();
  expect(scripts).toEqual(
    expect.arrayContaining([
      "functions.js",
      "commands.js",
      "taskpane.js",
      "texts.js",
      join("workbench", "workbench.js"),
    ]),
  );
  const found = scripts.flatMap((path) =>
    textAsCode(readFileSync(join(folder, path), "utf8")).map(
      ({ what, at, text }) => `${path}:${at} ${what}: ${text}`,
    ),
  );
  expect(found).toEqual([]);
  const bytes = scripts.reduce((sum, path) => sum + readFileSync(join(folder, path)).length, 0);
  reportFigure(
    "No bundle evaluates text as code",
    `0 places in ${scripts.length} scripts, ${(bytes / 1024 / 1024).toFixed(1)} MB parsed; no exception`,
  );
});

test.each([
  "eval(a)",
  "(0, eval)(a)",
  "window.eval(a)",
  'window["eval"](a)',
  "const run = eval; run(a)",
  "new Function(a)",
  'Function("return this")()',
  "self.Function(a)",
  'globalThis["Function"](a)',
  "Reflect.construct(Function, [a])",
  'f.constructor("return this")()',
  'setTimeout("run()")',
  "setInterval(`run(${a})`, 5)",
  '(0, window.setTimeout)("run(" + a + ")")',
  'e.setAttribute("onclick", a)',
])("%s would be found", (script) => {
  expect(textAsCode(script).map(({ what }) => what)).toContain("code from text");
});

test('document.createElement("style") would be found', () => {
  expect(textAsCode('const e = document.createElement("style")')).toEqual([
    { what: "style element", at: 10, text: 'e = document.createElement("style")' },
  ]);
});

test.each([
  "// eval(a)",
  '"new Function(a)"',
  "x instanceof Function",
  "Function.prototype.toString.call(f)",
  "typeof Function",
  "a.evaluate(b)",
  "setTimeout(run, 5)",
  "setTimeout(() => run(), 5)",
  "this.constructor(a)",
  'document.createElement("div")',
])("%s is no such thing", (script) => {
  expect(textAsCode(script)).toEqual([]);
});
