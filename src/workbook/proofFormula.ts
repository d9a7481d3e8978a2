import { ATOM_PRECEDENCE, NEGATION_PRECEDENCE, PRECEDENCE, type BinaryOperator } from "../formula";
import { evaluateProof, type Arithmetic } from "../seeds";
import type { Layout } from "./layout";
import { cellAddress, columnLetters, onSheet } from "./address";
import { FACT_COLUMNS } from "./factsSheetPlan";
import { SHEETS } from "./sheetNames";

/** A proof as a worksheet formula: facts become references, constants get cells of their own. */
export interface ProofFormula {
  readonly formula: string;
  readonly constants: readonly number[];
}

/** A proof's arithmetic over fact ids as a formula in the given row whose constants start at the given column; throws a ProofError. */
export function proofFormula(
  proof: string,
  layout: Layout,
  row: number,
  firstConstantColumn: number,
): ProofFormula {
  const constants: number[] = [];
  const constant = (value: number): string => {
    const known = constants.indexOf(value);
    if (known < 0) constants.push(value);
    return cellAddress(row, firstConstantColumn + (known < 0 ? constants.length - 1 : known));
  };
  const figure = (id: string): Written =>
    atom(onSheet(SHEETS.facts, `$${columnLetters(FACT_COLUMNS.value)}$${layout.facts.row.get(id)!}`));
  return { formula: evaluateProof(proof, worksheetArithmetic(constant), figure).text, constants };
}

/** Formula text and how tightly it binds. */
interface Written {
  readonly text: string;
  readonly precedence: number;
}

/** The operations of a proof as formula text with the fewest parentheses; `constant` gives a number its cell. */
function worksheetArithmetic(constant: (value: number) => string): Arithmetic<Written> {
  return {
    constant: (text) => atom(constant(Number(text))),
    add: (a, b) => binary(a, "+", b),
    subtract: (a, b) => binary(a, "-", b),
    multiply: (a, b) => binary(a, "*", b),
    divide: (a, b) => binary(a, "/", b),
    power: (a, b) => binary(a, "^", b),
    negate: (a) => ({ text: `-${bracketed(a, NEGATION_PRECEDENCE)}`, precedence: NEGATION_PRECEDENCE }),
    absolute: (a) => call("ABS", a),
    sum: (all) => call("SUM", ...all),
    smallest: (all) => call("MIN", ...all),
    largest: (all) => call("MAX", ...all),
    round: (a, places) => call("ROUND", a, places),
  };
}

function atom(text: string): Written {
  return { text, precedence: ATOM_PRECEDENCE };
}

function binary(left: Written, operator: BinaryOperator, right: Written): Written {
  const precedence = PRECEDENCE[operator];
  return {
    text: `${bracketed(left, precedence)}${operator}${bracketed(right, precedence + 1)}`,
    precedence,
  };
}

function call(name: string, ...args: readonly Written[]): Written {
  return atom(`${name}(${args.map(({ text }) => text).join(",")})`);
}

function bracketed({ text, precedence }: Written, atLeast: number): string {
  return precedence < atLeast ? `(${text})` : text;
}
