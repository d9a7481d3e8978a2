import ts from "typescript";
import { repositoryFiles, textOf } from "../support/repository";

/** Calls that wait for the clock, with the place of the time among their arguments. */
const CLOCKS: ReadonlyMap<string, number> = new Map([
  ["setTimeout", 1],
  ["setInterval", 1],
  ["waitForTimeout", 0],
  ["sleep", 0],
  ["delay", 0],
  ["wait", 3],
]);
const REASON = /\/\/ A time because \S/;

/** Waits for the clock in a text that give no reason: a comment "A time because …" right before them. */
function fixedWaits(path: string, text: string): readonly string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const lines = text.split("\n");
  const found: string[] = [];
  const note = (node: ts.Node): void => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    if (!REASON.test(lines[line]!) && !REASON.test(lines[line - 1] ?? ""))
      found.push(`${path}:${line + 1}: ${lines[line]!.trim()}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const { expression: callee } = node;
      const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : callee.getText();
      const time = node.arguments[CLOCKS.get(name) ?? Infinity];
      if (time !== undefined && time.getText() !== "0") note(node);
    }
    // Keys that are pressed at a pace.
    if (ts.isPropertyAssignment(node) && node.name.getText() === "delay") note(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

test("no test or script waits for the clock without a reason", () => {
  const files = repositoryFiles().filter((path) => /^(?:test|scripts)\/.*\.(?:ts|mjs)$/.test(path));
  expect(files.length).toBeGreaterThan(200);
  expect(files.flatMap((path) => fixedWaits(path, textOf(path)))).toEqual([]);
});

test("the check sees a wait in every form, and a reason", () => {
  const waits = [
    "await new Promise((resolve) => setTimeout(resolve, 60));",
    "await page.waitForTimeout(500);",
    "setInterval(look, 50);",
    'await page.keyboard.type("x", { delay: 20 });',
    "await sleep(100);",
    "Atomics.wait(bell, 0, 0, 50);",
  ];
  expect(waits.map((text) => fixedWaits("test/sample.ts", text).length)).toEqual(waits.map(() => 1));
  const reasoned = [
    "setTimeout(done, 0);",
    "setTimeout(done);",
    ...waits.map((wait) => `// A time because it is asked for.\n${wait}`),
  ];
  expect(reasoned.flatMap((text) => fixedWaits("test/sample.ts", text))).toEqual([]);
});
