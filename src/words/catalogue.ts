import { compilePattern, patternWeight, type Pattern } from "./pattern";
import type { Language } from "./language";
import { needsNoWords } from "./needsNoWords";

/** The words of a language: what each English text is in it. English texts stand in the code where they belong, none is a key to anything but its translation. */
export interface Catalogue {
  readonly language: Language;
  /** The text in this language, or null where the catalogue has no words for it; texts without words are as they are. */
  find(text: string): string | null;
  /** The text in this language, in English where the catalogue has no words for it. */
  of(text: string): string;
  /** A finished message in this language: as `of`, but what stands in it may also have no words, such as what a person typed. */
  told(message: string): string;
  /** The translation of a sentence by its English text with slots as it is written, its slots unfilled; null where there is none. */
  sentence(key: string): string | null;
  /** The English text of a word of this language that was translated whole, the text itself where it is none. */
  english(text: string): string;
}

/** Texts whose translation is kept: more than a whole workbook has, so that figures in words don't gather without end. */
const MOST_KNOWN = 20_000;

/** Periods, ids or figures one after another, which Chinese separates by a mark of its own. */
const LIST = /^[\w.@-]+(, [\w.@-]+)+$/;

/** A catalogue of entries English -> translation, where `{0}`, `{1}` … in both are slots whose texts are translated by themselves, and names that stay as they are. */
export function catalogueOf(
  language: Language,
  entries: Readonly<Record<string, string>>,
  names: readonly string[],
): Catalogue {
  const exact = new Map<string, string>();
  const patterns: Pattern[] = [];
  const sentences = new Map(Object.entries(entries));
  for (const [english, translated] of Object.entries(entries)) {
    if (/\{\d\}/.test(english)) patterns.push(compilePattern(english, translated));
    else exact.set(english, translated);
  }
  patterns.sort((a, b) => patternWeight(b) - patternWeight(a));
  const spoken = patterns.filter(({ hasWords }) => hasWords);
  const neutral = needsNoWords(names);
  const known = new Map<string, string | null>();

  function search(text: string): string | null {
    const whole = exact.get(text);
    if (whole !== undefined) return whole;
    if (neutral(text)) return LIST.test(text) ? text.replaceAll(", ", "、") : text;
    for (const pattern of patterns) {
      for (const split of pattern.match(text)) {
        const translated = split.map(find);
        if (translated.every((slot) => slot !== null)) return pattern.fill(translated);
      }
    }
    return null;
  }

  function find(text: string): string | null {
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = search(text);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(text, found);
    return found;
  }

  /** A message by the pattern with the most words of its own, whatever its slots hold; members of a list one by one. */
  function told(message: string): string {
    const whole = find(message);
    if (whole !== null) return whole;
    for (const pattern of spoken) {
      const [split] = pattern.match(message);
      if (split !== undefined) return pattern.fill(split.map(slot));
    }
    const members = message.split(", ");
    return members.length > 1 ? members.map(told).join("、") : message;
  }

  const slot = (text: string): string => sentences.get(`${text} [argument]`) ?? told(text);

  let back: Map<string, string> | null = null;
  const backwards = (): Map<string, string> =>
    // The first English text of a word wins: names of sheets and scenarios stand before sentences.
    new Map([...exact].reverse().map(([english, translated]) => [translated, english]));
  return {
    language,
    find,
    of: (text) => find(text) ?? text,
    told,
    sentence: (key) => sentences.get(key) ?? null,
    english: (text) => (back ??= backwards()).get(text) ?? text,
  };
}
