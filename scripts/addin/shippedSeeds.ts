import { join } from "node:path";
import { readSeedsFolder } from "../../src/cli/readSeedsFolder";
import { loadSeeds } from "../../src/seeds";
import { packSeeds } from "../../src/seeds/packedSeeds";

/** The modules that take the place of src/seeds/shippedFigures.ts and shippedTexts.ts in the add-in: the checked seeds, packed. */
export function shippedSeeds(projectFolder: string): { readonly figures: string; readonly texts: string } {
  const seeds = loadSeeds(readSeedsFolder(join(projectFolder, "seeds")));
  const { figures, texts } = packSeeds(seeds);
  return { figures: moduleOf("shippedFigures", figures), texts: moduleOf("shippedTexts", texts) };
}

function moduleOf(name: string, packed: unknown): string {
  // A constant, since the minifier would put the body of a function wherever it is called.
  return `const packed = ${JSON.stringify(packed)};\nexport function ${name}() {\n  return packed;\n}\n`;
}
