import type { Expression, Series } from "../../src/formula";
import { firstQuarterOf, LINES, PERIODS, QUARTERS, WIDTH, TIMELINE } from "../../src/companies/kingsoftCloud";
import { phaseOf, quarterFormula, yearFormula, addsUp } from "../../src/model";
import { driverPlace, rowOf, type Setting } from "./place";

/** A value, and the largest amount that enters it in the value's own unit. */
interface Entered {
  readonly value: number;
  readonly amount: number;
}

const FORMULA_OF = new Map<string, Expression | null>();

/** Formula of a line in a column, made once. */
function formulaIn(line: (typeof LINES)[number], column: number, opening: number): Expression | null {
  const phase = column < QUARTERS.length ? phaseOf(column, opening) : column;
  const key = `${line.id}:${phase}`;
  const found = FORMULA_OF.get(key);
  if (found !== undefined) return found;
  const made =
    typeof phase === "number"
      ? yearFormula(line, PERIODS[phase]!.year, TIMELINE)
      : quarterFormula(line, phase);
  FORMULA_OF.set(key, made);
  return made;
}

/**
 * The largest amount that enters each cell, directly or through other cells: what a rounding of doubles is measured by.
 * A sum carries the largest of its terms; a product or a quotient carries each factor's amount times or over the others; a choice, the largest of what it chooses from.
 * So cash of 2 that is left of 10,000 in and 9,998 out is measured by 10,000, and a margin on it by 10,000 over revenue.
 */
export function amountsEntering({ values, known, drivers, opening }: Setting): Float64Array {
  const amounts = new Float64Array(values.length).fill(-1);

  const cell = ({ id }: Series, column: number): Entered => {
    if (column < 0) return { value: Number.NaN, amount: 0 };
    const place = rowOf(id) + column;
    if (amounts[place]! < 0)
      amounts[place] = amountOf(LINES[Math.floor(place / WIDTH)]!, column, values[place]!);
    return { value: values[place]!, amount: amounts[place]! };
  };

  const amountOf = (line: (typeof LINES)[number], column: number, value: number): number => {
    const own = Number.isNaN(value) ? 0 : Math.abs(value);
    const stands = !Number.isNaN(known[rowOf(line.id) + column]!);
    const expression = formulaIn(line, column, opening);
    if (expression === null || (stands && !(column >= QUARTERS.length && addsUp(line)))) return own;
    return Math.max(own, read(expression, column).amount);
  };

  const driver = ({ id }: Series): Entered => {
    const value = drivers[driverPlace(id)]!;
    return { value, amount: Math.abs(value) };
  };

  const read = (node: Expression, column: number): Entered => {
    const child = (each: Expression): Entered => read(each, column);
    switch (node.kind) {
      case "number":
        return { value: Number(node.value), amount: Math.abs(Number(node.value)) };
      case "missing":
        return { value: Number.NaN, amount: 0 };
      case "known":
        return { value: Number(!Number.isNaN(known[rowOf(node.series.id) + column]!)), amount: 1 };
      case "fact": {
        const value = known[rowOf(node.series.id) + column]!;
        return { value, amount: Math.abs(value) };
      }
      case "series":
        return cell(
          node.series,
          node.shift < 0 && column >= QUARTERS.length && column + node.shift < QUARTERS.length
            ? -1
            : column + node.shift,
        );
      case "scalar":
        return driver(node.scalar);
      case "negate": {
        const { value, amount } = child(node.operand);
        return { value: -value, amount };
      }
      case "binary":
        return operate(node.operator, child(node.left), child(node.right));
      case "call":
        return callOf(node.name, node.args.map(child));
      case "seriesAt":
        return cell(node.series, child(node.position).value - 1);
      case "scalarAt":
        return driver(node.scalars[child(node.position).value - 1]!);
      case "vintages": {
        const last = node.from === "itself" ? column : column - 1;
        const oldest = last - child(node.life).value;
        const cells: Entered[] = [];
        for (let t = opening + 1; t <= last; t++) if (t > oldest) cells.push(cell(node.series, t));
        return totalOf(cells);
      }
      case "quarters": {
        const first = firstQuarterOf(PERIODS[column]!.year);
        const offsets = node.how === "sum" ? [0, 1, 2, 3] : [3];
        return totalOf(offsets.map((offset) => cell(node.series, first + offset)));
      }
    }
  };

  for (const line of LINES) for (let column = 0; column < WIDTH; column++) cell(line, column);
  return amounts;
}

function totalOf(cells: readonly Entered[]): Entered {
  return {
    value: cells.reduce((total, { value }) => total + value, 0),
    amount: Math.max(0, ...cells.map(({ amount }) => amount)),
  };
}

/** An amount that does not count where it is not known. */
const amountOrZero = (amount: number): number => (Number.isNaN(amount) ? 0 : amount);

function operate(operator: string, left: Entered, right: Entered): Entered {
  const [a, b] = [left.value, right.value];
  switch (operator) {
    case "+":
      return { value: a + b, amount: Math.max(left.amount, right.amount) };
    case "-":
      return { value: a - b, amount: Math.max(left.amount, right.amount) };
    case "*":
      return { value: a * b, amount: Math.max(left.amount * Math.abs(b), Math.abs(a) * right.amount) };
    case "/":
      return {
        value: a / b,
        amount: Math.max(left.amount / Math.abs(b), (Math.abs(a) * right.amount) / (b * b)),
      };
    case "^":
      return { value: a ** b, amount: Math.max(1, Math.abs(b)) * Math.abs(a) ** b };
    case "=":
      return { value: Number(a === b), amount: 1 };
    case "<>":
      return { value: Number(a !== b), amount: 1 };
    case "<":
      return { value: Number(a < b), amount: 1 };
    case "<=":
      return { value: Number(a <= b), amount: 1 };
    case ">":
      return { value: Number(a > b), amount: 1 };
    case ">=":
      return { value: Number(a >= b), amount: 1 };
    default:
      throw new Error(`No line of the model has the operator ${operator}.`);
  }
}

function callOf(name: string, args: readonly Entered[]): Entered {
  const values = args.map(({ value }) => value);
  const largest = Math.max(...args.map(({ amount }) => amountOrZero(amount)));
  switch (name) {
    case "IF":
      return values[0] ? args[1]! : args[2]!;
    case "MIN":
      return { value: Math.min(...values), amount: largest };
    case "MAX":
      return { value: Math.max(...values), amount: largest };
    case "AND":
      return { value: Number(values.every(Boolean)), amount: 1 };
    case "OR":
      return { value: Number(values.some(Boolean)), amount: 1 };
    case "ROUND":
      return { value: Math.round(values[0]! * 10 ** values[1]!) / 10 ** values[1]!, amount: args[0]!.amount };
    case "RATE":
      return rateOf(values[0]!, args[1]!);
    default:
      throw new Error(`No line of the model calls ${name}.`);
  }
}

/** Rate of return of equal receipts on one RMB; a rounding of the receipt moves it by what the receipt moves over the slope of their present value. */
function rateOf(periods: number, receipt: Entered): Entered {
  const valueAt = (rate: number): number => receipt.value * ((1 - (1 + rate) ** -periods) / rate);
  let [low, high] = [1e-12, 1e6];
  for (let step = 0; step < 200; step++) {
    const middle = Math.sqrt(low * high);
    if (valueAt(middle) > 1) low = middle;
    else high = middle;
  }
  const slope = Math.abs(valueAt(low * 1.000001) - valueAt(low)) / (low * 0.000001);
  return { value: low, amount: Math.max(low, receipt.amount / receipt.value / slope, 1 / slope) };
}
