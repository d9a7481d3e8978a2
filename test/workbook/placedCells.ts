import { cellAddress } from "../../src/workbook/address";
import type { CellPlan, SheetPlan, WorkbookPlan } from "../../src/workbook/plan";
import { SHEETS } from "../../src/workbook/sheetNames";

/** A cell of a plan with its place; rows and columns count from 1. */
export interface PlacedCell {
  readonly sheet: SheetPlan;
  readonly row: number;
  readonly column: number;
  /** "Sheet!A1", for messages. */
  readonly at: string;
  readonly cell: CellPlan;
}

/** Cells of a sheet, row by row. */
export function cellsOfSheet(sheet: SheetPlan): readonly PlacedCell[] {
  return sheet.rows.flatMap((row, r) =>
    row.cells.flatMap((cell, c) =>
      cell === null
        ? []
        : [{ sheet, row: r + 1, column: c + 1, at: `${sheet.name}!${cellAddress(r + 1, c + 1)}`, cell }],
    ),
  );
}

/** Cells of all sheets. */
export function cellsOf(plan: WorkbookPlan): readonly PlacedCell[] {
  return plan.sheets.flatMap(cellsOfSheet);
}

/** A formula cell. */
export type FormulaCell = PlacedCell & { readonly cell: { readonly formula: string } };

/** Formula cells of all sheets. */
export function formulasOf(plan: WorkbookPlan): readonly FormulaCell[] {
  return cellsOf(plan).filter((placed): placed is FormulaCell => placed.cell.formula !== undefined);
}

/** Numbers that are typed, not calculated. */
export function typedNumbersOf(plan: WorkbookPlan): readonly PlacedCell[] {
  return cellsOf(plan).filter(({ cell }) => cell.formula === undefined && typeof cell.value === "number");
}

/** Whether a typed number stands on the Estimates sheet: what the model said once, or the number of such an estimate. */
export function isKept({ sheet }: PlacedCell): boolean {
  return sheet.name === SHEETS.estimates;
}

/** Whether a cell tells what the model would have forecast at an earlier border: a value of the build that no formula can have. */
export function isHindcast({ sheet, row }: PlacedCell): boolean {
  const head = sheet.rows.findIndex(({ cells }) => String(cells[0]?.value).startsWith("Hindcast"));
  return sheet.name === SHEETS.checks && head >= 0 && row > head + 1;
}

/** A sheet by name. */
export function sheetOf(plan: WorkbookPlan, name: string): SheetPlan {
  const found = plan.sheets.find((sheet) => sheet.name === name);
  if (!found) throw new Error(`The plan has no sheet "${name}"`);
  return found;
}

/** Row, column and size of an A1 range without a sheet. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Reads "A1", "$A$1" or "A1:B2". */
export function areaOf(range: string): Area {
  const corners = range.split(":").map((corner) => {
    const match = /^\$?([A-Z]{1,3})\$?(\d+)$/.exec(corner);
    if (!match) throw new Error(`"${range}" is no range`);
    return { row: Number(match[2]), column: columnNumber(match[1]!) };
  });
  const [from, to] = [corners[0]!, corners.at(-1)!];
  return { top: from.row, left: from.column, bottom: to.row, right: to.column };
}

/** Number of a column from its letters. */
export function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** Whether a cell lies in an area. */
export function covers(area: Area, row: number, column: number): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}

/** The cell at a place, undefined where the plan has none. */
export function cellAt(sheet: SheetPlan, row: number, column: number): CellPlan | undefined {
  return sheet.rows[row - 1]?.cells[column - 1] ?? undefined;
}

/** The cell at an address. */
export function cellAtAddress(sheet: SheetPlan, at: string): CellPlan | undefined {
  const { top, left } = areaOf(at);
  return cellAt(sheet, top, left);
}
