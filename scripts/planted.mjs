#!/usr/bin/env node
/**
 * Plants each fault of test/planted/faults.json alone into a copy of the project and runs the tests that are to catch
 * it; docs/plantedFaults.md is the list.
 *   npm run planted -- [--only WORDS] [--page]
 * --only takes the faults whose words or file contain the text; --page rewrites the page without running anything.
 */
import { execFileSync, spawnSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { root } from "./addin/runTypeScript.mjs";

const LIST = join(root, "test/planted/faults.json");
const PAGE = join(root, "docs/plantedFaults.md");

/** The page: every fault, where it is planted, and the tests that are to catch it. */
function page(faults) {
  const cell = (text) => text.replaceAll("|", "\\|");
  const rows = faults.map(
    ({ fault, file, tests }) =>
      `| ${cell(fault)} | \`${file}\` | ${tests.map((test) => `\`${test}\``).join(", ")} |`,
  );
  return `# Planted faults

Faults outside the model, and the tests of the daily run that are to catch each. \`npm run planted\` plants them one at a time into a copy of the project and
fails for one that passes unseen; faults of the model and its formulas are planted by \`npm run mutants\` and by the tests of the laws themselves.

| fault | where | to be caught by |
|---|---|---|
${rows.join("\n")}
`;
}

/** A copy of the files of the repository, with the same packages. */
function copyOfProject() {
  const copy = mkdtempSync(join(tmpdir(), "kc-planted-"));
  const files = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  });
  for (const path of files.split("\0").filter(Boolean)) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    cpSync(join(root, path), join(copy, path));
  }
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  execFileSync("git", ["init", "-q"], { cwd: copy });
  execFileSync("git", ["add", "-A"], { cwd: copy });
  return copy;
}

/** Whether the tests of a fault fail with it; what they say when they do not. */
function verdict(copy, { file, find, replace, tests, named }) {
  const path = join(copy, file);
  const text = readFileSync(path, "utf8");
  if (text.split(find).length !== 2) return `"${find}" does not stand once in ${file}.`;
  writeFileSync(
    path,
    text.replace(find, () => replace),
  );
  try {
    const run = spawnSync(
      process.execPath,
      [join("node_modules", "jest", "bin", "jest.js"), ...tests, ...(named ? ["-t", named] : [])],
      {
        cwd: copy,
        encoding: "utf8",
        maxBuffer: 1 << 26,
      },
    );
    const failed = [...run.stderr.matchAll(/^ {2}● (.*)$/gm)].map(([, name]) => name);
    if (run.status !== 0 && failed.length > 0) return { caughtBy: [...new Set(failed)] };
    return run.status === 0 ? "not caught" : `the tests cannot run: ${run.stderr.slice(-500)}`;
  } finally {
    writeFileSync(path, text);
  }
}

const args = process.argv.slice(2);
const faults = JSON.parse(readFileSync(LIST, "utf8"));
if (args.includes("--page")) {
  writeFileSync(PAGE, page(faults));
} else {
  const only = args.includes("--only") ? (args[args.indexOf("--only") + 1] ?? "") : "";
  const copy = copyOfProject();
  const planted = faults.filter(({ fault, file }) => `${fault} ${file}`.includes(only));
  let unseen = 0;
  try {
    for (const fault of planted) {
      const found = verdict(copy, fault);
      if (typeof found === "string") unseen++;
      const said =
        typeof found === "string"
          ? `NOT CAUGHT (${found})`
          : `caught by ${found.caughtBy.slice(0, 3).join("; ")}`;
      console.log(`${fault.fault}, ${fault.file}: ${said}`);
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
  if (process.env.KC_FIGURES !== undefined && planted.length === faults.length) {
    const figure = {
      promise: "Faults planted outside the model are caught by the daily tests",
      found: `${planted.length - unseen} of ${planted.length} caught, each by a suite that is named for it`,
    };
    appendFileSync(process.env.KC_FIGURES, `${JSON.stringify(figure)}\n`);
  }
  if (unseen > 0) process.exitCode = 1;
}
