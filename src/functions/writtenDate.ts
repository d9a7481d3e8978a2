import type { CellError } from "../formula";
import { badArgument, quoted } from "./kcValue";
import { fullYear } from "./periodText";

/** A day, or a month where the day is null. */
export interface WrittenDate {
  readonly year: number;
  readonly month: number;
  readonly day: number | null;
}

/** Names of the months in English, German and French; three letters of one are enough. */
const MONTHS: readonly (readonly string[])[] = [
  ["JANUARY", "JANUAR", "JANVIER"],
  ["FEBRUARY", "FEBRUAR", "FÉVRIER"],
  ["MARCH", "MÄRZ", "MRZ", "MARS"],
  ["APRIL", "AVRIL"],
  ["MAY", "MAI"],
  ["JUNE", "JUNI", "JUIN"],
  ["JULY", "JULI", "JUILLET"],
  ["AUGUST", "AOÛT"],
  ["SEPTEMBER", "SEPTEMBRE"],
  ["OCTOBER", "OKTOBER", "OCTOBRE"],
  ["NOVEMBER", "NOVEMBRE"],
  ["DECEMBER", "DEZEMBER", "DÉCEMBRE"],
];

const NAME = "(\\p{Lu}{3,9})\\.?";
const APART = "[\\s\\-/.,']*";
const ORDINAL = "(?:ST|ND|RD|TH|\\.)?";

const named = (source: string): RegExp => new RegExp(`^${source}$`, "u");
const NAMED = {
  monthYear: named(`${NAME}${APART}(\\d{4}|\\d\\d)`),
  yearMonth: named(`(\\d{4})${APART}${NAME}`),
  dayMonthYear: named(`(\\d{1,2})${ORDINAL}${APART}${NAME}${APART}(\\d{4}|\\d\\d)`),
  monthDayYear: named(`${NAME}${APART}(\\d{1,2})${ORDINAL}[\\s,]+(\\d{4})`),
  yearMonthDay: named(`(\\d{4})${APART}${NAME}${APART}(\\d{1,2})`),
};

/**
 * Reads a date or a month as written, e.g. 2025-09-30, 9/30/2025, 30.9.2025, 30 Sep 2025, 2025-09, Sep-25; null when
 * the text is no date. Throws #VALUE! where month and day, or month and quarter, could change places.
 */
export function writtenDate(text: string): WrittenDate | null {
  return isoDate(text) ?? threeNumbers(text) ?? yearAndMonth(text) ?? namedMonth(text);
}

/** Number of the month that a word names, 1 to 12, or null. */
export function monthNamed(word: string): number | null {
  const place =
    word.length < 3 ? -1 : MONTHS.findIndex((names) => names.some((name) => name.startsWith(word)));
  return place < 0 ? (word === "SEPT" ? 9 : null) : place + 1;
}

function isoDate(text: string): WrittenDate | null {
  const [, year, , month, day] =
    /^(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})(?:T.*| \d{1,2}:.*)?$/.exec(text) ??
    /^((?:19|20)\d\d)()(\d\d)(\d\d)$/.exec(text) ??
    [];
  return day === undefined ? null : real(Number(year), Number(month), Number(day));
}

/** 9/30/2025, 30/9/2025, 30.9.2025, 25-9-30: every order that gives a day; two different days are asked about. */
function threeNumbers(text: string): WrittenDate | null {
  const [, a, first, b, second, c] = /^(\d{1,2})([-/. ])(\d{1,2})([-/. ])(\d{4}|\d\d)$/.exec(text) ?? [];
  if (c === undefined || (first === "-" && second !== "-")) return null;
  const days = [
    ...(first === "." ? [] : [real(fullYear(c), Number(a), Number(b!))]),
    real(fullYear(c), Number(b!), Number(a)),
    ...(c.length === 2 && a!.length === 2 ? [real(fullYear(a!), Number(b!), Number(c))] : []),
  ].filter((day) => day !== null);
  const spelled = [...new Set(days.map(isoText))];
  if (spelled.length > 1) throw severalReadings(text, spelled);
  return days[0] ?? null;
}

/** 2025-09 is a month; 2025/3 may be one, or a quarter. */
function yearAndMonth(text: string): WrittenDate | null {
  const ahead = /^((?:19|20)\d\d)(?:[-/. M]?(\d\d)|[-/. ](\d))$/.exec(text);
  const behind = /^(\d{1,2})[-/. ]((?:19|20)\d\d)$/.exec(text);
  const [year, written] = [ahead?.[1] ?? behind?.[2], ahead?.[2] ?? ahead?.[3] ?? behind?.[1]];
  if (year === undefined || written === undefined) return null;
  const month = Number(written);
  if (written.length === 1 && month >= 1 && month <= 4)
    throw severalReadings(text, [`${year}-0${month}`, `${year}Q${month}`], "a month or a quarter");
  return month >= 1 && month <= 12 ? { year: Number(year), month, day: null } : null;
}

function namedMonth(text: string): WrittenDate | null {
  const match = (habit: keyof typeof NAMED): readonly string[] => NAMED[habit].exec(text)?.slice(1) ?? [];
  const day = (year: string, name: string, of: string): WrittenDate | null => {
    const month = monthNamed(name);
    return month === null ? null : real(fullYear(year), month, Number(of));
  };
  const [inMonth, inYear] = match("monthYear");
  const [yearFirst, monthLast] = match("yearMonth");
  const [name, year] = inYear === undefined ? [monthLast, yearFirst] : [inMonth, inYear];
  if (name !== undefined && year !== undefined) {
    const month = monthNamed(name);
    return month === null ? null : { year: fullYear(year), month, day: null };
  }
  const [a, b, c] = match("dayMonthYear");
  if (c !== undefined) return day(c, b!, a!);
  const [d, e, f] = match("monthDayYear");
  if (f !== undefined) return day(f, d!, e!);
  const [g, h, i] = match("yearMonthDay");
  return i === undefined ? null : day(g!, h!, i);
}

/** The day when the calendar has it. */
function real(year: number, month: number, day: number): WrittenDate | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? { year, month, day } : null;
}

/** A day as messages write it, e.g. 29 Sep 2024. */
export function dayWords({ year, month, day }: WrittenDate): string {
  const [name] = MONTHS[month - 1]!;
  return `${day ?? 1} ${name!.slice(0, 1)}${name!.slice(1, 3).toLowerCase()} ${year}`;
}

function isoText({ year, month, day }: WrittenDate): string {
  return [year, month, day].map((part) => String(part).padStart(2, "0")).join("-");
}

/** Asks which of several readings of a period is meant. */
export function severalReadings(
  text: string,
  spelled: readonly string[],
  what = "several periods",
): CellError {
  return badArgument(`${quoted(text)} can be ${what}: write ${spelled.join(" or ")}.`);
}
