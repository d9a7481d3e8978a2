import { spokenWords, word } from "./say";

/** What stands between sentences, members of a list and alternatives, in English and in Chinese. */
const BETWEEN = { " ": "", ", ": "、", "; ": "；", " or ": "或", " and ": "及" } as const;

/** Texts one after another in the language spoken, with what stands between them in English given. */
export function listed(texts: readonly string[], between: keyof typeof BETWEEN): string {
  return spokenWords().language === "en" ? texts.join(between) : texts.map(word).join(BETWEEN[between]);
}
