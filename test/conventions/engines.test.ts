import ts from "typescript";
import { sourceFiles, textOf } from "../support/repository";

/** Folders that hold engines: what is one company's stands in a folder of its own. */
const ENGINES = /^src\/(?:formula|model)\//;

/** Names of the company and its parties anywhere in a text, and years among its numbers. */
function contentIn(text: string): readonly string[] {
  const names = text.match(/kingsoft|xiaomi/gi) ?? [];
  const years: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNumericLiteral(node) && /^20[0-9]\d$/.test(node.text)) years.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("engine.ts", text, ts.ScriptTarget.ES2022));
  return [...names, ...years];
}

test("engines hold no company's name and no year", () => {
  const engines = sourceFiles().filter((path) => ENGINES.test(path));
  expect(engines.length).toBeGreaterThan(20);
  const found = engines.flatMap((path) => contentIn(textOf(path)).map((what) => `${path}: ${what}`));
  expect(found).toEqual([]);
});

test("the check sees a name and a year", () => {
  expect(contentIn('const first = 2026; const party = "Xiaomi"; // for 2027\n')).toEqual(["Xiaomi", "2026"]);
});
