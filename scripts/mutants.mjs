#!/usr/bin/env node
/**
 * Changes the model and the formula readers in one place at a time and sees whether a test notices.
 *   npm run mutants -- [--all] [--sample 250] [--seed N] [--only PATH] [--write]
 * Survivors are explained in test/mutants/survivors.csv; --write adds rows for new ones and removes those of killed ones.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";
import { root, runTypeScript } from "./addin/runTypeScript.mjs";

const TABLE = join(root, "test", "mutants", "survivors.csv");
/** A mutant that runs as long hangs: it counts as killed. The tests without a mutant may take longer, everything is compiled for them. */
const PATIENCE = 120_000;
/** Runs of each random property; a mutant that only one in thousands would show is explained or gets a test of its own. */
const RUNS = "9";
const LEAST_KILLED = 0.9;

function readOptions(args) {
  const { values } = parseArgs({
    args,
    options: {
      all: { type: "boolean", default: false },
      sample: { type: "string", default: "250" },
      seed: { type: "string", default: "1" },
      only: { type: "string", default: "" },
      workers: { type: "string", default: String(availableParallelism()) },
      write: { type: "boolean", default: false },
    },
  });
  const whole = (name) => {
    if (!/^\d+$/.test(values[name])) throw new Error(`--${name} is "${values[name]}"; write a whole number.`);
    return Number(values[name]);
  };
  return { ...values, sample: whole("sample"), seed: whole("seed"), workers: Math.max(1, whole("workers")) };
}

/** Places of the mutants to run, in an order that the seed and their names fix, so that a change of the sources leaves the rest of a sample as it was. */
function chosen(names, { all: every, sample, seed, only }) {
  const rank = (index) => createHash("sha1").update(`${seed} ${names[index]}`).digest("hex");
  const places = [...names.keys()]
    .filter((index) => names[index].includes(only))
    .map((index) => ({ index, rank: rank(index) }));
  places.sort((a, b) => (a.rank < b.rank ? -1 : 1));
  return places.slice(0, every ? places.length : sample).map(({ index }) => index);
}

async function compiledWorker() {
  const folder = join(root, "node_modules", ".cache", "kc");
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `mutantWorker.${process.pid}.cjs`);
  await build({
    entryPoints: [join(root, "test", "mutants", "mutantWorker.ts")],
    outfile,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    packages: "external",
    logLevel: "error",
  });
  return outfile;
}

/** A thread that judges one mutant after the other; a hanging one is ended and started anew. */
class Judge {
  constructor(file) {
    this.file = file;
    this.start();
  }

  start() {
    // What the tests find under a mutant is no figure to report.
    const env = { ...process.env, KC_RUNS: RUNS };
    delete env.KC_FIGURES;
    this.worker = new Worker(this.file, { workerData: { root }, env });
  }

  /** The test that kills the mutant, or null. */
  verdict(mutant) {
    return new Promise((resolve) => {
      const { worker } = this;
      const answer = (text, broken = false) => {
        clearTimeout(timer);
        worker.off("message", onMessage).off("error", onError);
        if (broken)
          void worker
            .terminate()
            .then(() => this.start())
            .then(() => resolve(text));
        else resolve(text);
      };
      const onMessage = (text) => answer(text);
      const onError = (error) => answer(`it breaks off: ${error.message}`, true);
      // A time because a mutant that does not end is killed by the clock alone.
      const timer = setTimeout(
        () => answer("it does not end", true),
        mutant === null ? 5 * PATIENCE : PATIENCE,
      );
      worker.on("message", onMessage).on("error", onError);
      worker.postMessage(mutant);
    });
  }
}

async function run(all, names, places, workers) {
  const file = await compiledWorker();
  const survived = new Set();
  let [next, done, told] = [0, 0, performance.now()];
  const judges = Array.from({ length: workers }, () => new Judge(file));
  const work = async (judge) => {
    const fault = await judge.verdict(null);
    if (fault !== null) throw new Error(`the tests fail without any change: ${fault}`);
    while (next < places.length) {
      const place = places[next++];
      if ((await judge.verdict(all[place])) === null) {
        survived.add(place);
        console.error(`survives: line ${all[place].line} of ${names[place]}`);
      }
      done++;
      if (performance.now() - told > 15_000) {
        told = performance.now();
        console.error(`${done} of ${places.length} mutants, ${survived.size} survive`);
      }
    }
  };
  try {
    await Promise.all(judges.map(work));
  } finally {
    for (const { worker } of judges) void worker.terminate();
  }
  return survived;
}

try {
  const options = readOptions(process.argv.slice(2));
  const { mutantNames } = await runTypeScript("test/mutants/mutant.ts");
  const { allMutants } = await runTypeScript("test/mutants/allMutants.ts");
  const { readSurvivors, tableFaults, updatedTable } = await runTypeScript("test/mutants/survivors.ts");
  const all = allMutants(root);
  const names = mutantNames(all);
  const places = chosen(names, options);
  const survived = await run(all, names, places, options.workers);
  const ran = new Set(places);
  if (options.write)
    writeFileSync(TABLE, updatedTable(readSurvivors(readFileSync(TABLE, "utf8")), all, ran, survived));
  const faults = tableFaults(readSurvivors(readFileSync(TABLE, "utf8")), all, ran, survived);
  const killed = places.length - survived.size;
  const share = killed / places.length;
  const found = `${killed.toLocaleString("en")} of ${places.length.toLocaleString("en")} tried (${(share * 100).toFixed(1)} %), of ${all.length.toLocaleString("en")} in all; every survivor is explained`;
  for (const fault of faults) console.error(fault);
  if (share < LEAST_KILLED)
    console.error(
      `Only ${(share * 100).toFixed(1)} % of the mutants are killed; ${LEAST_KILLED * 100} % are promised.`,
    );
  if (faults.length > 0 || share < LEAST_KILLED) process.exitCode = 1;
  else {
    console.log(`Mutants killed: ${found}.`);
    const { reportFigure } = await runTypeScript("test/support/figure.ts");
    reportFigure("Mutants of model and formulas are killed", found);
  }
} catch (error) {
  console.error(`The mutants cannot be tried: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
