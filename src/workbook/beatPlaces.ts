import type { LineItem, Timeline } from "../model";
import { BEAT_LINES, EXPLAINED, type Explained } from "./beatLines";

/** Rows at the top of the Beat or miss sheet: what is compared, and where it is found. */
export const BEAT_ROWS = {
  quarter: 5,
  shownQuarter: 6,
  estimate: 7,
  shownEstimate: 8,
  place: 9,
  before: 10,
  yearBefore: 11,
  number: 12,
  block: 13,
  head: 15,
} as const;

/** Column of the values of those rows. */
export const BEAT_VALUE = 3;

/** Columns of the table. */
export const BEAT_COLUMNS = {
  label: 1,
  unit: 2,
  reported: 3,
  estimate: 4,
  difference: 5,
  share: 6,
  word: 7,
  consensus: 8,
  againstConsensus: 9,
  quarterBefore: 10,
  quarterChange: 11,
  yearBefore: 12,
  yearChange: 13,
  mostly: 14,
  line: 15,
  place: 16,
  better: 17,
  number: 18,
} as const;

/** Row of a line in the table. */
export const beatRow = (line: LineItem): number => BEAT_ROWS.head + 1 + BEAT_LINES.indexOf(line);

/** Row of the heads of the parts; the chart stands beside them. */
export const PARTS_HEAD = BEAT_ROWS.head + BEAT_LINES.length + 2;
/** Rows of a difference that is taken apart: itself and its two parts. */
const GROUP = 3;

/** Row of a part of a difference; -1 is the difference itself. */
export const partRow = (of: Explained, part: number): number =>
  PARTS_HEAD + EXPLAINED.indexOf(of) * GROUP + 2 + part;

/** Words of a result. */
export const WORDS = ["beat", "miss", "in line"] as const;
/** Row of the heads of the words; they follow. */
export const WORDS_HEAD = PARTS_HEAD + EXPLAINED.length * GROUP + 2;
/** Last row of the words. */
export const WORDS_LAST = WORDS_HEAD + WORDS.length;

/** Row of the heads of the list of quarters. */
export const QUARTERS_HEAD = WORDS_LAST + 2;
/** Row of the heads of the list of estimates. */
export function estimatesHead({ quarters }: Timeline): number {
  return QUARTERS_HEAD + quarters.length + 1;
}
