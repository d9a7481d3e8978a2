import type { ModelSpec } from "../model";
import { columnLetters } from "./address";
import { AXIS, HEADER } from "./axis";

/** Row of a calendar line on the Timeline sheet. */
export function timelineRow({ sections }: ModelSpec, lineId: string): number {
  return HEADER.rows + 1 + sections[0]!.lines.findIndex((line) => line.id === lineId);
}

/** Row of the word of state 0 on the Timeline sheet, under a title; the others follow. */
export function stateWordsRow({ sections }: ModelSpec): number {
  return HEADER.rows + sections[0]!.lines.length + 2;
}

/** Cells of the words of the states on the Timeline sheet, in the order of their numbers. */
export function stateWords(spec: ModelSpec, count: number): string {
  const row = stateWordsRow(spec);
  const column = `$${columnLetters(AXIS.firstYear)}`;
  return `${column}$${row}:${column}$${row + count - 1}`;
}
