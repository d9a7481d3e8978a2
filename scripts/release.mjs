#!/usr/bin/env node
/**
 * Builds everything and makes one archive of what is to be hosted, with its manifest, headers, bill of materials and checksums.
 *   npm run release -- --base https://addins.example.com/kc [--manifest-version 0.3.0.1] [--out FILE.zip]
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { runTypeScript } from "./addin/runTypeScript.mjs";

/** What the command line says. */
function parsed() {
  const options = {
    base: { type: "string" },
    "manifest-version": { type: "string" },
    out: { type: "string", default: join("out", "kc-model.zip") },
  };
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    throw new Error(`${error.message}. Use --base ADDRESS, --manifest-version NUMBER and --out FILE.`);
  }
}

/** The options; throws in words for one that is not known or can't be used. */
function options() {
  const values = parsed();
  const version = values["manifest-version"];
  if (version !== undefined && !/^\d{1,5}(?:\.\d{1,5}){3}$/.test(version))
    throw new Error(`--manifest-version ${version} is not of the form 0.3.0.1: four whole numbers.`);
  return { ...values, version };
}

/** Runs npm run build in the project; what it says is shown when it fails. */
function buildAll() {
  const { ADDIN_URL: _address, ...env } = process.env;
  const { status, stdout, stderr, error } = spawnSync("npm", ["run", "-s", "build"], {
    encoding: "utf8",
    env,
    shell: process.platform === "win32",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error !== undefined || status !== 0)
    throw new Error(`The build failed:\n${error?.message ?? `${stdout}${stderr}`}`);
}

/** Puts a file in place whole. */
function write(path, bytes) {
  writeFileSync(`${path}.${process.pid}`, bytes);
  renameSync(`${path}.${process.pid}`, path);
}

try {
  const { base: text, version, out } = options();
  const { rolloutBase } = await runTypeScript("scripts/rollout/rolloutBase.ts");
  const base = rolloutBase(text);
  console.log("Building ...");
  buildAll();
  const { builtFiles, sha256 } = await runTypeScript("scripts/rollout/hostedFiles.ts");
  const { rolloutArchive } = await runTypeScript("scripts/rollout/rolloutArchive.ts");
  const { zip, contents, folder } = rolloutArchive(builtFiles(resolve("dist")), base, process.cwd(), version);
  mkdirSync(dirname(resolve(out)), { recursive: true });
  write(out, zip);
  const sum = `${sha256(zip)}  ${basename(out)}`;
  write(`${out}.sha256`, `${sum}\n`);
  console.log(`${out}: ${contents.size} files, ${(zip.length / 1024 / 1024).toFixed(1)} MB`);
  console.log(`SHA-256 ${sum}`);
  console.log(
    `Serve site/ from the top of ${new URL(base.address).host}; this version is ${base.address}/${folder}/.`,
  );
  console.log("docs/deploy.md says how, deploy.md in the archive as well.");
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
