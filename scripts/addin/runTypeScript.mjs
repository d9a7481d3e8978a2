import { createHash } from "node:crypto";
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

/** The project's folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** Exports of a TypeScript file, compiled with what it imports of src; packages stay where they are. */
export async function runTypeScript(path) {
  const { outputFiles } = await build({
    entryPoints: [join(root, path)],
    bundle: true,
    write: false,
    platform: "node",
    target: "node20",
    format: "esm",
    packages: "external",
    logLevel: "error",
    // Node finds no ES module of csv-parse under the name that bundlers use.
    alias: { "csv-parse/browser/esm/sync": "csv-parse/sync" },
  });
  const { contents } = outputFiles[0];
  const folder = join(root, "node_modules", ".cache", "kc");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `script.${createHash("sha256").update(contents).digest("hex").slice(0, 16)}.mjs`);
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, contents);
  renameSync(aside, file);
  return import(pathToFileURL(file).href);
}
