import {
  SCRIPT_PRELUDE,
  toScript,
  type Expression,
  type Scalar,
  type ScriptScope,
  type Series,
} from "../formula";
import { quarterFormula, type Phase } from "./cellRule";
import { evaluationOrder, type Stratum } from "./evaluationOrder";
import type { LineItem } from "./lineItem";
import type { ModelSpec } from "./modelSpec";

/** Where each line stands in the value array, and each assumption in the vector. */
interface Places {
  readonly spec: ModelSpec;
  /** Start of a series. */
  row(series: Series): number;
  place(scalar: Scalar): number;
}

function placesOf(spec: ModelSpec): Places {
  const place = new Map(spec.drivers.map(({ id }, index) => [id, index]));
  return {
    spec,
    row: ({ id }) => spec.rowOf.get(id)! * spec.timeline.width,
    place: ({ id }) => place.get(id)!,
  };
}

function scopeFor({ spec, row, place }: Places, column: "quarter" | "history" | "year"): ScriptScope {
  const quarters = spec.timeline.quarters.length;
  return {
    series: (series, shift) => {
      if (shift === 0) return `v[${row(series)} + t]`;
      const past = `v[${row(series) + shift} + t]`;
      if (column === "quarter") return past;
      return `(t < ${(column === "year" ? quarters : 0) - shift} ? NaN : ${past})`;
    },
    seriesAt: (series, position) => `v[${row(series) - 1} + (${position})]`,
    fact: (series) => `k[${row(series)} + t]`,
    scalar: (scalar) => `d[${place(scalar)}]`,
    scalarAt: (scalars: readonly Scalar[], position) => `d[${place(scalars[0]!) - 1} + ${position}]`,
    vintages: (series, clock, life, from) =>
      `vintages(v, ${row(series)}, ${row(clock)}, opening, t, ${life}, ${from === "itself" ? 0 : 1})`,
    quarters: ({ id }) => {
      throw new Error(`The years of ${id} add up in a loop of their own, and are no formula.`);
    },
  };
}

/** What a line is in a column. Adding 0 takes the sign from a minus zero, which no worksheet has. */
const result = (at: Places, expression: Expression, column: "quarter" | "history" | "year"): string =>
  `${toScript(expression, scopeFor(at, column))} + 0;`;

const assign = ({ row }: Places, line: LineItem, value: string): string => `v[${row(line)} + t] = ${value}`;

/** Only where no fact stands already. */
const fill = ({ row }: Places, line: LineItem, value: string): string =>
  `if (v[i = ${row(line)} + t] !== v[i]) v[i] = ${value}`;

/** Statements of one phase; a known figure stands before every formula. */
function phaseStatements(at: Places, lines: readonly LineItem[], phase: Phase): readonly string[] {
  return lines.flatMap((line) => {
    const expression = quarterFormula(line, phase);
    if (expression === null) return [];
    const value = result(at, expression, phase === "forecast" ? "quarter" : "history");
    return [(line.fact === undefined && line.quarterly === undefined ? assign : fill)(at, line, value)];
  });
}

/** Statements that run for one column after the other. */
interface Block {
  readonly columns: string;
  readonly statements: readonly string[];
}

function stratumBlocks(at: Places, stratum: Stratum): readonly Block[] {
  const quarters = at.spec.timeline.quarters.length;
  return [
    { columns: "t = 0; t < opening; t++", statements: phaseStatements(at, stratum.history, "history") },
    {
      columns: "t = opening; t === opening; t++",
      statements: phaseStatements(at, stratum.opening, "opening"),
    },
    {
      columns: `t = opening + 1; t < ${quarters}; t++`,
      statements: phaseStatements(at, stratum.forecast, "forecast"),
    },
  ];
}

/** Formulas of the years, once quarters are added up. */
function yearBlock(at: Places, lines: readonly LineItem[]): Block {
  const { quarters, width } = at.spec.timeline;
  return {
    columns: `t = ${quarters.length}; t < ${width}; t++`,
    statements: lines.flatMap((line) =>
      typeof line.annual === "function" ? [fill(at, line, result(at, line.annual(), "year"))] : [],
    ),
  };
}

/** Rows whose years are the sum of their quarters, or the last of them, and the loop over the years that have all four. */
function totals(
  { rowOf, timeline }: ModelSpec,
  lines: readonly LineItem[],
): readonly [rows: string, loop: string] {
  const { quarters, years, width, firstQuarterOf } = timeline;
  const first = quarters.length + years.findIndex(({ year }) => firstQuarterOf(year) >= 0);
  const rows = (how: "sum" | "last"): string =>
    lines.flatMap(({ id, annual }) => (annual === how ? [rowOf.get(id)!] : [])).join(", ");
  return [
    `const sums = [${rows("sum")}];
const lasts = [${rows("last")}];
const sumUp = (v: number[], t: number, q: number) => {
  let r = 0, total = 0;
  for (const row of sums) {
    r = row * ${width} + q;
    total = v[r] + v[r + 1] + v[r + 2] + v[r + 3];
    if (total === total) v[row * ${width} + t] = total;
  }
  for (const row of lasts) {
    total = v[row * ${width} + q + 3];
    if (total === total) v[row * ${width} + t] = total;
  }
};`,
    `  for (t = ${first}, q = 0; t < ${width}; t++, q += 4) sumUp(v, t, q);`,
  ];
}

/** Statements of one function: engines leave functions of much more than that unoptimised, and several times slower. */
const STATEMENTS = 50;

const PARAMETERS = "v: number[], k: number[], d: number[], opening: number, t: number";

/** The blocks as lists of functions, which no minifier puts together again, and the loops that call them. */
function listsAndLoops(blocks: readonly Block[], first = 0): readonly [lists: string, loops: string] {
  const lists = blocks.map(({ statements }, place) => {
    const parts = Array.from({ length: Math.ceil(statements.length / STATEMENTS) }, (_, part) => {
      const own = statements.slice(part * STATEMENTS, (part + 1) * STATEMENTS);
      return `  (${PARAMETERS}) => {\n    let i = 0;\n${own.map((each) => `    ${each}`).join("\n")}\n  },`;
    });
    return `const block${first + place} = [\n${parts.join("\n")}\n];`;
  });
  const loops = blocks.map(
    ({ columns }, place) =>
      `  for (${columns}) for (const part of block${first + place}) part(v, k, d, opening, t);`,
  );
  return [lists.join("\n\n"), loops.join("\n")];
}

/** A fast reading of the whole model as the text of a TypeScript module: straight loops over doubles, no eval. */
export function emitFastReading(spec: ModelSpec): string {
  const order = evaluationOrder(spec.lines);
  const at = placesOf(spec);
  const quarters = order.strata.flatMap((stratum) => stratumBlocks(at, stratum));
  const [lists, loops] = listsAndLoops(quarters);
  const [rows, totalling] = totals(spec, order.years);
  const [yearLists, yearLoops] = listsAndLoops([yearBlock(at, order.years)], quarters.length);
  return `// Generated by "npm run generate" from the line items. Do not edit.
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

${rows}

${yearLists}

/** Fills the values of every line and period: \`v\` and \`k\` hold facts and the calendar (NaN elsewhere), \`d\` the assumptions. */
export function fastReading(values: Float64Array, known: Float64Array, drivers: Float64Array, opening: number): void {
  const v = values as unknown as number[], k = known as unknown as number[], d = drivers as unknown as number[];
  let t = 0, q = 0;
${loops}
${totalling}
${yearLoops}
}
`;
}
