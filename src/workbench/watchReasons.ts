import { SetFormulaCalculationResultMutation } from "@univerjs/engine-formula";
import { SetSelectionsOperation, type ISetSelectionsOperationParams } from "@univerjs/sheets";
import type { GridHost } from "../hosts/grid/gridHost";
import { cellAddress } from "../workbook/address";
import type { errorWords } from "./errorWords";

/** Says under the grid why the selected cell, or the one just typed, shows an error value. */
export function watchReasons(
  { book }: GridHost,
  wordsAt: ReturnType<typeof errorWords>,
  line: HTMLElement,
): void {
  let place: { sheetId: string; row: number; column: number } | null = null;
  const say = (): void => {
    line.textContent =
      place === null
        ? ""
        : sentence(place.sheetId, place.row, place.column) ||
          sentence(place.sheetId, place.row - 1, place.column);
  };
  const sentence = (sheetId: string, row: number, column: number): string => {
    const sheet = book.workbook().getSheetBySheetId(sheetId);
    const words = wordsAt(sheetId, row, column);
    return !sheet || words === null
      ? ""
      : `${cellAddress(row + 1, column + 1)} shows ${String(book.value(sheet, row, column))}. ${words}`;
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
