import { SheetsNoteModel, type ISheetNote } from "@univerjs/sheets-note";
import type { NotePlan, SheetPlan } from "../../workbook/plan";
import { cellAddress } from "../../workbook/address";
import type { PlannedChange } from "../port";
import type { GridBook } from "./gridBook";
import { gridNote, type GridNotes } from "./gridNotes";
import { isMarkNote } from "./markNote";
import { sheetIdOf } from "./planSheets";

/** Notes of a sheet as they stand in the grid, in reading order, without the marks of overwritten cells. */
export function notesOn(book: GridBook, sheetId: string): readonly NotePlan[] {
  return standing(book, sheetId).map(({ row, col, note }) => ({
    cell: cellAddress(row + 1, col + 1),
    text: note,
  }));
}

/** Notes of a planned sheet after a write: a person's own notes, changes and removals stay. */
export function mergedNotes(
  book: GridBook,
  plan: SheetPlan,
): { readonly notes: GridNotes; readonly changes: readonly PlannedChange[] } {
  const sheetId = sheetIdOf(plan.name);
  const now = new Map(standing(book, sheetId).map((note) => [cellAddress(note.row + 1, note.col + 1), note]));
  const before = textsOf(book.written?.sheets.find(({ name }) => name === plan.name)?.notes ?? []);
  const after = textsOf(plan.notes);
  const notes: GridNotes = {};
  const changes: PlannedChange[] = [];
  for (const cell of new Set([...now.keys(), ...before.keys(), ...after.keys()])) {
    const [theirs, planned] = [now.get(cell), after.get(cell)];
    const isTheirs = theirs?.note !== before.get(cell);
    if (theirs?.note !== planned && planned !== undefined) {
      const reason = !isTheirs
        ? "the model has changed"
        : theirs === undefined
          ? "you removed this note; it stays away"
          : "your note is kept";
      changes.push({
        sheet: plan.name,
        cell,
        kind: "note",
        now: theirs?.note ?? "(no note)",
        wouldBe: planned,
        reason,
        applies: !isTheirs,
      });
    } else if (planned === undefined && theirs !== undefined && !isTheirs) {
      changes.push({
        sheet: plan.name,
        cell,
        kind: "note",
        now: theirs.note,
        wouldBe: "(no note)",
        reason: "no longer part of the model",
        applies: true,
      });
    }
    const kept = isTheirs
      ? theirs
      : planned === undefined
        ? undefined
        : gridNote(sheetId, { cell, text: planned });
    if (kept !== undefined) (notes[kept.row] ??= {})[kept.col] = kept;
  }
  return { notes, changes };
}

function standing(book: GridBook, sheetId: string): readonly ISheetNote[] {
  const notes = book.grid.univer
    .__getInjector()
    .get(SheetsNoteModel)
    .getSheetNotes(book.workbook().getUnitId(), sheetId);
  return [...(notes?.values() ?? [])]
    .filter(({ note }) => note !== "" && !isMarkNote(note))
    .sort((a, b) => a.row - b.row || a.col - b.col);
}

function textsOf(notes: readonly NotePlan[]): ReadonlyMap<string, string> {
  return new Map(notes.map(({ cell, text }) => [cell, text]));
}
