import { nothing, render, type TemplateResult } from "lit-html";
import { SetFormulaCalculationResultMutation } from "@univerjs/engine-formula";
import { SetSelectionsOperation, type ISetSelectionsOperationParams } from "@univerjs/sheets";
import { callsKc } from "../hosts/frozen/kcFormulas";
import type { GridHost } from "../hosts/grid/gridHost";
import type { OverwrittenCell } from "../hosts/port";
import { cellWords } from "../taskpane/state/deviationWords";
import { cellAddress, onSheet } from "../workbook/address";
import { html } from "../taskpane/views/html";
import type { errorWords } from "./errorWords";

/** Rows and columns count from 0. */
interface Selected {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

/** Says under the grid what there is to know of the selected cell, or the one just typed: why it shows an error value, that it is overwritten and how it comes back. */
export function watchReasons(
  { book, live, edit }: GridHost,
  errorAt: ReturnType<typeof errorWords>,
  line: HTMLElement,
): void {
  let place: Selected | null = null;
  const say = (): void => {
    const above = place && { ...place, row: place.row - 1 };
    render(place === null ? nothing : (wordsAt(place) ?? wordsAt(above!) ?? nothing), line);
  };
  const wordsAt = ({ sheetId, row, column }: Selected): TemplateResult | null => {
    const sheet = book.workbook().getSheetBySheetId(sheetId);
    if (!sheet || row < 0) return null;
    const at = cellAddress(row + 1, column + 1);
    const figures = live.deviations().overwritten.filter(({ role }) => role !== "words");
    const overwritten = figures.find((one) => one.sheet === sheet.getName() && one.cell === at);
    if (overwritten !== undefined) return overwrittenView(overwritten);
    const error = errorAt(sheetId, row, column);
    if (error !== null)
      return html`<span class="wb-failed"
        >${at} shows ${String(book.value(sheet, row, column))}. ${error}</span
      >`;
    return callsKc(String(book.content(sheet, row, column))) && figures.length > 0
      ? html`<span class="wb-overwritten">
          KC functions answer from the model:
          ${figures.length === 1 ? "the overwritten cell is" : `the ${figures.length} overwritten cells are`}
          not in ${at}.
        </span>`
      : null;
  };
  const overwrittenView = (one: OverwrittenCell): TemplateResult =>
    html`<span class="wb-overwritten">
      ${one.cell} is overwritten. ${cellWords(one)}
      <button
        class="wb-button wb-small"
        @click=${() => void edit([{ address: onSheet(one.sheet, one.cell), contents: one.planned }])}
      >
        Put it back
      </button>
    </span>`;
  book.commands.onCommandExecuted((command) => {
    if (command.id === SetSelectionsOperation.id) {
      const { subUnitId, selections } = command.params as ISetSelectionsOperationParams;
      const range = selections[0]?.range;
      place = range ? { sheetId: subUnitId, row: range.startRow, column: range.startColumn } : null;
    } else if (command.id !== SetFormulaCalculationResultMutation.id && !/set-range-values$/.test(command.id))
      return;
    setTimeout(say, 0);
  });
}
