import type { BinaryOperator } from "./expression";

/**
 * How tightly each operator binds, as Excel has it: negation binds tighter than ^, and every operator,
 * ^ included, groups to the left. The printer and the parser both read this one table.
 */
export const PRECEDENCE: Readonly<Record<BinaryOperator, number>> = {
  "=": 1, "<>": 1, "<": 1, "<=": 1, ">": 1, ">=": 1,
  "+": 2, "-": 2,
  "*": 3, "/": 3,
  "^": 4,
};

/** Binding strength of a leading minus. */
export const NEGATION_PRECEDENCE = 5;

/** Binding strength of numbers, references and calls. */
export const ATOM_PRECEDENCE = 6;
