import { CellError, unreadable, parseFormula, type FormulaText } from "../formula";
import type { Arithmetic } from "./arithmetic";

/** A proof's text that cannot be read or computed; the message says what and where. */
export class ProofError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "ProofError";
  }
}

const NAMED = /\{([^{}]*)\}/g;

/** The figures a proof or derived formula names in braces, each once, in order. */
export function factsNamedIn(formula: string): readonly string[] {
  return [...new Set([...formula.matchAll(NAMED)].map((match) => (match[1] ?? "").trim()))];
}

/** Reads a formula of + - * / ^, parentheses, numbers, {factId} and ABS, MIN, MAX, SUM, ROUND by Excel's precedence, in whatever the arithmetic makes of it: a value, an interval or a worksheet formula. Throws a ProofError. */
export function evaluateProof<T>(formula: string, arithmetic: Arithmetic<T>, figure: (id: string) => T): T {
  const read = (node: FormulaText): T => {
    switch (node.kind) {
      case "number":
        return arithmetic.constant(String(node.value));
      case "text":
        return figure(node.value.trim());
      case "sign":
        return node.operator === "-" ? arithmetic.negate(read(node.operand)) : read(node.operand);
      case "binary":
        return operated(node.operator, read(node.left), read(node.right));
      case "call":
        return called(node.name, node.args.map(read), node.at);
      default:
        throw new RangeError(`has an unexpected ${node.kind} at character ${node.at}`);
    }
  };
  const operated = (operator: string, a: T, b: T): T => {
    switch (operator) {
      case "+":
        return arithmetic.add(a, b);
      case "-":
        return arithmetic.subtract(a, b);
      case "*":
        return arithmetic.multiply(a, b);
      case "/":
        return arithmetic.divide(a, b);
      case "^":
        return arithmetic.power(a, b);
      default:
        throw new RangeError(`has an unexpected "${operator}"`);
    }
  };
  const called = (name: string, args: readonly T[], at: number): T => {
    const [first, second] = args;
    if (first !== undefined) {
      if (name === "SUM") return arithmetic.sum(args);
      if (name === "MIN") return arithmetic.smallest(args);
      if (name === "MAX") return arithmetic.largest(args);
      if (name === "ABS" && args.length === 1) return arithmetic.absolute(first);
      if (name === "ROUND" && args.length === 2) return arithmetic.round(first, second!);
    }
    throw new RangeError(
      `calls ${name} at character ${at}, which is not known with ${args.length} arguments`,
    );
  };
  try {
    return read(parseFormula(quoted(formula)));
  } catch (error) {
    if (error instanceof RangeError) throw new ProofError(`${error.message}: ${formula}`);
    if (error instanceof CellError)
      throw new ProofError(`cannot be read: ${error.message} It says ${formula}`);
    throw error;
  }
}

/** The formula with its figures as texts, each as long as before, so that places in it stay the same. */
function quoted(formula: string): string {
  if (formula.includes('"'))
    throw unreadable("A figure stands in braces, not in quotation marks,", formula.indexOf('"') + 1);
  return formula.replaceAll(NAMED, '"$1"');
}
