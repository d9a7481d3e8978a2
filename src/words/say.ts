import type { Catalogue } from "./catalogue";
import { ENGLISH } from "./english";

let spoken: Catalogue = ENGLISH;

/** Chooses the language in which pages and commands speak from now on. */
export function speak(catalogue: Catalogue): void {
  spoken = catalogue;
}

/** The words that are spoken now. */
export function spokenWords(): Catalogue {
  return spoken;
}

/** A sentence in the language spoken: the English text is written down where it is said, `say\`${count} quarters known\``; its key in the catalogue is "{0} quarters known". What a slot holds is translated by itself. */
export function say(texts: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  if (spoken.language === "en") return String.raw({ raw: texts }, ...values);
  const key = texts.reduce((sum, text, at) => (at === 0 ? text : `${sum}{${at - 1}}${text}`), "");
  const translated = spoken.sentence(key);
  if (translated === null) return String.raw({ raw: texts }, ...values);
  return translated.replaceAll(/\{(\d)\}/g, (_, slot: string) => {
    const value = values[Number(slot)]!;
    return typeof value === "string" ? spoken.of(value) : String(value);
  });
}

/** A text that stands elsewhere, such as the label of a line, in the language spoken. */
export function word(text: string): string {
  return spoken.of(text);
}

/** A text that means another thing here than elsewhere, in the language spoken: its key in the catalogue is "From [quarter]" for the sense "quarter". */
export function wordIn(text: string, sense: string): string {
  if (spoken.language === "en") return text;
  return spoken.sentence(`${text} [${sense}]`) ?? spoken.of(text);
}
