import type { Expression, Scalar, Series } from "./expression";

/** Names of the quantities in the emitted script. */
export interface ScriptScope {
  /** JavaScript expression for a series in the current column moved by `shift`. */
  series(series: Series, shift: number): string;
  /** JavaScript expression for a series in the quarter numbered by `position`. */
  seriesAt(series: Series, position: string): string;
  scalar(scalar: Scalar): string;
  /** JavaScript expression for the known figure in the current column, NaN where there is none. */
  fact(series: Series): string;
  scalarAt(scalars: readonly Scalar[], position: string): string;
  vintages(series: Series, clock: Series, life: string, from: "itself" | "next"): string;
  quarters(series: Series): readonly string[];
}

/** Functions that emitted scripts expect in scope, as source text. */
export const SCRIPT_PRELUDE = `const { abs, floor, max, min, pow } = Math;
const { EPSILON } = Number;
const round = (x, digits) => {
  const scale = 10 ** digits;
  const scaled = abs(x) * scale;
  const rounded = floor(scaled + 0.5 + scaled * EPSILON);
  return ((x < 0 ? -rounded : rounded) / scale) + 0;
};
const rateOfReturn = (periods, payment, amount) => {
  let rate = 0.1;
  for (let step = 0; step < 60; step++) {
    const discount = pow(1 + rate, -periods);
    const annuity = (1 - discount) / rate;
    const slope = ((periods * discount) / (1 + rate) - annuity) / rate;
    const change = (payment * annuity + amount) / (payment * slope);
    rate -= change;
    if (!(abs(change) > 1e-15)) break;
  }
  return rate;
};
`;

/** Reads a tree as a JavaScript expression over doubles; NaN stands for a figure that is not disclosed. */
export function toScript(node: Expression, scope: ScriptScope): string {
  const read = (child: Expression): string => toScript(child, scope);
  switch (node.kind) {
    case "number":
      return node.value.startsWith("-") ? `(${node.value})` : node.value;
    case "missing":
      return "NaN";
    case "series":
      return scope.series(node.series, node.shift);
    case "scalar":
      return scope.scalar(node.scalar);
    case "known":
      return `(${conditionScript(node, scope)} ? 1 : 0)`;
    case "fact":
      return scope.fact(node.series);
    case "negate":
      return `(0 - ${read(node.operand)})`;
    case "binary":
      return binaryScript(node.operator, read(node.left), read(node.right));
    case "call": {
      const { name, args } = node;
      if (name === "AND" || name === "OR") return `(${conditionScript(node, scope)} ? 1 : 0)`;
      if (name === "IF")
        return `(${conditionScript(args[0]!, scope)} ? ${read(args[1]!)} : ${read(args[2]!)})`;
      return callScript(name, args.map(read));
    }
    case "seriesAt":
      return scope.seriesAt(node.series, read(node.position));
    case "scalarAt":
      return scope.scalarAt(node.scalars, read(node.position));
    case "vintages":
      return scope.vintages(node.series, node.clock, read(node.life), node.from);
    case "quarters": {
      const quarters = scope.quarters(node.series);
      return node.how === "sum" ? `(${quarters.join(" + ")})` : quarters[quarters.length - 1]!;
    }
  }
}

/** A condition as what a script branches on, without the detour over 1 and 0. */
function conditionScript(node: Expression, scope: ScriptScope): string {
  if (node.kind === "known") return `${scope.fact(node.series)} === ${scope.fact(node.series)}`;
  if (node.kind === "binary" && COMPARED[node.operator] !== undefined)
    return `${toScript(node.left, scope)} ${COMPARED[node.operator]} ${toScript(node.right, scope)}`;
  if (node.kind === "call" && (node.name === "AND" || node.name === "OR"))
    return node.args
      .map((arg) => `(${conditionScript(arg, scope)})`)
      .join(node.name === "AND" ? " && " : " || ");
  return toScript(node, scope);
}

function binaryScript(operator: string, left: string, right: string): string {
  if (operator === "^") return `pow(${left}, ${right})`;
  const compared = COMPARED[operator];
  return compared === undefined ? `(${left} ${operator} ${right})` : `(${left} ${compared} ${right} ? 1 : 0)`;
}

/** Comparisons as scripts write them. */
const COMPARED: Readonly<Record<string, string>> = {
  "=": "===",
  "<>": "!==",
  "<": "<",
  "<=": "<=",
  ">": ">",
  ">=": ">=",
};

function callScript(name: string, args: readonly string[]): string {
  switch (name) {
    case "MIN":
      return `min(${args.join(", ")})`;
    case "MAX":
      return `max(${args.join(", ")})`;
    case "SUM":
      return `(${args.join(" + ")})`;
    case "ABS":
      return `abs(${args[0]})`;
    case "INT":
      return `floor(${args[0]})`;
    case "ROUND":
      return `round(${args[0]}, ${args[1]})`;
    case "RATE":
      return `rateOfReturn(${args.join(", ")})`;
    default:
      throw new Error(`No script for the worksheet function ${name}.`);
  }
}
