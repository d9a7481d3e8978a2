import type { PackedTexts } from "./packedTexts";

/** The packed texts; the build of the add-in puts them in place of this file, nothing else has them. */
export function shippedTexts(): PackedTexts {
  throw new Error("The texts ship with the built add-in only; elsewhere read seeds/ with loadSeeds.");
}
