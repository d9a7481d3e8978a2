import type { DriverRow } from "../model";
import { asTyped } from "./driverValue";

/** How a value that is a power of ten away from another is said; a slip of units or of a decimal sign makes these. */
const WORDS: Readonly<Record<number, string>> = {
  1: "about ten times",
  2: "about a hundred times",
  3: "about a thousand times",
  4: "about ten thousand times",
  6: "about a million times",
  [-1]: "about a tenth of",
  [-2]: "about a hundredth of",
  [-3]: "about a thousandth of",
  [-4]: "about a ten thousandth of",
  [-6]: "about a millionth of",
};

/** How far the value may have moved besides, in powers of ten: from a fifth less to a quarter more. */
const BESIDES = 0.1;

/**
 * A sentence that says that a driver's new value is a step of units away from the one before, ten, a hundred, a
 * thousand times or a part of it; null where it is not, and for counts, choices and quarters.
 */
export function unitStep(row: DriverRow, before: string, after: string): string | null {
  const power = Math.log10(Number(after) / Number(before));
  const words = WORDS[Math.round(power)];
  if (row.driver.whole || words === undefined || !(Math.abs(power - Math.round(power)) <= BESIDES))
    return null;
  return `${asTyped(row, after)} is ${words} ${asTyped(row, before)}`;
}
