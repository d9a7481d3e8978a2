import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cells, figure, number, type Findings } from "./findings";
import { spreadOf } from "./rounds";

const ROUNDS = 7;
const COMMAND = ["run", "-s", "kc", "--", "build", "--out"];

/** Runs `npm run -s kc -- build` some times in a child and measures the whole of it, npm and start-up included; the bundle of the sources is there from a first run. */
export function measureBuild(): Findings {
  const folder = mkdtempSync(join(tmpdir(), "kc-bench-"));
  try {
    const out = join(folder, "model.xlsx");
    const build = (): number => {
      const start = performance.now();
      const { status, stderr } = spawnSync("npm", [...COMMAND, out], { encoding: "utf8" });
      if (status !== 0)
        throw new Error(`npm ${COMMAND.join(" ")} ended with ${status}: ${stderr.trim().slice(0, 300)}`);
      return (performance.now() - start) / 1000;
    };
    const first = build();
    const seconds = spreadOf(Array.from({ length: ROUNDS }, build));
    const [megabytes, kilobytes] = [peakMegabytes(out), statSync(out).size / 1024];
    return {
      figures: { first, seconds, megabytes, kilobytes },
      tables: [
        {
          title: "kc build",
          text: `The whole command \`npm run -s kc -- build\`, npm and start-up included, ${ROUNDS} rounds; the file has ${number(kilobytes, 0)} KB.`,
          head: ["", "figure", "min-max", "aim"],
          rows: [
            ["seconds", ...cells(seconds), "2"],
            ["seconds, the first time (after a change its sources are bundled)", figure(first), "once", ""],
            ["largest memory of a process, MB", number(megabytes, 0), "once", "300"],
          ],
        },
      ],
      headlines: [
        {
          promise: "kc build time and memory",
          found: `${figure(seconds.median)} s (aim 2) with npm and start-up, ${number(megabytes, 0)} MB (aim 300), file ${number(kilobytes, 0)} KB`,
        },
      ],
    };
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
