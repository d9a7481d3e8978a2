import { cellAddress, columnLetters, onSheet } from "../workbook/address";
import type { SheetPlan, WorkbookPlan } from "../workbook/plan";
import type { Catalogue } from "../words";
import type { RangeEdit, WorkbookHost } from "./port";

/** Edits that say in the new words what a person chose in the old ones: the scenario shown, lines and states picked from a list, doors of the journal. */
export async function rewordedInputs(
  host: Pick<WorkbookHost, "read">,
  plan: WorkbookPlan,
  before: Catalogue,
  words: Catalogue,
): Promise<readonly RangeEdit[]> {
  const sheets = plan.sheets
    .map((sheet) => ({ name: words.of(sheet.name), inputs: inputsOf(plan, sheet) }))
    .filter(({ inputs }) => inputs.length > 0);
  const readings = await host.read(sheets.map(({ name, inputs }) => onSheet(name, areaOf(inputs))));
  return sheets.flatMap(({ name, inputs }, index) =>
    inputs.flatMap(([row, column]): RangeEdit[] => {
      const held = readings[index]!.formulas[row - 1]?.[column - 1];
      if (typeof held !== "string" || held === "" || held.startsWith("=")) return [];
      const reworded = words.of(before.english(held));
      return reworded === held
        ? []
        : [{ address: onSheet(name, cellAddress(row, column)), contents: `'${reworded}` }];
    }),
  );
}

/** Places of the cells of a sheet that a person types into, rows and columns from 1. */
function inputsOf(plan: WorkbookPlan, sheet: SheetPlan): readonly (readonly [row: number, column: number])[] {
  return sheet.rows.flatMap(({ cells }, row) =>
    cells.flatMap((cell, column) =>
      cell !== null && plan.styles[cell.style]?.unlocked === true ? [[row + 1, column + 1] as const] : [],
    ),
  );
}

function areaOf(places: readonly (readonly [row: number, column: number])[]): string {
  const rows = Math.max(...places.map(([row]) => row));
  const columns = Math.max(...places.map(([, column]) => column));
  return `A1:${columnLetters(columns)}${rows}`;
}
