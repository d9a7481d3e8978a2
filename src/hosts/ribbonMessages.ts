import type { Message } from "./port";

let last: Message | null = null;
const readers = new Set<(message: Message) => void>();

/** Leaves a message for the pane; one that opens later still finds it. */
export function postRibbonMessage(message: Message): void {
  last = message;
  for (const reader of readers) reader(message);
}

/** Calls the reader with the last unread message, if any, and with each that follows; the result stops it. */
export function readRibbonMessages(reader: (message: Message) => void): () => void {
  readers.add(reader);
  const waiting = last;
  last = null;
  if (waiting !== null) reader(waiting);
  return () => readers.delete(reader);
}
