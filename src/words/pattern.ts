/** A composed text with slots, e.g. "{0}, of which {1}". */
export interface Pattern {
  /** Characters of the text that are no slot. */
  readonly literal: number;
  /** Whether a word stands outside the slots. */
  readonly hasWords: boolean;
  /** What the slots of a text may hold, the likeliest reading first; none where the text is not of this shape. */
  match(text: string): readonly (readonly string[])[];
  /** The translation with the slots filled. */
  fill(slots: readonly string[]): string;
}

const SLOT = /\{(\d)\}/;

/** Compiles an English text with slots and its translation. Throws where the translation lacks a slot or has one too many. */
export function compilePattern(english: string, translated: string): Pattern {
  const parts = english.split(SLOT);
  const order = parts.filter((_, at) => at % 2 === 1);
  const wanted = [...translated.matchAll(/\{(\d)\}/g)].map(([, slot]) => slot!);
  if ([...order].sort().join() !== [...wanted].sort().join())
    throw new Error(
      `the translation of “${english}” has slots ${wanted.join(", ") || "none"}, not ${order.join(", ")}`,
    );
  const literals = parts.filter((_, at) => at % 2 === 0);
  const longest = literals.reduce((a, b) => (b.length > a.length ? b : a));
  const [shortest, greedy] = ["(.+?)", "(.+)"].map(
    (slot) => new RegExp(`^${literals.map(escaped).join(slot)}$`, "s"),
  );
  const pieces = translated.split(SLOT);
  return {
    literal: literals.join("").length,
    hasWords: literals.some((each) => /[A-Za-z]{2}/.test(each)),
    match: (text) => {
      if (!text.includes(longest)) return [];
      const first = shortest!.exec(text);
      if (first === null) return [];
      const last = order.length > 1 ? greedy!.exec(text)! : first;
      const [a, b] = [first.slice(1), last.slice(1)];
      return a.every((slot, at) => slot === b[at]) ? [a] : [a, b];
    },
    fill: (slots) =>
      pieces.map((piece, at) => (at % 2 === 0 ? piece : slots[order.indexOf(piece)]!)).join(""),
  };
}

/** Patterns with more of their own words come first. */
export function patternWeight({ literal }: Pattern): number {
  return literal;
}

function escaped(literal: string): string {
  return literal.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
