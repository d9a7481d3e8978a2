import type { CellPlan, SheetPlan } from "../../workbook/plan";
import { movedFormula } from "./sharedFormula";

/** Fewest cells for which a shared formula is shorter than its copies. */
const FEWEST = 3;

/** Formulas of cells on their own sheet, numbers, texts and plain functions: Excel shares none that reads another sheet, a name or a table, and opens such a file wrongly or not at all. */
const SHAREABLE =
  /^(?:"(?:[^"]|"")*"|[A-Z][A-Z0-9.]*\(|\$?[A-Z]{1,3}\$?\d+(?![\w.(])|TRUE|FALSE|\d+(?:\.\d*)?|[-+*/^&=<>%(),: ])*$/;

/** Row to which the formulas of a column are moved to be told apart: far from both ends of a sheet. */
const FAR = 500_000;

/** A cell by its row and column from 0. */
interface Place {
  readonly row: number;
  readonly column: number;
}

/** Cells of one row side by side, or of one column with others between them, that hold one formula copied from the first. */
export type SharedRun = readonly Place[];

/** Finds the runs of a sheet, over and over: along the rows, then down the columns what is left. Formulas that Excel does not share stay as they are. */
export function sharedRuns(): (sheet: Pick<SheetPlan, "rows">) => readonly SharedRun[] {
  const [keptCopy, keptAnswer, keptForm] = [kept<string>(), kept<boolean>(), kept<string>()];
  const right = (formula: string): string => keptCopy(formula, () => movedFormula(formula, 0, 1));
  const isShareable = (formula: string): boolean => keptAnswer(formula, () => SHAREABLE.test(formula));
  const alongRow = (cells: readonly (CellPlan | null)[], row: number, single: (place: Place) => void) => {
    const runs: SharedRun[] = [];
    for (let from = 0; from < cells.length;) {
      let formula = cells[from]?.formula;
      let next = from + 1;
      if (formula !== undefined && isShareable(formula)) {
        for (; next < cells.length; next++) {
          const copy: string = right(formula);
          if (cells[next]?.formula !== copy) break;
          formula = copy;
        }
        const run = Array.from({ length: next - from }, (_, index) => ({ row, column: from + index }));
        if (run.length >= FEWEST) runs.push(run);
        else run.forEach(single);
      }
      from = next;
    }
    return runs;
  };
  /** Cells below each other whose formulas read alike when moved to one row, unless they then leave the sheet. */
  const downColumns = (rows: SheetPlan["rows"], singles: readonly Place[]): readonly SharedRun[] => {
    const groups = new Map<string, Place[]>();
    for (const place of singles) {
      const formula = rows[place.row]!.cells[place.column]!.formula!;
      const moved = keptForm(`${place.row} ${formula}`, () => movedFormula(formula, FAR - place.row, 0));
      if (moved.includes("#REF!")) continue;
      const key = `${place.column} ${moved}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [place]);
      else group.push(place);
    }
    return [...groups.values()].filter(({ length }) => length >= FEWEST);
  };
  return ({ rows }) => {
    const singles: Place[] = [];
    const runs = rows.flatMap(({ cells }, row) => alongRow(cells, row, (place) => singles.push(place)));
    return [...runs, ...downColumns(rows, singles)];
  };
}

/** What is worked out once for a key and kept for the next sheet that asks for the same. */
function kept<T>(): (key: string, find: () => T) => T {
  const known = new Map<string, T>();
  return (key, find) => {
    let found = known.get(key);
    if (found === undefined) known.set(key, (found = find()));
    return found;
  };
}
