import { IUndoRedoService } from "@univerjs/core";
import type { GridBook } from "../hosts/grid/gridBook";

/** Whether the workbook holds steps that no file has. */
export interface UnsavedWork {
  any(): boolean;
  /** What stands now is in a file, or can be had again with a press of a button. */
  settled(): void;
  /** What stands now is in no file, whatever the steps say. */
  brought(): void;
  /** Calls back when something was done, taken back or settled. */
  watch(then: () => void): void;
}

/** A length that no step has. */
const NOWHERE = -1;

/** Goes by the steps of undo: work is saved where the latest step is the one that was the latest when it was saved. */
export function unsavedWork(book: GridBook): UnsavedWork {
  const steps = book.grid.univer.__getInjector().get(IUndoRedoService);
  const watchers: (() => void)[] = [];
  // A step that more is joined to stays one object and grows.
  const latest = (): readonly [object | null, number] => {
    const step = steps.pitchTopUndoElement() ?? null;
    return [step, step?.redoMutations.length ?? 0];
  };
  let saved = latest();
  const tell = (): void => watchers.forEach((each) => each());
  steps.undoRedoStatus$.subscribe(tell);
  return {
    any() {
      const [step, length] = latest();
      return step !== saved[0] || length !== saved[1];
    },
    settled() {
      saved = latest();
      tell();
    },
    brought() {
      saved = [null, NOWHERE];
      tell();
    },
    watch: (then) => void watchers.push(then),
  };
}
