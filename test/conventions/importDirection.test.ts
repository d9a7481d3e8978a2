import { execFileSync } from "node:child_process";
import { root } from "../support/repository";

interface Sample {
  readonly path: string;
  readonly text: string;
}

/** Names of the lint rules that each sample breaks; ESLint runs outside because its settings are an ES module. */
function brokenRules(samples: readonly Sample[]): string[][] {
  const program = `
    import { ESLint } from "eslint";
    const eslint = new ESLint();
    const answers = [];
    for (const { path, text } of ${JSON.stringify(samples)}) {
      const [result] = await eslint.lintText(text, { filePath: path });
      answers.push(result.messages.map((message) => message.ruleId));
    }
    console.log(JSON.stringify(answers));`;
  const answer = execFileSync(process.execPath, ["--input-type=module", "-e", program], {
    cwd: root,
    encoding: "utf8",
  });
  return JSON.parse(answer) as string[][];
}

test("imports against the direction, globals of the outside world, any and default exports are lint errors", () => {
  const samples: [string, string, string[]][] = [
    [
      "src/formula/sample.ts",
      'export type { WorkbookPlan } from "../workbook/plan";\n',
      ["import-x/no-restricted-paths"],
    ],
    [
      "src/workbook/sample.ts",
      'export { planToXlsx } from "../hosts/xlsx/writeXlsx";\n',
      ["import-x/no-restricted-paths"],
    ],
    ["src/hosts/xlsx/sample.ts", 'export type { WorkbookPlan } from "../../workbook/plan";\n', []],
    ["src/cli/sample.ts", 'export { planToXlsx } from "../hosts/xlsx/writeXlsx";\n', []],
    ["src/model/sample.ts", "export const title = document.title;\n", ["no-restricted-globals"]],
    ["src/taskpane/sample.ts", "export const id = process.pid;\n", ["no-restricted-globals"]],
    ["src/cli/sample.ts", "export const title = document.title;\n", ["no-restricted-globals"]],
    ["src/hosts/xlsx/sample.ts", 'export { readFile } from "node:fs";\n', ["no-restricted-imports"]],
    [
      "src/analysis/sample.ts",
      "export function open(value: any): unknown {\n  return value;\n}\n",
      ["@typescript-eslint/no-explicit-any"],
    ],
    ["src/seeds/sample.ts", "export default 1;\n", ["import-x/no-default-export"]],
    ["src/model/sample.ts", "export const one = 1;\n".repeat(331), ["max-lines"]],
  ];
  const found = brokenRules(samples.map(([path, text]) => ({ path, text })));
  expect(found).toEqual(samples.map(([, , rules]) => rules));
});
