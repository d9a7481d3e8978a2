import { say } from "../words";
import { columnOf, quarterLabel, quarterNumberOf, spanFrom, yearOf, type Span } from "../analysis";
import { TIMELINE, QUARTERS } from "../companies/kingsoftCloud";
import { dateOfSerial } from "./dateSerial";
import { badArgument, isOmitted, quoted, type KcScalar } from "./kcValue";
import { periodOfHabit, quarterSpan } from "./periodHabits";
import { periodText } from "./periodText";
import { writtenDate, type WrittenDate } from "./writtenDate";

/** A period as asked for: the stretch of quarters, and the day when a date was given. */
export interface AskedPeriod extends Span {
  /** ISO date, for facts of a single day. */
  readonly date?: string;
}

const HABITS = "write it like 2025Q3, 3Q25, FY2025, 1H25, 9M25, TTM, LTM 2025Q4 or a date";

/**
 * Reads a period in every habit, English, Chinese and continental: 2025Q3, Q3 2025, 3Q25E, 2025年第三季度, 3. Quartal
 * 2025, FY25E, 2025, 2025全年, 1H25, 上半年, 9M25, 1-9/25, TTM, LTM 2025Q4, NTM; a date, a month or an Excel date is the
 * quarter it lies in. `lastReported` is where TTM ends by default. Throws #VALUE! when it cannot be read, can be read in
 * two ways, or the model ends before it.
 */
export function parsePeriod(value: KcScalar, lastReported: number): AskedPeriod {
  if (isOmitted(value)) throw badArgument(say`Give a period: ${HABITS}.`);
  if (typeof value === "boolean")
    throw badArgument(say`'${String(value).toUpperCase()}' is not a period: ${HABITS}.`);
  const text = String(value);
  const key = `${lastReported} ${text}`;
  const period = KNOWN.get(key) ?? (text.length > LONGEST ? null : periodIn(periodText(text), lastReported));
  if (period === null) throw badArgument(say`Cannot read the period ${quoted(text)}: ${HABITS}.`);
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
  KNOWN.set(key, period);
  return withinModel(period);
}

/** Periods read before; a sheet asks for the same ones in hundreds of cells. */
const KNOWN = new Map<string, AskedPeriod>();
const MOST_KNOWN = 1000;

/** Characters of the longest period; none is longer. */
const LONGEST = 80;

/** The year and quarter of a period as the model writes a quarter, e.g. 20263. Throws #VALUE! when it is no quarter. */
export function parseQuarter(value: KcScalar): number {
  const { kind, label, from } = parsePeriod(value, 0);
  if (kind !== "quarter") throw badArgument(say`${label} is no quarter: give one, e.g. 2026Q3 or 3Q26.`);
  return yearOf(from) * 10 + Number(quarterLabel(from).slice(-1));
}

function periodIn(text: string, lastReported: number): AskedPeriod | null {
  if (/^-?\d+(?:\.\d+)?$/.test(text)) {
    const numbered = numberedPeriod(text);
    if (numbered !== null) return numbered;
  }
  const date = writtenDate(text);
  if (date !== null) return quarterOfDate(date);
  const [, end] =
    /^(?:LTM|TTM)[\s\-/.,'_]*(.*)$/.exec(text) ?? /^(.+?)[\s\-/.,'_]*(?:LTM|TTM)$/.exec(text) ?? [];
  if (end !== undefined) return lastTwelveMonths(end, lastReported);
  if (text === "NTM") return spanFrom("lastTwelveMonths", lastReported + 1, 4);
  return periodOfHabit(text);
}

/** A number by itself: a year, a quarter as the model writes it, or a day as Excel counts it. */
function numberedPeriod(text: string): AskedPeriod | null {
  const value = Number(text);
  if (/^(?:19|20)\d\d$/.test(text)) return spanFrom("year", quarterNumberOf(value, 1), 4);
  if (/^\d\d$/.test(text))
    throw badArgument(say`Cannot read the period ${quoted(text)}: write FY20${text} for the year.`);
  if (/^(?:199|20\d|210)\d[1-4]$/.test(text)) return quarterSpan(text.slice(0, 4), text.slice(4));
  const day = text.includes(".") && value < 10_000 ? null : dateOfSerial(value);
  return day === null ? null : quarterOfDate(day);
}

function quarterOfDate({ year, month, day }: WrittenDate): AskedPeriod {
  const span = quarterSpan(String(year), String(Math.ceil(month / 3)));
  if (day === null) return span;
  const date = [year, month, day].map((part) => String(part).padStart(2, "0")).join("-");
  return { ...span, date };
}

function lastTwelveMonths(end: string, lastReported: number): Span {
  const last = end === "" ? lastReported : (periodIn(end, lastReported)?.to ?? null);
  if (last === null)
    throw badArgument(say`Cannot read where the last twelve months end, ${quoted(end)}: write LTM 2025Q4.`);
  return spanFrom("lastTwelveMonths", last - 3, 4);
}

/** Refuses what lies after the model's end; before its beginning there may be facts. */
function withinModel<Asked extends Span>(period: Asked): Asked {
  if (columnOf(period) >= 0 || period.to < QUARTERS.length) return period;
  const isYear = period.kind === "year" || period.kind === "years";
  const last = isYear ? `FY${TIMELINE.lastYear}` : QUARTERS[QUARTERS.length - 1]!.label;
  const asked =
    period.kind === "years"
      ? `FY${yearOf(period.to)}`
      : period.kind === "lastTwelveMonths"
        ? quarterLabel(period.to)
        : period.label;
  throw badArgument(say`No ${asked}: the model ends in ${last}.`);
}
