import { CustomCommandExecutionError } from "@univerjs/core";
import type { GridBook } from "./gridBook";

const STRUCTURE = /^sheet\.command\.(?:(?:insert|remove|move|delete|append)-(?:multi-)?(?:rows?|cols?|range)(?!-protection)|reorder-range)/;

/**
 * Keeps the rows and columns of the model's sheets where they are, so that the engine, the pane and a saved file agree
 * on every place; a person's own sheets are theirs. `refused` is told in words.
 */
export function guardStructure(book: GridBook, refused: (title: string, wayOut: string) => void): void {
  book.commands.beforeCommandExecuted((command) => {
    if (!STRUCTURE.test(command.id)) return;
    const given = (command.params as { readonly subUnitId?: string } | undefined)?.subUnitId;
    const active = book.workbook().getActiveSheet(true)?.getSheetId();
    const sheetId = given ?? active;
    const planName = sheetId === undefined ? null : book.planNameOf(sheetId);
    if (planName === null) return;
    refused(`Rows and columns of ${planName} stay where they are.`, "Insert, delete or move cells on a sheet of your own; the + beside the tabs adds one.");
    throw new CustomCommandExecutionError(`${planName} keeps its rows and columns`);
  });
}
