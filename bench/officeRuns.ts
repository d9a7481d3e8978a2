import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import type * as Esbuild from "esbuild";
import { shippedSeeds } from "../scripts/addin/shippedSeeds";
import type { OfficeBuildFigures, OfficeCallFigures } from "./inOffice";
import type { Measured } from "./measured";

/** What was measured on the real office.js, each in a process of its own. */
export interface OfficeFigures {
  readonly plain: Measured<OfficeCallFigures>;
  readonly cards: Measured<OfficeCallFigures>;
  readonly build: Measured<OfficeBuildFigures>;
}

const CACHE = join("node_modules", ".cache", "kc");
const RUNNER = join(CACHE, "benchInOffice.cjs");
const FUNCTIONS = join(CACHE, "benchFunctions.cjs");

/** Results with cards of that many calls go out in one message; the library pauses between the messages of more. */
const CARD_CALLS = 2_500;

/** Compiles the functions and the host of the tests, and measures on them. */
export async function measureOffice(): Promise<OfficeFigures> {
  try {
    await compile();
  } catch (error) {
    const missing = { missing: `the part on office.js does not compile: ${(error as Error).message.slice(0, 300)}` };
    return { plain: missing, cards: missing, build: missing };
  }
  return { plain: run<OfficeCallFigures>("plain", 10_000), cards: run<OfficeCallFigures>("cards", CARD_CALLS), build: run<OfficeBuildFigures>("build") };
}

async function compile(): Promise<void> {
  const { build } = createRequire(join(process.cwd(), "package.json"))("esbuild") as typeof Esbuild;
  const shared = { bundle: true, platform: "node", format: "cjs", logLevel: "silent" } as const;
  const seeds = shippedSeeds(process.cwd());
  await build({
    ...shared,
    outfile: FUNCTIONS,
    stdin: { contents: `import "./src/functions/functions"; export { shippedModel } from "./src/functions/shippedModel";`, resolveDir: process.cwd(), loader: "ts" },
    // The same modules that the build of the add-in puts in place.
    plugins: [{
      name: "shipped seeds",
      setup: ({ onLoad }) => onLoad({ filter: /[\\/]seeds[\\/]shipped(?:Figures|Texts)\.ts$/ }, ({ path }) => ({ contents: path.endsWith("Figures.ts") ? seeds.figures : seeds.texts, loader: "js" })),
    }],
  });
  await build({ ...shared, outfile: RUNNER, entryPoints: ["bench/inOffice.ts"], external: ["jsdom", "esbuild"] });
}

function run<T extends object>(what: string, calls = 0): Measured<T> {
  const { status, stdout, stderr } = spawnSync(process.execPath, [RUNNER, what, FUNCTIONS, String(calls)], { encoding: "utf8", maxBuffer: 1 << 26 });
  const last = stdout.trim().split("\n").at(-1) ?? "";
  if (status !== 0 || !last.startsWith("{")) return { missing: `the run on office.js (${what}) ended with ${status}: ${stderr.trim().slice(0, 300)}` };
  return JSON.parse(last) as T;
}
