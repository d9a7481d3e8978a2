import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zippedSizes } from "../scripts/addin/sizeBudget";
import { number, type Findings } from "./findings";

/** Builds the add-in for production into a temporary folder and compares its zipped sizes with their budgets. */
export function measureSizes(): Findings {
  const folder = mkdtempSync(join(tmpdir(), "kc-bench-dist-"));
  try {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["node_modules/webpack/bin/webpack.js", "--mode", "production", "--env", `outDir=${folder}`],
      { encoding: "utf8" },
    );
    if (status !== 0)
      throw new Error(`webpack ended with ${status}: ${(stderr || stdout).trim().slice(0, 300)}`);
    const bundles = zippedSizes(folder).map(({ name, files, size, most }) => ({
      name,
      files,
      kilobytes: size / 1024,
      most: most / 1024,
    }));
    return {
      figures: bundles,
      tables: [
        {
          title: "Bundles",
          text: "The add-in as built for this run, zipped, without office.js.",
          head: ["", "KB zipped", "budget", "files"],
          rows: bundles.map(({ name, files, kilobytes, most }) => [
            name,
            number(kilobytes),
            number(most, 0),
            files.join(", "),
          ]),
        },
      ],
      headlines: [
        {
          promise: "Bundle sizes",
          found: bundles
            .map(
              ({ name, kilobytes, most }) =>
                `${name} ${number(kilobytes)} KB zipped (at most ${number(most, 0)})`,
            )
            .join("; "),
        },
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
