#!/usr/bin/env node
/**
 * Holds every law of the model against many random valid assumptions, on every core.
 *   npm run laws -- [--sets 1000000] [--seed N] [--exact-every 100] [--workers N]
 */
import { mkdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";
import { root, runTypeScript } from "./addin/runTypeScript.mjs";

/** Sets that share one seed: a seed and its number of sets repeat them. */
const BATCH = 1000;

function readOptions(args) {
  const { values } = parseArgs({
    args,
    options: {
      sets: { type: "string", default: "1000000" },
      seed: { type: "string", default: "1" },
      "exact-every": { type: "string", default: "100" },
      workers: { type: "string", default: String(availableParallelism()) },
    },
  });
  const whole = (name, least) => {
    const number = Number(values[name]);
    if (!Number.isSafeInteger(number) || number < least)
      throw new Error(`--${name} is "${values[name]}"; write a whole number from ${least}.`);
    return number;
  };
  return {
    sets: whole("sets", 1),
    seed: whole("seed", 0),
    exactEvery: whole("exact-every", 1),
    workers: whole("workers", 1),
  };
}

/** Compiles the worker with the model and the laws it needs; packages stay where they are. */
async function compiledWorker() {
  const folder = join(root, "node_modules", ".cache", "kc");
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `lawsWorker.${process.pid}.cjs`);
  await build({
    entryPoints: [join(root, "test", "model", "lawsWorker.ts")],
    outfile,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    packages: "external",
    logLevel: "error",
    // Node finds no ES module of csv-parse under the name that bundlers use.
    alias: { "csv-parse/browser/esm/sync": "csv-parse/sync" },
  });
  return outfile;
}

/** Runs all batches and gives their totals, or the first failure. */
async function run({ sets, seed, exactEvery, workers }, file) {
  const total = { sets: 0, compared: 0, largest: 0, failure: null };
  const started = performance.now();
  let [next, told] = [0, started];
  const serve = () =>
    new Promise((resolve, reject) => {
      const worker = new Worker(file, { workerData: { seeds: join(root, "seeds"), exactEvery } });
      const ask = () => {
        const done = next * BATCH;
        if (done >= sets || total.failure !== null) return void worker.terminate();
        worker.postMessage({ seed: seed + next++, sets: Math.min(BATCH, sets - done) });
      };
      worker.on("message", (found) => {
        total.sets += found.sets;
        total.compared += found.compared;
        total.largest = Math.max(total.largest, found.largest);
        if (found.failure !== null) total.failure ??= found;
        if (performance.now() - told > 10_000) {
          told = performance.now();
          console.error(
            `${total.sets.toLocaleString("en")} of ${sets.toLocaleString("en")} sets, ${Math.round(total.sets / ((told - started) / 1000))} a second`,
          );
        }
        ask();
      });
      worker.on("error", reject);
      worker.on("exit", resolve);
      ask();
    });
  await Promise.all(Array.from({ length: workers }, serve));
  return total;
}

try {
  const options = readOptions(process.argv.slice(2));
  const total = await run(options, await compiledWorker());
  if (total.failure !== null) {
    const { seed, draw, failure } = total.failure;
    console.error(`A law is broken for valid assumptions (${draw}, seed ${seed}). The smallest case:`);
    console.error(`  npm run -s kc -- build --out case.xlsx ${failure.options}`);
    for (const fault of failure.faults.slice(0, 20)) console.error(`  ${fault}`);
    console.error(
      `Again: npm run laws -- --seed ${seed} --sets ${BATCH} --exact-every ${options.exactEvery}`,
    );
    process.exitCode = 1;
  } else {
    const held = `${total.sets.toLocaleString("en")} random valid sets of assumptions from seed ${options.seed}: every law holds, every check is 0`;
    const exact = `${total.compared.toLocaleString("en")} of them compared with exact decimals: at most ${total.largest.toExponential(1)} of the largest amount that enters the cell`;
    console.log(`${held}.\n${exact}.`);
    const { reportFigure } = await runTypeScript("test/support/figure.ts");
    reportFigure("Laws hold over a long run", `${held}; ${exact}`);
  }
} catch (error) {
  console.error(`The laws cannot be tried: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
