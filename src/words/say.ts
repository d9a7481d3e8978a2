import type { Catalogue } from "./catalogue";
import { ENGLISH } from "./english";

let spoken: Catalogue = ENGLISH;
let coming: Promise<void> | undefined;

/** Chooses the language in which pages and commands speak from now on. */
export function speak(catalogue: Catalogue): void {
  spoken = catalogue;
}

/** Speaks words as soon as they have been loaded. */
export function speakSoon(words: Promise<Catalogue>): Promise<void> {
  const loaded = words.then(speak);
  const settled = loaded
    .catch(() => undefined)
    .then(() => {
      if (coming === settled) coming = undefined;
    });
  coming = settled;
  return loaded;
}

/** Resolves when the words that are being loaded have come or failed; undefined where none are. */
export function wordsToCome(): Promise<void> | undefined {
  return coming;
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
  return filled(
    translated,
    values.map((value) => (typeof value === "string" ? word(value) : String(value))),
  );
}

/** A sentence by its key, "{0} periods before", in the language spoken; what goes into its slots is said already. */
export function phrase(key: string, ...slots: readonly string[]): string {
  return slots.length === 0 ? word(key) : filled(spoken.sentence(key) ?? key, slots);
}

function filled(text: string, slots: readonly string[]): string {
  return text.replaceAll(/\{(\d)\}/g, (_, slot: string) => slots[Number(slot)]!);
}

/** A text that stands elsewhere, such as the label of a line, in the language spoken. */
export function word(text: string): string {
  // Chinese writes 12.5% where English texts of the model have 12.5 %.
  return spoken.language === "en" ? text : spoken.of(text).replaceAll(/(?<=\d) %/g, "%");
}

/** A finished message, such as that of an error, in the language spoken. */
export function told(message: string): string {
  return spoken.language === "en" ? message : spoken.told(message).replaceAll(/(?<=\d) %/g, "%");
}

/** A text that means another thing here than elsewhere, in the language spoken: its key in the catalogue is "From [quarter]" for the sense "quarter". */
export function wordIn(text: string, sense: string): string {
  if (spoken.language === "en") return text;
  return spoken.sentence(`${text} [${sense}]`) ?? word(text);
}
