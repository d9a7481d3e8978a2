import { JOURNAL_ROOM, type JournalLine } from "../analysis";
import { SHEETS } from "./sheetNames";

/** Columns of the journal, left to right. */
export const JOURNAL_COLUMNS = ["when", "door", "what", "scenario", "from", "to", "why", "key"] as const;

/** Titles of the columns, by which the table is found. */
export const JOURNAL_TITLES: Readonly<Record<keyof JournalLine, string>> = {
  when: "Day",
  door: "Where",
  what: "What",
  scenario: "Scenario",
  from: "From",
  to: "To",
  why: "Why",
  key: "Input",
};

/** Row of the titles; a row for each line follows. */
export const JOURNAL_HEAD = 6;
/** Row of the last line that there is room for. */
export const JOURNAL_LAST = JOURNAL_HEAD + JOURNAL_ROOM;

/** Cells of the journal that hold lines: sheet, row and column, which count from 1. */
export const JOURNAL_PLACES: readonly (readonly [sheet: string, row: number, column: number])[] = Array.from(
  { length: JOURNAL_ROOM },
  (_, place) =>
    JOURNAL_COLUMNS.map((__, column) => [SHEETS.journal, JOURNAL_HEAD + 1 + place, column + 1] as const),
).flat();

/** The lines of a journal from the cells of its rows, left to right; empty rows are passed over. */
export function linesOf(rows: readonly (readonly unknown[])[]): readonly JournalLine[] {
  return rows
    .map((cells) => JOURNAL_COLUMNS.map((_, column) => String(cells[column] ?? "")))
    .filter((cells) => cells.some((cell) => cell !== ""))
    .map(
      (cells) =>
        Object.fromEntries(
          JOURNAL_COLUMNS.map((name, column) => [name, cells[column]!]),
        ) as unknown as JournalLine,
    );
}

/** The lines of a journal; `read` gives the value of a cell by sheet, row and column. */
export function readJournal(
  read: (sheet: string, row: number, column: number) => unknown,
): readonly JournalLine[] {
  return linesOf(
    Array.from({ length: JOURNAL_ROOM }, (_, place) =>
      JOURNAL_COLUMNS.map((__, column) => read(SHEETS.journal, JOURNAL_HEAD + 1 + place, column + 1)),
    ),
  );
}

/** What a line puts into the cells of its row. */
export function cellsOfLine(line: JournalLine): readonly string[] {
  return JOURNAL_COLUMNS.map((name) => line[name]);
}
