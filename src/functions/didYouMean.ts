import { say, wordIn } from "../words";
import { quoted } from "./kcValue";

/** Number of single-letter changes (insert, leave out, replace, swap neighbours) between two words. */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2]! + 1 : Infinity;
      row[j] = Math.min(above[j]! + 1, row[j - 1]! + 1, replaced, swapped);
    }
    before = above;
    above = row;
  }
  return above[b.length]!;
}

/** Letters and digits only, in lower case: how names are compared. */
export function plainName(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\d]/gu, "");
}

const KNOWN = new Map<string, string>();

/** The plain name of one of the model's own names, of which there are some hundreds; each is worked out once. */
export function knownPlain(name: string): string {
  const known = KNOWN.get(name) ?? plainName(name);
  KNOWN.set(name, known);
  return known;
}

/** The candidate that was probably meant, or null when none is near: few changes, or the word it begins with. */
export function nearest(text: string, candidates: readonly string[]): string | null {
  const wanted = plainName(text);
  if (wanted === "" || wanted.length > 60) return null;
  let best: { readonly candidate: string; readonly distance: number } | null = null;
  for (const candidate of candidates) {
    const plain = knownPlain(candidate);
    const begins =
      wanted.length >= 4 && (plain.startsWith(wanted) || wanted.startsWith(plain)) && plain.length >= 4;
    const limit = Math.max(1, Math.min(3, Math.floor(Math.max(wanted.length, plain.length) / 3)));
    const apart = Math.abs(plain.length - wanted.length);
    // Words of very different length need as many changes at least.
    const distance = begins ? Math.min(2.5, apart) : apart > limit ? apart : editDistance(wanted, plain);
    if (distance <= limit && (best === null || distance < best.distance)) best = { candidate, distance };
  }
  return best?.candidate ?? null;
}

/** "Unknown segment 'publc': did you mean 'public'?", or a list of what there is when nothing is near. */
export function unknownName(
  kind: string,
  text: string,
  candidates: readonly string[],
  otherwise?: string,
): string {
  const what = wordIn(kind, "argument");
  const near = nearest(text, candidates);
  if (near !== null) return say`Unknown ${what} ${quoted(text)}: did you mean '${near}'?`;
  return say`Unknown ${what} ${quoted(text)}: ${otherwise ?? say`use one of ${candidates.join(", ")}`}.`;
}
