import {
  call,
  compare,
  constant,
  minus,
  negate,
  over,
  plus,
  power,
  times,
  when,
  type Expression,
} from "../../src/formula";
import type { PlacedTree } from "./expressionTrees";

const n = constant;
const round = (value: string, digits: string): Expression => call("ROUND", n(value), n(digits));

/** Where spreadsheets and languages differ: a tree, its text, its value in Excel. */
export const PITFALLS: readonly (readonly [Expression, string, number])[] = [
  [power(negate(n("2")), n("2")), "-2^2", 4],
  [power(n("-2"), n("2")), "-2^2", 4],
  [negate(power(n("2"), n("2"))), "-(2^2)", -4],
  [power(power(n("2"), n("3")), n("2")), "2^3^2", 64],
  [power(n("2"), power(n("3"), n("2"))), "2^(3^2)", 512],
  [power(n("2"), negate(n("1"))), "2^-1", 0.5],
  [minus(1, minus(n("2"), n("3"))), "1-(2-3)", 2],
  [minus(minus(1, n("2")), n("3")), "1-2-3", -4],
  [over(n("8"), over(n("4"), n("2"))), "8/(4/2)", 4],
  [over(n("8"), times(n("4"), n("2"))), "8/(4*2)", 1],
  [times(n("8"), over(n("4"), n("2"))), "8*(4/2)", 16],
  [minus(n("5"), n("-3")), "5--3", 8],
  [negate(negate(n("5"))), "--5", 5],
  [negate(plus(1, n("2"))), "-(1+2)", -3],
  [times(plus(1, n("2")), n("3")), "(1+2)*3", 9],
  [plus(compare(n("3"), ">", plus(1, 1)), 1), "(3>1+1)+1", 2],
  [compare(compare(n("3"), ">", n("4")), "=", compare(n("1"), ">", n("2"))), "3>4=(1>2)", 1],
  [round("2.5", "0"), "ROUND(2.5,0)", 3],
  [round("-2.5", "0"), "ROUND(-2.5,0)", -3],
  [round("0.5", "0"), "ROUND(0.5,0)", 1],
  [round("-0.4", "0"), "ROUND(-0.4,0)", 0],
  [round("1.005", "2"), "ROUND(1.005,2)", 1.01],
  [round("-1.005", "2"), "ROUND(-1.005,2)", -1.01],
  [round("2.345", "2"), "ROUND(2.345,2)", 2.35],
  [round("1234567.895", "2"), "ROUND(1234567.895,2)", 1234567.9],
  [round("1250", "-2"), "ROUND(1250,-2)", 1300],
  [round("-1250", "-2"), "ROUND(-1250,-2)", -1300],
  [call("INT", n("-1.5")), "INT(-1.5)", -2],
  [call("MIN", n("-1"), n("-3")), "MIN(-1,-3)", -3],
  [
    when(call("AND", compare(1, "=", 1), compare(1, "<", n("2"))), n("7"), over(1, 0)),
    "IF(AND(1=1,1<2),7,1/0)",
    7,
  ],
  [
    when(call("OR", compare(1, "=", 0), compare(1, ">", n("2"))), over(1, 0), n("7")),
    "IF(OR(1=0,1>2),1/0,7)",
    7,
  ],
];

/** Their trees, placed in a column. */
export const pitfallTrees: readonly PlacedTree[] = PITFALLS.map(([expression]) => ({
  expression,
  column: 4,
}));
