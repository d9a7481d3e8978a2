import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import type * as Esbuild from "esbuild";
import { shippedSeeds } from "../scripts/addin/shippedSeeds";

const CACHE = join("node_modules", ".cache", "kc");

/** Packages that a part finds in node_modules when it runs. */
const EXTERNAL = ["jsdom", "esbuild", "playwright-core"];

/** Bundles a part of the bench that runs in a process of its own, with the shipped seeds in it as in the built add-in; gives the path. */
export async function compilePart(contents: string, name: string): Promise<string> {
  const { build } = createRequire(join(process.cwd(), "package.json"))("esbuild") as typeof Esbuild;
  const outfile = join(CACHE, `bench.${name}.cjs`);
  const seeds = shippedSeeds(process.cwd());
  await build({
    bundle: true,
    platform: "node",
    format: "cjs",
    logLevel: "silent",
    outfile,
    external: EXTERNAL,
    // The sources of the tests find the project from the folder that they are in.
    define: { __dirname: JSON.stringify(join(process.cwd(), "test", "support")) },
    stdin: { contents, resolveDir: process.cwd(), loader: "ts" },
    plugins: [
      {
        name: "shipped seeds",
        setup: ({ onLoad }) =>
          onLoad({ filter: /[\\/]seeds[\\/]shipped(?:Figures|Texts)\.ts$/ }, ({ path }) => ({
            contents: path.endsWith("Figures.ts") ? seeds.figures : seeds.texts,
            loader: "js",
          })),
      },
    ],
  });
  return outfile;
}

/** Longest run of a part, in milliseconds. */
const LONGEST = 300_000;

/** Runs a compiled part; its last line of output is its figures as JSON. Throws with what it said when there are none. */
export function runPart<T>(file: string, ...args: readonly string[]): T {
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [file, ...args], {
    encoding: "utf8",
    maxBuffer: 1 << 26,
    timeout: LONGEST,
  });
  if (signal === "SIGTERM") throw new Error(`${file} took longer than ${LONGEST / 60_000} minutes`);
  const last = stdout.trim().split("\n").at(-1) ?? "";
  if (status !== 0 || !last.startsWith("{"))
    throw new Error(
      `${[file, ...args].join(" ")} ended with ${status ?? signal}: ${stderr.trim().slice(-500)}`,
    );
  return JSON.parse(last) as T;
}
