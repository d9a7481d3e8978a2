#!/usr/bin/env node
/**
 * What is checked without running anything: types of the core (which knows neither a browser nor Node) and of
 * everything, lint, and format; side by side, each one's words whole.
 *   node scripts/check.mjs [core] [everything] [lint] [format]
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "./addin/runTypeScript.mjs";

const inPackages = (path) => join(root, "node_modules", path);
const CHECKS = {
  core: [inPackages("typescript7/bin/tsc"), "-p", "src"],
  everything: [inPackages("typescript7/bin/tsc")],
  lint: [inPackages("eslint/bin/eslint.js"), ".", "--max-warnings", "0"],
  format: [inPackages("oxfmt/bin/oxfmt"), "--check", "."],
};

/** Runs one check and gives its name when it failed, after saying what it said. */
function failing(name) {
  const child = spawn(process.execPath, CHECKS[name], { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (said += data));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      console.log(`${code === 0 ? "passed" : "FAILED"}: ${name}\n${said}`.trimEnd());
      resolve(code === 0 ? [] : [name]);
    });
  });
}

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !Object.hasOwn(CHECKS, name));
if (unknown !== undefined) {
  console.error(`No check "${unknown}": choose from ${Object.keys(CHECKS).join(", ")}.`);
  process.exitCode = 1;
} else {
  const failed = (await Promise.all((wanted.length > 0 ? wanted : Object.keys(CHECKS)).map(failing))).flat();
  if (failed.length > 0) process.exitCode = 1;
}
