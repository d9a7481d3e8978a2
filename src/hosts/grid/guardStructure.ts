import { say } from "../../words";
import { CustomCommandExecutionError } from "@univerjs/core";
import { RemoveSheetCommand, SetWorksheetNameCommand } from "@univerjs/sheets";
import type { GridBook } from "./gridBook";

/** Commands that take a sheet away or give it another name. */
const SHEET = new Set<string>([RemoveSheetCommand.id, SetWorksheetNameCommand.id]);

const STRUCTURE =
  /^sheet\.command\.(?:(?:insert|remove|move|delete|append)-(?:multi-)?(?:rows?|cols?|range)(?!-protection)|reorder-range)/;

/**
 * Keeps the model's sheets, their names, rows and columns as they are, so that the engine, the pane and a saved file agree
 * on every place; a person's own sheets are theirs. `refused` is told in words.
 */
export function guardStructure(book: GridBook, refused: (title: string, wayOut: string) => void): void {
  book.commands.beforeCommandExecuted((command) => {
    const ofSheet = SHEET.has(command.id);
    if (!ofSheet && !STRUCTURE.test(command.id)) return;
    const given = (command.params as { readonly subUnitId?: string } | undefined)?.subUnitId;
    const active = book.workbook().getActiveSheet(true)?.getSheetId();
    const sheetId = given ?? active;
    const planName = sheetId === undefined ? null : book.planNameOf(sheetId);
    if (planName === null) return;
    if (ofSheet) {
      refused(
        say`${planName} is part of the model and stays, under its name.`,
        "Formulas of the other sheets and saved files go by it; your own sheets are yours to rename and delete.",
      );
      throw new CustomCommandExecutionError(say`${planName} keeps its name`);
    }
    refused(
      say`Rows and columns of ${planName} stay where they are.`,
      "Insert, delete or move cells on a sheet of your own; the + beside the tabs adds one.",
    );
    throw new CustomCommandExecutionError(say`${planName} keeps its rows and columns`);
  });
}
