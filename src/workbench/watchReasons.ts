import { SetFormulaCalculationResultMutation } from "@univerjs/engine-formula";
import { SetSelectionsOperation, type ISetSelectionsOperationParams } from "@univerjs/sheets";
import type { CellReasons } from "../hosts/grid/gridFunctions";
import type { GridHost } from "../hosts/grid/gridHost";
import { cellAddress } from "../workbook/address";

/** Says under the grid why the selected cell, or the one just typed, shows an error value. */
export function watchReasons({ book }: GridHost, reasons: CellReasons, line: HTMLElement): void {
  let place: { sheetId: string; row: number; column: number } | null = null;
  const say = (): void => {
    line.textContent =
      place === null
        ? ""
        : wordsAt(place.sheetId, place.row, place.column) ||
          wordsAt(place.sheetId, place.row - 1, place.column);
  };
  const wordsAt = (sheetId: string, row: number, column: number): string => {
    const sheet = book.workbook().getSheetBySheetId(sheetId);
    const reason = reasons.at(sheetId, row, column);
    // The reason stands only while its error does.
    if (
      !sheet ||
      reason === null ||
      !String(book.content(sheet, row, column)).startsWith("=") ||
      !String(book.value(sheet, row, column)).startsWith("#")
    )
      return "";
    return `${cellAddress(row + 1, column + 1)} shows ${String(book.value(sheet, row, column))}. ${reason}`;
  };
  book.commands.onCommandExecuted((command) => {
    if (command.id === SetSelectionsOperation.id) {
      const { subUnitId, selections } = command.params as ISetSelectionsOperationParams;
      const range = selections[0]?.range;
      place = range ? { sheetId: subUnitId, row: range.startRow, column: range.startColumn } : null;
    } else if (command.id !== SetFormulaCalculationResultMutation.id) return;
    setTimeout(say, 0);
  });
}
