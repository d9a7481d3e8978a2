import type { Seeds } from "./fact";
import { factLookUps } from "./factLookUps";
import { unpackTexts } from "./packedTexts";
import { shippedTexts } from "./shippedTexts";

/** The whole seeds that ship with the add-in, from those of the figures. */
export function shippedSeeds(figures: Seeds): Seeds {
  const whole = unpackTexts(figures, shippedTexts());
  return { ...whole, ...factLookUps(whole.facts) };
}
