import { SECTIONS } from "../model";
import { HEADER } from "./axis";

/** Row of a calendar line on the Timeline sheet. */
export function timelineRow(lineId: string): number {
  return HEADER.rows + 1 + SECTIONS[0]!.lines.findIndex((line) => line.id === lineId);
}
