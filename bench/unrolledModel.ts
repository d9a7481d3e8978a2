import { Script } from "node:vm";
import { SCRIPT_PRELUDE, toScript, type ScriptScope, type Series } from "../src/formula";
import {
  DRIVERS,
  firstQuarterOf,
  LINES,
  PERIODS,
  QUARTERS,
  WIDTH,
  TIMELINE,
  LINE_BY_ID,
} from "../src/companies/kingsoftCloud";
import { clockValue, type LineItem, type ModelData } from "../src/model";
import { addsUp, phaseOf, quarterFormula, yearFormula } from "../src/model/cellRule";
import { evaluationOrder } from "../src/model/evaluationOrder";

/** Cells in one function: small enough for the engine's best compiler. */
const CHUNK = 250;

const ROW = new Map(LINES.map(({ id }, row) => [id, row * WIDTH]));
const PLACE = new Map(DRIVERS.map(({ id }, place) => [id, place]));

/** Straight-line JavaScript: the model calculated into `values` for one set of assumptions. */
export type UnrolledModel = (values: Float64Array, drivers: Float64Array) => void;

/**
 * The yardstick: every formula cell of the model as one statement over doubles with fixed addresses, no loop and no
 * test for facts, as a person in a hurry would write it. Calendar values stand in it as numbers.
 */
export function unrolledModel(data: ModelData): UnrolledModel {
  const statements = orderedCells(data).flatMap(({ line, column }) => statementOf(line, column, data));
  const chunks = Array.from({ length: Math.ceil(statements.length / CHUNK) }, (_, index) =>
    statements.slice(index * CHUNK, (index + 1) * CHUNK),
  );
  const text = `(() => {${SCRIPT_PRELUDE}
return [${chunks.map((chunk) => `(v, d) => {\n${chunk.join("\n")}\n}`).join(",\n")}]; })()`;
  const steps = new Script(text).runInThisContext() as readonly UnrolledModel[];
  return (values, drivers) => {
    for (const step of steps) step(values, drivers);
  };
}

/** Number of statements, for the report. */
export function formulaCells(data: ModelData): number {
  return orderedCells(data).flatMap(({ line, column }) => statementOf(line, column, data)).length;
}

interface Place {
  readonly line: LineItem;
  readonly column: number;
}

function orderedCells({ opening }: ModelData): readonly Place[] {
  const { strata, years } = evaluationOrder(LINES);
  const quarters = strata.flatMap((stratum) =>
    QUARTERS.flatMap((_, column) => stratum[phaseOf(column, opening)].map((line) => ({ line, column }))),
  );
  const yearColumns = PERIODS.map((_, column) => column).slice(QUARTERS.length);
  const totals = yearColumns.flatMap((column) =>
    LINES.filter((line) => typeof line.annual !== "function").map((line) => ({ line, column })),
  );
  const ratios = yearColumns.flatMap((column) =>
    years.filter((line) => typeof line.annual === "function").map((line) => ({ line, column })),
  );
  return [...quarters, ...totals, ...ratios];
}

function statementOf(line: LineItem, column: number, data: ModelData): readonly string[] {
  if (line.clock !== undefined) return [];
  const isYear = column >= QUARTERS.length;
  const expression = isYear
    ? yearFormula(line, PERIODS[column]!.year, TIMELINE)
    : quarterFormula(line, phaseOf(column, data.opening));
  const known = data.known(line.id, column);
  const total = isYear && addsUp(line);
  if (expression === null || (known !== undefined && !total)) return [];
  const cell = `v[${ROW.get(line.id)! + column}]`;
  const value = toScript(expression, scopeAt(column, data));
  // Where quarters do not all have a figure, the fact of the year stays.
  return [known === undefined ? `${cell} = ${value};` : `{ const x = ${value}; if (x === x) ${cell} = x; }`];
}

function scopeAt(column: number, data: ModelData): ScriptScope {
  const { opening } = data;
  const clockOf = ({ id }: Series, place: number): number =>
    clockValue(LINE_BY_ID.get(id)!, place, TIMELINE, data);
  const at = (series: Series, place: number): string => {
    const sameAxis = place >= 0 && place < WIDTH && place < QUARTERS.length === column < QUARTERS.length;
    if (!sameAxis) return "NaN";
    return LINE_BY_ID.get(series.id)!.clock !== undefined
      ? String(clockOf(series, place))
      : `v[${ROW.get(series.id)! + place}]`;
  };
  return {
    series: (series, shift) => at(series, column + shift),
    seriesAt: (series, position) => `v[${ROW.get(series.id)! - 1} + (${position})]`,
    fact: (series) => String(Number(data.known(series.id, column)?.value ?? Number.NaN)),
    scalar: (scalar) => `d[${PLACE.get(scalar.id)}]`,
    scalarAt: (scalars, position) => {
      const first = PLACE.get(scalars[0]!.id)! - 1;
      return /^\d+$/.test(position) ? `d[${first + Number(position)}]` : `d[${first} + ${position}]`;
    },
    vintages: (series, clock, life, from) => {
      const last = from === "itself" ? column : column - 1;
      const bought = QUARTERS.map((_, quarter) => quarter).filter(
        (quarter) => quarter > opening && quarter <= last,
      );
      const parts = bought.map(
        (quarter) =>
          `(${clockOf(clock, quarter)} > ${clockOf(clock, last)} - ${life} ? v[${ROW.get(series.id)! + quarter}] : 0)`,
      );
      return parts.length === 0 ? "0" : `(${parts.join(" + ")})`;
    },
    quarters: (series) =>
      [0, 1, 2, 3].map(
        (offset) => `v[${ROW.get(series.id)! + firstQuarterOf(PERIODS[column]!.year) + offset}]`,
      ),
  };
}
