import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { spreadOf, type Spread } from "./rounds";

/** Time and memory of building the workbook from the command line, or why it could not be measured. */
export type BuildFigures =
  | { readonly seconds: Spread; readonly peakMegabytes: number; readonly fileKilobytes: number }
  | { readonly missing: string };

const COMMAND = ["run", "-s", "kc", "--", "build", "--out"];

/** Runs `npm run -s kc -- build` some times in a child and measures the whole of it, npm and start-up included. */
export function measureBuild(rounds: number): BuildFigures {
  if (!existsSync("src/cli/run.mjs")) return { missing: "the command line src/cli/run.mjs is not there" };
  const folder = mkdtempSync(join(tmpdir(), "kc-bench-"));
  try {
    const out = join(folder, "model.xlsx");
    const seconds: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const start = performance.now();
      const { status, stderr } = spawnSync("npm", [...COMMAND, out], { encoding: "utf8" });
      if (status !== 0) return { missing: `npm ${COMMAND.join(" ")} ended with ${status}: ${stderr.trim().slice(0, 300)}` };
      seconds.push((performance.now() - start) / 1000);
    }
    return { seconds: spreadOf(seconds), peakMegabytes: peakMegabytes(out), fileKilobytes: Math.round(statSync(out).size / 1024) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Largest resident memory of any Node process of the build: a module loaded first reports it on exit. */
function peakMegabytes(out: string): number {
  const report = `${out}.memory`;
  const preload = `data:text/javascript,${encodeURIComponent(
    `import { writeFileSync, readFileSync } from "node:fs";
     process.on("exit", () => {
       const file = process.env.KC_MEMORY_REPORT;
       let before = 0; try { before = Number(readFileSync(file, "utf8")); } catch {}
       writeFileSync(file, String(Math.max(before, process.resourceUsage().maxRSS)));
     });`,
  )}`;
  spawnSync(process.execPath, ["--import", preload, "src/cli/run.mjs", "build", "--out", out], {
    env: { ...process.env, NODE_OPTIONS: `--import=${preload}`, KC_MEMORY_REPORT: report },
  });
  return Number(readFileSync(report, "utf8")) / 1024;
}
