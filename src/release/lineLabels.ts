import { PART_LABELS, WHOLE_LABELS } from "../companies/kingsoftCloud";
import { plainLabel } from "./plainLabel";

/** Titles that say which rows stand below them. */
const TITLES: readonly (readonly [RegExp, string])[] = [
  [/^noncurrentasset|^非流动资产/, "noncurrentassets"],
  [/^currentasset|^流动资产/, "currentassets"],
  [/^(?:non)?currentliabilit|^(?:非)?流动负债|^liabilit|^负债/, "liabilities"],
];

/** What a label stands for: a line as a whole, or a part of one. */
export interface LabelMeaning {
  readonly line: string;
  readonly part: boolean;
}

const MEANINGS: ReadonlyMap<string, LabelMeaning> = new Map(
  [[WHOLE_LABELS, false] as const, [PART_LABELS, true] as const].flatMap(([table, part]) =>
    Object.entries(table).flatMap(([line, labels]) =>
      labels.split("|").map((label): [string, LabelMeaning] => {
        const [title, name] = label.includes(":") ? (label.split(":") as [string, string]) : ["", label];
        return [title === "" ? plainLabel(name) : `${title}:${plainLabel(name)}`, { line, part }];
      }),
    ),
  ),
);

/** What a plain label stands for below a title, or null. */
export function meaningOf(label: string, title: string): LabelMeaning | null {
  return MEANINGS.get(`${title}:${label}`) ?? MEANINGS.get(label) ?? null;
}

/** The title that a row of words is, or null. */
export function titleOf(label: string): string | null {
  return TITLES.find(([pattern]) => pattern.test(label))?.[1] ?? null;
}

/** Plain labels and what they stand for, for a look at what is near. */
export function knownLabels(): Iterable<readonly [string, LabelMeaning]> {
  return MEANINGS;
}
