import {
  CellError,
  Exact,
  type Addressing,
  type ExactScope,
  type ExactValue,
  type Scalar,
  type ScriptScope,
  type Series,
} from "../../src/formula";
import { columnLetters } from "../../src/workbook/address";

/** Name of the worksheet that holds the inputs of the example. */
export const INPUT_SHEET = "Test inputs";
/** Quarters of the example, and years after them. */
export const QUARTER_COUNT = 12;
/** Columns of every series. */
export const COLUMN_COUNT = QUARTER_COUNT + 3;
/** Column of the last actual quarter. */
export const LAST_ACTUAL = 3;
/** First worksheet column of a series. */
const FIRST_COLUMN = 4;

const row = (id: string, ...values: readonly string[]): readonly [Series, readonly string[]] => [
  { id, label: id },
  values,
];

/** Series with their quarters and years: whole and decimal numbers, negative ones, a zero. */
const TABLE: readonly (readonly [Series, readonly string[]])[] = [
  row("whole", "3", "-2", "5", "4", "-7", "2", "6", "1", "-3", "8", "2", "-5", "10", "-4", "0"),
  row(
    "decimals",
    "1.1",
    "-0.4",
    "2.35",
    "0.8",
    "12.7",
    "-3.9",
    "7.25",
    "0.05",
    "1.6",
    "-8.4",
    "2.2",
    "9.3",
    "3.85",
    "13.1",
    "4.7",
  ),
  row(
    "large",
    "2349.2",
    "1970",
    "2478",
    "2761.4",
    "-1810.6",
    "3021.75",
    "2899.1",
    "3300",
    "3512.4",
    "3405",
    "-3650.2",
    "3811",
    "9558.6",
    "8120",
    "7400.3",
  ),
  row("small", "2", "3", "0.5", "4", "1.5", "0.25", "2", "3", "1", "0.75", "2.5", "4", "2", "0.5", "3"),
  row("clock", ...Array.from({ length: QUARTER_COUNT }, (_, index) => String(index + 1)), "0", "0", "0"),
];

/** Known figures of each series but the clock; null where a quarter or a year has none. */
const FACTS: readonly (readonly (string | null)[])[] = TABLE.slice(0, -1).map(([, values], line) =>
  values.map((_, column) => ((column + line) % 3 === 0 ? null : String((column + 1) * (line - 1.5) + 0.25))),
);

/** Every series of the example; the last one is the clock. */
export const SERIES: readonly Series[] = TABLE.map(([series]) => series);
/** Quarter numbers, as the vintages reading needs them. */
export const CLOCK = SERIES[SERIES.length - 1]!;

const SCALAR_VALUES = ["0.125", "-3", "2", "0.3", "7", "-1.25"];
/** Assumptions in consecutive rows. */
export const SCALARS: readonly Scalar[] = SCALAR_VALUES.map((_, index) => ({
  id: `scalar${index + 1}`,
  label: `scalar ${index + 1}`,
}));

const rowOf = (series: Series): number => SERIES.findIndex(({ id }) => id === series.id);
const factOf = (series: Series, column: number): string | null => FACTS[rowOf(series)]![column]!;
const placeOf = (scalar: Scalar): number => SCALARS.findIndex(({ id }) => id === scalar.id);

/** Rows of the input worksheet, values as text: series from the fourth column on, the assumptions in the second, then known figures, empty where there are none. */
export function inputRows(): readonly (readonly (string | null)[])[] {
  return [
    ...TABLE.map(([, values]) => [null, null, null, ...values]),
    ...SCALAR_VALUES.map((value) => [null, value]),
    ...FACTS.map((values) => [null, null, null, ...values]),
  ];
}

