import { areaOf, type Area } from "./placedCells";

/** One word of a worksheet formula. */
export type FormulaWord =
  | {
      readonly kind: "reference";
      readonly text: string;
      readonly sheet: string | null;
      readonly quoted: boolean;
      readonly range: string;
    }
  | { readonly kind: "number" | "text" | "function" | "name" | "sign" | "error"; readonly text: string };

const REFERENCE =
  /(?:('(?:[^']|'')+'|[A-Za-z_][\w.]*)!)?(\$?[A-Z]{1,3}\$?[1-9]\d*(?::\$?[A-Z]{1,3}\$?[1-9]\d*)?)(?![\w(.!])/y;
const OTHERS = [
  ["text", /"(?:[^"]|"")*"/y],
  ["error", /#[A-Z/0?!]+/y],
  ["function", /[A-Za-z_][\w.]*(?=\()/y],
  ["number", /(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/y],
  ["name", /[A-Za-z_][\w.]*/y],
  ["sign", /<>|<=|>=|[-+*/^&=<>%(),;{}:! ]/y],
] as const;

/** Splits a formula without its "=" into words; digits of references and sheet names are no numbers. Throws at what it cannot read. */
export function formulaWords(formula: string): readonly FormulaWord[] {
  const words: FormulaWord[] = [];
  let place = 0;
  while (place < formula.length) {
    REFERENCE.lastIndex = place;
    const reference = REFERENCE.exec(formula);
    if (reference !== null) {
      const written = reference[1] ?? null;
      const quoted = written?.startsWith("'") ?? false;
      const sheet = written === null ? null : quoted ? written.slice(1, -1).replaceAll("''", "'") : written;
      words.push({ kind: "reference", text: reference[0], sheet, quoted, range: reference[2]! });
      place = REFERENCE.lastIndex;
      continue;
    }
    const found = OTHERS.map(([kind, pattern]) => {
      pattern.lastIndex = place;
      return { kind, text: pattern.exec(formula)?.[0] };
    }).find(({ text }) => text !== undefined);
    if (found?.text === undefined) throw new Error(`Cannot read "${formula.slice(place)}" in ${formula}`);
    words.push({ kind: found.kind, text: found.text });
    place += found.text.length;
  }
  return words;
}

/** A reference of a formula: its sheet, or null for its own, and the area. */
export interface Reference {
  readonly sheet: string | null;
  readonly area: Area;
}

/** References of a formula. */
export function referencesOf(formula: string): readonly Reference[] {
  return referencesAmong(formulaWords(formula));
}

/** References among the words of a formula. */
export function referencesAmong(words: readonly FormulaWord[]): readonly Reference[] {
  return words.flatMap((word) =>
    word.kind === "reference" ? [{ sheet: word.sheet, area: areaOf(word.range) }] : [],
  );
}

/** How a reference writes its row and column; undefined means the usual way. */
export interface ReferenceWriting {
  readonly row?: (to: number, sheet: string | null) => string | undefined;
  readonly column?: (to: number) => string | undefined;
}

/** A formula in R1C1 notation, as seen from its cell; equal texts are equal formulas. */
export function relativeForm(
  formula: string,
  row: number,
  column: number,
  writing: ReferenceWriting = {},
): string {
  const corner = (text: string, sheet: string | null): string => {
    const { top, left } = areaOf(text);
    const [, fixedColumn, fixedRow] = /^(\$?)[A-Z]+(\$?)\d+$/.exec(text)!;
    const rowText = fixedRow ? `R${top}` : top === row ? "R" : `R[${top - row}]`;
    const columnText = left === column ? "C" : `C[${left - column}]`;
    return (
      (writing.row?.(top, sheet) ?? rowText) +
      (fixedColumn ? `C${left}` : (writing.column?.(left) ?? columnText))
    );
  };
  return formulaWords(formula)
    .map((word) => {
      if (word.kind !== "reference") return word.text;
      return `${word.sheet === null ? "" : `'${word.sheet}'!`}${word.range
        .split(":")
        .map((text) => corner(text, word.sheet))
        .join(":")}`;
    })
    .join("");
}
