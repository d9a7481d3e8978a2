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

/** Reads a tree as a sentence-like formula with the labels of its quantities, e.g. "Revenue − Cost of revenue". */
export function toWords(expression: Expression): string {
  return words(expression, 0);
}

function words(node: Expression, atLeast: number): string {
  switch (node.kind) {
    case "number":
      return node.value;
    case "missing":
      return "not disclosed";
    case "series":
      return node.shift === 0 ? node.series.label : `${node.series.label} (${periodsBack(-node.shift)})`;
    case "scalar":
      return node.scalar.label;
    case "known":
      return `${node.series.label} is known`;
    case "fact":
      return `known ${node.series.label}`;
    case "negate":
      return `−${words(node.operand, NEGATION_PRECEDENCE)}`;
    case "binary": {
      const precedence = PRECEDENCE[node.operator];
      const sign = SIGNS[node.operator] ?? node.operator;
      const text = `${words(node.left, precedence)} ${sign} ${words(node.right, precedence + 1)}`;
      return precedence < atLeast ? `(${text})` : text;
    }
    case "call":
      return callWords(
        node.name,
        node.args.map((arg) => words(arg, 0)),
      );
    case "seriesAt":
      return `${node.series.label} in quarter number ${words(node.position, 0)}`;
    case "scalarAt":
      return `${yearless(node.scalars.map((scalar) => scalar.label))} by ${words(node.position, 0)}`;
    case "vintages":
      return `sum of ${node.series.label} over the last ${words(node.life, 0)}`;
    case "quarters":
      return node.how === "sum"
        ? `sum of the four quarters of ${node.series.label}`
        : `${node.series.label} at year-end`;
  }
}

function callWords(name: string, args: readonly string[]): string {
  switch (name) {
    case "MIN":
      return `the smaller of ${args.join(" and ")}`;
    case "MAX":
      return `the larger of ${args.join(" and ")}`;
    case "IF":
      return `${args[1]} if ${args[0]}, else ${args[2]}`;
    case "ABS":
      return `size of ${args[0]}`;
    case "ROUND":
      return `${args[0]} rounded`;
    case "AND":
      return args.join(" and ");
    case "OR":
      return args.join(" or ");
    case "RATE":
      return `rate of return of ${args[1]} a period over ${args[0]} periods on ${args[2]}`;
    case "INT":
      return `whole part of ${args[0]}`;
    default:
      return args.join(" + ");
  }
}

function periodsBack(count: number): string {
  return count === 1 ? "prior period" : `${count} periods before`;
}

function yearless(labels: readonly string[]): string {
  return (labels[0] ?? "").replace(/\s*\b20\d\d\b\s*/, " ").trim();
}
