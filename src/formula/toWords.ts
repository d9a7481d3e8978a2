import type { Expression } from "./expression";
import { NEGATION_PRECEDENCE, PRECEDENCE } from "./precedence";

const SIGNS: Readonly<Record<string, string>> = {
  "-": "−",
  "*": "×",
  "/": "÷",
  "<>": "≠",
  "<=": "≤",
  ">=": "≥",
};

/** Says a phrase of formulas or a label, in the language of who reads: `{0}`, `{1}` … stand for the other texts, which are said already. */
export type Phrase = (english: string, ...slots: readonly string[]) => string;

const inEnglish: Phrase = (english, ...slots) =>
  slots.length === 0 ? english : english.replaceAll(/\{(\d)\}/g, (_, slot: string) => slots[Number(slot)]!);

/** Reads a tree as a sentence-like formula with the labels of its quantities, e.g. "Revenue − Cost of revenue". */
export function toWords(expression: Expression, phrase: Phrase = inEnglish): string {
  return words(expression, 0, phrase);
}

function words(node: Expression, atLeast: number, phrase: Phrase): string {
  const part = (each: Expression, least = 0): string => words(each, least, phrase);
  switch (node.kind) {
    case "number":
      return node.value;
    case "missing":
      return phrase("not disclosed");
    case "series":
      return node.shift === 0
        ? phrase(node.series.label)
        : phrase("{0} ({1})", phrase(node.series.label), periodsBack(-node.shift, phrase));
    case "scalar":
      return phrase(node.scalar.label);
    case "known":
      return phrase("{0} is known", phrase(node.series.label));
    case "fact":
      return phrase("known {0}", phrase(node.series.label));
    case "negate":
      return `−${part(node.operand, NEGATION_PRECEDENCE)}`;
    case "binary": {
      const precedence = PRECEDENCE[node.operator];
      const sign = SIGNS[node.operator] ?? node.operator;
      const text = `${part(node.left, precedence)} ${sign} ${part(node.right, precedence + 1)}`;
      return precedence < atLeast ? `(${text})` : text;
    }
    case "call":
      return callWords(
        node.name,
        node.args.map((arg) => part(arg)),
        phrase,
      );
    case "seriesAt":
      return phrase("{0} in quarter number {1}", phrase(node.series.label), part(node.position));
    case "scalarAt":
      return phrase(
        "{0} by {1}",
        phrase(yearless(node.scalars.map((scalar) => scalar.label))),
        part(node.position),
      );
    case "vintages":
      return phrase("sum of {0} over the last {1}", phrase(node.series.label), part(node.life));
    case "quarters":
      return node.how === "sum"
        ? phrase("sum of the four quarters of {0}", phrase(node.series.label))
        : phrase("{0} at year-end", phrase(node.series.label));
  }
}

function callWords(name: string, args: readonly string[], phrase: Phrase): string {
  const [first = "", second = "", third = ""] = args;
  switch (name) {
    case "MIN":
      return phrase("the smaller of {0}", args.join(phrase(" and ")));
    case "MAX":
      return phrase("the larger of {0}", args.join(phrase(" and ")));
    case "IF":
      return phrase("{0} if {1}, else {2}", second, first, third);
    case "ABS":
      return phrase("size of {0}", first);
    case "ROUND":
      return phrase("{0} rounded", first);
    case "AND":
      return args.reduce((sum, each) => phrase("{0} and {1}", sum, each));
    case "OR":
      return args.reduce((sum, each) => phrase("{0} or {1}", sum, each));
    case "RATE":
      return phrase("rate of return of {0} a period over {1} periods on {2}", second, first, third);
    case "INT":
      return phrase("whole part of {0}", first);
    default:
      return args.join(" + ");
  }
}

function periodsBack(count: number, phrase: Phrase): string {
  return count === 1 ? phrase("prior period") : phrase("{0} periods before", String(count));
}

function yearless(labels: readonly string[]): string {
  return (labels[0] ?? "").replace(/\s*\b20\d\d\b\s*/, " ").trim();
}
