import { join } from "node:path";
import { readSeedsFolder } from "../../src/cli/readSeedsFolder";
import { openModel, type Model } from "../../src/model";
import { loadSeeds } from "../../src/seeds";
import { root } from "../support/repository";

/** The texts of the real seeds folder; a test may add or change some. */
export function realSeedTexts(): Record<string, string> {
  return readSeedsFolder(join(root, "seeds"));
}

/** The model over the given seed texts, the real ones unless given. */
export function modelOf(texts: Readonly<Record<string, string>> = realSeedTexts()): Model {
  return openModel(loadSeeds(texts));
}

/** Runs of each property; KC_RUNS takes more, as npm run proof does. */
export const RUNS = Number(process.env.KC_RUNS ?? 300);

/** Seed of the properties, so that a failure repeats; KC_SEED takes another one. */
export const SEED = Number(process.env.KC_SEED ?? 20260425);
