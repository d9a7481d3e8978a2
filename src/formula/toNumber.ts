import type { BinaryOperator, Expression, FunctionName, Scalar, Series } from "./expression";

/** Calculates one cell of a column as a double; NaN stands for a figure that is not disclosed. */
export type NumberCell = (column: number) => number;

/** Cells of the quantities that a formula reads. */
export interface NumberScope {
  /** A series in the column moved by `shift`. */
  series(series: Series, shift: number): NumberCell;
  /** A series in the quarter with a number, from 1. */
  seriesAt(series: Series, position: NumberCell): NumberCell;
  /** The known figure in the column, NaN where there is none. */
  fact(series: Series): NumberCell;
  scalar(scalar: Scalar): NumberCell;
  /** One of several assumptions in consecutive rows, from 1. */
  scalarAt(scalars: readonly Scalar[], position: NumberCell): NumberCell;
  vintages(series: Series, clock: Series, life: NumberCell, from: "itself" | "next"): NumberCell;
  /** In a year's column: its four quarters. */
  quarters(series: Series): readonly NumberCell[];
}

/** Reads a tree as a closure over doubles: what it answers equals the emitted script bit for bit. */
export function toNumber(node: Expression, scope: NumberScope): NumberCell {
  const read = (child: Expression): NumberCell => toNumber(child, scope);
  switch (node.kind) {
    case "number": {
      const value = Number(node.value);
      return () => value;
    }
    case "missing":
      return () => Number.NaN;
    case "series":
      return scope.series(node.series, node.shift);
    case "scalar":
      return scope.scalar(node.scalar);
    case "known": {
      const fact = scope.fact(node.series);
      return (column) => (Number.isNaN(fact(column)) ? 0 : 1);
    }
    case "fact":
      return scope.fact(node.series);
    case "negate": {
      const operand = read(node.operand);
      return (column) => 0 - operand(column);
    }
    case "binary": {
      const [left, right, operate] = [read(node.left), read(node.right), OPERATORS[node.operator]];
      return (column) => operate(left(column), right(column));
    }
    case "call":
      return node.name === "IF" ? branch(node.args.map(read)) : called(node.name, node.args.map(read));
    case "seriesAt":
      return scope.seriesAt(node.series, read(node.position));
    case "scalarAt":
      return scope.scalarAt(node.scalars, read(node.position));
    case "vintages":
      return scope.vintages(node.series, node.clock, read(node.life), node.from);
    case "quarters": {
      const quarters = scope.quarters(node.series);
      if (node.how === "last") return quarters[quarters.length - 1]!;
      return (column) => sum(quarters.map((quarter) => quarter(column)));
    }
  }
}

const OPERATORS: Readonly<Record<BinaryOperator, (left: number, right: number) => number>> = {
  "+": (left, right) => left + right,
  "-": (left, right) => left - right,
  "*": (left, right) => left * right,
  "/": (left, right) => left / right,
  "^": (left, right) => Math.pow(left, right),
  "=": (left, right) => Number(left === right),
  "<>": (left, right) => Number(left !== right),
  "<": (left, right) => Number(left < right),
  "<=": (left, right) => Number(left <= right),
  ">": (left, right) => Number(left > right),
  ">=": (left, right) => Number(left >= right),
};

/** From the first on, as a worksheet and the script add up. */
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value);

/** A condition that is not known counts as false. */
const holds = (condition: number): boolean => condition !== 0 && !Number.isNaN(condition);

const FUNCTIONS: Readonly<Record<Exclude<FunctionName, "IF">, (...values: readonly number[]) => number>> = {
  MIN: Math.min,
  MAX: Math.max,
  ABS: (value) => Math.abs(value!),
  INT: (value) => Math.floor(value!),
  SUM: (...values) => sum(values),
  AND: (...values) => Number(values.every(holds)),
  OR: (...values) => Number(values.some(holds)),
  ROUND: (value, digits) => roundTo(value!, digits!),
  RATE: (periods, payment, amount) => rateOfReturn(periods!, payment!, amount!),
};

/** Only the side that a condition chooses is calculated. */
function branch(args: readonly NumberCell[]): NumberCell {
  const [condition, then, otherwise] = args as readonly [NumberCell, NumberCell, NumberCell];
  return (column) => (holds(condition(column)) ? then(column) : otherwise(column));
}

function called(name: Exclude<FunctionName, "IF">, args: readonly NumberCell[]): NumberCell {
  const apply = FUNCTIONS[name];
  return (column) => apply(...args.map((arg) => arg(column)));
}

/** Ties go away from zero; a double just below a tie counts as one. */
function roundTo(value: number, digits: number): number {
  const scale = 10 ** digits;
  const scaled = Math.abs(value) * scale;
  const rounded = Math.floor(scaled + 0.5 + scaled * Number.EPSILON);
  return (value < 0 ? -rounded : rounded) / scale + 0;
}

/** Newton steps from a guess of a tenth, until nothing moves. */
function rateOfReturn(periods: number, payment: number, amount: number): number {
  let rate = 0.1;
  for (let step = 0; step < 60; step++) {
    const discount = Math.pow(1 + rate, -periods);
    const annuity = (1 - discount) / rate;
    const slope = ((periods * discount) / (1 + rate) - annuity) / rate;
    const change = (payment * annuity + amount) / (payment * slope);
    rate -= change;
    if (!(Math.abs(change) > 1e-15)) break;
  }
  return rate;
}