/** Where the quantities stand for a formula in a column. */
export function addressingAt(column: number): Addressing {
  const cell = (line: Series, at: number): string => `${columnLetters(FIRST_COLUMN + at)}${rowOf(line) + 1}`;
  const fixed = (line: Series, at: number): string =>
    `$${columnLetters(FIRST_COLUMN + at)}${rowOf(line) + 1}`;
  const place = (scalar: Scalar): string => `$B$${TABLE.length + 1 + placeOf(scalar)}`;
  const onSheet = (reference: string): string => `'${INPUT_SHEET}'!${reference}`;
  const fact = (line: Series): string =>
    onSheet(
      `${columnLetters(FIRST_COLUMN + column)}${TABLE.length + SCALAR_VALUES.length + rowOf(line) + 1}`,
    );
  return {
    series: (line, shift) => onSheet(cell(line, column + shift)),
    fact,
    known: (line) => `ISNUMBER(${fact(line)})`,
    scalar: (scalar) => onSheet(place(scalar)),
    scalars: (list) => onSheet(`${place(list[0]!)}:${place(list[list.length - 1]!)}`),
    allQuarters: (line) => onSheet(`${fixed(line, 0)}:${fixed(line, QUARTER_COUNT - 1)}`),
    forecastQuarters: (line) => onSheet(`${fixed(line, LAST_ACTUAL + 1)}:${fixed(line, QUARTER_COUNT - 1)}`),
    quartersOfYear: (line) =>
      onSheet(`${cell(line, firstQuarter(column))}:${cell(line, firstQuarter(column) + 3)}`),
    lastQuarterOfYear: (line) => onSheet(cell(line, firstQuarter(column) + 3)),
  };
}

/** The same quantities as exact decimals. */
export function exactScopeAt(column: number): ExactScope {
  const value = (line: Series, at: number): ExactValue => new Exact(TABLE[rowOf(line)]![1][at]!);
  return {
    series: (line, shift) => value(line, column + shift),
    seriesAt: (line, position) => {
      if (position < 1 || position > QUARTER_COUNT) throw new CellError("#REF!", `Quarter ${position}.`);
      return value(line, Math.trunc(position) - 1);
    },
    scalar: (scalar) => new Exact(SCALAR_VALUES[placeOf(scalar)]!),
    fact: (line) => new Exact(factOf(line, column) ?? Number.NaN),
    forecastQuarters: (line, clock) =>
      Array.from({ length: QUARTER_COUNT - LAST_ACTUAL - 1 }, (_, index) => LAST_ACTUAL + 1 + index).map(
        (at) => ({ clock: value(clock, at), value: value(line, at) }),
      ),
    quartersOfYear: (line) => [0, 1, 2, 3].map((offset) => value(line, firstQuarter(column) + offset)),
  };
}

/** The same quantities as places of the arrays `v` and `d` that `doubles` makes. */
export function scriptScopeAt(column: number): ScriptScope {
  const start = (line: Series): number => rowOf(line) * COLUMN_COUNT;
  return {
    series: (line, shift) => `v[${start(line) + column + shift}]`,
    seriesAt: (line, position) => `v[${start(line) - 1} + (${position})]`,
    scalar: (scalar) => `d[${placeOf(scalar)}]`,
    fact: (line) => `k[${start(line) + column}]`,
    scalarAt: (list, position) => `d[${placeOf(list[0]!) - 1} + (${position})]`,
    vintages: (line, clock, life, from) => {
      const [first, end] = [LAST_ACTUAL + 1, from === "itself" ? column + 1 : column];
      const oldest = `v[${start(clock) + end - 1}] - ${life}`;
      return `v.slice(${start(line) + first}, ${start(line) + end}).reduce((sum, x, i) => sum + (v[${start(clock) + first} + i] > ${oldest} ? x : 0), 0)`;
    },
    quarters: (line) => [0, 1, 2, 3].map((offset) => `v[${start(line) + firstQuarter(column) + offset}]`),
  };
}

/** Values of all series, of all known figures (NaN where there is none) and of all assumptions as doubles. */
export function doubles(): Readonly<Record<"v" | "k" | "d", readonly number[]>> {
  return {
    v: TABLE.flatMap(([, values]) => values.map(Number)),
    k: FACTS.flatMap((values) => values.map((value) => Number(value ?? Number.NaN))),
    d: SCALAR_VALUES.map(Number),
  };
}

function firstQuarter(yearColumn: number): number {
  return (yearColumn - QUARTER_COUNT) * 4;
}
