import { SECTIONS } from "../companies/kingsoftCloud";
import { columnLetters } from "./address";
import { AXIS, HEADER } from "./axis";

/** Row of a calendar line on the Timeline sheet. */
export function timelineRow(lineId: string): number {
  return HEADER.rows + 1 + SECTIONS[0]!.lines.findIndex((line) => line.id === lineId);
}

/** Row of the word of state 0 on the Timeline sheet, under a title; the others follow. */
export const STATE_WORDS_ROW = HEADER.rows + SECTIONS[0]!.lines.length + 2;

/** Cells of the words of the states on the Timeline sheet, in the order of their numbers. */
export function stateWords(count: number): string {
  const column = `$${columnLetters(AXIS.firstYear)}`;
  return `${column}$${STATE_WORDS_ROW}:${column}$${STATE_WORDS_ROW + count - 1}`;
}
