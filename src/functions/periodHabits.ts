import { say } from "../words";
import { quarterNumberOf, spanFrom, type Span } from "../analysis";
import { badArgument } from "./kcValue";
import { fullYear } from "./periodText";
import { monthNamed, severalReadings } from "./writtenDate";

const YEAR = "((?:19|20)?\\d\\d)";
const WHOLE = "((?:19|20)\\d\\d)";
const FISCAL = "(?:FY|CY|F)?";
/** What may stand between two numbers. */
const APART = "[-/.' ]?";
const MARK = "(?:E|A|F|P)?";

type Build = (...parts: string[]) => Span;

/** Every way to write a period, after separators beside letters are gone; groups are passed on in order. */
const PATTERNS: readonly (readonly [RegExp, Build])[] = [
  [habit(`${FISCAL}${YEAR}[QT](\\d)`), (year, quarter) => quarterSpan(year, quarter)],
  [habit(`[QT](\\d)${FISCAL}${APART}${YEAR}`), (quarter, year) => quarterSpan(year, quarter)],
  [habit(`(\\d)[QT]${FISCAL}${YEAR}`), (quarter, year) => quarterSpan(year, quarter)],
  [habit(`${FISCAL}${YEAR}[-/.' ](\\d)[QT]`), (year, quarter) => quarterSpan(year, quarter)],
  [habit(`(\\d)[HS]${FISCAL}${YEAR}`), (half, year) => halfSpan(year, half)],
  [habit(`[HS](\\d)${FISCAL}${APART}${YEAR}`), (half, year) => halfSpan(year, half)],
  [habit(`${FISCAL}${YEAR}[HS](\\d)`), (year, half) => halfSpan(year, half)],
  [habit(`${FISCAL}${YEAR}[-/.' ](\\d)[HS]`), (year, half) => halfSpan(year, half)],
  [habit(`(3|6|9|12)M${FISCAL}${YEAR}`), (count, year) => monthSpan(year, "1", count)],
  [habit(`${FISCAL}${YEAR}${APART}(3|6|9|12)M`), (year, count) => monthSpan(year, "1", count)],
  [habit(`${FISCAL}${WHOLE}(?:FY)?`), (year) => yearSpan(year)],
  [habit(`(?:FY|CY|F)${YEAR}`), (year) => yearSpan(year)],
  [habit(`${YEAR}FY`), (year) => yearSpan(year)],
  [habit(`(?:FY|CY)${YEAR}(?:FY|CY)${YEAR}`), (first, last) => yearsSpan(first, last)],
  [habit(`${WHOLE}-${WHOLE}`), (first, last) => yearsSpan(first, last)],
  [habit(`Q(\\d)(?:Q|-)(\\d)${FISCAL}${APART}${YEAR}`), (from, to, year) => quartersSpan(year, from, to)],
  [habit(`(\\d)(?:Q|-)(\\d)Q${FISCAL}${YEAR}`), (from, to, year) => quartersSpan(year, from, to)],
  [habit(`${FISCAL}${WHOLE}Q(\\d)(?:Q|-)(\\d)`), (year, from, to) => quartersSpan(year, from, to)],
  [habit(`(\\d)Q${YEAR}-(\\d)Q${YEAR}`), (from, year, to, last) => acrossSpan(year, from, last, to)],
  [habit(`${WHOLE}Q(\\d)-${WHOLE}Q(\\d)`), (year, from, last, to) => acrossSpan(year, from, last, to)],
  [habit(`(\\d{1,2}):(\\d{1,2})${APART}${YEAR}`), (from, to, year) => monthSpan(year, from, to)],
  [habit(`${YEAR}${APART}(\\d{1,2}):(\\d{1,2})`), (year, from, to) => monthSpan(year, from, to)],
  [habit(`(\\d{1,2})-(\\d{1,2})[/. ]${YEAR}`), (from, to, year) => barePartsSpan(year, from, to)],
  [habit(`${WHOLE}[/. ](\\d{1,2})-(\\d{1,2})`), (year, from, to) => barePartsSpan(year, from, to)],
];

function habit(source: string): RegExp {
  return new RegExp(`^${source}${MARK}$`);
}

