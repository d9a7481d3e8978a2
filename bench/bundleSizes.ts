import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zippedSizes } from "../scripts/addin/sizeBudget";
import type { Measured } from "./measured";

/** Zipped sizes of the built add-in against their budgets. */
export interface SizeFigures {
  readonly bundles: readonly { readonly name: string; readonly files: readonly string[]; readonly kilobytes: number; readonly most: number }[];
  /** Which build was measured, in words. */
  readonly build: string;
}

/** Sizes of a build made for it, or of dist/ as it is. */
export function measureSizes(buildFirst: boolean): Measured<SizeFigures> {
  if (!buildFirst) {
    if (!existsSync("dist/functions.js")) return { missing: "there is no dist/; run with --build, or npm run build before" };
    const built = statSync("dist/functions.js").mtimeMs;
    const stale = newest("src") > built || newest("seeds") > built;
    const hours = (Date.now() - built) / 3_600_000;
    return sizesOf("dist", `dist/, built ${hours.toFixed(1)} hours ago${stale ? ", OLDER THAN THE SOURCES" : ""}`);
  }
  const folder = mkdtempSync(join(tmpdir(), "kc-bench-dist-"));
  try {
    const { status, stdout, stderr } = spawnSync(process.execPath, ["node_modules/webpack/bin/webpack.js", "--mode", "production", "--env", `outDir=${folder}`], { encoding: "utf8" });
    return status === 0 ? sizesOf(folder, "built for this run") : { missing: `webpack ended with ${status}: ${(stderr || stdout).trim().slice(0, 300)}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function sizesOf(folder: string, build: string): Measured<SizeFigures> {
  try {
    return { build, bundles: zippedSizes(folder).map(({ name, files, size, most }) => ({ name, files, kilobytes: size / 1024, most: most / 1024 })) };
  } catch (error) {
    return { missing: `the build lacks a file: ${(error as NodeJS.ErrnoException).code ?? String(error)}` };
  }
}

/** Time of the latest change in a folder. */
function newest(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Math.max(...files.map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs));
}
