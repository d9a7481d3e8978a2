import { firstQuarterOf, LINES, PERIODS, QUARTERS, WIDTH } from "../../src/companies/kingsoftCloud";
import { LAWS } from "./accountingLaws";
import { Place, rowOf, type Setting } from "./place";
import { GUIDED, LEVELS, QUARTERS_ONLY } from "./worked/workedAnnual";
import { workedLines, workedYears, YEARS_ONLY } from "./worked/workedLines";
import { workedOpening } from "./worked/workedOpening";

/** Part of the largest amount, or of a ratio itself, by which doubles may miss a law. */
export const TOLERANCE = 1e-11;

// A test's global names are slow to look up; these are read millions of times.
const { abs, max } = Math;
const { is } = Object;
const { isNaN: isMissing, POSITIVE_INFINITY } = Number;
const [LAST_QUARTER, COLUMNS] = [QUARTERS.length - 1, WIDTH];

type Entries = readonly (readonly [string, (at: Place) => number])[];

const MONEY: ReadonlySet<string> = new Set(LINES.filter(({ unit }) => unit === "RMB m").map(({ id }) => id));
const MONEY_ROWS = [...MONEY].map(rowOf);
const ROWS = LINES.map(({ id }) => ({
  id,
  row: rowOf(id),
  quartersOnly: QUARTERS_ONLY.has(id),
  guided: GUIDED.has(id),
  yearsOnly: YEARS_ONLY.has(id),
}));
/** A rate of return near nothing turns the last digits of its receipts into larger ones of its own. */
const RATES: ReadonlySet<string> = new Set(["clusterReturn", "clusterReturnInUse"]);
const NEAR_NOTHING = 100;
/** Values of one ADS are what is left of amounts in RMB m, shared by as many ADS. */
const PER_ADS: ReadonlySet<string> = new Set(
  LINES.filter(({ unit }) => unit.endsWith("per ADS") || unit === "HKD per share").map(({ id }) => id),
);
/** RMB m beyond which the last digit of a double reaches the decimals to which checks round: there the laws judge, in parts of the amount. */
const BEYOND_CHECKS = 1e8;
const CHECKS: ReadonlySet<string> = new Set(LINES.map(({ id }) => id).filter((id) => id.startsWith("check")));
const ENTRIES = Object.entries(LAWS);
const WORKED: Entries = Object.entries(workedLines);
const OPENING: Entries = Object.entries(workedOpening);
const YEARS: Entries = Object.entries(workedYears);
const YEARLY = LINES.map(({ id }) => id).filter(
  (id) => !QUARTERS_ONLY.has(id) && !GUIDED.has(id) && workedYears[id] === undefined,
);

/** Laws that a reading breaks, each with the column and by how much: accounting laws, every line worked out again (checks come to 0), years, and values that are no plain number. */
export function brokenLaws(setting: Setting): readonly string[] {
  const largest = largestAmount(setting);
  const broken: string[] = [];
  for (let t = setting.opening + 1; t <= LAST_QUARTER; t++) judgeColumn(setting, t, largest, broken);
  const opening = new Place(setting, setting.opening);
  otherwise(opening, disclosedOnly(opening, OPENING), largest, broken);
  for (let year = firstForecastYear(setting.opening); year < COLUMNS; year++)
    judgeColumn(setting, year, largest, broken);
  noPlainNumbers(setting, broken);
  return broken;
}

/** The accounting laws, lines and totals among them that are broken in one column of the forecast, a quarter or a year. */
export function brokenLawsAt(setting: Setting, column: number): readonly string[] {
  const broken: string[] = [];
  judgeColumn(setting, column, largestAmount(setting), broken);
  return broken;
}

