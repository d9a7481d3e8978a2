import { listed, say } from "../words";
import { Exact } from "../formula";
import { QUARTERS } from "../companies/kingsoftCloud";
import type { LineItem } from "../model";
import { printedSign } from "./printedSign";
import type { KnownBefore, PlacedRow, ReadFigure } from "./readRelease";
import { expectations, unitSlip } from "./unitSlip";

/** RMB m within which two prints of a figure are the same; they are rounded to a million at most. */
const SAME = 0.6;
/** Factor either way within which a figure that is always positive is expected. */
const REACH = 3;

/** A figure of some rows of one section. */
interface Reading {
  readonly label: string;
  readonly printed: string;
  readonly value: string;
  readonly notes: readonly string[];
  readonly doubts: readonly string[];
  readonly summed: string | null;
  readonly proven: boolean;
  readonly others: readonly string[];
}

/** The figure of a line from the rows that stand for it: parts are added, and what stands twice must agree. */
export function judgeFigure(
  known: KnownBefore,
  quarter: number,
  line: LineItem,
  rows: readonly PlacedRow[],
): ReadFigure {
  const parts = rows.filter(({ meaning }) => meaning.part);
  const wholes = rows.filter(({ meaning }) => !meaning.part).map((row) => [row]);
  const sections = [...new Set(parts.map(({ section }) => section))];
  const sums = sections.map((section) => parts.filter((row) => row.section === section));
  const readings = [...wholes, ...sums].map((group) => reading(known, quarter, line, group));
  const sorted = [...readings].sort((a, b) => rank(a) - rank(b));
  const best = sorted[0]!;
  const values = [...new Set(sorted.map(({ value }) => value))];
  const apart = values.filter((value) => !isSame(Number(value), Number(best.value)));
  // A doubtful sign is settled by a row that has none.
  const settled = apart.filter(
    (value) => best.doubts.length > 0 || !isSame(-Number(value), Number(best.value)),
  );
  return {
    line,
    label: best.label,
    printed: best.printed,
    value: best.value,
    notes: best.notes,
    doubts:
      settled.length === 0 || best.proven
        ? best.doubts
        : [
            ...best.doubts,
            say`It stands more than once, also as ${listed(settled.slice(0, 3).map(shown), " and ")}.`,
          ],
    summed: best.summed,
    missed: [],
    others: [...new Set([...best.others, ...settled.slice(0, 3)])],
  };
}

/** Proven readings first, then those without a doubt. */
function rank({ proven, doubts }: Reading): number {
  return (proven ? 0 : 1) + (doubts.length > 0 ? 2 : 0);
}

function reading(known: KnownBefore, quarter: number, line: LineItem, rows: readonly PlacedRow[]): Reading {
  const [first] = rows as [PlacedRow];
  const { found, scale } = first;
  const [notes, doubts]: [string[], string[]] = [[], []];
  const others: string[] = [];
  let summed: string | null = null;
  const at = (column: number): string | null => {
    let sum = new Exact(0);
    for (const { row, label, bracketed } of rows) {
      const amount = row.amounts.get(column);
      if (amount === undefined) return null;
      // The sign of the quarter's own column holds for the whole row.
      const { turn } = printedSign(line.id, label, row.amounts.get(found.column!)!.digits, bracketed);
      const power = amount.power ?? scale?.power ?? 6;
      sum = sum.plus(new Exact(amount.digits).times(new Exact(10).pow(power - 6)).times(turn));
    }
    return sum.plus(0).toFixed();
  };
  const value = at(found.column!)!;
  for (const { row, label, bracketed, certain } of rows) {
    const amount = row.amounts.get(found.column!)!;
    const sign = printedSign(line.id, label, amount.digits, bracketed);
    if (sign.note !== "") notes.push(sign.note);
    if (sign.doubt !== "") {
      doubts.push(sign.doubt);
      others.push(new Exact(value).negated().toFixed());
    }
    if (!certain) doubts.push(say`Its label is “${label}”.`);
    if (row.short) doubts.push("Its row has fewer figures than the table has columns.");
    if (amount.dash) notes.push("Printed as a dash.");
  }
  const earlier = earlierColumns(known, line, first, at);
  const proven = earlier.agrees.length > 0;
  if (proven) notes.push(say`${listed(earlier.agrees, " and ")} in the same row as known.`);
  doubts.push(...earlier.doubts);
  if (rows.length > 1) {
    const parts = rows
      .map(({ label, row }) => `${label} ${row.amounts.get(found.column!)!.text}`)
      .join(" + ");
    if (proven) notes.push(say`It is a sum of ${rows.length} rows: ${parts}.`);
    else {
      summed = say`It is a sum of ${rows.length} rows: ${parts}. Nothing has checked it yet.`;
      doubts.push(summed);
    }
  }
  if (scale === null && rows.some(({ row }) => row.amounts.get(found.column!)!.power === null))
    doubts.push("The unit of the table is not stated and cannot be told from its figures: choose it.");
  else if (!proven) {
    const sizes = expectations(line, quarter, known.expected);
    const slip = unitSlip(line, Number(value), sizes);
    if (slip !== null) {
      doubts.push(sentence(slip.words));
      if (slip.meant !== null) others.push(slip.meant);
    } else if (isFar(Number(value), sizes)) {
      const about = listed(
        sizes.map((each) => shown(String(each))),
        " and ",
      );
      doubts.push(say`It is far from the forecast and the year before, ${about}.`);
    }
  }
  const labels = rows.map(({ label }) => label);
  const printed = rows.map(({ row }) => row.amounts.get(found.column!)!.text);
  return {
    label: labels.join(" + "),
    printed: printed.join(" + "),
    value,
    notes: [...new Set(notes)],
    doubts: [...new Set(doubts)],
    summed,
    proven,
    others: [...new Set(others)].filter((each) => each !== value),
  };
}

/** What the columns of earlier quarters say: they must be what is known of them. */
function earlierColumns(
  { data }: KnownBefore,
  line: LineItem,
  { found }: PlacedRow,
  at: (column: number) => string | null,
): { readonly agrees: readonly string[]; readonly doubts: readonly string[] } {
  const [agrees, doubts]: [string[], string[]] = [[], []];
  for (const [index, column] of found.earlier) {
    const [printed, before] = [at(column), data.figure(line.id, index)?.value];
    if (printed === null || before === undefined || Number(before) === 0) continue;
    const label = QUARTERS[index]!.label;
    if (isSame(Number(printed), Number(before))) agrees.push(say`${label} is ${shown(printed)}`);
    else
      doubts.push(
        say`The table has ${shown(printed)} for ${label}, where ${shown(before)} is known: restated, or another figure.`,
      );
  }
  return { agrees, doubts };
}

function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= SAME;
}

/** Whether a figure is out of all proportion to what was always positive and never small. */
function isFar(value: number, sizes: readonly number[]): boolean {
  if (sizes.length < 2 || sizes.some((size) => size < 20)) return false;
  return sizes.every((size) => value / size > REACH || value / size < 1 / REACH);
}

function shown(value: string): string {
  return Number(Number(value).toFixed(1)).toLocaleString("en-US");
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
