import {
  SCRIPT_PRELUDE,
  toScript,
  type Expression,
  type Scalar,
  type ScriptScope,
  type Series,
} from "../formula";
import { DRIVERS } from "./drivers";
import { quarterFormula, type Phase } from "./cellRule";
import { evaluationOrder, type Stratum } from "./evaluationOrder";
import type { LineItem } from "./lineItem";
import { LINES } from "./lines";
import { firstQuarterOf, QUARTERS, WIDTH, YEARS } from "./timeline";

const ROW = new Map(LINES.map((line, row) => [line.id, row * WIDTH]));
const PLACE = new Map(DRIVERS.map((driver, place) => [driver.id, place]));

/** Start of a series in the value array. */
const row = (series: Series): number => ROW.get(series.id)!;

function scopeFor(column: "quarter" | "history" | "year"): ScriptScope {
  const quarters = QUARTERS.length;
  return {
    series: (series, shift) => {
      if (shift === 0) return `v[${row(series)} + t]`;
      const past = `v[${row(series) + shift} + t]`;
      if (column === "quarter") return past;
      return `(t < ${(column === "year" ? quarters : 0) - shift} ? NaN : ${past})`;
    },
    seriesAt: (series, position) => `v[${row(series) - 1} + (${position})]`,
    fact: (series) => `k[${row(series)} + t]`,
    scalar: (scalar) => `d[${PLACE.get(scalar.id)}]`,
    scalarAt: (scalars: readonly Scalar[], position) => `d[${PLACE.get(scalars[0]!.id)! - 1} + ${position}]`,
    vintages: (series, clock, life, from) =>
      `vintages(v, ${row(series)}, ${row(clock)}, opening, t, ${life}, ${from === "itself" ? 0 : 1})`,
    quarters: (series) => [0, 1, 2, 3].map((offset) => `v[${row(series) + offset} + q]`),
  };
}

/** Adding 0 takes the sign from a minus zero, which no worksheet has. */
const assign = (line: LineItem, expression: Expression, column: "quarter" | "history" | "year"): string =>
  `v[${row(line)} + t] = ${toScript(expression, scopeFor(column))} + 0;`;

/** Only where no fact stands already. */
const fill = (line: LineItem, statement: string): string =>
  `if (v[${row(line)} + t] !== v[${row(line)} + t]) ${statement}`;

/** Statements of one phase; a known figure stands before every formula. */
function phaseStatements(lines: readonly LineItem[], phase: Phase): readonly string[] {
  return lines.flatMap((line) => {
    const expression = quarterFormula(line, phase);
    if (expression === null) return [];
    const statement = assign(line, expression, phase === "forecast" ? "quarter" : "history");
    return [line.fact === undefined && line.quarterly === undefined ? statement : fill(line, statement)];
  });
}

/** Statements that run for one column after the other. */
interface Block {
  readonly columns: string;
  readonly statements: readonly string[];
}

function stratumBlocks(stratum: Stratum): readonly Block[] {
  return [
    { columns: "t = 0; t < opening; t++", statements: phaseStatements(stratum.history, "history") },
    { columns: "t = opening; t === opening; t++", statements: phaseStatements(stratum.opening, "opening") },
    {
      columns: `t = opening + 1; t < ${QUARTERS.length}; t++`,
      statements: phaseStatements(stratum.forecast, "forecast"),
    },
  ];
}

function yearBlocks(lines: readonly LineItem[]): readonly Block[] {
  const first = QUARTERS.length + YEARS.findIndex((year) => firstQuarterOf(year.year) >= 0);
  const totals = lines.filter((line) => line.annual === "sum" || line.annual === "last");
  const formulas = lines.filter((line) => typeof line.annual === "function");
  const total = (line: LineItem): string =>
    line.annual === "sum"
      ? `v[${row(line)} + q] + v[${row(line) + 1} + q] + v[${row(line) + 2} + q] + v[${row(line) + 3} + q]`
      : `v[${row(line) + 3} + q]`;
  return [
    {
      columns: `t = ${first}, q = 0; t < ${WIDTH}; t++, q += 4`,
      statements: totals.map(
        (line) => `total = ${total(line)}; if (total === total) v[${row(line)} + t] = total;`,
      ),
    },
    {
      columns: `t = ${QUARTERS.length}; t < ${WIDTH}; t++`,
      statements: formulas.map((line) =>
        fill(line, assign(line, (line.annual as () => Expression)(), "year")),
      ),
    },
  ];
}

/** Statements of one function: engines leave functions of much more than that unoptimised, and several times slower. */
const STATEMENTS = 50;

const PARAMETERS = "v: number[], k: number[], d: number[], opening: number, t: number, q: number";

/** The blocks as lists of functions, which no minifier puts together again, and the loops that call them. */
function listsAndLoops(blocks: readonly Block[]): readonly [lists: string, loops: string] {
  const lists = blocks.map(({ statements }, place) => {
    const parts = Array.from({ length: Math.ceil(statements.length / STATEMENTS) }, (_, part) => {
      const own = statements.slice(part * STATEMENTS, (part + 1) * STATEMENTS);
      return `  (${PARAMETERS}) => {\n    let total = 0;\n${own.map((each) => `    ${each}`).join("\n")}\n  },`;
    });
    return `const block${place} = [\n${parts.join("\n")}\n];`;
  });
  const loops = blocks.map(
    ({ columns }, place) =>
      `  for (${columns}) for (const part of block${place}) part(v, k, d, opening, t, q);`,
  );
  return [lists.join("\n\n"), loops.join("\n")];
}

/** The fast reading of the whole model as the text of a TypeScript module: straight loops over doubles, no eval. */
export function emitFastReading(): string {
  const order = evaluationOrder(LINES);
  const [lists, loops] = listsAndLoops([...order.strata.flatMap(stratumBlocks), ...yearBlocks(order.years)]);
  return `// Generated by "npm run generate" from the line items in src/model/lines. Do not edit.
/* eslint-disable */
// @ts-nocheck: array reads are in range by construction.

${SCRIPT_PRELUDE.replace("(x, digits)", "(x: number, digits: number): number").replace("(periods, payment, amount)", "(periods: number, payment: number, amount: number): number")}
function vintages(v: number[], row: number, clock: number, opening: number, t: number, life: number, from: number): number {
  const last = t - from, oldest = v[clock + last]! - life;
  let total = 0;
  for (let s = opening + 1; s <= last; s++) if (v[clock + s]! > oldest) total += v[row + s]!;
  return total;
}

${lists}

/** Fills the values of every line and period: \`v\` and \`k\` hold facts and the calendar (NaN elsewhere), \`d\` the assumptions. */
export function fastReading(values: Float64Array, known: Float64Array, drivers: Float64Array, opening: number): void {
  const v = values as unknown as number[], k = known as unknown as number[], d = drivers as unknown as number[];
  let t = 0, q = 0;
${loops}
}
`;
}
