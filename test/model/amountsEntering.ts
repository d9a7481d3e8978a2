import type { Expression, Series } from "../../src/formula";
import {
  cellRule,
  DRIVERS,
  firstQuarterOf,
  LINES,
  PERIODS,
  QUARTERS,
  WIDTH,
  type ModelData,
} from "../../src/model";
import { rowOf, type Setting } from "./place";

/** A value, and the largest amount that enters it in the value's own unit. */
interface Entered {
  readonly value: number;
  readonly amount: number;
}

const DRIVER: ReadonlyMap<string, number> = new Map(DRIVERS.map(({ id }, index) => [id, index]));

/**
 * The largest amount that enters each cell, directly or through other cells: what a rounding of doubles is measured by.
 * A sum carries the largest of its terms; a product or a quotient carries each factor's amount times or over the others; a choice, the largest of what it chooses from.
 * So cash of 2 that is left of 10,000 in and 9,998 out is measured by 10,000, and a margin on it by 10,000 over revenue.
 */
export function amountsEntering({ values, drivers, lastActual }: Setting, data: ModelData): Float64Array {
  const amounts = new Float64Array(values.length).fill(-1);

  const cell = ({ id }: Series, column: number): Entered => {
    if (column < 0) return { value: Number.NaN, amount: 0 };
    const place = rowOf(id) + column;
    if (amounts[place]! < 0)
      amounts[place] = amountOf(LINES[Math.floor(place / WIDTH)]!, column, values[place]!);
    return { value: values[place]!, amount: amounts[place]! };
  };

  const amountOf = (line: (typeof LINES)[number], column: number, value: number): number => {
    const { prefer, expression } = cellRule(line, column, lastActual);
    const own = Number.isNaN(value) ? 0 : Math.abs(value);
    if (expression === null || (prefer === "fact" && data.known(line.id, column) !== undefined)) return own;
    return Math.max(own, read(expression, column).amount);
  };

  const driver = ({ id }: Series): Entered => {
    const value = drivers[DRIVER.get(id)!]!;
    return { value, amount: Math.abs(value) };
  };

  const largestOf = (entered: readonly Entered[], value: number): Entered => ({
    value,
    amount: Math.max(0, ...entered.map(({ amount }) => amount)),
  });

  const read = (node: Expression, column: number): Entered => {
    const child = (each: Expression): Entered => read(each, column);
    switch (node.kind) {
      case "number":
        return { value: Number(node.value), amount: Math.abs(Number(node.value)) };
      case "series":
        return cell(
          node.series,
          node.shift < 0 && column >= QUARTERS.length && column + node.shift < QUARTERS.length
            ? -1
            : column + node.shift,
        );
      case "scalar":
        return driver(node.scalar);
      case "negate":
        return { ...child(node.operand), value: -child(node.operand).value };
      case "binary":
        return operate(node.operator, child(node.left), child(node.right));
      case "call":
        return callOf(node.name, node.args.map(child));
      case "seriesAt":
        return cell(node.series, child(node.position).value - 1);
      case "scalarAt":
        return driver(node.scalars[child(node.position).value - 1]!);
      case "vintages": {
        const bought = Array.from(
          { length: column - lastActual - 1 },
          (_, index) => lastActual + 1 + index,
        ).filter((t) => column - t <= child(node.life).value);
        const cells = bought.map((t) => cell(node.series, t));
        return largestOf(
          cells,
          cells.reduce((total, { value }) => total + value, 0),
        );
      }
      case "quarters": {
        const first = firstQuarterOf(PERIODS[column]!.year);
        const cells = (node.how === "sum" ? [0, 1, 2, 3] : [3]).map((offset) =>
          cell(node.series, first + offset),
        );
        return largestOf(
          cells,
          cells.reduce((total, { value }) => total + value, 0),
        );
      }
    }
  };

  for (const line of LINES) for (let column = 0; column < WIDTH; column++) cell(line, column);
  return amounts;
}

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
    case "=":
      return { value: Number(a === b), amount: 1 };
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
  switch (name) {
    case "IF":
      return values[0] ? args[1]! : args[2]!;
    case "MIN":
      return { value: Math.min(...values), amount: Math.max(...args.map(({ amount }) => amount)) };
    case "MAX":
      return { value: Math.max(...values), amount: Math.max(...args.map(({ amount }) => amount)) };
    case "AND":
      return { value: Number(values.every(Boolean)), amount: 1 };
    case "ROUND":
      return { value: Math.round(values[0]! * 10 ** values[1]!) / 10 ** values[1]!, amount: args[0]!.amount };
    default:
      throw new Error(`No line of the model calls ${name}.`);
  }
}
