import { say } from "../words";
import type { DecimalSign } from "../functions";
import { QUARTERS, TYPED_LINES } from "../companies/kingsoftCloud";
import type { FastValues, LineItem, ModelData } from "../model";
import { AMOUNT_SCALES, type AmountScale } from "./amountScale";
import { judgeFigure } from "./judgeFigure";
import { matchedRow, type MatchedRow } from "./matchedRows";
import { MOST_PASTED, pastedSections, type Paste } from "./pastedSections";
import { bracketsCosts } from "./printedSign";
import {
  columnChoices,
  findColumn,
  newestQuarter,
  type ColumnChoice,
  type FoundColumn,
} from "./releaseColumn";
import type { ReleaseSection } from "./releaseSections";
import { brokenTies, tiedLines } from "./releaseTies";
import { scaleThatFits } from "./scaleThatFits";

/** What is asked of a paste, and what a person has said about it. */
export interface ReleaseQuestion {
  readonly paste: Paste;
  /** Column of the quarter among the model's quarters. */
  readonly quarter: number;
  readonly locale: DecimalSign;
  /** Column of figures that a person has chosen, or null. */
  readonly column: number | null;
  /** Unit that a person has chosen, or null. */
  readonly scale: AmountScale["id"] | null;
}

/** What a figure of a release is judged by. */
export interface KnownBefore {
  readonly data: ModelData;
  /** The model's values, the forecast of the quarter among them. */
  readonly expected: Pick<FastValues, "value">;
}

/** A figure found for a line. */
export interface ReadFigure {
  readonly line: LineItem;
  /** Labels of the rows that it comes from, and what is printed there. */
  readonly label: string;
  readonly printed: string;
  /** Decimal digits in RMB m. */
  readonly value: string;
  /** What was done with it, and what speaks for it. */
  readonly notes: readonly string[];
  /** Why it may not be meant; a figure without doubts, of which no sum is missed, can be taken. */
  readonly doubts: readonly string[];
  /** The doubt among them that it is a sum of rows which nothing has checked; null where it is none. */
  readonly summed: string | null;
  /** Sums of the quarter that it takes part in and that do not hold, in words. */
  readonly missed: readonly string[];
  /** Other figures that may be meant, in RMB m. */
  readonly others: readonly string[];
}

/** What a paste holds. */
export interface ReadRelease {
  /** In the order of the model's lines. */
  readonly figures: readonly ReadFigure[];
  /** Rows of figures that stand for no line. */
  readonly unused: readonly { readonly label: string; readonly printed: string }[];
  /** Columns to choose from, where heads do not say which is the quarter's; empty where they do. */
  readonly columns: readonly ColumnChoice[];
  /** Unit that was used, and why; null where it must be chosen. */
  readonly scale: { readonly id: AmountScale["id"]; readonly why: "stated" | "fits" | "chosen" } | null;
  /** What to know about the paste as a whole. */
  readonly remarks: readonly string[];
}

/** A matched row with its section and column. */
export interface PlacedRow extends MatchedRow {
  readonly section: ReleaseSection;
  readonly found: FoundColumn;
  readonly bracketed: boolean | null;
  readonly scale: AmountScale | null;
}

/** Reads the figures of a quarter from a copied table. Nothing is taken silently: what is not certain has its doubt in words. */
export function readRelease(known: KnownBefore, question: ReleaseQuestion): ReadRelease {
  const sections = pastedSections(question.paste, question.locale);
  const placed = sections.map((section) => ({
    section,
    found: findColumn(section, question.quarter, question.column),
  }));
  const used = placed.filter(({ found }) => found.column !== null);
  const unused: { label: string; printed: string }[] = [];
  const matched = used.map(({ section, found }) => {
    const rows = section.rows.flatMap((row): MatchedRow[] => {
      const amount = row.amounts.get(found.column!);
      if (amount === undefined) return [];
      const match = matchedRow(row);
      if (match === null) unused.push({ label: row.label, printed: amount.text });
      return match === null ? [] : [match];
    });
    return { section, found, rows };
  });
  const scales = scaleOf(known, question, matched);
  const rows = matched.flatMap(({ section, found, rows: own }) => {
    const bracketed = bracketsCosts(
      own.map(({ row, meaning }) => ({
        line: meaning.line,
        negative: Number(row.amounts.get(found.column!)!.digits) < 0,
      })),
    );
    const scale = question.scale === null ? (section.stated ?? scales.scale) : scales.scale;
    return own.map((row): PlacedRow => ({ ...row, section, found, bracketed, scale }));
  });
  const figures = TYPED_LINES.flatMap((line) => {
    const own = rows.filter(({ meaning }) => meaning.line === line.id);
    return own.length === 0 ? [] : [judgeFigure(known, question.quarter, line, own)];
  });
  return {
    figures: withTies(known, question.quarter, figures),
    unused,
    columns: used.length > 0 && question.column === null ? [] : widest(sections),
    scale: scales.id === null ? null : { id: scales.id, why: scales.why },
    remarks: remarksOn(question, sections, placed.length - used.length, matched),
  };
}

