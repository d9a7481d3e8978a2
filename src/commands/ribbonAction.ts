import { messageOf } from "../hosts/attempt";
import { inExcelWords } from "../hosts/officejs/excelErrors";
import type { Message } from "../hosts/port";
import { postRibbonMessage } from "../hosts/ribbonMessages";

/** The part of a ribbon event that a command needs. */
export interface RibbonEvent {
  completed(): void;
}

/** A command of the ribbon that always ends: its message goes to the pane, which opens by itself when there is something to read. */
export function ribbonAction(
  act: () => Promise<Message>,
  openPane: () => Promise<unknown>,
): (event: RibbonEvent) => Promise<void> {
  return async (event) => {
    try {
      const message = await act().catch((error: unknown) => messageOf(inExcelWords(error)));
      postRibbonMessage(message);
      // Where the pane can't be opened the message waits for it.
      if (message.kind !== "done") await openPane().catch(() => undefined);
    } finally {
      event.completed();
    }
  };
}
