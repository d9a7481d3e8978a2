import type { Problem } from "../hosts/port";
import type { Notice } from "./state/paneState";

/** A failure as a message in words; hosts already speak in words, other errors get a way out of their own. */
export function noticeOf(
  error: unknown,
  otherwise = "Try again; if it happens again, save the workbook and reopen the pane.",
): Notice {
  const problem = error as Partial<Problem> | null;
  if (typeof problem?.title === "string" && typeof problem.wayOut === "string")
    return { kind: "error", title: problem.title, wayOut: problem.wayOut };
  return {
    kind: "error",
    title: error instanceof Error && error.message !== "" ? error.message : "Something unexpected happened.",
    wayOut: otherwise,
  };
}
