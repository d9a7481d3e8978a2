import type { BinaryOperator } from "./expression";

/**
 * How tightly each operator binds, as Excel has it: negation binds tighter than % and ^, and every operator,
 * ^ included, groups to the left. The printer and the parser both read this one table. Model formulas join no text.
 */
export const PRECEDENCE: Readonly<Record<BinaryOperator | "&", number>> = {
  "=": 1,
  "<>": 1,
  "<": 1,
  "<=": 1,
  ">": 1,
  ">=": 1,
  "&": 2,
  "+": 3,
  "-": 3,
  "*": 4,
  "/": 4,
  "^": 5,
};

/** Binding strength of a percent sign behind an operand. */
export const PERCENT_PRECEDENCE = 6;

/** Binding strength of a leading minus. */
export const NEGATION_PRECEDENCE = 7;

/** Binding strength of numbers, references and calls. */
export const ATOM_PRECEDENCE = 8;