/** The stretch of quarters that a text in one of the usual habits means, or null. Throws #VALUE! for a quarter or half that no year has. */
export function periodOfHabit(text: string): Span | null {
  const named = text
    .replace(/[()]/g, " ")
    .replace(/(\p{Lu}{3,9})\.?\s*-\s*(\p{Lu}{3,9})\.?/u, (range, from: string, to: string) =>
      monthNamed(from) && monthNamed(to) ? `${monthNamed(from)}:${monthNamed(to)}` : range,
    );
  const plain = named.replace(/(?<=\p{Lu})[\s'_.,\-/]+|[\s'_.,\-/]+(?=\p{Lu})/gu, "").trim();
  // Two digits are a year when the mark of an estimate or an actual says so.
  if (/^\d\d[EAFP]$/.test(plain)) return yearSpan(plain.slice(0, 2));
  for (const [pattern, build] of PATTERNS) {
    const match = pattern.exec(plain);
    if (match) return build(...match.slice(1));
  }
  return null;
}

/** A quarter of a year by their digits. */
export function quarterSpan(year: string, quarter: string): Span {
  if (!/^[1-4]$/.test(quarter)) throw badArgument(say`No quarter ${quarter}: quarters run from Q1 to Q4.`);
  return spanFrom("quarter", quarterNumberOf(fullYear(year), Number(quarter)), 1);
}

function halfSpan(year: string, half: string): Span {
  if (!/^[12]$/.test(half)) throw badArgument(say`No half-year ${half}: write 1H or 2H.`);
  return spanFrom("half", quarterNumberOf(fullYear(year), half === "1" ? 1 : 3), 2);
}

function yearSpan(year: string): Span {
  return spanFrom("year", quarterNumberOf(fullYear(year), 1), 4);
}

function yearsSpan(first: string, last: string): Span {
  const [from, to] = [fullYear(first), fullYear(last)];
  if (to <= from) throw badArgument(say`FY${from}-FY${to} runs backwards: put the first year first.`);
  return spanFrom("years", quarterNumberOf(from, 1), (to - from + 1) * 4);
}

/** Quarters of a year that have a name of their own: one, a half, nine months, all four. */
function quartersSpan(year: string, first: string, last: string): Span {
  const [from, to] = [Number(first), Number(last)];
  const start = quarterNumberOf(fullYear(year), from);
  if (from >= 1 && to <= 4) {
    if (from === to) return spanFrom("quarter", start, 1);
    if (from === 1 && to === 4) return spanFrom("year", start, 4);
    if (from === 1 && to === 3) return spanFrom("nineMonths", start, 3);
    if (to === from + 1 && from !== 2) return spanFrom("half", start, 2);
  }
  throw badArgument(
    say`Q${first} to Q${last} of ${fullYear(year)} is no period of the model: give a quarter, 1H, 2H, 9M or FY; KC.SERIES lists quarters.`,
  );
}

function acrossSpan(year: string, first: string, lastYear: string, last: string): Span {
  if (fullYear(year) === fullYear(lastYear)) return quartersSpan(year, first, last);
  throw badArgument(
    say`Q${first} ${fullYear(year)} to Q${last} ${fullYear(lastYear)} is no period of the model: KC.SERIES lists quarters, LTM ends with one.`,
  );
}

function monthSpan(year: string, first: string, last: string): Span {
  const [from, to] = [Number(first), Number(last)];
  if (from % 3 === 1 && to % 3 === 0 && to <= 12)
    return quartersSpan(year, String((from + 2) / 3), String(to / 3));
  throw badArgument(
    say`Months ${first} to ${last} of ${fullYear(year)} are no whole quarters: write e.g. 9M${year} for the first nine.`,
  );
}

/** "1-9/25" is nine months; "1-3/25" may be months or quarters, other numbers fit neither. */
function barePartsSpan(year: string, first: string, last: string): Span {
  if (Number(first) === 1 && Number(last) === 3)
    throw severalReadings(`${first}-${last}/${year}`, [`1Q${year}`, `9M${year}`], "months or quarters");
  return monthSpan(year, first, last);
}
