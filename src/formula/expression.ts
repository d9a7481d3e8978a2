/** A quantity over time: one worksheet row, one value a period. */
export interface Series {
  readonly id: string;
  readonly label: string;
}

/** A quantity with one value for the whole horizon: one assumption. */
export interface Scalar {
  readonly id: string;
  readonly label: string;
}

/** Operators in Excel's notation. */
export type BinaryOperator = "+" | "-" | "*" | "/" | "^" | "=" | "<>" | "<" | "<=" | ">" | ">=";

/** Worksheet functions a formula may call; each exists in Excel 2016, LibreOffice and Excel on the web. */
export type FunctionName = "MIN" | "MAX" | "IF" | "ABS" | "ROUND" | "AND" | "OR" | "INT" | "SUM" | "RATE";

/** The one tree behind every line item; each reader in this folder turns it into one thing. */
export type Expression =
  | { readonly kind: "number"; readonly value: string }
  /** What is not known and cannot be calculated. */
  | { readonly kind: "missing" }
  | { readonly kind: "series"; readonly series: Series; readonly shift: number }
  | { readonly kind: "scalar"; readonly scalar: Scalar }
  /** 1 where a figure of the series is known in this period, else 0: typed, reported or derived, not calculated. */
  | { readonly kind: "known"; readonly series: Series }
  /** The known figure of the series in this period; read only where it is known. */
  | { readonly kind: "fact"; readonly series: Series }
  | { readonly kind: "negate"; readonly operand: Expression }
  | {
      readonly kind: "binary";
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: "call"; readonly name: FunctionName; readonly args: readonly Expression[] }
  /** The value of a series in the quarter with this number (1 is the first quarter of the model). */
  | { readonly kind: "seriesAt"; readonly series: Series; readonly position: Expression }
  /** One of several assumptions in consecutive rows, counted from 1. */
  | { readonly kind: "scalarAt"; readonly scalars: readonly Scalar[]; readonly position: Expression }
  /** Sum of a series over forecast quarters that are at most `life` quarters old, from the quarter itself or from the one after it. */
  | {
      readonly kind: "vintages";
      readonly series: Series;
      readonly clock: Series;
      readonly life: Expression;
      readonly from: "itself" | "next";
    }
  /** In a year's column: its four quarters added up, or the last of them. */
  | { readonly kind: "quarters"; readonly how: "sum" | "last"; readonly series: Series };

/** Anything that reads as an expression: a tree, a series in this period, or a structural 0 or 1. */
export type Operand = Expression | SeriesOperand | ScalarOperand | 0 | 1;

/** A series as it appears in formulas. */
export interface SeriesOperand extends Series {
  readonly operand: "series";
}

/** An assumption as it appears in formulas. */
export interface ScalarOperand extends Scalar {
  readonly operand: "scalar";
}

/** Turns an operand into its tree. */
export function expressionOf(operand: Operand): Expression {
  if (typeof operand === "number") return { kind: "number", value: String(operand) };
  if ("kind" in operand) return operand;
  if (operand.operand === "series") return { kind: "series", series: operand, shift: 0 };
  return { kind: "scalar", scalar: operand };
}

/** A number written in decimal digits. Model formulas use only 0 and 1; other numbers are assumptions. */
export function constant(value: string): Expression {
  return { kind: "number", value };
}

function chain(operator: "+" | "*", operands: readonly Operand[]): Expression {
  const [first, ...rest] = operands.map(expressionOf);
  if (first === undefined) throw new Error(`An empty list of operands for "${operator}".`);
  return rest.reduce((left, right): Expression => ({ kind: "binary", operator, left, right }), first);
}

function binary(operator: BinaryOperator, left: Operand, right: Operand): Expression {
  return { kind: "binary", operator, left: expressionOf(left), right: expressionOf(right) };
}

/** a + b + c … */
export const plus = (...operands: readonly Operand[]): Expression => chain("+", operands);
/** a − b − c … */
export const minus = (first: Operand, ...rest: readonly Operand[]): Expression =>
  rest.reduce((left: Expression, right) => binary("-", left, right), expressionOf(first));
/** a × b × c … */
export const times = (...operands: readonly Operand[]): Expression => chain("*", operands);
/** a ÷ b */
export const over = (left: Operand, right: Operand): Expression => binary("/", left, right);
/** a ^ b */
export const power = (left: Operand, right: Operand): Expression => binary("^", left, right);
/** −a */
export const negate = (operand: Operand): Expression => ({ kind: "negate", operand: expressionOf(operand) });
/** 1 when the comparison holds, else 0, used as the condition of `when`. */
export const compare = (
  left: Operand,
  operator: "=" | "<>" | "<" | "<=" | ">" | ">=",
  right: Operand,
): Expression => binary(operator, left, right);

/** A call of a worksheet function. */
export function call(name: FunctionName, ...args: readonly Operand[]): Expression {
  return { kind: "call", name, args: args.map(expressionOf) };
}

/** The smallest operand. */
export const smallest = (...args: readonly Operand[]): Expression => call("MIN", ...args);
/** The largest operand. */
export const largest = (...args: readonly Operand[]): Expression => call("MAX", ...args);
/** `then` where the condition holds, else `otherwise`; only the chosen one is evaluated. */
export const when = (condition: Expression, then: Operand, otherwise: Operand): Expression =>
  call("IF", condition, then, otherwise);

/** Whether a figure of the series is known in this period, as the condition of `when`. */
export const isKnown = (series: Series): Expression => ({ kind: "known", series });
/** The known figure of a series; stands inside a `when` that asks `isKnown` first, or where the formula has no value without it. */
export const factOf = (series: Series): Expression => ({ kind: "fact", series });
/** The known figure where there is one, else the operand. */
export const knownOr = (series: Series, otherwise: Operand): Expression =>
  when(isKnown(series), factOf(series), otherwise);
/** Not known and not to be calculated; read as "not disclosed". */
export const missing: Expression = { kind: "missing" };
/** All of the conditions hold. */
export const every = (...conditions: readonly Operand[]): Expression => call("AND", ...conditions);
/** At least one of the conditions holds. */
export const some = (...conditions: readonly Operand[]): Expression => call("OR", ...conditions);

/** A series `quarters` periods before this one (in a year's column: years before). */
export function prior(series: Series, periods = 1): Expression {
  return { kind: "series", series, shift: -periods };
}

/** The value of a series in the quarter with the given number. */
export function seriesAt(series: Series, position: Operand): Expression {
  return { kind: "seriesAt", series, position: expressionOf(position) };
}

/** One of several assumptions that stand in consecutive rows, counted from 1. */
export function scalarAt(scalars: readonly Scalar[], position: Operand): Expression {
  return { kind: "scalarAt", scalars, position: expressionOf(position) };
}

/** Sum of a series over the last `life` forecast quarters by the given clock, this one among them or ending with the one before. */
export function vintages(series: Series, clock: Series, life: Operand, from: "itself" | "next"): Expression {
  return { kind: "vintages", series, clock, life: expressionOf(life), from };
}

/** A year's total of a quarterly series. */
export const sumOfQuarters = (series: Series): Expression => ({ kind: "quarters", how: "sum", series });
/** A year's last quarter of a quarterly series. */
export const lastQuarter = (series: Series): Expression => ({ kind: "quarters", how: "last", series });
