import { Exact, toDecimal, type ExactScope, type ExactValue } from "../formula";
import { addsUp, phaseOf, quarterFormula, yearFormula } from "./cellRule";
import { clockValue, isClock } from "./clockValues";
import { LINE_BY_ID } from "./lines";
import type { Assumptions, ModelData } from "./modelData";
import { quarterKey } from "./quarterDrivers";
import { firstQuarterOf, PERIODS, QUARTERS } from "./timeline";

/** Value of one cell; NaN means not disclosed. */
export type ExactCell = (lineId: string, column: number) => ExactValue;

const NOT_DISCLOSED = new Exact(Number.NaN);
/** Zero without a sign: a worksheet has no minus zero. */
const ZERO = new Exact(0);

/** Reads the whole model with exact decimals, cell by cell on demand. Throws CellError on an error value or a circular reference. */
export function evaluateExactly(data: ModelData, assumptions: Assumptions): ExactCell {
  const values = new Map<string, ExactValue | "pending">();
  const cell: ExactCell = (lineId, column) => {
    if (column < 0 || column >= PERIODS.length) return NOT_DISCLOSED;
    const key = `${lineId}:${column}`;
    const seen = values.get(key);
    if (seen === "pending") throw new Error(`Circular reference at ${lineId} ${PERIODS[column]!.label}.`);
    if (seen !== undefined) return seen;
    values.set(key, "pending");
    const computed = compute(lineId, column);
    const value = computed.isZero() ? ZERO : computed;
    values.set(key, value);
    return value;
  };

  const knownValue = (lineId: string, column: number): ExactValue => {
    const known = data.known(lineId, column)?.value ?? typedForQuarter(lineId, column);
    return known === undefined ? NOT_DISCLOSED : new Exact(known);
  };

  const typedForQuarter = (lineId: string, column: number): string | undefined => {
    const line = LINE_BY_ID.get(lineId);
    if (line?.quarterly === undefined || column <= data.opening || column >= QUARTERS.length)
      return undefined;
    return assumptions.get(quarterKey(line, column));
  };

  const compute = (lineId: string, column: number): ExactValue => {
    if (isClock(lineId)) return new Exact(clockValue(lineId, column, data));
    const line = LINE_BY_ID.get(lineId);
    if (line === undefined) throw new Error(`Unknown line "${lineId}".`);
    const known = knownValue(lineId, column);
    const isYear = column >= QUARTERS.length;
    if (!known.isNaN() && !(isYear && addsUp(line))) return known;
    const expression = isYear
      ? yearFormula(line, column)
      : quarterFormula(line, phaseOf(column, data.opening));
    const computed = expression === null ? NOT_DISCLOSED : toDecimal(expression, scopeAt(column));
    return computed.isNaN() ? known : computed;
  };

  const scopeAt = (column: number): ExactScope => ({
    fact: (series) => knownValue(series.id, column),
    series: (series, shift) => (sameAxis(column, shift) ? cell(series.id, column + shift) : NOT_DISCLOSED),
    seriesAt: (series, quarterNumber) => cell(series.id, Math.trunc(quarterNumber) - 1),
    scalar: (scalar) => {
      const value = assumptions.get(scalar.id);
      if (value === undefined) throw new Error(`No value for the assumption "${scalar.id}".`);
      return new Exact(value);
    },
    forecastQuarters: (series, clock) =>
      QUARTERS.map((_, quarter) => quarter)
        .slice(data.opening + 1)
        .map((quarter) => ({ clock: cell(clock.id, quarter), value: cell(series.id, quarter) })),
    quartersOfYear: (series) => {
      const first = firstQuarterOf(PERIODS[column]!.year);
      return [0, 1, 2, 3].map((offset) => cell(series.id, first + offset));
    },
  });
  return cell;
}

/** Whether a shift stays among the quarters, or among the years. */
function sameAxis(column: number, shift: number): boolean {
  const target = column + shift;
  return target >= 0 && target < PERIODS.length && target < QUARTERS.length === column < QUARTERS.length;
}
