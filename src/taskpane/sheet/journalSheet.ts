import {
  changesSince,
  DOORS,
  JOURNAL_ROOM,
  withChanges,
  type InputChange,
  type JournalInputs,
  type JournalLine,
} from "../../analysis";
import type { CellValue, RangeEdit } from "../../hosts/port";
import type { Model, ScenarioNames, TypedFigures } from "../../model";
import { scenarioNames } from "../../seeds";
import { cellAddress, onSheet } from "../../workbook/address";
import {
  cellsOfLine,
  JOURNAL_COLUMNS,
  JOURNAL_LAST,
  JOURNAL_TITLES,
  linesOf,
} from "../../workbook/journalPlaces";
import { entryOf, quartersOf, type InputTable } from "../state/inputTable";
import { today } from "../state/today";

/** The journal as it stands on its sheet. */
export interface JournalReading {
  readonly sheet: string;
  /** Row of the first line; inserted rows move it. */
  readonly firstRow: number;
  readonly lines: readonly JournalLine[];
  /** Rows from the first line to the last that holds something. */
  readonly rows: readonly (readonly string[])[];
}

/** The journal, and what the inputs are or will be once an edit has gone in. */
export interface InputsNow {
  readonly journal: JournalReading | null;
  readonly table: InputTable;
  readonly typed: TypedFigures;
  readonly names: ScenarioNames;
}

/** Rows read beyond the planned ones, for those that were inserted. */
const SPARE = 40;

/** Range of the journal on the sheet of that name. */
export function journalRange(sheet: string): string {
  return onSheet(sheet, `A1:${cellAddress(JOURNAL_LAST + SPARE, JOURNAL_COLUMNS.length)}`);
}

/** Reads the journal from its range; null where the sheet holds no such table. */
export function readJournalSheet(
  sheet: string,
  values: readonly (readonly CellValue[])[],
): JournalReading | null {
  const head = values.findIndex((row) =>
    JOURNAL_COLUMNS.every((name, column) => row[column] === JOURNAL_TITLES[name]),
  );
  if (head < 0) return null;
  const rows = values
    .slice(head + 1, head + 1 + JOURNAL_ROOM + SPARE)
    .map((row) => JOURNAL_COLUMNS.map((_, column) => String(row[column] ?? "")));
  const last = rows.map((row) => row.some((cell) => cell !== "")).lastIndexOf(true);
  return { sheet, firstRow: head + 2, lines: linesOf(rows), rows: rows.slice(0, last + 1) };
}

/** The inputs as the journal goes by them. */
function journalInputs({ table, typed, names }: Omit<InputsNow, "journal">): JournalInputs {
  return {
    typed,
    names,
    own: (driver, scenario) => {
      const entry = entryOf(table, scenario, driver);
      return entry.kind === "follows" ? null : entry.value;
    },
    quarters: Object.fromEntries(scenarioNames.map((scenario) => [scenario, quartersOf(table, scenario)])),
  };
}

/** Changes of which the journal does not tell; none where there is no journal. */
export function untold(model: Model, inputs: InputsNow): readonly InputChange[] {
  const { journal } = inputs;
  return journal === null ? [] : changesSince(model, journal.lines, journalInputs(inputs));
}

/** What goes into the journal with an edit, and the journal as it then stands. */
export interface JournalStep {
  readonly edits: readonly RangeEdit[];
  readonly after: JournalReading;
}

/** The step that writes changes into the journal: what the pane changes now, and what was typed on the sheets before; null where there is no journal. */
export function journalStep(
  reading: JournalReading | null,
  changes: readonly InputChange[],
  isPanes: (change: InputChange) => boolean,
  why = "",
): JournalStep | null {
  if (reading === null) return null;
  const panes = new Set(changes.filter(isPanes).map(({ key }) => key));
  const next = withChanges(reading.lines, changes, {
    when: today(),
    door: (key) => (panes.has(key) ? DOORS.pane : DOORS.sheet),
    why,
  });
  return stepTo(reading, next);
}

/** The step that brings the sheet's rows to other lines. */
export function stepTo(reading: JournalReading, lines: readonly JournalLine[]): JournalStep {
  const { sheet, firstRow, rows } = reading;
  const next = lines.map(cellsOfLine);
  const blank = JOURNAL_COLUMNS.map(() => "");
  const count = Math.max(rows.length, next.length);
  const differs = Array.from(
    { length: count },
    (_, row) => (next[row] ?? blank).join("\n") !== (rows[row] ?? blank).join("\n"),
  );
  const [first, last] = [differs.indexOf(true), differs.lastIndexOf(true)];
  const after = { ...reading, lines, rows: next };
  if (first < 0) return { edits: [], after };
  const from = cellAddress(firstRow + first, 1);
  const to = cellAddress(firstRow + last, JOURNAL_COLUMNS.length);
  const contents = Array.from({ length: last - first + 1 }, (_, row) =>
    (next[first + row] ?? blank).map(asText),
  );
  return { edits: [{ address: onSheet(sheet, `${from}:${to}`), contents }], after };
}

/** A text as a cell takes it for one, whatever it looks like. */
function asText(text: string): string {
  return text === "" ? "" : `'${text}`;
}
