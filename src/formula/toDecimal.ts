import { CellError } from "./cellError";
import { Decimal } from "decimal.js";
import type { Expression, Scalar, Series } from "./expression";

/** Arithmetic of the exact reading: 34 significant digits, half away from zero as Excel's ROUND. */
export const Exact = Decimal.clone({
  precision: 34,
  rounding: Decimal.ROUND_HALF_UP,
  toExpNeg: -40,
  toExpPos: 40,
});

/** A value of the exact reading; NaN stands for a figure that is not disclosed. */
export type ExactValue = Decimal;

/** Values of the quantities around one cell, each computed on demand. */
export interface ExactScope {
  series(series: Series, shift: number): ExactValue;
  seriesAt(series: Series, quarterNumber: number): ExactValue;
  scalar(scalar: Scalar): ExactValue;
  /** The known figure in this period, NaN where there is none. */
  fact(series: Series): ExactValue;
  /** Pairs of clock and value over the forecast quarters. */
  forecastQuarters(
    series: Series,
    clock: Series,
  ): readonly { readonly clock: ExactValue; readonly value: ExactValue }[];
  quartersOfYear(series: Series): readonly ExactValue[];
}

const ONE = new Exact(1);
const ZERO = new Exact(0);

/** Reads a tree as an exact decimal value. Throws CellError where Excel would show an error. */
export function toDecimal(node: Expression, scope: ExactScope): ExactValue {
  const read = (child: Expression): ExactValue => toDecimal(child, scope);
  switch (node.kind) {
    case "number":
      return new Exact(node.value);
    case "missing":
      return new Exact(Number.NaN);
    case "series":
      return scope.series(node.series, node.shift);
    case "scalar":
      return scope.scalar(node.scalar);
    case "known":
      return truth(!scope.fact(node.series).isNaN());
    case "fact":
      return scope.fact(node.series);
    case "negate":
      return ZERO.minus(read(node.operand));
    case "binary":
      return operate(node.operator, read(node.left), read(node.right));
    case "call":
      return callFunction(node.name, node.args, read);
    case "seriesAt":
      return scope.seriesAt(node.series, read(node.position).toNumber());
    case "scalarAt": {
      const position = read(node.position).toNumber();
      const scalar = node.scalars[Math.trunc(position) - 1];
      if (scalar === undefined)
        throw new CellError("#REF!", `Position ${position} lies outside ${node.scalars.length} assumptions.`);
      return scope.scalar(scalar);
    }
    case "vintages": {
      const now = scope.series(node.clock, 0);
      const oldest = now.minus(read(node.life));
      return scope
        .forecastQuarters(node.series, node.clock)
        .filter(({ clock }) =>
          node.from === "itself" ? clock.lte(now) && clock.gt(oldest) : clock.lt(now) && clock.gte(oldest),
        )
        .reduce((total, { value }) => total.plus(value), ZERO);
    }
    case "quarters": {
      const quarters = scope.quartersOfYear(node.series);
      return node.how === "sum"
        ? quarters.reduce((total, value) => total.plus(value), ZERO)
        : quarters[quarters.length - 1]!;
    }
  }
}

function truth(condition: boolean): ExactValue {
  return condition ? ONE : ZERO;
}

function operate(operator: string, left: ExactValue, right: ExactValue): ExactValue {
  switch (operator) {
    case "+":
      return left.plus(right);
    case "-":
      return left.minus(right);
    case "*":
      return left.times(right);
    case "/":
      if (right.isZero()) throw new CellError("#DIV/0!", "Division by zero.");
      return left.dividedBy(right);
    case "^":
      return raise(left, right);
    case "=":
      return truth(left.eq(right));
    case "<>":
      return truth(!left.eq(right));
    case "<":
      return truth(left.lt(right));
    case "<=":
      return truth(left.lte(right));
    case ">":
      return truth(left.gt(right));
    case ">=":
      return truth(left.gte(right));
    default:
      throw new CellError("#VALUE!", `Unknown operator "${operator}".`);
  }
}

function raise(base: ExactValue, exponent: ExactValue): ExactValue {
  if (base.isNaN() || exponent.isNaN()) return new Exact(Number.NaN);
  if (base.isZero() && exponent.isNegative() && !exponent.isZero())
    throw new CellError("#DIV/0!", "Zero to a negative power.");
  if (base.isZero() && exponent.isZero()) throw new CellError("#NUM!", "Zero to the power of zero.");
  const result = base.pow(exponent);
  if (result.isNaN() || result.abs().gt(Number.MAX_VALUE))
    throw new CellError("#NUM!", "A power that has no real value in range.");
  return result;
}

/** Ties go away from zero; negative digits round to tens, hundreds and so on. */
function roundTo(value: ExactValue, digits: number): ExactValue {
  return digits < 0 ? value.toNearest(new Exact(10).pow(-digits)) : value.toDecimalPlaces(digits);
}

function callFunction(
  name: string,
  args: readonly Expression[],
  read: (child: Expression) => ExactValue,
): ExactValue {
  switch (name) {
    case "IF":
      return isFalse(read(args[0]!)) ? read(args[2]!) : read(args[1]!);
    case "MIN":
      return Exact.min(...args.map(read));
    case "MAX":
      return Exact.max(...args.map(read));
    case "SUM":
      return args.map(read).reduce((total, value) => total.plus(value), ZERO);
    case "ABS":
      return read(args[0]!).abs();
    case "INT":
      return read(args[0]!).floor();
    case "ROUND":
      return roundTo(read(args[0]!), Math.trunc(read(args[1]!).toNumber()));
    case "RATE":
      return rateOfReturn(read(args[0]!), read(args[1]!), read(args[2]!));
    case "AND":
      return truth(!args.map(read).some(isFalse));
    case "OR":
      return truth(!args.map(read).every(isFalse));
    default:
      throw new CellError("#VALUE!", `Unknown function "${name}".`);
  }
}

/** Newton steps from a guess of a tenth, as spreadsheets take them, until nothing moves. Throws #NUM! where no rate pays the amount back. */
function rateOfReturn(periods: ExactValue, payment: ExactValue, amount: ExactValue): ExactValue {
  if (periods.isNaN() || payment.isNaN() || amount.isNaN()) return new Exact(Number.NaN);
  let rate = new Exact("0.1");
  for (let step = 0; step < 60; step++) {
    const growth = ONE.plus(rate);
    const discount = growth.pow(periods.negated());
    const annuity = ONE.minus(discount).dividedBy(rate);
    const slope = periods.times(discount).dividedBy(growth).minus(annuity).dividedBy(rate);
    const change = payment.times(annuity).plus(amount).dividedBy(payment.times(slope));
    rate = rate.minus(change);
    if (change.abs().lt("1e-30")) return rate;
    if (rate.lte(-1) || rate.isZero() || !rate.isFinite()) break;
  }
  throw new CellError("#NUM!", "No rate of return pays the amount back.");
}

/** A condition that is not known counts as false, as in the fast reading. */
function isFalse(condition: ExactValue): boolean {
  return condition.isZero() || condition.isNaN();
}
