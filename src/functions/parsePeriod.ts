import { columnOf, quarterLabel, quarterNumberOf, spanFrom, yearOf, type Span } from "../analysis";
import { LAST_YEAR, QUARTERS } from "../model";
import { badArgument, isOmitted, quoted, type KcScalar } from "./kcValue";

/** A period as asked for: the stretch of quarters, and the day when a date was given. */
export interface AskedPeriod extends Span {
  /** ISO date, for facts of a single day. */
  readonly date?: string;
}

const HABITS = "write it like 2025Q3, 3Q25, FY2025, 1H25, 9M25, TTM, LTM 2025Q4 or a date";
const YEAR = "((?:19|20)?\\d\\d)";
const FISCAL = "(?:FY|CY|F)?";

type Build = (parts: readonly string[], lastActual: number) => Span;

/** Every way to write a period, after blanks and punctuation are gone; groups are passed on in order. */
const PATTERNS: readonly (readonly [RegExp, Build])[] = [
  [pattern(`${FISCAL}${YEAR}Q(\\d)`), ([year, quarter]) => quarterSpan(year!, quarter!)],
  [pattern(`Q(\\d)${FISCAL}${YEAR}`), ([quarter, year]) => quarterSpan(year!, quarter!)],
  [pattern(`(\\d)Q${FISCAL}${YEAR}`), ([quarter, year]) => quarterSpan(year!, quarter!)],
  [pattern(`(\\d)H${FISCAL}${YEAR}`), ([half, year]) => halfSpan(year!, half!)],
  [pattern(`H(\\d)${FISCAL}${YEAR}`), ([half, year]) => halfSpan(year!, half!)],
  [pattern(`${FISCAL}${YEAR}H(\\d)`), ([year, half]) => halfSpan(year!, half!)],
  [pattern(`(3|6|9|12)M${FISCAL}${YEAR}`), ([months, year]) => monthsSpan(year!, months!)],
  [pattern(`${FISCAL}${YEAR}(3|6|9|12)M`), ([year, months]) => monthsSpan(year!, months!)],
  [pattern(`${FISCAL}${YEAR}(?:FY)?`), ([year]) => spanFrom("year", quarterNumberOf(fullYear(year!), 1), 4)],
  [pattern(`(?:FY|CY)${YEAR}(?:FY|CY)${YEAR}`), ([first, last]) => yearsSpan(first!, last!)],
  [pattern("(?:LTM|TTM)(.*)"), ([end], lastActual) => lastTwelveMonths(end!, lastActual)],
  [pattern("(.+)(?:LTM|TTM)"), ([end], lastActual) => lastTwelveMonths(end!, lastActual)],
  [pattern("NTM"), (_, lastActual) => spanFrom("lastTwelveMonths", lastActual + 1, 4)],
];

function pattern(source: string): RegExp {
  return new RegExp(`^${source}$`);
}

/**
 * Reads a period in every habit: 2025Q3, Q3 2025, 3Q25, 3Q25E, FY2025, FY25E, 2025, 1H25, 2H2026, 9M25, TTM,
 * LTM 2025Q4, NTM, a date text or an Excel date (the quarter it lies in). `lastActual` is where TTM ends by default.
 * Throws #VALUE! when it cannot be read or the model ends before it.
 */
export function parsePeriod(value: KcScalar, lastActual: number): AskedPeriod {
  if (isOmitted(value)) throw badArgument(`Give a period: ${HABITS}.`);
  if (typeof value === "boolean")
    throw badArgument(`'${String(value).toUpperCase()}' is not a period: ${HABITS}.`);
  const period = typeof value === "number" ? numberedPeriod(value) : writtenPeriod(String(value), lastActual);
  if (period === null) throw badArgument(`Cannot read the period ${quoted(value)}: ${HABITS}.`);
  return withinModel(period);
}

