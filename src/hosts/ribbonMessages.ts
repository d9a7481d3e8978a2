/** What a ribbon command says to the analyst: what happened and, for problems, the way out. */
export interface RibbonMessage {
  readonly kind: "done" | "warning" | "error";
  readonly title: string;
  readonly wayOut: string;
}

let last: RibbonMessage | null = null;
const readers = new Set<(message: RibbonMessage) => void>();

/** Leaves a message for the pane; one that opens later still finds it. */
export function postRibbonMessage(message: RibbonMessage): void {
  last = message;
  for (const reader of readers) reader(message);
}

/** Calls the reader with the last unread message, if any, and with each that follows; the result stops it. */
export function readRibbonMessages(reader: (message: RibbonMessage) => void): () => void {
  readers.add(reader);
  const waiting = last;
  last = null;
  if (waiting !== null) reader(waiting);
  return () => readers.delete(reader);
}
