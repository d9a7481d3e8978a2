import { LINE_BY_ID, SEGMENTS } from "../companies/kingsoftCloud";
import type { LineItem } from "../model";
import { choose } from "./choices";
import type { KcArgument } from "./kcValue";

/** The line of a revenue segment; total when left out. Throws #VALUE! with a suggestion. */
export function findSegment(argument: KcArgument): LineItem {
  return LINE_BY_ID.get(choose("segment", argument, SEGMENTS, "total").line)!;
}