function numberedPeriod(value: number): AskedPeriod | null {
  if (value >= 1990 && value <= 2100 && Number.isInteger(value))
    return spanFrom("year", quarterNumberOf(value, 1), 4);
  // The model writes a quarter as year times ten plus quarter.
  if (value >= 19901 && value <= 21004 && value % 10 >= 1 && value % 10 <= 4)
    return quarterSpan(String(Math.floor(value / 10)), String(value % 10));
  // Excel counts days from 1900 and knows a 29 February 1900 that never was.
  if (value >= 32874 && value < 73415) return dayPeriod(new Date(Date.UTC(1899, 11, 30 + Math.floor(value))));
  return null;
}

function writtenPeriod(text: string, lastActual: number): AskedPeriod | null {
  const [, year, month, day] =
    /^\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:T.*)?\s*$/.exec(text) ??
    /^(\d{4})(\d\d)(\d\d)$/.exec(text.trim()) ??
    [];
  if (day !== undefined) {
    const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
    return date.getUTCMonth() === Number(month) - 1 ? dayPeriod(date) : null;
  }
  const squeezed = text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s'’_.,\-–/()]/g, "");
  const plain = squeezed.replace(/(?<=[\dQHM])[AEF]$/, "");
  if (/^\d{5}$/.test(plain)) return numberedPeriod(Number(plain));
  for (const [habit, build] of PATTERNS) {
    const match = habit.exec(plain);
    if (match) return build(match.slice(1), lastActual);
  }
  return null;
}

function dayPeriod(date: Date): AskedPeriod {
  const span = quarterSpan(String(date.getUTCFullYear()), String(Math.floor(date.getUTCMonth() / 3) + 1));
  return { ...span, date: date.toISOString().slice(0, 10) };
}

function fullYear(digits: string): number {
  return Number(digits) + (digits.length === 2 ? 2000 : 0);
}

function quarterSpan(year: string, quarter: string): Span {
  if (!/^[1-4]$/.test(quarter)) throw badArgument(`No quarter ${quarter}: quarters run from Q1 to Q4.`);
  return spanFrom("quarter", quarterNumberOf(fullYear(year), Number(quarter)), 1);
}

function halfSpan(year: string, half: string): Span {
  if (!/^[12]$/.test(half)) throw badArgument(`No half-year ${half}: write 1H or 2H.`);
  return spanFrom("half", quarterNumberOf(fullYear(year), half === "1" ? 1 : 3), 2);
}

function monthsSpan(year: string, months: string): Span {
  const first = quarterNumberOf(fullYear(year), 1);
  const kinds = { 3: "quarter", 6: "half", 9: "nineMonths", 12: "year" } as const;
  return spanFrom(kinds[Number(months) as 3 | 6 | 9 | 12], first, Number(months) / 3);
}

function yearsSpan(first: string, last: string): Span | never {
  const [from, to] = [fullYear(first), fullYear(last)];
  if (to <= from) throw badArgument(`FY${from}-FY${to} runs backwards: put the first year first.`);
  return spanFrom("years", quarterNumberOf(from, 1), (to - from + 1) * 4);
}

function lastTwelveMonths(end: string, lastActual: number): Span {
  const last = end === "" ? lastActual : (writtenPeriod(end, lastActual)?.to ?? null);
  if (last === null)
    throw badArgument(`Cannot read where the last twelve months end, ${quoted(end)}: write LTM 2025Q4.`);
  return spanFrom("lastTwelveMonths", last - 3, 4);
}

/** Refuses what lies after the model's end; before its beginning there may be facts. */
function withinModel<Asked extends Span>(period: Asked): Asked {
  if (columnOf(period) >= 0 || period.to < QUARTERS.length) return period;
  const isYear = period.kind === "year" || period.kind === "years";
  const last = isYear ? `FY${LAST_YEAR}` : QUARTERS[QUARTERS.length - 1]!.label;
  const asked =
    period.kind === "years"
      ? `FY${yearOf(period.to)}`
      : period.kind === "lastTwelveMonths"
        ? quarterLabel(period.to)
        : period.label;
  throw badArgument(`No ${asked}: the model ends in ${last}.`);
}
