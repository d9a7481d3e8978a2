import type { Deviations, OverwrittenCell } from "../../hosts/port";
import { say } from "../../words";
import type { PaneState } from "./paneState";

/** Nothing is overwritten. */
export const NO_DEVIATIONS: Deviations = { overwritten: [], errors: [] };

/** Overwritten cells that figures may go by; other texts are only words. */
export function overwrittenFigures({
  deviations,
}: Pick<PaneState, "deviations">): readonly OverwrittenCell[] {
  return deviations.overwritten.filter(({ role }) => role !== "words");
}

/** "1 cell is overwritten", "3 cells are overwritten". */
export function overwrittenWords(count: number): string {
  return say`${count} ${count === 1 ? "cell is" : "cells are"} overwritten`;
}

/** What an overwritten cell holds and what the model has there. */
export function cellWords({ content, value, planned }: OverwrittenCell): string {
  const holds = content === "" ? "Now empty" : say`Now ${shown(content)}`;
  const gives = String(content).startsWith("=") ? say`, which gives ${shown(value)}` : "";
  return say`${holds}${gives}; the model has ${planned === "" ? "nothing" : shown(planned)}.`;
}

const LONGEST = 120;

function shown(content: string | number | boolean): string {
  const text = String(content);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
