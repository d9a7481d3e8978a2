import { SetRangeValuesCommand } from "@univerjs/sheets";
import type { ICellData, IObjectMatrixPrimitiveType } from "@univerjs/core";
import { HostProblem, type CellValue, type RangeEdit, type RangeReading, type Address } from "../port";
import { isFormula } from "./cellContent";
import type { GridBook } from "./gridBook";
import { gridValue, textCell } from "./planSheets";

/** Values and formulas of ranges. */
export function readCells(book: GridBook, addresses: readonly Address[]): readonly RangeReading[] {
  return addresses.map((address) => {
    const { sheet, area } = book.area(address);
    const each = (of: (row: number, column: number) => CellValue): CellValue[][] =>
      Array.from({ length: area.rows }, (_, r) =>
        Array.from({ length: area.columns }, (__, c) => of(area.row - 1 + r, area.column - 1 + c)),
      );
    return {
      address,
      values: each((row, column) => book.value(sheet, row, column)),
      formulas: each((row, column) => {
        const content = book.content(sheet, row, column);
        return content === "" ? book.value(sheet, row, column) : content;
      }),
    };
  });
}

/** Writes contents into ranges. */
export function editCells(book: GridBook, edits: readonly RangeEdit[]): void {
  const steps = edits.map(({ address, contents }) => {
    const { sheet, area } = book.area(address);
    const rows =
      typeof contents === "object"
        ? contents
        : Array.from({ length: area.rows }, () => Array.from({ length: area.columns }, () => contents));
    if (rows.length !== area.rows || rows.some((row) => row.length !== area.columns)) {
      throw new HostProblem(
        "InvalidArgument",
        `The contents for ${address} have another shape than the range.`,
        "Give one value, or as many rows and columns as the range has.",
      );
    }
    const value: IObjectMatrixPrimitiveType<ICellData> = {};
    rows.forEach((row, r) => {
      const cells: Record<number, ICellData> = {};
      row.forEach((content, c) => {
        if (content !== null) cells[area.column - 1 + c] = editedCell(content);
      });
      value[area.row - 1 + r] = cells;
    });
    return { unitId: book.workbook().getUnitId(), subUnitId: sheet.getSheetId(), value };
  });
  for (const step of steps) book.commands.syncExecuteCommand(SetRangeValuesCommand.id, step);
}

/** A cell with new content as a person would type it; what it held before goes. */
export function editedCell(content: CellValue): ICellData {
  const blank = { v: null, t: null, f: null, si: null, p: null };
  if (isFormula(content)) return { ...blank, f: content };
  if (typeof content === "string" && content.startsWith("'"))
    return { ...blank, ...textCell(content.slice(1)) };
  return { ...blank, ...gridValue(content) };
}
