import { Decimal } from "decimal.js";
import type { Basis } from "./fact";

/** Scale of a unit within its dimension; only units of one dimension convert, so currencies never do. */
const units: Readonly<Record<string, readonly [dimension: string, scale: string]>> = {
  RMB: ["RMB", "1"],
  "RMB k": ["RMB", "1000"],
  "RMB m": ["RMB", "1000000"],
  "RMB 100m": ["RMB", "100000000"],
  "RMB bn": ["RMB", "1000000000"],
  USD: ["USD", "1"],
  "USD k": ["USD", "1000"],
  "USD m": ["USD", "1000000"],
  "USD bn": ["USD", "1000000000"],
  HKD: ["HKD", "1"],
  "HKD m": ["HKD", "1000000"],
  "HKD bn": ["HKD", "1000000000"],
  "RMB per ADS": ["RMB per ADS", "1"],
  "USD per ADS": ["USD per ADS", "1"],
  "HKD per share": ["HKD per share", "1"],
  shares: ["shares", "1"],
  "m shares": ["shares", "1000000"],
  "bn shares": ["shares", "1000000000"],
  "m ADS": ["ADS", "1000000"],
  "%": ["%", "1"],
  pp: ["pp", "1"],
  x: ["x", "1"],
  count: ["count", "1"],
  "m devices": ["devices", "1000000"],
  "bn params": ["parameters", "1000000000"],
  "tn tokens": ["tokens", "1000000000000"],
  days: ["days", "1"],
  weeks: ["weeks", "1"],
  months: ["months", "1"],
  quarters: ["quarters", "1"],
  years: ["years", "1"],
  date: ["date", "1"],
};

const relative: ReadonlySet<Basis> = new Set(["growth-yoy", "growth-qoq", "multiple"]);

/** True for a unit that facts and metrics may use. */
export function isUnit(unit: string): boolean {
  return Object.hasOwn(units, unit);
}

/** All units, for messages. */
export function unitNames(): readonly string[] {
  return Object.keys(units);
}

/** The decimal text of a value in another unit, exact; null when the two are not units of one thing (another currency, a date, a percentage of an amount). */
export function convertUnit(value: string, from: string, to: string): string | null {
  if (!isUnit(from) || !isUnit(to)) return null;
  const [[fromDimension, fromScale], [toDimension, toScale]] = [units[from]!, units[to]!];
  if (fromDimension !== toDimension || fromDimension === "date") return null;
  return new Decimal(value).times(fromScale).div(toScale).toFixed();
}

/** A printed value in the unit of its metric; null for growth rates and multiples, which are no amount of the metric. */
export function modelValueOf(value: string, unit: string, basis: Basis, metricUnit: string): string | null {
  return relative.has(basis) ? null : convertUnit(value, unit, metricUnit);
}

/** Half a unit of the last printed place of a decimal text, in its own unit. */
export function halfLastPlace(value: string): Decimal {
  const decimals = value.split(".")[1]?.length ?? 0;
  return new Decimal(10).pow(-decimals).div(2);
}

/** How many significant digits a decimal text prints; trailing zeros count, leading ones do not. */
export function significantDigits(value: string): number {
  return value.replace(/[-.]/g, "").replace(/^0+/, "").length;
}