type MatchedSection = {
  readonly section: ReleaseSection;
  readonly found: FoundColumn;
  readonly rows: readonly MatchedRow[];
};

function scaleOf(
  known: KnownBefore,
  { scale, quarter }: ReleaseQuestion,
  matched: readonly MatchedSection[],
): {
  readonly scale: AmountScale | null;
  readonly id: AmountScale["id"] | null;
  readonly why: "stated" | "fits" | "chosen";
} {
  const chosen = AMOUNT_SCALES.find(({ id }) => id === scale);
  if (chosen !== undefined) return { scale: chosen, id: chosen.id, why: "chosen" };
  const stated = matched.map(({ section }) => section.stated).find((each) => each !== null) ?? null;
  if (stated !== null) return { scale: stated, id: stated.id, why: "stated" };
  const amounts = matched.flatMap(({ found, rows }) =>
    rows.map(({ row, meaning }) => ({ line: meaning.line, digits: row.amounts.get(found.column!)!.digits })),
  );
  const fits = scaleThatFits(known, quarter, amounts);
  return { scale: fits, id: fits?.id ?? null, why: "fits" };
}

/** Columns of the section with the most rows. */
function widest(sections: readonly ReleaseSection[]): readonly ColumnChoice[] {
  const [most] = [...sections].sort((a, b) => b.rows.length - a.rows.length);
  return most === undefined ? [] : columnChoices(most);
}

function remarksOn(
  { quarter, paste }: ReleaseQuestion,
  sections: readonly ReleaseSection[],
  passed: number,
  matched: readonly MatchedSection[],
): readonly string[] {
  const remarks: string[] = [];
  const { label } = QUARTERS[quarter]!;
  const newest = newestQuarter(sections);
  if (Math.max(paste.html.length, paste.text.length) > MOST_PASTED.characters)
    remarks.push("The paste is too long; only its beginning is read.");
  if (sections.length === 0) remarks.push("No table of figures was found in what was pasted.");
  else if (newest !== null && newest > label)
    remarks.push(say`The newest column is of ${newest}; figures of ${label} are read.`);
  if (matched.some(({ found, rows }) => found.by === "only" && rows.length > 0))
    remarks.push(say`The figures have no head; their only column is taken for ${label}.`);
  if (passed > 0 && matched.length > 0)
    remarks.push(
      passed === 1
        ? say`${passed} table was passed over: no column of ${label} in RMB for three months or at its end.`
        : say`${passed} tables were passed over: no column of ${label} in RMB for three months or at its end.`,
    );
  if (sections.length > 0 && matched.length === 0)
    remarks.push(say`No head names ${label}; choose the column of its figures.`);
  return remarks;
}

/** The figures with the sums among them: one that is missed makes its figures doubtful, one that holds speaks for them. */
function withTies(
  { data }: KnownBefore,
  quarter: number,
  figures: readonly ReadFigure[],
): readonly ReadFigure[] {
  const read = new Map(figures.map(({ line, value }) => [line.id, Number(value)]));
  const figure = (line: string): number | undefined => {
    const before = data.figure(line, quarter)?.value;
    return read.get(line) ?? (before === undefined ? undefined : Number(before));
  };
  const broken = brokenTies(figure);
  const tied = tiedLines(figure);
  return figures.map((each) => {
    const missed = broken.filter(({ lines }) => lines.includes(each.line.id)).map(({ words }) => words);
    const alone = each.doubts.filter((doubt) => doubt !== each.summed || !tied.has(each.line.id));
    return { ...each, doubts: alone, missed };
  });
}
