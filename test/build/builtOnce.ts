import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { repositoryFiles, root } from "../support/repository";

/** What a build reads. */
const READ =
  /^(?:src|seeds|scripts|assets|docs)\/|^(?:manifest\.xml|package(?:-lock)?\.json|webpack\.config\.js|tsconfig\.json)$/;

/** Files of the repository that a build reads, by path from the top folder. */
export function filesThatBuildsRead(): readonly string[] {
  return repositoryFiles()
    .filter((path) => READ.test(path))
    .sort();
}

/** Builds the project in a folder for production: the add-in into `out`, the workbench into `out/workbench`; a failure shows what was said. */
export function buildEverything(
  project: string,
  out: string,
  env: Readonly<Record<string, string>> = {},
): void {
  const workbench =
    'const { buildWorkbench } = await import("./scripts/startBuild.mjs"); await buildWorkbench({ out: process.argv[1] });';
  const run = (...args: string[]): void => {
    execFileSync(process.execPath, args, {
      cwd: project,
      encoding: "utf8",
      stdio: "pipe",
      env: { ...process.env, ADDIN_URL: "", ...env },
    });
  };
  try {
    run(
      join(project, "node_modules", "webpack-cli", "bin", "cli.js"),
      "--mode",
      "production",
      "--env",
      `outDir=${out}`,
    );
    run("--input-type=module", "-e", workbench, join(out, "workbench"));
  } catch (error) {
    const { stdout = "", stderr = String(error) } = error as { stdout?: string; stderr?: string };
    throw new Error(`The build failed:\n${stdout}${stderr}`);
  }
}

/** Folder with what `npm run build` makes of the present sources; built by the first suite that asks, used by all until a source changes. Nobody may change it. */
export function builtOnce(): string {
  const hash = createHash("sha256").update(process.version);
  for (const path of filesThatBuildsRead()) hash.update(`\0${path}\0`).update(readFileSync(join(root, path)));
  const cache = join(root, "node_modules", ".cache", "kc-built");
  const folder = join(cache, hash.digest("hex").slice(0, 16));
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const aside = `${folder}.${process.pid}`;
  const release = takeTurn(`${folder}.turn`, () => existsSync(folder));
  try {
    if (existsSync(folder)) return folder;
    buildEverything(root, aside);
    renameSync(aside, folder);
  } finally {
    rmSync(aside, { recursive: true, force: true });
    release();
  }
  removeOld(cache, folder);
  return folder;
}

/** Waits until no other process builds, unless what it builds is there; the result lets the next one in. */
function takeTurn(turn: string, isThere: () => boolean): () => void {
  const bell = new Int32Array(new SharedArrayBuffer(4));
  for (;;) {
    try {
      writeFileSync(turn, String(process.pid), { flag: "wx" });
      return () => rmSync(turn, { force: true });
    } catch {
      if (isThere()) return () => undefined;
      if (!isRunning(turn)) rmSync(turn, { force: true });
      // A time because the other process cannot ring; nothing depends on how long it is.
      Atomics.wait(bell, 0, 0, 50);
    }
  }
}

/** Whether the process that took its turn still runs. */
function isRunning(turn: string): boolean {
  try {
    return process.kill(Number(readFileSync(turn, "utf8")), 0);
  } catch {
    return !existsSync(turn);
  }
}

/** Builds of earlier sources, and halves of builds that were stopped, an hour after they were made: another suite may still use a younger one. */
function removeOld(cache: string, kept: string): void {
  for (const path of readdirSync(cache).map((name) => join(cache, name))) {
    const state = statSync(path, { throwIfNoEntry: false });
    if (path !== kept && state !== undefined && Date.now() - state.mtimeMs > 3_600_000)
      rmSync(path, { recursive: true, force: true });
  }
}
