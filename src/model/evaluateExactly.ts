import { Exact, toDecimal, type ExactScope, type ExactValue } from "../formula";
import { addsUp, phaseOf, quarterFormula, yearFormula } from "./cellRule";
import { clockValue } from "./clockValue";
import type { Assumptions, ModelData } from "./modelData";
import type { ModelSpec } from "./modelSpec";
import { quarterKey } from "./quarterDrivers";

/** Value of one cell; NaN means not disclosed. */
export type ExactCell = (lineId: string, column: number) => ExactValue;

const NOT_DISCLOSED = new Exact(Number.NaN);
/** Zero without a sign: a worksheet has no minus zero. */
const ZERO = new Exact(0);

/** Reads the whole model with exact decimals, cell by cell on demand. Throws CellError on an error value or a circular reference. */
export function evaluateExactly(spec: ModelSpec, data: ModelData, assumptions: Assumptions): ExactCell {
  const { lineById, timeline } = spec;
  const { periods, quarters, firstQuarterOf } = timeline;
  const values = new Map<string, ExactValue | "pending">();
  const cell: ExactCell = (lineId, column) => {
    if (column < 0 || column >= periods.length) return NOT_DISCLOSED;
    const key = `${lineId}:${column}`;
    const seen = values.get(key);
    if (seen === "pending") throw new Error(`Circular reference at ${lineId} ${periods[column]!.label}.`);
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
    const line = lineById.get(lineId);
    if (line?.quarterly === undefined || column <= data.opening || column >= quarters.length)
      return undefined;
    return assumptions.get(quarterKey(line, column, timeline));
  };

  const compute = (lineId: string, column: number): ExactValue => {
    const line = lineById.get(lineId);
    if (line === undefined) throw new Error(`Unknown line "${lineId}".`);
    const period = periods[column]!;
    if (line.clock !== undefined) return new Exact(clockValue(line, column, timeline, data));
    const known = knownValue(lineId, column);
    const isYear = column >= quarters.length;
    if (!known.isNaN() && !(isYear && addsUp(line))) return known;
    const expression = isYear
      ? yearFormula(line, period.year, timeline)
      : quarterFormula(line, phaseOf(column, data.opening));
    const computed = expression === null ? NOT_DISCLOSED : toDecimal(expression, scopeAt(column));
    return computed.isNaN() ? known : computed;
  };

  /** Whether a shift stays among the quarters, or among the years. */
  const sameAxis = (column: number, shift: number): boolean => {
    const target = column + shift;
    return target >= 0 && target < periods.length && target < quarters.length === column < quarters.length;
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
      quarters
        .map((_, quarter) => quarter)
        .slice(data.opening + 1)
        .map((quarter) => ({ clock: cell(clock.id, quarter), value: cell(series.id, quarter) })),
    quartersOfYear: (series) => {
      const first = firstQuarterOf(periods[column]!.year);
      return [0, 1, 2, 3].map((offset) => cell(series.id, first + offset));
    },
  });
  return cell;
}
