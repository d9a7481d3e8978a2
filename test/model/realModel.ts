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

export { RUNS, SEED } from "../support/runs";
