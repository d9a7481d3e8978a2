import { type CellError, unreadable } from "./cellError";
import type { BinaryOperator } from "./expression";
import type { FormulaText } from "./formulaText";
import { formulaTokens, type FormulaToken } from "./formulaTokens";
import { PERCENT_PRECEDENCE, PRECEDENCE } from "./precedence";

const DEEPEST = 200;

/** Reads Excel formula text in English notation, with or without the leading "=". Throws a CellError that says what is wrong and where. */
export function parseFormula(text: string): FormulaText {
  const [start] = /^\s*=?/.exec(text)!;
  const parser = new FormulaParser(formulaTokens(text.slice(start.length), start.length));
  return parser.whole();
}

/** Operator-precedence parser: an operand, then every operator that binds at least as tightly as asked. */
class FormulaParser {
  private place = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly FormulaToken[]) {}

  whole(): FormulaText {
    if (this.isEnd()) throw unreadable("There is no formula", this.next.at);
    const formula = this.expression(0);
    if (!this.isEnd()) throw this.unexpected("an operator or the end of the formula");
    return formula;
  }

  private get next(): FormulaToken {
    return this.tokens[this.place]!;
  }

  private expression(atLeast: number): FormulaText {
    if (++this.depth > DEEPEST) throw unreadable(`More than ${DEEPEST} levels of parentheses`, this.next.at);
    let left = this.operand();
    for (;;) {
      const { kind, value, at } = this.next;
      if (kind !== "sign") break;
      if (value === "%") {
        if (PERCENT_PRECEDENCE < atLeast) break;
        this.place++;
        left = { kind: "percent", operand: left, at };
        continue;
      }
      const precedence = isOperator(value) ? PRECEDENCE[value] : -1;
      if (!isOperator(value) || precedence < atLeast) break;
      this.place++;
      left = { kind: "binary", operator: value, left, right: this.expression(precedence + 1), at };
    }
    this.depth--;
    return left;
  }

  private operand(): FormulaText {
    const { kind, value, at } = this.next;
    if (kind === "number") return this.taken({ kind, value: Number(value), at });
    if (kind === "text") return this.taken({ kind, value, at });
    if (kind === "name") return this.named(value, at);
    if (value === "-" || value === "+") {
      this.place++;
      if (++this.depth > DEEPEST) throw unreadable(`More than ${DEEPEST} signs in a row`, at);
      const operand = this.operand();
      this.depth--;
      return { kind: "sign", operator: value, operand, at };
    }
    if (value === "{") return this.array(at);
    if (value === "(") {
      this.place++;
      const inner = this.expression(0);
      this.close(")", at);
      return inner;
    }
    throw this.unexpected("a number, a text, a function or a parenthesis");
  }

  private taken(node: FormulaText): FormulaText {
    this.place++;
    return node;
  }

  private named(name: string, at: number): FormulaText {
    this.place++;
    if (this.next.value === "(" && this.next.kind === "sign") return this.call(name, at);
    const upper = name.toUpperCase();
    if (upper === "TRUE" || upper === "FALSE") return { kind: "boolean", value: upper === "TRUE", at };
    throw unreadable(
      `"${name}" is a cell or a name, which has no value outside a workbook (texts stand in quotation marks),`,
      at,
    );
  }

  private call(name: string, at: number): FormulaText {
    const opened = this.next.at;
    this.place++;
    const args: FormulaText[] = [];
    if (!this.isSign(")")) {
      do args.push(this.argument());
      while (this.accept(","));
    }
    if (this.isSign(";")) throw unreadable('Arguments are separated by ",", not ";"', this.next.at);
    this.close(")", opened);
    return { kind: "call", name: name.toUpperCase(), args, at };
  }

  private argument(): FormulaText {
    return this.isSign(",") || this.isSign(")") ? { kind: "omitted", at: this.next.at } : this.expression(0);
  }

  private array(at: number): FormulaText {
    this.place++;
    const rows: (number | string | boolean)[][] = [];
    do {
      const row: (number | string | boolean)[] = [];
      do row.push(this.constant());
      while (this.accept(","));
      rows.push(row);
    } while (this.accept(";"));
    this.close("}", at);
    const ragged = rows.find((row) => row.length !== rows[0]!.length);
    if (ragged) throw unreadable("Rows of the array constant have different lengths; it starts", at);
    return { kind: "array", rows, at };
  }

  private constant(): number | string | boolean {
    const negative = this.isSign("-");
    if (negative || this.isSign("+")) this.place++;
    const { kind, value } = this.next;
    const upper = value.toUpperCase();
    if (kind === "number") {
      this.place++;
      const number = this.accept("%") ? Number(value) / 100 : Number(value);
      return negative ? -number : number;
    }
    if (!negative && kind === "text") {
      this.place++;
      return value;
    }
    if (!negative && kind === "name" && (upper === "TRUE" || upper === "FALSE")) {
      this.place++;
      return upper === "TRUE";
    }
    throw this.unexpected("a number or a text of the array constant");
  }

  private isEnd(): boolean {
    return this.next.kind === "end";
  }

  private isSign(sign: string): boolean {
    return this.next.kind === "sign" && this.next.value === sign;
  }

  private accept(sign: string): boolean {
    if (!this.isSign(sign)) return false;
    this.place++;
    return true;
  }

  private close(sign: string, opened: number): void {
    if (this.accept(sign)) return;
    if (this.next.kind === "end")
      throw unreadable(
        `"${sign}" is missing for the one opened at character ${opened}; expected`,
        this.next.at,
      );
    throw this.unexpected(`"${sign}" or an operator`);
  }

  private unexpected(wanted: string): CellError {
    const { kind, value, at } = this.next;
    return unreadable(
      `Expected ${wanted}, found ${kind === "end" ? "the end of the formula" : `"${value}"`}`,
      at,
    );
  }
}

function isOperator(sign: string): sign is BinaryOperator | "&" {
  return Object.hasOwn(PRECEDENCE, sign);
}
