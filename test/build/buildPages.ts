import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../support/repository";

/** A built part of the add-in in a folder of its own. */
export interface BuiltAddin {
  readonly folder: string;
  remove(): void;
}

/** Builds everything of the add-in but its scripts and their styles, which are the same whatever the address: pages, manifest, list of functions, pictures. */
export function buildPages(
  env: Readonly<Record<string, string>> = {},
  flags: Readonly<Record<string, boolean>> = {},
): BuiltAddin {
  const folder = mkdtempSync(join(tmpdir(), "kc-addin-"));
  const program = `
    import webpack from "webpack";
    import configuration from "./scripts/addin/webpackConfiguration.mjs";
    const whole = await configuration(${JSON.stringify({ ...flags, outDir: folder })}, { mode: "production" });
    const plugins = whole.plugins.filter(({ constructor: { name } }) => name !== "ThirdPartyNotices");
    webpack({ ...whole, plugins, entry: {} }, (error, stats) => {
      if (error) throw error;
      if (stats.hasErrors()) throw new Error(stats.toString("errors-only"));
    });`;
  try {
    execFileSync(process.execPath, ["--input-type=module", "-e", program], {
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
