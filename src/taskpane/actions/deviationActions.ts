import { attempt } from "../../hosts/attempt";
import type { OverwrittenCell } from "../../hosts/port";
import { onSheet } from "../../workbook/address";
import { say } from "../../words";
import type { LinkedParts } from "../pane";
import type { LostTitle } from "../state/paneState";

/** What the analyst can do about cells of the model that were overwritten. */
export interface DeviationActions {
  /** Enters what the model has in these cells. */
  putBack(cells: readonly OverwrittenCell[]): void;
  /** Types the name of a scenario or driver again where it stood. */
  rename(title: LostTitle): void;
  show(place: string): void;
}

/** Makes the actions. */
export function deviationActions({ port, store, link }: LinkedParts): DeviationActions {
  const tell = (work: () => Promise<void>): void => void attempt(work, (notice) => store.update({ notice }));
  return {
    putBack: (cells) =>
      tell(async () => {
        await link.edit(
          cells.map(({ sheet, cell, planned }) => ({ address: onSheet(sheet, cell), contents: planned })),
        );
        store.update({
          spoken:
            cells.length === 1
              ? "The model's cell is back"
              : say`${cells.length} cells of the model are back`,
        });
      }),
    rename: ({ address, name }) => tell(() => link.edit([{ address, contents: name }])),
    show: (place) => tell(() => port.show(place)),
  };
}
