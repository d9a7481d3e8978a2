/** Notes of the plan against notes on the sheet: the analyst's own notes and edits stay. */

import type { SheetPlan } from "../../workbook/plan";
import type { PlannedChange } from "../port";
import type { SheetLedger } from "./ledger";
import { hasNotes } from "./requirements";
import type { Step } from "./step";
import { textHash } from "../textHash";
import { noteStep } from "./workbookSteps";

/** Adds the steps and changes that the notes of a sheet need. */
export function noteChanges(
  sheet: SheetPlan,
  ledger: SheetLedger | undefined,
  now: ReadonlyMap<string, string>,
  list: { readonly changes: PlannedChange[]; readonly looks: Step[] },
): void {
  if (!hasNotes()) return;
  const tell = (cell: string, text: string, reason: string, applies: boolean): void => {
    list.changes.push({
      sheet: sheet.name,
      cell,
      kind: "note",
      now: now.get(cell) ?? "(no note)",
      wouldBe: text,
      reason,
      applies,
    });
  };
  for (const note of sheet.notes) {
    const text = now.get(note.cell);
    if (text === note.text) continue;
    if (text === undefined) {
      list.looks.push(noteStep(sheet.name, note.cell, { kind: "add", text: note.text }));
      if (ledger) tell(note.cell, note.text, "new note", true);
    } else if (ledger && ledger.notes[note.cell] === textHash(text)) {
      list.looks.push(noteStep(sheet.name, note.cell, { kind: "set", text: note.text }));
      tell(note.cell, note.text, "the model has changed", true);
    } else tell(note.cell, note.text, "your note is kept", false);
  }
  const planned = new Set(sheet.notes.map((one) => one.cell));
  for (const [cell, hash] of Object.entries(ledger?.notes ?? {})) {
    const text = now.get(cell);
    if (planned.has(cell) || text === undefined || textHash(text) !== hash) continue;
    list.looks.push(noteStep(sheet.name, cell, { kind: "delete" }));
    tell(cell, "(no note)", "no longer part of the model", true);
  }
}
