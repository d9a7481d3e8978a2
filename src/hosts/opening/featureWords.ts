import { say, word } from "../../words";
import { FEATURE_WORDS, type Feature } from "../xlsx/feature";

/** Places that are named before the rest is counted. */
const MOST = 5;
const LONGEST = 80;

/** Some places and how many more there are, e.g. "A1, B2 and 3 more". */
export function listed(all: readonly string[]): string {
  const more = all.length - MOST;
  const named = all
    .slice(0, MOST)
    .map((each) => (each.length > LONGEST ? `${each.slice(0, LONGEST)}…` : each));
  return more > 0 ? say`${named.join(", ")} and ${more} more` : named.join(", ");
}

/** What is lost of a sheet (or, with null, of the workbook), a sentence for each kind with its places. */
export function featureWords(sheet: string | null, features: readonly Feature[]): readonly string[] {
  const places = new Map<Feature["kind"], Set<string>>();
  for (const { kind, where } of features) {
    const known = places.get(kind) ?? new Set<string>();
    places.set(kind, known.add(where));
  }
  return [...places].map(([kind, wheres]) => {
    const named = [...wheres].filter((where) => where !== "");
    const what = word(FEATURE_WORDS[kind]);
    const words = named.length > 0 ? say`${what}: ${listed(named)}` : what;
    return sheet === null ? sentence(words) : say`${sheet}: ${words}.`;
  });
}

/** Words as a sentence. */
export function sentence(words: string): string {
  return say`${words.slice(0, 1).toUpperCase() + words.slice(1)}.`;
}
