import { familyOf, type QuarterDriver, type Scenario } from "../model";
import type { Layout } from "./layout";

/** Row and column, from 1, of a quarter's cell in a scenario on the Quarterly inputs sheet. */
export function quarterlyCell(
  { axis, quarterly }: Layout,
  { line, column }: QuarterDriver,
  { number }: Pick<Scenario, "number">,
): { readonly row: number; readonly column: number } {
  return { row: quarterly.row.get(familyOf(line))! + number - 1, column: axis.column(column) };
}
