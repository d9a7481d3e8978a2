import type { Cell, CellStyle as FileStyle } from "hucre/xlsx";
import type { CellPlan, RowPlan, SheetPlan } from "../../workbook/plan";
import { cellAddress, parseCell, onSheet, rectangleAddress } from "../../workbook/address";
import type { SharedRun } from "./sharedRuns";
import { filedFormula } from "./newFunctions";

/** Cells of a sheet as the file library takes them: keyed "row,column", with notes and links put on their cells. */
export function sheetCells(
  sheet: SheetPlan,
  styles: ReadonlyMap<string, FileStyle>,
  author: string,
  runsOf: (row: RowPlan) => readonly SharedRun[],
): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>();
  let shared = 0;
  sheet.rows.forEach((row, r) => {
    row.cells.forEach((cell, c) => {
      if (cell) cells.set(`${String(r)},${String(c)}`, fileCell(cell, sheet.name, r, c, styles));
    });
    for (const run of runsOf(row)) share(cells, r, run, shared++);
  });
  for (const note of sheet.notes) cellAt(cells, note.cell).comment = { author, text: note.text };
  for (const link of sheet.links) {
    const location = onSheet(link.sheet, link.target);
    cellAt(cells, link.cell).hyperlink = { target: "", location, tooltip: link.tooltip };
  }
  return cells;
}

/** One formula for the cells of a run: the first one holds it, the others name its number. */
function share(cells: Map<string, Partial<Cell>>, row: number, { from, to }: SharedRun, index: number): void {
  for (let column = from; column <= to; column++) {
    const cell = cells.get(`${String(row)},${String(column)}`)!;
    cell.formulaType = "shared";
    cell.formulaSharedIndex = index;
    if (column > from) cell.formula = "";
    else cell.formulaRef = `${cellAddress(row + 1, from + 1)}:${cellAddress(row + 1, to + 1)}`;
  }
}

function fileCell(
  cell: CellPlan,
  sheet: string,
  row: number,
  column: number,
  styles: ReadonlyMap<string, FileStyle>,
): Partial<Cell> {
  const style = styles.get(cell.style);
  if (!style) fail(sheet, row, column, `has the unknown style "${cell.style}"`);
  const { value, formula } = cell;
  if (typeof value === "number" && !Number.isFinite(value))
    fail(sheet, row, column, `has the value ${String(value)}`);
  if (typeof value === "string" && value.length > 32_767)
    fail(sheet, row, column, "has more than 32,767 characters");
  if (formula === undefined) return { value: typeof value === "string" ? escaped(value) : value, style };
  if (formula === "" || formula.startsWith("="))
    fail(sheet, row, column, 'has a formula that is empty or starts with "="');
  if (formula.length > 8_192) fail(sheet, row, column, "has a formula of more than 8,192 characters");
  return { formula: filedFormula(formula), formulaResult: value, style, ...arrayOf(cell, row, column) };
}

/** A formula of arrays says so and what it fills; else programs would give it one cell of each range. */
function arrayOf({ fills }: CellPlan, row: number, column: number): Partial<Cell> {
  if (fills === undefined) return {};
  const range = rectangleAddress({ row: row + 1, column: column + 1, ...fills });
  return { formulaType: "array", formulaDynamic: true, formulaRef: range };
}

/** A text that reads like the file format's own escapes, or holds characters that XML cannot, as those escapes. */
function escaped(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(
      /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g,
      (bad) => `_x${bad.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
    );
}

function cellAt(cells: Map<string, Partial<Cell>>, address: string): Partial<Cell> {
  const { row, column } = parseCell(address);
  const key = `${row - 1},${column - 1}`;
  const cell = cells.get(key) ?? {};
  cells.set(key, cell);
  return cell;
}

function fail(sheet: string, row: number, column: number, what: string): never {
  throw new Error(`Cell ${onSheet(sheet, cellAddress(row + 1, column + 1))} ${what}`);
}
