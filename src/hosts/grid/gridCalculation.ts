import {
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
  type ISetFormulaCalculationNotificationMutation,
} from "@univerjs/engine-formula";
import type { GridBook } from "./gridBook";
import { markStale } from "./staleRanges";

/** The grid gave up a calculation because a newer one follows. */
const STOPPED = 1;

/** Longest wait for the grid's own calculation, in milliseconds. */
const PATIENCE = 120_000;

/** Resolves when the grid has calculated everything that was stale at the call. Throws an Error in words where it never ends. */
export function gridCalculated(book: GridBook): Promise<void> {
  return new Promise((resolve, reject) => {
    let started = false;
    const end = (work: () => void): void => {
      clearTimeout(timer);
      heard.dispose();
      work();
    };
    const timer = setTimeout(
      () =>
        end(() =>
          reject(new Error("The grid has not finished its calculation. Wait a moment and try again.")),
        ),
      PATIENCE,
    );
    const heard = book.commands.onCommandExecuted(({ id, params }) => {
      if (id === SetFormulaCalculationStartMutation.id) started = true;
      if (id !== SetFormulaCalculationNotificationMutation.id || !started) return;
      const { functionsExecutedState: state } = params as ISetFormulaCalculationNotificationMutation;
      if (state !== undefined && (state as number) !== STOPPED) end(resolve);
    });
    // Nothing is stale by this alone: it takes its turn behind what is.
    markStale(book, [], false);
  });
}
