import type { Catalogue } from "../../words";
import { templatePieces, type TemplatePiece } from "./templatePieces";

/** A template in another language: its texts, and the numbers of the values between them, with whether people read each. */
export interface TranslatedTemplate {
  readonly strings: TemplateStringsArray;
  readonly slots: readonly { readonly slot: number; readonly isRead: boolean }[];
}

const known = new WeakMap<Catalogue, WeakMap<TemplateStringsArray, TranslatedTemplate>>();

/** The template in the words of a catalogue, the same texts each time, as lit-html wants them; a run without translation stays English. */
export function translateTemplate(texts: TemplateStringsArray, words: Catalogue): TranslatedTemplate {
  let ofLanguage = known.get(words);
  if (ofLanguage === undefined) known.set(words, (ofLanguage = new WeakMap()));
  let translated = ofLanguage.get(texts);
  if (translated === undefined) ofLanguage.set(texts, (translated = translate(texts, words)));
  return translated;
}

function translate(texts: TemplateStringsArray, words: Catalogue): TranslatedTemplate {
  const strings = [""];
  const slots: TranslatedTemplate["slots"][number][] = [];
  const put = (text: string): void => {
    strings[strings.length - 1] += text;
  };
  const leave = (slot: number, isRead: boolean): void => {
    slots.push({ slot, isRead });
    strings.push("");
  };
  const pieces = templatePieces(texts);
  pieces.forEach((piece, at) => {
    if (piece.kind === "markup") put(piece.text);
    else if (piece.kind === "slot") leave(piece.slot, piece.isRead);
    else
      inWords(piece, words, pieces[at - 1], pieces[at + 1])
        .split(/\{(\d)\}/)
        .forEach((part, index) => (index % 2 === 0 ? put(part) : leave(piece.slots[Number(part)]!, true)));
  });
  return { strings: Object.assign(strings, { raw: strings }), slots };
}

/** The words of a run as HTML, with the space around them; beside emphasis Chinese has none. */
function inWords(
  { key, written, isAttribute }: Extract<TemplatePiece, { kind: "words" }>,
  words: Catalogue,
  before: TemplatePiece | undefined,
  after: TemplatePiece | undefined,
): string {
  const translated = words.sentence(key);
  if (translated === null) return written;
  const html = translated.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
  if (isAttribute) return html;
  const [lead] = /^\s*/.exec(written)!;
  const [trail] = /\s*$/.exec(written)!;
  return `${isWide(html[0]) && isEmphasis(before) ? "" : lead}${html}${isWide(html.at(-1)) && isEmphasis(after) ? "" : trail}`;
}

function isEmphasis(piece: TemplatePiece | undefined): boolean {
  return piece?.kind === "markup" && /^<\/?(?:strong|b|em)\s*>$/.test(piece.text);
}

/** Whether a character is Chinese, or the punctuation of Chinese. */
function isWide(character: string | undefined): boolean {
  return /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/.test(character ?? "");
}
