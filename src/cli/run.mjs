#!/usr/bin/env node
/** Starts the kc command: bundles its TypeScript once for each state of the sources, then runs the bundle. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const cache = join(root, "node_modules", ".cache", "kc");

/** One text that changes with any source file: path, size and time of change of each. */
function stateOfSources() {
  const hash = createHash("sha256");
  const visit = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) visit(path);
      else if (/\.(?:ts|json)$/.test(entry.name)) note(path);
    }
  };
  const note = (path) => {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  };
  visit(join(root, "src"));
  for (const file of ["package.json", "package-lock.json", "tsconfig.json"]) note(join(root, file));
  return hash.digest("hex").slice(0, 16);
}

/** Path of the bundle for the present sources; made aside and renamed, so that commands may start at the same time. */
async function bundle() {
  const path = join(cache, `kc.${stateOfSources()}.cjs`);
  if (existsSync(path)) return path;
  const { build } = await import("esbuild");
  mkdirSync(cache, { recursive: true });
  const aside = join(cache, `kc.${process.pid}.${Date.now()}.tmp`);
  await build({
    entryPoints: [join(root, "src", "cli", "main.ts")],
    outfile: aside,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    logLevel: "error",
  });
  renameSync(aside, path);
  removeOld();
  return path;
}

/** Bundles of earlier sources, an hour after they were made: a command that started before may still need its own. */
function removeOld() {
  for (const name of readdirSync(cache).filter((each) => /^kc\.[^/]*\.(?:cjs|tmp)$/.test(each))) {
    const path = join(cache, name);
    try {
      if (Date.now() - statSync(path).mtimeMs > 3_600_000) rmSync(path, { force: true });
    } catch {
      // Another command removed it first.
    }
  }
}

const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
// npm runs scripts in the package's folder and keeps the folder it was called in.
const calledIn =
  process.env.npm_lifecycle_event === "kc" && process.env.INIT_CWD ? process.env.INIT_CWD : process.cwd();
try {
  const { main } = createRequire(import.meta.url)(await bundle());
  process.exitCode = await main(process.argv.slice(2), { root, version, calledIn });
} catch (error) {
  console.error(`kc cannot start: ${error instanceof Error ? error.message : String(error)}`);
  console.error("Run npm ci in the project's folder, then try again.");
  process.exitCode = 1;
}
