import type { Worksheet } from "@univerjs/core";
import type { CellPlan, RowPlan, SheetPlan, WorkbookPlan } from "../../workbook/plan";
import type { CellValue } from "../port";
import { cellAddress } from "../a1";
import { isFormula } from "./cellContent";
import type { GridBook } from "./gridBook";
import { compareWithPlan } from "./ownContents";
import { sheetIdOf } from "./planSheets";

const OWN_STYLE = "kcOwnCell";

/** A plan with what a person added in the grid: cells on the model's sheets, and sheets of their own after them. */
export function ownParts(book: GridBook, plan: WorkbookPlan): WorkbookPlan {
  const { kept } = compareWithPlan(book, plan);
  const sheets = plan.sheets.map((sheet) => {
    const [id, grid] = [sheetIdOf(sheet.name), book.sheetOfPlan(sheet.name)];
    const own = kept.filter(({ sheetId }) => sheetId === id);
    if (own.length === 0 || grid === null) return sheet;
    const rows: { height?: number; cells: (CellPlan | null)[] }[] = sheet.rows.map((row) => ({ ...row, cells: [...row.cells] }));
    for (const { row, column, content } of own) {
      while (rows.length <= row) rows.push({ cells: [] });
      const { cells } = rows[row]!;
      while (cells.length <= column) cells.push(null);
      cells[column] = cellPlan(content, book.value(grid, row, column), cells[column]?.style ?? OWN_STYLE);
    }
    return { ...sheet, rows };
  });
  const mine = book.workbook().getSheets().filter((sheet) => book.planNameOf(sheet.getSheetId()) === null).flatMap((sheet) => ownSheet(book, sheet));
  return { ...plan, styles: { ...plan.styles, [OWN_STYLE]: { size: 10 } }, sheets: [...sheets, ...mine] };
}

function cellPlan(content: CellValue, value: CellValue, style: string): CellPlan | null {
  if (content === "") return null;
  return isFormula(content) ? { value: value === "" ? null : value, formula: content.slice(1), style } : { value, style };
}

function ownSheet(book: GridBook, sheet: Worksheet): SheetPlan[] {
  const rows: RowPlan[] = [];
  let width = 0;
  sheet.getCellMatrix().forValue((row, column) => {
    const cell = cellPlan(book.content(sheet, row, column), book.value(sheet, row, column), OWN_STYLE);
    if (cell === null) return;
    while (rows.length <= row) rows.push({ cells: [] });
    const cells = rows[row]!.cells as (CellPlan | null)[];
    while (cells.length <= column) cells.push(null);
    cells[column] = cell;
    width = Math.max(width, column + 1);
  });
  if (width === 0) return [];
  return [{
    name: sheet.getName(), tabColour: "7F7F7F", columns: Array.from({ length: width }, () => ({ width: 12 })), rows, freeze: { rows: 0, columns: 0 },
    validations: [], conditionalFormats: [], notes: [], links: [], charts: [], gridlines: true, zoom: 100,
    print: { area: `A1:${cellAddress(rows.length, width)}`, titleRows: null, titleColumns: null, footerLeft: "&A", footerCenter: "Page &P of &N", footerRight: "", paper: "A4" },
  }];
}
