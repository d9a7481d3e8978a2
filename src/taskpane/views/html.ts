import { html as litHtml, svg as litSvg, type TemplateResult } from "lit-html";
import { spokenWords, word } from "../../words";
import { translateTemplate } from "./translateTemplate";

type Tag<Result> = (texts: TemplateStringsArray, ...values: unknown[]) => Result;

/** A tag of lit-html that speaks the language chosen: the static words of a template, and texts among its values where people read them. */
function spoken<Result>(tag: Tag<Result>): Tag<Result> {
  return (texts, ...values) => {
    const words = spokenWords();
    if (words.language === "en") return tag(texts, ...values);
    const { strings, slots } = translateTemplate(texts, words);
    return tag(strings, ...slots.map(({ slot, isRead }) => (isRead ? inWords(values[slot]) : values[slot])));
  };
}

/** A value that people read: a text is translated; templates have been. */
function inWords(value: unknown): unknown {
  if (typeof value === "string") return word(value);
  return Array.isArray(value) ? value.map(inWords) : value;
}

/** HTML whose words are written down in English where they stand, and shown in the language chosen. */
export const html: Tag<TemplateResult<1>> = spoken(litHtml);

/** SVG whose words are written down in English where they stand, and shown in the language chosen. */
export const svg: Tag<TemplateResult<2>> = spoken(litSvg);
