#!/usr/bin/env node
/**
 * Draws every printed page of a workbook, recalculated by LibreOffice:
 *   node scripts/renderWorkbook.mjs FILE.xlsx OUTDIR
 */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mkdtemp, rm } from "node:fs/promises";
import { build } from "esbuild";

const [file, outDir] = process.argv.slice(2);
if (!file || !outDir) {
  console.error("usage: node scripts/renderWorkbook.mjs FILE.xlsx OUTDIR");
  process.exit(1);
}

const work = await mkdtemp(join(tmpdir(), "kc-render-"));
try {
  const outfile = join(work, "libreOffice.cjs");
  const entry = new URL("../test/support/libreOffice.ts", import.meta.url).pathname;
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    logLevel: "error",
  });
  const { renderPages } = createRequire(import.meta.url)(outfile);
  for (const page of await renderPages(await readFile(file), outDir)) console.log(page);
} catch (error) {
  console.error(`Cannot draw ${file}: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  await rm(work, { recursive: true, force: true });
}
