import { readSeedsFolder } from "../../src/cli/readSeedsFolder";
import { loadSeeds } from "../../src/seeds";
import { packSeeds, type PackedSeeds } from "../../src/seeds/packedSeeds";
import { root } from "./repository";

/** Outlives the module, which tests load again and again. */
const kept = globalThis as { kcPackedSeeds?: PackedSeeds };

/** The seeds as the build packs them, for tests that stand in for the built modules. */
export function packedSeedsOfProject(): PackedSeeds {
  if (kept.kcPackedSeeds === undefined) {
    const seeds = loadSeeds(readSeedsFolder(`${root}/seeds`));
    kept.kcPackedSeeds = packSeeds(seeds);
  }
  return kept.kcPackedSeeds;
}
