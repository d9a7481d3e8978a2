/** Short fingerprints of cell contents and of whole parts of a plan. */

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

const { imul } = Math;

/** Length of a fingerprint. */
export const hashLength = 5;

/** Thirty-bit fingerprint of a text, as five characters. */
export function textHash(text: string): string {
  let high = 0x9dc5811c;
  let low = 0x2545f491;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = imul(high ^ code, 0x01000193);
    low = imul(low ^ (code + index), 0x85ebca6b);
  }
  let rest = (high ^ (low >>> 15) ^ (high >>> 13)) >>> 0;
  let out = "";
  for (let index = 0; index < hashLength; index += 1) {
    out += digits.charAt(rest & 63);
    rest >>>= 6;
  }
  return out;
}

/** Fingerprint of anything that prints as JSON. */
export function dataHash(data: unknown): string {
  const text = JSON.stringify(data);
  return textHash(text) + textHash(`${text}.`);
}
