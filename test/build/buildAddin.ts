import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../support/repository";

/** A built add-in in a folder of its own. */
export interface BuiltAddin {
  readonly folder: string;
  remove(): void;
}

/** Builds the add-in for production into a temporary folder; a failure shows what webpack said. */
export function buildAddin(
  env: Readonly<Record<string, string>> = {},
  ...flags: readonly string[]
): BuiltAddin {
  const folder = mkdtempSync(join(tmpdir(), "kc-addin-"));
  const program = join(root, "node_modules", "webpack-cli", "bin", "cli.js");
  try {
    execFileSync(process.execPath, [program, "--env", `outDir=${folder}`, ...flags], {
      cwd: root,
      encoding: "utf8",
      stdio: "pipe",
      env: { ...process.env, ADDIN_URL: "", ...env },
    });
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(
      `The build failed:\n${(error as { stdout?: string }).stdout ?? ""}${(error as { stderr?: string }).stderr ?? String(error)}`,
    );
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
