import type { Catalogue } from "./catalogue";

/** What a cell holds in English: a text that is a word of the catalogue by its English text, anything else as it is. */
export function valueInEnglish<Value>(words: Catalogue, value: Value): Value | string {
  return typeof value === "string" ? words.english(value) : value;
}
