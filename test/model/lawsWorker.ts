import { parentPort, workerData } from "node:worker_threads";
import { readSeedsFolder } from "../../src/cli/readSeedsFolder";
import { kingsoftCloud } from "../../src/companies/kingsoftCloud";
import { openModel } from "../../src/model";
import { loadSeeds } from "../../src/seeds";
import { drawOf, lawBatch } from "./lawBatch";

/** Answers each batch that scripts/laws.mjs sends with what it found. */
const { seeds, exactEvery } = workerData as { readonly seeds: string; readonly exactEvery: number };
const model = openModel(kingsoftCloud, loadSeeds(readSeedsFolder(seeds)));

parentPort!.on("message", ({ seed, sets }: { readonly seed: number; readonly sets: number }) => {
  parentPort!.postMessage({ seed, draw: drawOf(seed), ...lawBatch(model, seed, sets, exactEvery) });
});
