import { join } from "node:path";
import { readSeedsFolder } from "../../src/cli/readSeedsFolder";
import { kingsoftCloud } from "../../src/companies/kingsoftCloud";
import { openModel, type Model } from "../../src/model";
import { loadSeeds } from "../../src/seeds";
import { root } from "../support/repository";
import { seededModel } from "../support/seededModel";

/** The texts of the real seeds folder; a test may add or change some. */
export function realSeedTexts(): Record<string, string> {
  return readSeedsFolder(join(root, "seeds"));
}

/** The model over the given seed texts; over the real ones, unless given, it is opened once in a test file or group. */
export function modelOf(texts?: Readonly<Record<string, string>>): Model {
  return texts === undefined ? seededModel() : openModel(kingsoftCloud, loadSeeds(texts));
}

export { RUNS, SEED } from "../support/runs";
