import { lastQuarter, sumOfQuarters, type Expression } from "../formula";
import type { LineItem } from "./lineItem";
import type { Timeline } from "./timeline";

/** Where a quarter stands: before the opening, in it, or after it. */
export type Phase = "history" | "opening" | "forecast";

/** Phase of a quarter's column. */
export function phaseOf(column: number, opening: number): Phase {
  if (column < opening) return "history";
  return column === opening ? "opening" : "forecast";
}

/** Formula of a line in quarters of a phase, where no figure is known; null where nothing can be calculated. */
export function quarterFormula(line: LineItem, phase: Phase): Expression | null {
  if (phase === "forecast") return line.forecast?.() ?? null;
  return (phase === "opening" ? line.opening : line.history)?.() ?? null;
}

/** Formula of a line in the column of a year; null where a year shows a known figure or nothing. */
export function yearFormula(line: LineItem, year: number, timeline: Timeline): Expression | null {
  if (typeof line.annual === "function") return line.annual();
  if (line.annual === "none" || line.annual === "fact" || timeline.firstQuarterOf(year) < 0) return null;
  return line.annual === "sum" ? sumOfQuarters(line) : lastQuarter(line);
}

/** Whether a year adds its quarters up where they are all there, before any figure known for the year itself. */
export function addsUp(line: LineItem): boolean {
  return line.annual === "sum" || line.annual === "last";
}
