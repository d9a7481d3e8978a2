import type { LineItem } from "./lineItem";
import type { ModelData } from "./modelData";
import type { Timeline } from "./timeline";

/** Value of a calendar line in a column; NaN in a year's column, and for a line that is no part of the calendar. */
export function clockValue(
  { clock }: LineItem,
  column: number,
  { periods }: Timeline,
  borders: Pick<ModelData, "opening" | "reportedTo">,
): number {
  const period = periods[column]!;
  if (clock === undefined || period.kind === "year") return Number.NaN;
  return clock(period, column, borders);
}
