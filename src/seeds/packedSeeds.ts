import type { Seeds } from "./fact";
import { factLookUps } from "./factLookUps";
import { packFigures, unpackFigures, type PackedFigures } from "./packedFigures";
import { packTexts, unpackTexts, type PackedTexts } from "./packedTexts";

/** The checked seeds in the two parts that ship with the add-in: figures at once, texts a moment later. */
export interface PackedSeeds {
  readonly figures: PackedFigures;
  readonly texts: PackedTexts;
}

/** Packs checked seeds. */
export function packSeeds(seeds: Seeds): PackedSeeds {
  return { figures: packFigures(seeds), texts: packTexts(seeds) };
}

/** The seeds as they were packed. */
export function unpackSeeds({ figures, texts }: PackedSeeds): Seeds {
  const ofFigures = unpackFigures(figures);
  const whole = unpackTexts(ofFigures, texts);
  return { ...whole, ...factLookUps(whole.facts) };
}
