import type { JournalLine } from "../../analysis";
import { attempt } from "../../hosts/attempt";
import { cellAddress, onSheet } from "../../workbook/address";
import { say } from "../../words";
import type { LinkedParts } from "../pane";
import { journalStep, stepTo, untold } from "../sheet/journalSheet";

/** What the analyst can do with the journal. */
export interface JournalActions {
  /** Writes down what was typed on the sheets since. */
  writeDown(): void;
  /** Gives a line its reason; an empty text takes it away. */
  reason(line: JournalLine, why: string): void;
  /** Shows the latest lines on their sheet. */
  show(): void;
}

/** Makes the actions. */
export function journalActions({ model, store, port, link }: LinkedParts): JournalActions {
  const tell = (notice: ReturnType<typeof store.get>["notice"]): void => store.update({ notice });

  async function writeDown(): Promise<void> {
    await link.look();
    const { journal } = store.get();
    if (journal === null) return;
    const changes = untold(model, store.get());
    await link.edit(
      [],
      journalStep(journal, changes, () => false),
    );
    const count = changes.length;
    store.update({
      spoken:
        count === 1 ? say`${count} change is in the journal.` : say`${count} changes are in the journal.`,
    });
  }

  async function reason(line: JournalLine, why: string): Promise<void> {
    await link.look();
    const { journal } = store.get();
    const at = journal?.lines.findIndex(({ key, when, door }) =>
      [key === line.key, when === line.when, door === line.door].every(Boolean),
    );
    if (journal === null || at === undefined || at < 0) {
      tell({
        kind: "warning",
        title: "The reason was not written: the line is no longer on the sheet.",
        wayOut: "Look at the journal again and give the reason to the line that stands there.",
      });
      return;
    }
    const lines = journal.lines.map((each, place) => (place === at ? { ...each, why: why.trim() } : each));
    await link.edit([], stepTo(journal, lines));
  }

  return {
    writeDown: () => void attempt(writeDown, tell),
    reason: (line, why) => void attempt(() => reason(line, why), tell),
    show: () => {
      const { journal } = store.get();
      if (journal === null) return;
      const row = journal.firstRow + Math.max(0, journal.rows.length - 1);
      void attempt(() => port.show(onSheet(journal.sheet, cellAddress(row, 1))), tell);
    },
  };
}
