import { Exact, toDecimal, type ExactScope, type ExactValue, type Expression } from "../../src/formula";

/** Why a tree is no fair test of doubles: its value hangs on the last digits, or leaves the usual range. */
export class Unsound extends Error {}

/** A value and how far doubles may be off it; 0 means that doubles hold it exactly. */
interface Measured {
  readonly value: ExactValue;
  readonly error: number;
}

const [SMALLEST, LARGEST, UNIT] = [1e-6, 1e9, 2 ** -52];
/** Largest relative error of a whole tree that counts as well-conditioned. */
const CONDITION = 1e-11;

/** Whether doubles and decimals must agree on the tree: no cancellation, no comparison or rounding on a knife's edge, no error value. */
export function isSound(expression: Expression, scope: ExactScope): boolean {
  try {
    const { value, error } = measure(expression, scope);
    return error <= CONDITION * value.abs().toNumber();
  } catch (cause) {
    if (cause instanceof Unsound) return false;
    throw cause;
  }
}

function demand(condition: boolean): void {
  if (!condition) throw new Unsound();
}

const sizeOf = ({ value }: Measured): number => Math.abs(value.toNumber());

/** A result after rounding to a double; dyadic numbers of moderate size stay exact. */
function rounded(value: ExactValue, error: number): Measured {
  const size = Math.abs(value.toNumber());
  demand(size === 0 ? error === 0 : size >= SMALLEST && size <= LARGEST);
  const held = error === 0 && value.times(2 ** 20).isInteger();
  return { value, error: held ? 0 : error + 2 * UNIT * size };
}

/** True where a and b are surely different or surely equal. */
function clear(a: Measured, b: Measured): boolean {
  const gap = a.value.minus(b.value).abs().toNumber();
  return gap > 1e-7 * Math.max(sizeOf(a), sizeOf(b)) || (a.error === 0 && b.error === 0);
}

function sum(left: Measured, right: Measured, value: ExactValue): Measured {
  const whole = left.error === 0 && right.error === 0;
  demand(whole || value.abs().toNumber() > 1e-5 * Math.max(sizeOf(left), sizeOf(right)));
  return rounded(value, left.error + right.error);
}

function raise(base: Measured, exponent: Measured): Measured {
  demand(sizeOf(exponent) <= 8 && sizeOf(base) >= 1e-3);
  if (base.value.isNegative()) demand(exponent.error === 0 && exponent.value.isInteger());
  const value = base.value.pow(exponent.value);
  const size = Math.abs(value.toNumber());
  const relative =
    (sizeOf(exponent) * base.error) / sizeOf(base) + Math.abs(Math.log(sizeOf(base))) * exponent.error;
  return rounded(value, size * (relative + 4 * UNIT));
}

/** Rounding and whole parts jump where `scaled` is whole; only exact numbers may stand there. */
function offTheJump(arg: Measured, scaled: ExactValue): void {
  demand(
    arg.error === 0 ||
      scaled.minus(scaled.round()).abs().toNumber() > 1e-7 * Math.max(1, Math.abs(scaled.toNumber())),
  );
}

function position(expression: Expression, scope: ExactScope, largest: number): void {
  const { value, error } = measure(expression, scope);
  demand(error === 0 && value.isInteger() && value.gte(1) && value.lte(largest));
}

function measure(node: Expression, scope: ExactScope): Measured {
  const read = (child: Expression): Measured => measure(child, scope);
  switch (node.kind) {
    case "negate": {
      const { value, error } = read(node.operand);
      return { value: value.isZero() ? value : value.negated(), error };
    }
    case "binary":
      return operate(node.operator, read(node.left), read(node.right));
    case "call":
      return callOf(node.name, node.args, read);
    case "seriesAt":
      position(node.position, scope, 12);
      break;
    case "scalarAt":
      position(node.position, scope, node.scalars.length);
      break;
    case "vintages":
      position(node.life, scope, 12);
      break;
  }
  const value = toDecimal(node, scope);
  return value.isZero()
    ? { value, error: 0 }
    : rounded(value, node.kind === "vintages" || node.kind === "quarters" ? 20 * UNIT * LARGEST * 1e-6 : 0);
}

function operate(operator: string, left: Measured, right: Measured): Measured {
  switch (operator) {
    case "+":
      return sum(left, right, left.value.plus(right.value));
    case "-":
      return sum(left, right, left.value.minus(right.value));
    case "*":
      return rounded(left.value.times(right.value), sizeOf(left) * right.error + sizeOf(right) * left.error);
    case "/": {
      demand(sizeOf(right) >= SMALLEST);
      const value = left.value.dividedBy(right.value);
      return rounded(value, (left.error + Math.abs(value.toNumber()) * right.error) / sizeOf(right));
    }
    case "^":
      return raise(left, right);
    default: {
      demand(clear(left, right));
      const a: Expression = { kind: "number", value: left.value.toString() };
      const b: Expression = { kind: "number", value: right.value.toString() };
      return {
        value: toDecimal({ kind: "binary", operator: operator as "<", left: a, right: b }, {} as ExactScope),
        error: 0,
      };
    }
  }
}

function callOf(name: string, args: readonly Expression[], read: (child: Expression) => Measured): Measured {
  const [first, second, third] = args as [Expression, Expression, Expression];
  switch (name) {
    case "IF":
      return read(first).value.isZero() ? read(third) : read(second);
    case "SUM":
      return args.map(read).reduce((a, b) => sum(a, b, a.value.plus(b.value)));
    case "MIN":
    case "MAX": {
      const all = args.map(read);
      return {
        value: Exact[name === "MIN" ? "min" : "max"](...all.map(({ value }) => value)),
        error: Math.max(...all.map(({ error }) => error)),
      };
    }
    case "RATE": {
      const [periods, payment, amount] = args.map(read) as [Measured, Measured, Measured];
      demand(periods.error + payment.error + amount.error === 0);
      const exact: Expression[] = [periods, payment, amount].map(({ value }) => ({
        kind: "number",
        value: value.toString(),
      }));
      const value = toDecimal({ kind: "call", name, args: exact }, {} as ExactScope);
      return rounded(value, 1e-13);
    }
    case "ABS": {
      const { value, error } = read(first);
      return { value: value.abs(), error };
    }
    case "INT": {
      const arg = read(first);
      offTheJump(arg, arg.value);
      return rounded(arg.value.floor(), 0);
    }
    case "ROUND": {
      const [arg, digits] = [read(first), read(second).value.toNumber()];
      offTheJump(arg, arg.value.times(10 ** digits).plus("0.5"));
      return rounded(arg.value.toDecimalPlaces(digits), 0);
    }
    default: {
      const truths = args.map(read).map(({ value }) => !value.isZero());
      return {
        value: new Exact((name === "AND" ? truths.every(Boolean) : truths.some(Boolean)) ? 1 : 0),
        error: 0,
      };
    }
  }
}
