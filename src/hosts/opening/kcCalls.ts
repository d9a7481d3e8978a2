/** Functions whose answers fill more than one cell. */
const FILLING = new Set(["SERIES", "SENSITIVITY", "LINES", "SCENARIOS", "FACTS"]);

/** A call of a KC function as programs store it: behind the name of a file or another add-in, and under longer names. */
const CALL =
  /"(?:[^"]|"")*"|(?<![\w.\]])('(?:[^']|'')*'!|(?:\[[^\][]*\])?[\w.:\\/-]*!)?((?:_xl(?:fn|ws|udf|l)\.)*)(?:_xldudf_KC_|KC\.)([A-Z_]+)(?=\s*\()/gi;

/** A formula with its KC calls as they are typed. */
export interface RepairedFormula {
  readonly formula: string;
  /** What was wrong with it, in words; null where it was as it should be. */
  readonly repair: string | null;
}

/** Reads the KC calls of a formula of a file (without "="), and mends those that came to be called by the name of another file or for one cell only. */
export function repairedCalls(formula: string): RepairedFormula {
  if (!/KC[._]/i.test(formula)) return { formula, repair: null };
  const repairs = new Set<string>();
  const named = formula.replace(
    CALL,
    (word: string, owner: string | undefined, _prefix: string | undefined, name: string | undefined) => {
      if (name === undefined) return word;
      if (owner !== undefined) repairs.add(`was tied to ${owner.slice(0, -1)}`);
      return `KC.${name.toUpperCase()}`;
    },
  );
  const single = withoutSingle(named, repairs);
  return { formula: single, repair: repairs.size === 0 ? null : [...repairs].join(", ") };
}

const SINGLE = /(?:_xlfn\.)?SINGLE\(\s*(?=KC\.)|@(?=KC\.)/i;

/** Takes away what asks for one cell of an answer: of a single value it asks nothing, of many it asks for the first. */
function withoutSingle(formula: string, repairs: Set<string>): string {
  const found = SINGLE.exec(formula);
  if (found === null || insideText(formula, found.index)) return formula;
  const start = found.index + found[0].length;
  const [, name = ""] = /^KC\.([A-Z_]+)/.exec(formula.slice(start)) ?? [];
  const end = endOfCall(formula, start);
  if (end === null) return formula;
  const call = formula.slice(start, end);
  const rest = formula.slice(
    found[0] === "@" ? end : end + 1 + (/^\s*/.exec(formula.slice(end))?.[0].length ?? 0),
  );
  repairs.add(`asked for one cell of its answer by ${found[0] === "@" ? "@" : "SINGLE"}`);
  return (
    formula.slice(0, found.index) +
    (FILLING.has(name) ? `INDEX(${call},1,1)` : call) +
    withoutSingle(rest, repairs)
  );
}

/** Where the parenthesis of a call closes, one beyond it; null where it does not. */
function endOfCall(formula: string, from: number): number | null {
  let depth = 0;
  let inText = false;
  for (let at = from; at < formula.length; at++) {
    const sign = formula[at];
    if (sign === '"') inText = !inText;
    else if (inText) continue;
    else if (sign === "(") depth += 1;
    else if (sign === ")" && --depth === 0) return at + 1;
  }
  return null;
}

function insideText(formula: string, at: number): boolean {
  return (formula.slice(0, at).split('"').length - 1) % 2 === 1;
}
