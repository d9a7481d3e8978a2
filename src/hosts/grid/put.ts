import type { CellPlan, RowPlan } from "../../workbook/plan";

/** Puts a cell into rows of a plan, which grow to hold it; given is what stands there. Rows and columns count from 0. */
export function put(
  rows: RowPlan[],
  row: number,
  column: number,
  cell: (there: CellPlan | null) => CellPlan | null,
): void {
  while (rows.length <= row) rows.push({ cells: [] });
  const cells = rows[row]!.cells as (CellPlan | null)[];
  while (cells.length <= column) cells.push(null);
  cells[column] = cell(cells[column]!);
}
