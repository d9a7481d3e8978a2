import type { PackedFigures } from "./packedFigures";

/** The packed figures; the build of the add-in puts them in place of this file, nothing else has them. */
export function shippedFigures(): PackedFigures {
  throw new Error("The figures ship with the built add-in only; elsewhere read seeds/ with loadSeeds.");
}
