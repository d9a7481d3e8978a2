import { spawnSync } from "node:child_process";
import { root, textOf } from "../support/repository";

/** Strict source of a package's file, or what the build would say; asked outside because the script is an ES module. */
function strictSource(file: string, source: string): { readonly strict: string; readonly refused: string } {
  const program = `
    const { strictSource } = await import("./scripts/addin/strictPackages.mjs");
    try { process.stdout.write(strictSource(process.argv[1], process.argv[2])); } catch ({ message }) { process.stderr.write(message); }`;
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ["--input-type=module", "-e", program, file, source],
    { cwd: root, encoding: "utf8" },
  );
  return { strict: stdout, refused: stderr };
}

test("a package that makes style elements adopts its sheet instead, and gives it back", () => {
  const file = "react-style-singleton/dist/es2015/singleton.js";
  const { strict, refused } = strictSource(file, textOf(`node_modules/${file}`));
  expect(refused).toBe("");
  expect(strict).not.toMatch(/createElement|appendChild|get-nonce/);
  const calls: string[] = [];
  const { stylesheetSingleton } = runModule(strict, (rules) => {
    calls.push(`adopt ${rules}`);
    return () => calls.push("give back");
  });
  const sheet = stylesheetSingleton();
  sheet.add("a {}");
  sheet.add("a {}");
  sheet.remove();
  expect(calls).toEqual(["adopt a {}"]);
  sheet.remove();
  expect(calls).toEqual(["adopt a {}", "give back"]);
  sheet.add("b {}");
  expect(calls).toEqual(["adopt a {}", "give back", "adopt b {}"]);
});

test("a new version that no longer reads as expected fails the build and says where", () => {
  const { refused } = strictSource("lodash-es/_root.js", "export default globalThis;");
  expect(refused).toMatch(
    /^lodash-es\/_root\.js has changed: nothing matches .*mend scripts\/addin\/strictPackages\.mjs\.$/,
  );
});

interface Singleton {
  stylesheetSingleton(): { add(rules: string): void; remove(): void };
}

/** Runs the text of an ES module with the given way to adopt a sheet. */
function runModule(text: string, adoptStyleSheet: (rules: string) => () => void): Singleton {
  const body = text.replace(/^import .*$/m, "").replace("export var", "var");
  return new Function("adoptStyleSheet", `${body}; return { stylesheetSingleton };`)(
    adoptStyleSheet,
  ) as Singleton;
}
