import type { RowPlan } from "../../workbook/plan";
import { movedFormula } from "./sharedFormula";

/** Fewest cells for which a shared formula is shorter than its copies. */
const FEWEST = 3;

/** Formulas of cells on their own sheet, numbers, texts and plain functions: Excel shares none that reads another sheet, a name or a table. */
const SHAREABLE =
  /^(?:"(?:[^"]|"")*"|[A-Z][A-Z0-9.]*\(|\$?[A-Z]{1,3}\$?\d+(?![\w.(])|TRUE|FALSE|\d+(?:\.\d*)?|[-+*/^&=<>%(),: ])*$/;

/** Neighbours in a row that hold one formula copied to the right, by their places in the row from 0. */
export interface SharedRun {
  readonly from: number;
  readonly to: number;
}

/** The formula of a cell that answers for this cell alone. */
const ownFormula = (cell: RowPlan["cells"][number] | undefined): string | undefined =>
  cell?.fills === undefined ? cell?.formula : undefined;

/** Finds the runs of a row, over and over; formulas that Excel does not share stay as they are. */
export function sharedRuns(): (row: RowPlan) => readonly SharedRun[] {
  const copies = new Map<string, string>();
  const copied = (formula: string): string => {
    const known = copies.get(formula);
    if (known !== undefined) return known;
    const copy = movedFormula(formula, 0, 1);
    copies.set(formula, copy);
    return copy;
  };
  return ({ cells }) => {
    const runs: SharedRun[] = [];
    for (let from = 0; from < cells.length;) {
      let formula = ownFormula(cells[from]);
      let next = from + 1;
      if (formula !== undefined && SHAREABLE.test(formula)) {
        for (; next < cells.length; next++) {
          const copy: string = copied(formula);
          if (ownFormula(cells[next]) !== copy) break;
          formula = copy;
        }
        if (next - from >= FEWEST) runs.push({ from, to: next - 1 });
      }
      from = next;
    }
    return runs;
  };
}
