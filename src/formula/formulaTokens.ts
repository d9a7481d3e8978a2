import { type CellError, unreadable } from "./cellError";

/** One word of formula text; `at` counts characters from 1. */
export interface FormulaToken {
  readonly kind: "number" | "text" | "name" | "sign" | "end";
  /** What it stands for: the text without its quotes, else the characters as written. */
  readonly value: string;
  readonly at: number;
}

const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/y;
const NAME = /[\p{L}_\\][\p{L}\d_.\\]*/uy;
const SIGN = /<>|<=|>=|[-+*/^&=<>%(),;{}]/y;
const BLANK = /\s+/y;
const FOREIGN = /[$!:[\]#@']/;

/** Splits formula text (without a leading "=") into words; `offset` is the number of characters before it. */
export function formulaTokens(text: string, offset: number): readonly FormulaToken[] {
  const tokens: FormulaToken[] = [];
  let place = 0;
  const match = (pattern: RegExp): string | null => {
    pattern.lastIndex = place;
    return pattern.exec(text)?.[0] ?? null;
  };
  while (place < text.length) {
    const at = place + offset + 1;
    const blank = match(BLANK);
    if (blank !== null) {
      place += blank.length;
      continue;
    }
    if (text[place] === '"') {
      const { value, length } = quoted(text, place, at);
      tokens.push({ kind: "text", value, at });
      place += length;
      continue;
    }
    const found = (["number", "name", "sign"] as const)
      .map((kind) => ({ kind, value: match(kind === "number" ? NUMBER : kind === "name" ? NAME : SIGN) }))
      .find(({ value }) => value !== null);
    if (found?.value == null) throw unknownCharacter(text[place]!, at);
    tokens.push({ kind: found.kind, value: found.value, at });
    place += found.value.length;
  }
  tokens.push({ kind: "end", value: "", at: text.length + offset + 1 });
  return tokens;
}

function quoted(text: string, from: number, at: number): { readonly value: string; readonly length: number } {
  let value = "";
  for (let place = from + 1; place < text.length; place++) {
    if (text[place] !== '"') value += text[place];
    else if (text[place + 1] === '"') {
      value += '"';
      place++;
    } else return { value, length: place + 1 - from };
  }
  throw unreadable("The text has no closing quotation mark; it starts", at);
}

function unknownCharacter(character: string, at: number): CellError {
  if (/[“”„]/.test(character))
    return unreadable(`A curly quotation mark ${character} does not quote; write "`, at);
  if (FOREIGN.test(character))
    return unreadable(
      `"${character}" belongs to a cell reference, which has no value outside a workbook,`,
      at,
    );
  return unreadable(`"${character}" has no meaning in a formula`, at);
}
