#!/usr/bin/env node
/**
 * Runs every proof, collects the figures it reports and writes them into docs/proof.md.
 *   npm run proof -- [--only tests,bench,laws,mutants,planted,audit] [--dry]
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./addin/runTypeScript.mjs";

const PAGE = join(root, "docs", "proof.md");
/** Draws of each property here; a run of the tests takes a fifteenth of them. */
const RUNS = "1500";
const PARTS = {
  // Suites that report a figure, and those that take more in a proof than in a run of the tests.
  tests: ["npx", "jest", "--findRelatedTests", "test/support/figure.ts", "test/support/runs.ts"],
  bench: ["npm", "run", "-s", "bench", "--", "--write"],
  laws: ["npm", "run", "-s", "laws"],
  mutants: ["npm", "run", "-s", "mutants"],
  planted: ["npm", "run", "-s", "planted"],
  audit: ["npm", "run", "-s", "audit"],
};

/** Rows of the page's tables by their promise: | promise | proved by | latest figure |. */
const ROW = /^\| ([^|]+?) \| ([^|]+?) \|([^|]*)\|$/gm;

function chosenParts(args) {
  const at = args.indexOf("--only");
  const names = at < 0 ? Object.keys(PARTS) : (args[at + 1] ?? "").split(",");
  const unknown = names.find((name) => !Object.hasOwn(PARTS, name));
  if (unknown !== undefined)
    throw new Error(`No part "${unknown}": choose from ${Object.keys(PARTS).join(", ")}.`);
  return names;
}

/** Runs the parts and gives what they reported, by promise, and which of them failed. */
function run(parts) {
  const folder = mkdtempSync(join(tmpdir(), "kc-proof-"));
  const file = join(folder, "figures.jsonl");
  try {
    const failed = parts.filter((part) => {
      const [command, ...args] = PARTS[part];
      console.log(`\n== ${part}: ${command} ${args.join(" ")}`);
      return (
        spawnSync(command, args, {
          cwd: root,
          stdio: "inherit",
          env: { KC_RUNS: RUNS, ...process.env, KC_FIGURES: file },
        }).status !== 0
      );
    });
    const lines = existsSync(file)
      ? readFileSync(file, "utf8")
          .trimEnd()
          .split("\n")
          .map((line) => JSON.parse(line))
      : [];
    return { failed, figures: new Map(lines.map(({ promise, found }) => [promise, found])) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The page with the figures in its last column; names those that have no row. */
function filledIn(page, figures) {
  const known = new Set();
  const text = page.replace(ROW, (row, promise, by) => {
    if (!figures.has(promise)) return row;
    known.add(promise);
    return `| ${promise} | ${by} | ${figures.get(promise).replaceAll("|", "/")} |`;
  });
  return { text, homeless: [...figures.keys()].filter((promise) => !known.has(promise)) };
}

try {
  const args = process.argv.slice(2);
  const { failed, figures } = run(chosenParts(args));
  const { text, homeless } = filledIn(readFileSync(PAGE, "utf8"), figures);
  console.log("");
  for (const [promise, found] of figures) console.log(`${promise}: ${found}`);
  if (homeless.length > 0) console.error(`docs/proof.md has no row for: ${homeless.join("; ")}`);
  if (failed.length > 0) console.error(`Failed: ${failed.join(", ")}. docs/proof.md is as it was.`);
  else if (!args.includes("--dry")) writeFileSync(PAGE, text);
  if (failed.length + homeless.length > 0) process.exitCode = 1;
} catch (error) {
  console.error(`The proofs cannot run: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
