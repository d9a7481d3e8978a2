import { valuesInUnit, type DecimalSign } from "../../functions";
import type { LineItem, ModelData } from "../../model";
import { brokenTies, expectations, unitSlip, type KnownBefore, type ReadFigure } from "../../release";
import { listed, say } from "../../words";

/** A figure that is being entered for a line of the quarter. */
export interface QuarterEntry {
  /** Text of the field. */
  readonly text: string;
  /** Decimal digits in the line's unit; null where the text is no figure yet. */
  readonly value: string | null;
  /** Why it may not be meant, in words. */
  readonly doubts: readonly string[];
  /** Other figures that may be meant. */
  readonly others: readonly string[];
  /** Where it was read, and what was done with it. */
  readonly notes: readonly string[];
  /** Whether a person has said that it is meant, whatever is doubtful. */
  readonly agreed: boolean;
  /** Whether it was read from a paste. */
  readonly pasted: boolean;
}

/** Entries by id of their line. */
export type QuarterEntries = ReadonlyMap<string, QuarterEntry>;

/** An entry from what a person typed; null for an empty field. */
export function typedEntry(
  line: LineItem,
  text: string,
  locale: DecimalSign,
  quarter: number,
  { expected }: Pick<KnownBefore, "expected">,
): QuarterEntry | null {
  if (text.trim() === "") return null;
  const [value, ...others] = valuesInUnit(line.unit, text, locale);
  const entry = { text, notes: [], agreed: false, pasted: false };
  if (value === undefined)
    return {
      ...entry,
      value: null,
      doubts: [say`“${text.trim()}” is no amount: type it like 2678.5 or (123.4), in ${line.unit}.`],
      others: [],
    };
  if (others.length > 0)
    return {
      ...entry,
      value: null,
      doubts: [say`“${text.trim()}” can be ${listed([value, ...others], " or ")}: choose.`],
      others: [value, ...others],
    };
  const slip = unitSlip(line, Number(value), expectations(line, quarter, expected));
  return {
    ...entry,
    value,
    doubts: slip === null ? [] : [`${slip.words.charAt(0).toUpperCase()}${slip.words.slice(1)}`],
    others: slip?.meant == null ? [] : [slip.meant],
  };
}

/** An entry from a figure of a paste. */
export function pastedEntry({ value, label, printed, doubts, others, notes }: ReadFigure): QuarterEntry {
  return {
    text: value,
    value,
    doubts,
    others,
    notes: [say`“${label}” ${printed}.`, ...notes],
    agreed: false,
    pasted: true,
  };
}

/** An entry with one of its readings chosen. */
export function chosenEntry(entry: QuarterEntry, value: string): QuarterEntry {
  return { ...entry, text: value, value, others: [], agreed: true };
}

/** Sums that the entries and what is known of the quarter miss, by line in words. */
export function missedSums(
  { figure }: ModelData,
  quarter: number,
  entries: QuarterEntries,
): ReadonlyMap<string, readonly string[]> {
  const missed = new Map<string, string[]>();
  const broken = brokenTies((line) => {
    const value = entries.get(line)?.value ?? figure(line, quarter)?.value;
    return value === undefined ? undefined : Number(value);
  });
  for (const { lines, words } of broken)
    for (const line of lines) if (entries.has(line)) missed.set(line, [...(missed.get(line) ?? []), words]);
  return missed;
}

/** The entries that go into the workbook: figures without a doubt, and those that a person has agreed to. */
export function sureFigures(
  entries: QuarterEntries,
  missed: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, string> {
  return new Map(
    [...entries].flatMap(([line, { value, doubts, agreed }]) =>
      value !== null && (agreed || (doubts.length === 0 && !missed.has(line)))
        ? [[line, value] as const]
        : [],
    ),
  );
}
