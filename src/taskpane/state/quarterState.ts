import type { CellValue, RangeEdit } from "../../hosts/port";
import type { AmountScale, Paste, ReadRelease } from "../../release";
import type { QuarterEntries } from "./quarterEntry";
import type { QuarterPreview } from "./quarterPreview";
import type { SourcedFigure } from "../sheet/releasesList";

/** What was put into the workbook, and what stood there before. */
export interface AppliedQuarter {
  readonly quarter: string;
  /** Cells as they were written and as they were before. */
  readonly cells: readonly { readonly line: string; readonly edit: RangeEdit; readonly before: CellValue }[];
  /** Cells into which the days of publication were written. */
  readonly days: readonly { readonly edit: RangeEdit; readonly before: CellValue }[];
  /** Cells into which the estimate before the quarter was written; none where there was no place. */
  readonly kept: readonly RangeEdit[];
  /** Name of the sheet that keeps sources and dates, what was added to it, and what stood there in its place. */
  readonly sheet: string;
  readonly added: readonly SourcedFigure[];
  readonly listedBefore: readonly SourcedFigure[];
  readonly entries: QuarterEntries;
}

/** How far the entry of a quarter has come. */
export type QuarterStep =
  | { readonly at: "entry" }
  | { readonly at: "preview"; readonly preview: QuarterPreview }
  | { readonly at: "writing" }
  | { readonly at: "applied"; readonly applied: AppliedQuarter };

/** What the New quarter tab shows. */
export interface QuarterState {
  /** Label of the chosen quarter; null for the next one of which nothing is known. */
  readonly quarter: string | null;
  readonly entries: QuarterEntries;
  readonly paste: Paste | null;
  /** Column and unit that a person has chosen for the paste. */
  readonly column: number | null;
  readonly scale: AmountScale["id"] | null;
  readonly release: ReadRelease | null;
  readonly source: string;
  /** ISO day of publication as typed. */
  readonly date: string;
  /** What is missing before the preview, in words; blank where nothing is. */
  readonly lacks: string;
  readonly step: QuarterStep;
}

/** Nothing entered. */
export const EMPTY_QUARTER: QuarterState = {
  quarter: null,
  entries: new Map(),
  paste: null,
  column: null,
  scale: null,
  release: null,
  source: "",
  date: "",
  lacks: "",
  step: { at: "entry" },
};
