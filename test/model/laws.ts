import { firstQuarterOf, LINES, PERIODS, QUARTERS, WIDTH } from "../../src/model";
import { LAWS } from "./accountingLaws";
import { Place, rowOf, type Setting } from "./place";
import { workedOpening } from "./worked/workedOpening";
import { LEVELS, QUARTERS_ONLY, workedLines, workedYears, type Worked } from "./worked/workedLines";

/** Part of the largest amount, or of a ratio itself, by which doubles may miss a law. */
export const TOLERANCE = 1e-11;

const MONEY: ReadonlySet<string> = new Set(LINES.filter(({ unit }) => unit === "RMB m").map(({ id }) => id));
const MONEY_ROWS = [...MONEY].map(rowOf);
const ENTRIES = Object.entries(LAWS);
const [WORKED, OPENING, YEARS] = [workedLines, workedOpening, workedYears].map((worked) => Object.entries(worked)) as [Entries, Entries, Entries];
const YEARLY = LINES.map(({ id }) => id).filter((id) => !QUARTERS_ONLY.has(id) && workedYears[id] === undefined);

type Entries = readonly (readonly [string, Worked[string]])[];

/** Laws that a reading breaks, each with the first column and by how much: accounting laws, every line worked out again (checks come to 0), years, and values that are no plain number. */
export function brokenLaws(setting: Setting): readonly string[] {
  const largest = largestAmount(setting);
  const broken: string[] = [];
  for (let t = setting.lastActual + 1; t < QUARTERS.length; t++) {
    const at = new Place(setting, t);
    for (const [name, law] of ENTRIES) {
      const lacks = law(at);
      if (!(Math.abs(lacks) <= TOLERANCE * largest)) broken.push(`${name}: ${PERIODS[t]!.label} off by ${lacks}`);
    }
    otherwise(at, WORKED, largest, broken);
  }
  otherwise(new Place(setting, setting.lastActual), OPENING, largest, broken);
  for (const year of forecastYears(setting.lastActual)) {
    const at = new Place(setting, year);
    otherwise(at, YEARS, largest, broken);
    wrongTotals(at, largest, broken);
  }
  noPlainNumbers(setting, broken);
  return broken;
}

/** Largest amount of money from the last actual quarter on, RMB m; at least 1. */
export function largestAmount({ values, lastActual }: Setting): number {
  let largest = 1;
  for (const row of MONEY_ROWS) for (let t = row + lastActual; t < row + QUARTERS.length; t++) if (Math.abs(values[t]!) > largest) largest = Math.abs(values[t]!);
  return largest;
}

/** Lines that differ from what they come to when they are worked out again. */
function otherwise(at: Place, worked: Entries, largest: number, broken: string[]): void {
  for (const [id, expected] of worked) {
    const [found, value] = [at.now(id), expected(at)];
    const measure = MONEY.has(id) ? largest : Math.max(1, Math.abs(value));
    if (!(Math.abs(found - value) <= TOLERANCE * measure)) broken.push(`${id}: ${PERIODS[at.t]!.label} is ${found}, worked out as ${value}`);
  }
}

function wrongTotals(at: Place, largest: number, broken: string[]): void {
  const first = firstQuarterOf(at.year);
  for (const id of YEARLY) {
    const end = at.on(id, first + 3);
    const expected = LEVELS.has(id) ? end : at.on(id, first) + at.on(id, first + 1) + at.on(id, first + 2) + end;
    if (!(Math.abs(at.now(id) - expected) <= TOLERANCE * largest)) broken.push(`${id}: ${PERIODS[at.t]!.label} is ${at.now(id)}, its quarters make ${expected}`);
  }
}

/** Values that are missing where there must be one, infinite, or minus zero; the whole axis is looked at. */
function noPlainNumbers({ values, lastActual }: Setting, broken: string[]): void {
  const forecast = forecastColumns(lastActual);
  for (const { id } of LINES) {
    const row = rowOf(id);
    for (let column = 0; column < WIDTH; column++) {
      const value = values[row + column]!;
      if (Object.is(value, -0) || Math.abs(value) === Infinity) broken.push(`${id}: ${PERIODS[column]!.label} is ${Object.is(value, -0) ? "minus zero" : value}`);
    }
    for (const column of forecast) {
      const none = column >= QUARTERS.length && QUARTERS_ONLY.has(id);
      if (Number.isNaN(values[row + column]!) !== none) broken.push(`${id}: ${PERIODS[column]!.label} ${none ? "has a value" : "has no value"}`);
    }
  }
}

/** Columns that are wholly forecast, quarters first. */
function forecastColumns(lastActual: number): readonly number[] {
  return [...QUARTERS.keys()].filter((column) => column > lastActual).concat(forecastYears(lastActual));
}

function forecastYears(lastActual: number): readonly number[] {
  return [...PERIODS.keys()].filter((column) => column >= QUARTERS.length && firstQuarterOf(PERIODS[column]!.year) > lastActual);
}
