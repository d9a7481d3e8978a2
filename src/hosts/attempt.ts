import { HostProblem, type Message } from "./port";

/** A failure as a message: a host's own words, else what the error says with the way out given. */
export function messageOf(
  error: unknown,
  wayOut = "Try again; if it happens again, save the workbook and reopen the pane.",
): Message {
  if (error instanceof HostProblem) return { kind: "error", title: error.title, wayOut: error.wayOut };
  const title = error instanceof Error ? error.message : "";
  return { kind: "error", title: title === "" ? "Something unexpected happened." : title, wayOut };
}

/** Does work that may fail; a failure becomes a message for whoever shows it, with the way out given where the host has none. */
export async function attempt(
  work: () => Promise<void>,
  otherwise: (message: Message) => void,
  wayOut?: string,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    otherwise(messageOf(error, wayOut));
  }
}
