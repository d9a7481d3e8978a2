import type { IStyleData, Worksheet } from "@univerjs/core";
import { parseRectangle } from "../../workbook/address";
import type { PrintPlan } from "../../workbook/plan";
import { earlierYears } from "./foldColumns";
import type { GridBook } from "./gridBook";

/** A cell as the grid shows it. */
export interface ShownCell {
  readonly text: string;
  readonly look: IStyleData;
  readonly isNumber: boolean;
  /** Rows and columns that it spans. */
  readonly rows: number;
  readonly columns: number;
}

/** A row as the grid shows it; null for cells that another one spans. */
export interface ShownRow {
  /** Counted from 1. */
  readonly number: number;
  readonly height: number;
  readonly cells: readonly (ShownCell | null)[];
}

/** The part of a sheet that is printed, as the grid shows it. */
export interface ShownSheet {
  readonly name: string;
  /** Of its columns, in pixels. */
  readonly widths: readonly number[];
  readonly rows: readonly ShownRow[];
  readonly print: Pick<PrintPlan, "paper" | "onePage" | "titleRows" | "footerRight">;
}

const NUMBER = 2;

/** Set-up of a sheet that no plan has. */
const OWN_PRINT = { paper: "A4", titleRows: null, footerRight: "" } as const;

/** The sheet in front as it prints: the area that its plan gives, years that are only folded included; of a person's own sheet what it holds. */
export function shownSheet(book: GridBook): ShownSheet | null {
  const sheet = book.workbook().getActiveSheet(true);
  if (!sheet) return null;
  const planName = book.planNameOf(sheet.getSheetId());
  const plan = book.written?.sheets.find(({ name }) => name === planName);
  const used = book.used(sheet);
  const area = plan === undefined ? used : parseRectangle(plan.print.area)!;
  const folding = new Set(plan === undefined ? [] : earlierYears(plan));
  const columns = upTo(Math.min(area.columns, used.columns)).filter(
    (column) => folding.has(column) || sheet.getColVisible(column),
  );
  const rows = upTo(Math.min(area.rows, used.rows)).filter((row) => sheet.getRowVisible(row));
  return {
    name: sheet.getName(),
    widths: columns.map((column) => sheet.getColumnWidth(column)),
    rows: rows.map((row) => ({
      number: row + 1,
      height: sheet.getRowHeight(row),
      cells: columns.map((column) => shownCell(sheet, row, column)),
    })),
    print: plan?.print ?? OWN_PRINT,
  };
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

function shownCell(sheet: Worksheet, row: number, column: number): ShownCell | null {
  const place = sheet.getCellInfoInMergeData(row, column);
  if (place.isMerged) return null;
  const cell = sheet.getCell(row, column);
  const text = cell?.p?.body?.dataStream.replace(/[\r\n]+$/, "") ?? String(cell?.v ?? "");
  return {
    text,
    look: sheet.getComposedCellStyleByCellData(row, column, cell),
    isNumber: sheet.getCellRaw(row, column)?.t === NUMBER,
    rows: place.isMergedMainCell ? place.endRow - place.startRow + 1 : 1,
    columns: place.isMergedMainCell ? place.endColumn - place.startColumn + 1 : 1,
  };
}
