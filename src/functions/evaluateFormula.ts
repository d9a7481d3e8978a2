import { CellError, parseFormula, type FormulaText } from "../formula";
import { unknownName } from "./didYouMean";
import type { KcFunctionName, KcFunctions } from "./kcFunctions";
import { callText, KC_FUNCTIONS } from "./kcFunctionTable";
import { numberIn, quoted, scalarOf, type KcArgument, type KcResult, type KcScalar } from "./kcValue";
import { WORKSHEET_FUNCTIONS } from "./worksheetFunctions";

/** Characters of the longest formula; each operator is a step down for the evaluation. */
const LONGEST = 2000;

/** Calculates formula text: KC functions, arithmetic as Excel does it, and a few worksheet functions. Throws CellError. */
export function evaluateFormula(text: string, functions: KcFunctions): KcResult {
  if (text.length > LONGEST)
    throw new CellError("#VALUE!", `The formula has ${text.length} characters, more than ${LONGEST}.`);
  const value = evaluated(parseFormula(text), functions);
  if (typeof value === "object" && value !== null)
    return value.map((row) => row.map((cell) => plain(cell ?? "")));
  return plain(value ?? "");
}

/** A value as a cell shows it: no minus zero, and no number without end. */
function plain<Value>(value: Value): Value {
  if (typeof value !== "number") return value;
  if (!Number.isFinite(value)) throw new CellError("#NUM!", "The formula has no finite value.");
  return (value + 0) as Value;
}

function joined(value: KcScalar): string {
  return typeof value === "boolean" ? String(value).toUpperCase() : String(value ?? "");
}

function evaluated(node: FormulaText, functions: KcFunctions): KcArgument {
  switch (node.kind) {
    case "number":
    case "text":
    case "boolean":
      return node.value;
    case "omitted":
      return undefined;
    case "array":
      return node.rows;
    case "sign": {
      const value = asNumber(evaluated(node.operand, functions), node.at);
      return node.operator === "-" ? 0 - value : value;
    }
    case "percent":
      return asNumber(evaluated(node.operand, functions), node.at) / 100;
    case "binary":
      return operated(node, functions);
    case "call":
      return called(node, functions);
  }
}

function called({ name, args, at }: FormulaText & { kind: "call" }, functions: KcFunctions): KcArgument {
  const own = name.startsWith("KC.") ? (name.slice(3) as KcFunctionName) : null;
  if (own !== null && Object.hasOwn(functions, own)) {
    const most = KC_FUNCTIONS[own].parameters.length;
    if (args.length > most)
      throw new CellError("#VALUE!", `Too many arguments at character ${at}: ${callText(own)}.`);
    const call = functions[own] as (...given: readonly KcArgument[]) => KcResult;
    return call(...args.map((arg) => evaluated(arg, functions)));
  }
  const read = (index: number): KcArgument =>
    args[index] === undefined ? undefined : evaluated(args[index], functions);
  const worksheet =
    own === null && Object.hasOwn(WORKSHEET_FUNCTIONS, name) ? WORKSHEET_FUNCTIONS[name] : undefined;
  if (worksheet !== undefined) return worksheet(read, args.length);
  const names = [...Object.keys(functions).map((each) => `KC.${each}`), ...Object.keys(WORKSHEET_FUNCTIONS)];
  throw new CellError("#NAME?", unknownName("function", name, names));
}

function operated(
  { operator, left, right, at }: FormulaText & { kind: "binary" },
  functions: KcFunctions,
): KcScalar {
  const [a, b] = [evaluated(left, functions), evaluated(right, functions)];
  if (operator === "&") return joined(scalarOf(a, "text")) + joined(scalarOf(b, "text"));
  if (/[=<>]/.test(operator)) return compared(operator, scalarOf(a, "value"), scalarOf(b, "value"));
  return arithmetic(operator, asNumber(a, at), asNumber(b, at), at);
}

function arithmetic(operator: string, a: number, b: number, at: number): number {
  if (operator === "/" && b === 0) throw new CellError("#DIV/0!", `Division by zero at character ${at}.`);
  const result =
    operator === "+"
      ? a + b
      : operator === "-"
        ? a - b
        : operator === "*"
          ? a * b
          : operator === "/"
            ? a / b
            : a ** b;
  if (!Number.isFinite(result) || (operator === "^" && a === 0 && b === 0))
    throw new CellError("#NUM!", `"${operator}" has no value at character ${at}.`);
  return result;
}

/** Excel's order: numbers before texts before truth values; texts without regard to case. */
function compared(operator: string, a: KcScalar, b: KcScalar): boolean {
  const rank = (value: KcScalar): number => ["number", "string", "boolean"].indexOf(typeof (value ?? 0));
  const key = (value: KcScalar): number | string =>
    typeof value === "string" ? value.toLowerCase() : Number(value ?? 0);
  const order = rank(a) - rank(b) || (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0);
  switch (operator) {
    case "=":
      return order === 0;
    case "<>":
      return order !== 0;
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    default:
      return order >= 0;
  }
}

function asNumber(value: KcArgument, at: number): number {
  const scalar = scalarOf(value, "An operand");
  const number =
    typeof scalar === "string" ? numberIn(scalar, `the operand at character ${at}`) : Number(scalar ?? 0);
  if (Number.isFinite(number)) return number;
  throw new CellError("#VALUE!", `${quoted(scalar)} is not a number at character ${at}.`);
}
