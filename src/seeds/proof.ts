import type { Arithmetic } from "./arithmetic";

/** A proof's text that cannot be read or computed; the message says what and where. */
export class ProofError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "ProofError";
  }
}

interface Token {
  readonly text: string;
  readonly at: number;
}

const tokenPattern = /\s*(?:(\d+(?:\.\d+)?)|(\{[^{}]*\})|([A-Z]+)|([-+*/^(),]))/y;

/** The figures a proof or derived formula names in braces, each once, in order. */
export function factsNamedIn(formula: string): readonly string[] {
  return [...new Set([...formula.matchAll(/\{([^{}]*)\}/g)].map((match) => (match[1] ?? "").trim()))];
}

/** Computes a formula of + - * / ^, parentheses, numbers, {factId} and ABS, MIN, MAX, SUM, ROUND by Excel's precedence; throws a ProofError. */
export function evaluateProof<T>(formula: string, arithmetic: Arithmetic<T>, figure: (id: string) => T): T {
  const reader = new ProofReader(tokensOf(formula), formula, arithmetic, figure);
  try {
    return reader.read();
  } catch (error) {
    if (error instanceof RangeError) throw new ProofError(`${error.message}: ${formula}`);
    throw error;
  }
}

function tokensOf(formula: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (formula.slice(at).trim() !== "") {
    tokenPattern.lastIndex = at;
    const match = tokenPattern.exec(formula);
    if (match === null) throw new ProofError(`unexpected "${formula.slice(at).trim()[0]}" at ${at + 1}: ${formula}`);
    tokens.push({ text: match[0].trim(), at: at + 1 });
    at = tokenPattern.lastIndex;
  }
  return tokens;
}

class ProofReader<T> {
  private next = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly formula: string,
    private readonly by: Arithmetic<T>,
    private readonly figure: (id: string) => T,
  ) {}

  read(): T {
    const value = this.sum();
    if (this.next < this.tokens.length) this.fail();
    return value;
  }

  private sum(): T {
    let value = this.product();
    for (;;) {
      if (this.take("+")) value = this.by.add(value, this.product());
      else if (this.take("-")) value = this.by.subtract(value, this.product());
      else return value;
    }
  }

  private product(): T {
    let value = this.power();
    for (;;) {
      if (this.take("*")) value = this.by.multiply(value, this.power());
      else if (this.take("/")) value = this.by.divide(value, this.power());
      else return value;
    }
  }

  /** Left-associative, and looser than the unary minus, as in Excel. */
  private power(): T {
    let value = this.unary();
    while (this.take("^")) value = this.by.power(value, this.unary());
    return value;
  }

  private unary(): T {
    if (this.take("-")) return this.by.negate(this.unary());
    if (this.take("+")) return this.unary();
    return this.primary();
  }

  private primary(): T {
    const token = this.tokens[this.next];
    if (token === undefined) return this.fail();
    if (this.take("(")) {
      const value = this.sum();
      this.expect(")");
      return value;
    }
    if (!/^[\d{A-Z]/.test(token.text)) return this.fail();
    this.next += 1;
    if (token.text.startsWith("{")) return this.figure(token.text.slice(1, -1).trim());
    return /^\d/.test(token.text) ? this.by.constant(token.text) : this.call(token);
  }

  private call(name: Token): T {
    this.expect("(");
    const values = [this.sum()];
    while (this.take(",")) values.push(this.sum());
    this.expect(")");
    const [first, ...rest] = values as [T, ...T[]];
    const second = rest[0];
    if (name.text === "SUM") return rest.reduce((a, b) => this.by.add(a, b), first);
    if (name.text === "MIN") return rest.reduce((a, b) => this.by.smaller(a, b), first);
    if (name.text === "MAX") return rest.reduce((a, b) => this.by.larger(a, b), first);
    if (name.text === "ABS" && rest.length === 0) return this.by.absolute(first);
    if (name.text === "ROUND" && second !== undefined && rest.length === 1) return this.by.round(first, second);
    throw new ProofError(`${name.text} with ${values.length} arguments at ${name.at} is not known: ${this.formula}`);
  }

  private take(text: string): boolean {
    if (this.tokens[this.next]?.text !== text) return false;
    this.next += 1;
    return true;
  }

  private expect(text: string): void {
    if (!this.take(text)) this.fail(`, "${text}" expected`);
  }

  private fail(hint = ""): never {
    const token = this.tokens[this.next];
    const what = token === undefined ? "unexpected end" : `unexpected "${token.text}" at ${token.at}`;
    throw new ProofError(`${what}${hint}: ${this.formula}`);
  }
}
