import { execFileSync } from "node:child_process";
import { root, sourceFiles, textOf } from "../support/repository";

/** Names of the methods that the build leaves out of decimal.js; read outside because the script is an ES module. */
function leftOut(): readonly string[] {
  const program =
    'const { LEFT_OUT } = await import("./scripts/addin/leanDecimal.mjs"); console.log(JSON.stringify([...LEFT_OUT]));';
  return JSON.parse(
    execFileSync(process.execPath, ["--input-type=module", "-e", program], { cwd: root, encoding: "utf8" }),
  ) as string[];
}

test("nothing in src calls a method of decimal.js that the build leaves out", () => {
  const names = leftOut();
  expect(names).toContain("cosine");
  // clamp(true) is a scale of d3.
  const call = new RegExp(`(?<!Math)\\.(${names.join("|")})\\((?!true\\))`, "g");
  const calls = sourceFiles()
    .filter((path) => !path.startsWith("src/cli/"))
    .flatMap((path) => [...textOf(path).matchAll(call)].map(([text]) => `${path}: ${text}`));
  expect(calls).toEqual([]);
});

test("what src uses beside the methods stays", () => {
  const used = sourceFiles().flatMap((path) =>
    [...textOf(path).matchAll(/\b(?:Decimal|Exact|ProofDecimal)\.(\w+)/g)].map(([, name]) => name!),
  );
  expect(
    [...new Set(used)].filter((name) => !/^(?:ROUND_\w+|clone|max|min|sum|isDecimal|config|set)$/.test(name)),
  ).toEqual([]);
});
