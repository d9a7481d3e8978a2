/** Steps that write contents: whole sheets in blocks, or scattered cells in short runs. */

import type { SheetPlan } from "../../workbook/plan";
import type { CellValue } from "../port";
import { type Rectangle, rectangleAddress } from "../../workbook/address";
import { say } from "../../words";
import { cellInput } from "./cellContents";
import { estimate, type Step, textBytes } from "./step";

/** The library cuts larger ranges into pieces of this size, at a higher price than blocks of our own. */
const blockCells = 1400;

/** One cell to write. */
export interface CellWrite {
  readonly row: number;
  readonly column: number;
  readonly input: CellValue;
}

type Rows = (CellValue | null)[][];

function blockStep(sheet: string, area: Rectangle, rows: Rows): Step {
  const text = rows.reduce(
    (sum, row) =>
      sum +
      row.reduce<number>(
        (inner, one) => inner + 1 + (typeof one === "string" ? textBytes(one) : String(one).length),
        2,
      ),
    0,
  );
  return {
    what: say`Figures and formulas of ${sheet}`,
    bytes: estimate(2, 1, text),
    cells: rows.reduce((sum, row) => sum + row.filter((one) => one !== null).length, 0),
    run: (context) => {
      context.workbook.worksheets.getItem(sheet).getRange(rectangleAddress(area)).formulas = rows;
    },
  };
}

/** Every cell of a sheet, in blocks of whole rows; empty cells are left alone. */
export function wholeSheetSteps(sheet: SheetPlan): Step[] {
  const columns = Math.max(0, ...sheet.rows.map((row) => row.cells.length));
  if (columns === 0) return [];
  const height = Math.max(1, Math.floor(blockCells / columns));
  const steps: Step[] = [];
  for (let start = 0; start < sheet.rows.length; start += height) {
    const rows: Rows = sheet.rows.slice(start, start + height).map((row) =>
      Array.from({ length: columns }, (_, index) => {
        const cell = row.cells[index];
        return cell && (cell.formula !== undefined || cell.value !== null) ? cellInput(cell) : null;
      }),
    );
    if (rows.some((row) => row.some((one) => one !== null)))
      steps.push(blockStep(sheet.name, { row: start + 1, column: 1, rows: rows.length, columns }, rows));
  }
  return steps;
}

/** Scattered cells, neighbours in a row taken together. */
export function scatteredSteps(sheet: string, writes: readonly CellWrite[]): Step[] {
  const ordered = [...writes].sort((a, b) => a.row - b.row || a.column - b.column);
  const runs: CellWrite[][] = [];
  for (const write of ordered) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last?.row === write.row && last.column + 1 === write.column && run.length < blockCells)
      run.push(write);
    else runs.push([write]);
  }
  return runs.flatMap((run) => {
    const first = run[0];
    return first
      ? [
          blockStep(sheet, { row: first.row, column: first.column, rows: 1, columns: run.length }, [
            run.map((one) => one.input),
          ]),
        ]
      : [];
  });
}
