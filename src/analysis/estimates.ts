import type { LineItem, Model, ModelSpec } from "../model";
import { brokerOf, type Fact } from "../seeds";

/** What a cell of the table of estimates holds; "" is an empty cell. */
export type EstimateCell = string | number | boolean;

/** A row of the table of estimates as it stands, typed or shipped; a date is an Excel date, amounts are in the unit of the line. */
export interface EstimateRow {
  readonly name: EstimateCell;
  readonly line: EstimateCell;
  readonly period: EstimateCell;
  readonly mean: EstimateCell;
  readonly high: EstimateCell;
  readonly low: EstimateCell;
  readonly number: EstimateCell;
  readonly date: EstimateCell;
  readonly leave: EstimateCell;
  readonly source: EstimateCell;
}

/** The table of estimates: its rows, and the day (an Excel date) than which one must be newer to count. */
export interface EstimateTable {
  readonly rows: readonly EstimateRow[];
  readonly since: EstimateCell;
}

/** How a row is read: it counts, or why it does not; null is an empty row. */
export type EstimateState = "counts" | "stale" | "leftOut" | "unknownLine" | "unknownPeriod" | "noNumber";

/** The estimates of a line and period together: mean and number weighted by how many each row stands for. */
export interface Expected {
  readonly mean: number;
  readonly high: number;
  readonly low: number;
  readonly number: number;
}

/** A broker's figure of the facts for a line of the model. */
export interface ShippedEstimate {
  readonly broker: string;
  readonly line: LineItem;
  /** Label of the period. */
  readonly period: string;
  readonly fact: Fact;
  /** In the unit of the line. */
  readonly value: number;
}

/** The brokers' figures of the facts that a line of the model has, line by line and period by period, the newest first. */
export function shippedEstimates({ spec, seeds }: Pick<Model, "spec" | "seeds">): readonly ShippedEstimate[] {
  const { lines, rowOf, timeline } = spec;
  const found = seeds.facts.flatMap((fact): ShippedEstimate[] => {
    const broker = brokerOf(fact);
    const line = lines.find(
      ({ id, fact: metric, basis }) => basis === undefined && (metric ?? id) === fact.metric,
    );
    if (broker === undefined || line === undefined || timeline.columnOf(fact.period) < 0) return [];
    const value = Number(line.unit === "%" ? `${fact.modelValue!}e-2` : fact.modelValue);
    return [{ broker, line, period: fact.period, fact, value }];
  });
  const order = ({ line, period }: ShippedEstimate): number =>
    rowOf.get(line.id)! * timeline.width + timeline.columnOf(period);
  return found.sort(
    (a, b) =>
      order(a) - order(b) ||
      (a.fact.knownFrom < b.fact.knownFrom ? 1 : -1) * Number(a.fact.knownFrom !== b.fact.knownFrom),
  );
}

const filled = (cell: EstimateCell): boolean => cell !== "";
const isNumber = (cell: EstimateCell): cell is number => typeof cell === "number";
/** Whether two cells hold the same word, in small or capital letters. */
export function sameWord(one: EstimateCell, other: EstimateCell): boolean {
  return String(one).toLowerCase() === String(other).toLowerCase();
}

/** The line that a cell names by its name in the model, in small or capital letters. */
export function lineNamed({ lines, lineById }: ModelSpec, cell: EstimateCell): LineItem | undefined {
  return lineById.get(String(cell)) ?? lines.find(({ id }) => sameWord(cell, id));
}

/** Whether mean, high, low, number and date of a row can be numbers of its line: a share above 100 % is a slip. */
export function hasNumbers(spec: ModelSpec, row: EstimateRow): boolean {
  const { mean, high, low, number, date, line } = row;
  if (!isNumber(mean) || !isNumber(date)) return false;
  if (![high, low, number].every((cell) => !filled(cell) || isNumber(cell))) return false;
  const [top, bottom, count] = [high, low, number].map((cell) => (isNumber(cell) ? cell : null));
  if ((top ?? mean) < mean || (bottom ?? mean) > mean || (count ?? 1) < 1) return false;
  return lineNamed(spec, line)?.unit !== "%" || Math.abs(mean) <= 1;
}

/** How a row is read, given the day (an Excel date) than which an estimate must be newer; null for an empty row. */
export function estimateState(spec: ModelSpec, row: EstimateRow, since: EstimateCell): EstimateState | null {
  const { name, line, period, mean, high, low, number, date, leave, source } = row;
  if (![name, line, period, mean, high, low, number, date, source].some(filled)) return null;
  if (lineNamed(spec, line) === undefined) return "unknownLine";
  if (!spec.timeline.periods.some(({ label }) => sameWord(period, label))) return "unknownPeriod";
  if (!hasNumbers(spec, row)) return "noNumber";
  if (filled(leave)) return "leftOut";
  const newer = since === "" || (isNumber(since) && (date as number) > since);
  return newer ? "counts" : "stale";
}

/** The estimates of a line and period that count, together; null where there is none. */
export function expected(
  spec: ModelSpec,
  { rows, since }: EstimateTable,
  line: LineItem,
  period: string,
): Expected | null {
  const asked = rows.filter(
    (row) =>
      sameWord(row.line, line.id) &&
      sameWord(row.period, period) &&
      estimateState(spec, row, since) === "counts",
  );
  if (asked.length === 0) return null;
  const weight = (row: EstimateRow): number => (isNumber(row.number) ? row.number : 1);
  const number = asked.reduce((sum, row) => sum + weight(row), 0);
  const means = asked.map(({ mean }) => mean as number);
  return {
    number,
    mean: asked.reduce((sum, row, index) => sum + weight(row) * means[index]!, 0) / number,
    high: Math.max(...asked.map(({ high }, index) => (isNumber(high) ? high : means[index]!))),
    low: Math.min(...asked.map(({ low }, index) => (isNumber(low) ? low : means[index]!))),
  };
}