function judgeColumn(setting: Setting, column: number, largest: number, broken: string[]): void {
  const at = new Place(setting, column);
  if (column > LAST_QUARTER) {
    otherwise(at, YEARS, largest, broken);
    wrongTotals(at, largest, broken);
    return;
  }
  for (const [name, law] of ENTRIES) {
    const lacks = law(at);
    if (!(abs(lacks) <= TOLERANCE * largest))
      broken.push(`${name}: ${PERIODS[column]!.label} off by ${lacks}`);
  }
  otherwise(at, WORKED, largest, broken);
}

/** Largest amount of money from the opening quarter on, RMB m; at least 1. */
export function largestAmount({ values, opening }: Setting): number {
  let largest = 1;
  for (const row of MONEY_ROWS) {
    for (let place = row + opening; place <= row + LAST_QUARTER; place++)
      if (abs(values[place]!) > largest) largest = abs(values[place]!);
  }
  return largest;
}

/** Lines that differ from the figure that is known, or from what they come to when they are worked out again. */
function otherwise(at: Place, worked: Entries, largest: number, broken: string[]): void {
  for (const [id, workedOut] of worked) {
    const fact = at.fact(id);
    const [found, value] = [at.now(id), isMissing(fact) ? workedOut(at) : fact];
    const measure = MONEY.has(id) ? largest : max(abs(value), leastMeasure(id, at, largest));
    if (CHECKS.has(id) && largest > BEYOND_CHECKS && !isMissing(found)) continue;
    if (!(abs(found - value) <= TOLERANCE * measure))
      broken.push(`${id}: ${PERIODS[at.t]!.label} is ${found}, worked out as ${value}`);
  }
}

/** What the last digits of a line that is no amount of money are a part of, at least. */
function leastMeasure(id: string, at: Place, largest: number): number {
  if (RATES.has(id)) return NEAR_NOTHING;
  const ads = PER_ADS.has(id) ? at.now("adsAtValuation") : Number.NaN;
  return isMissing(ads) ? 1 : max(1, largest / ads);
}

/** Lines without those that neither the facts nor other lines tell: they stay not disclosed. */
function disclosedOnly(at: Place, worked: Entries): Entries {
  return worked.filter(
    ([id, workedOut]) => !(isMissing(at.now(id)) && isMissing(at.fact(id)) && isMissing(workedOut(at))),
  );
}

function wrongTotals(at: Place, largest: number, broken: string[]): void {
  const first = firstQuarterOf(at.year);
  for (const id of YEARLY) {
    const end = at.on(id, first + 3);
    const expected = LEVELS.has(id)
      ? end
      : at.on(id, first) + at.on(id, first + 1) + at.on(id, first + 2) + end;
    if (!(abs(at.now(id) - expected) <= TOLERANCE * largest))
      broken.push(`${id}: ${PERIODS[at.t]!.label} is ${at.now(id)}, its quarters make ${expected}`);
  }
}

/** Values that are infinite or minus zero anywhere, and values after the opening that are missing where there must be one, or stand where there is none. */
function noPlainNumbers({ values, opening }: Setting, broken: string[]): void {
  const firstYear = firstForecastYear(opening);
  for (const { id, row, quartersOnly, guided, yearsOnly } of ROWS) {
    for (let column = 0; column < COLUMNS; column++) {
      const value = values[row + column]!;
      if (abs(value) === POSITIVE_INFINITY) broken.push(`${id}: ${PERIODS[column]!.label} is ${value}`);
      if (is(value, -0)) broken.push(`${id}: ${PERIODS[column]!.label} is minus zero`);
      const forecast = column > LAST_QUARTER ? column >= firstYear : column > opening;
      if (forecast && isMissing(value) !== (guided || (column > LAST_QUARTER ? quartersOnly : yearsOnly)))
        broken.push(`${id}: ${PERIODS[column]!.label} ${isMissing(value) ? "has no value" : "has a value"}`);
    }
  }
}

/** Column of the first year that is wholly after the opening. */
function firstForecastYear(opening: number): number {
  return PERIODS.findIndex(({ kind, year }) => kind === "year" && firstQuarterOf(year) > opening);
}
