#!/usr/bin/env node
/**
 * Looks for known faults in the packages that the product uses, and checks that an installation is the same everywhere.
 *   npm run audit
 * Where the registry does not tell its advisories, this says so, loudly, and checks what needs none.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root, runTypeScript } from "./addin/runTypeScript.mjs";

const json = (path) => JSON.parse(readFileSync(join(root, path), "utf8"));

/** What `npm audit` answers; without advisories it has a message instead. */
function askRegistry() {
  const { stdout, stderr, error } = spawnSync("npm", ["audit", "--omit=dev", "--json"], {
    cwd: root,
    encoding: "utf8",
    shell: process.platform === "win32",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error !== undefined) return { message: `npm cannot be started: ${error.message}` };
  try {
    return JSON.parse(stdout);
  } catch {
    return { message: stderr.trim() || "npm audit said nothing" };
  }
}

try {
  const { lockProblems } = await runTypeScript("scripts/audit/lockProblems.ts");
  const { judgeAdvisories } = await runTypeScript("scripts/audit/judgeAdvisories.ts");
  const { reportFigure } = await runTypeScript("test/support/figure.ts");
  const { packages } = json("package-lock.json");
  const problems = lockProblems(json("package.json"), packages, readFileSync(join(root, ".npmrc"), "utf8"));
  console.log(
    `Lock: ${Object.keys(packages).length - 1} packages, ${problems.length === 0 ? "each in one exact version with a checksum, none may run a script when it is installed" : `${problems.length} problems`}.`,
  );

  const report = askRegistry();
  const {
    told,
    packages: asked,
    open,
    explained,
    stale,
  } = judgeAdvisories(report, json("scripts/audit/explained.json"));
  if (told) {
    console.log(
      `Advisories: ${asked} production packages, ${open.length} unexplained, ${explained.length} explained.`,
    );
    for (const { package: name, advisory, reason } of explained)
      console.log(`  ${name}: ${advisory}\n    ${reason}`);
  } else {
    console.error(
      `\n${"!".repeat(80)}\nADVISORIES COULD NOT BE FETCHED: the registry did not tell them.\n  ${report.message ?? "npm audit gave no report"}\nWhether a production package has a known fault is NOT known from this run. Run npm run audit\nwhere the registry answers, before anything is published.\n${"!".repeat(80)}\n`,
    );
  }
  const faults = [...problems, ...open, ...stale];
  for (const fault of faults) console.error(`- ${fault}`);
  if (open.length > 0)
    console.error(
      "Mend these by newer versions or overrides in package.json, or give the reason why one does no harm in scripts/audit/explained.json.",
    );
  const advisories = told
    ? `${open.length} unexplained and ${explained.length} explained advisories for ${asked} packages`
    : "advisories not available where this ran, so not known";
  reportFigure(
    "Production dependencies have no known fault",
    `${advisories}; lock: ${problems.length} problems in ${Object.keys(packages).length - 1} packages`,
  );
  if (faults.length > 0) process.exitCode = 1;
} catch (error) {
  console.error(`The audit cannot run: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
