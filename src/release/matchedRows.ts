import { editDistance } from "../functions";
import { knownLabels, meaningOf, type LabelMeaning } from "./lineLabels";
import { plainLabel } from "./plainLabel";
import type { ReleaseRow } from "./releaseSections";

/** A row of a table whose label stands for a line. */
export interface MatchedRow {
  readonly row: ReleaseRow;
  /** The label, put together again where it was broken into lines. */
  readonly label: string;
  readonly meaning: LabelMeaning;
  /** False where the label is only near the one of the line. */
  readonly certain: boolean;
}

/** Letters of a label's ends of which one must agree before the rest is compared. */
const END = 2;

/** Longest label that is looked up; none has half of it. */
const LONGEST = 160;

/** What a row stands for; null where its label is of no line. */
export function matchedRow(row: ReleaseRow): MatchedRow | null {
  const tried = spellings(row);
  for (const label of tried) {
    const meaning = meaningOf(plainLabel(label), row.title);
    if (meaning !== null) return { row, label, meaning, certain: true };
  }
  const near = row.label.length > LONGEST ? null : nearMeaning(plainLabel(row.label));
  return near === null ? null : { row, label: row.label, meaning: near, certain: false };
}

/** The label alone and with the words above and below it, longest first where words flow, since a line's end may be another line's name. */
function spellings({ label, above, below, flowing }: ReleaseRow): readonly string[] {
  const open = above.findIndex((text) => /[:：]\s*$/.test(text));
  const before = open < 0 ? above : above.slice(0, open);
  const joined = before
    .map((_, place) => [...before.slice(0, place + 1).reverse(), label].join(" "))
    .reverse();
  const all = flowing ? [...joined, label] : [label, ...joined];
  const after = below === "" ? [] : [`${label} ${below}`, ...joined.map((text) => `${text} ${below}`)];
  return [...all, ...after].filter((text) => text.length <= LONGEST && text.trim() !== "");
}

/** A line whose label is a slip of the pen away. */
function nearMeaning(plain: string): LabelMeaning | null {
  const chinese = /\p{Script=Han}/u.test(plain);
  if (plain.length < (chinese ? 4 : 10) || plain.length > 80) return null;
  const most = chinese ? 1 : 2;
  let best: { readonly meaning: LabelMeaning; readonly distance: number } | null = null;
  for (const [label, meaning] of knownLabels()) {
    if (label.includes(":") || Math.abs(label.length - plain.length) > most) continue;
    // Two slips leave one of the ends alone, and comparing the ends is a thousand times cheaper.
    if (label.slice(0, END) !== plain.slice(0, END) && label.slice(-END) !== plain.slice(-END)) continue;
    const distance = editDistance(label, plain);
    if (distance <= most && (best === null || distance < best.distance)) best = { meaning, distance };
  }
  return best?.meaning ?? null;
}
