import type { Expression, Scalar, Series } from "./expression";
import { ATOM_PRECEDENCE, NEGATION_PRECEDENCE, PRECEDENCE } from "./precedence";

/** Where the quantities of one column's formula stand on the worksheet. */
export interface Addressing {
  /** Relative reference to a series in the formula's own column moved by `shift`, e.g. "L20". */
  series(series: Series, shift: number): string;
  /** Reference to the known figure of a series in the formula's own column, e.g. "'Actuals'!L20". */
  fact(series: Series): string;
  /** Condition that such a figure is known, e.g. "ISNUMBER('Actuals'!L20)". */
  known(series: Series): string;
  /** Reference to an assumption, row and column fixed as needed, e.g. "$C41". */
  scalar(scalar: Scalar): string;
  /** Range of assumptions in consecutive rows, e.g. "$C41:$C43". */
  scalars(scalars: readonly Scalar[]): string;
  /** All quarters of a series, columns fixed, e.g. "$E20:$X20". */
  allQuarters(series: Series): string;
  /** The forecast quarters of a series, columns fixed, e.g. "$M20:$X20". */
  forecastQuarters(series: Series): string;
  /** The four quarters of the formula's own year, e.g. "E20:H20". */
  quartersOfYear(series: Series): string;
  /** The last quarter of the formula's own year, e.g. "H20". */
  lastQuarterOfYear(series: Series): string;
}

/** Reads a tree as Excel formula text in English A1 notation, without the leading "=", with the fewest parentheses. */
export function toA1(expression: Expression, at: Addressing): string {
  return print(expression, at).text;
}

interface Printed {
  readonly text: string;
  readonly precedence: number;
}

const atom = (text: string): Printed => ({ text, precedence: ATOM_PRECEDENCE });

function print(node: Expression, at: Addressing): Printed {
  switch (node.kind) {
    case "number":
      return node.value.startsWith("-")
        ? { text: node.value, precedence: NEGATION_PRECEDENCE }
        : atom(node.value);
    case "missing":
      return atom("NA()");
    case "series":
      return atom(at.series(node.series, node.shift));
    case "scalar":
      return atom(at.scalar(node.scalar));
    case "known":
      return atom(at.known(node.series));
    case "fact":
      return atom(at.fact(node.series));
    case "negate":
      return {
        text: `-${bracketed(node.operand, at, NEGATION_PRECEDENCE)}`,
        precedence: NEGATION_PRECEDENCE,
      };
    case "binary": {
      const precedence = PRECEDENCE[node.operator];
      const left = bracketed(node.left, at, precedence);
      const right = bracketed(node.right, at, precedence + 1);
      return { text: `${left}${node.operator}${right}`, precedence };
    }
    case "call":
      return atom(`${node.name}(${node.args.map((arg) => toA1(arg, at)).join(",")})`);
    case "seriesAt":
      return atom(`INDEX(${at.allQuarters(node.series)},1,${toA1(node.position, at)})`);
    case "scalarAt":
      return atom(`INDEX(${at.scalars(node.scalars)},${toA1(node.position, at)},1)`);
    case "vintages": {
      const clock = at.forecastQuarters(node.clock);
      const now = at.series(node.clock, 0);
      const [newest, least] = node.from === "itself" ? ["<=", ">"] : ["<", ">="];
      const oldest = `${now}-${bracketed(node.life, at, PRECEDENCE["-"] + 1)}`;
      return atom(
        `SUMPRODUCT(${at.forecastQuarters(node.series)},(${clock}${newest}${now})*(${clock}${least}${oldest}))`,
      );
    }
    case "quarters":
      return node.how === "sum"
        ? atom(`SUM(${at.quartersOfYear(node.series)})`)
        : atom(at.lastQuarterOfYear(node.series));
  }
}

function bracketed(node: Expression, at: Addressing, atLeast: number): string {
  const printed = print(node, at);
  return printed.precedence < atLeast ? `(${printed.text})` : printed.text;
}
