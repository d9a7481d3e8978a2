import { SetRangeValuesCommand } from "@univerjs/sheets";
import type { ICellData, IObjectMatrixPrimitiveType } from "@univerjs/core";
import { HostProblem, type CellValue, type RangeEdit, type RangeReading, type Address } from "../port";
import { type Rectangle, rectangleAddress } from "../../workbook/address";
import { say } from "../../words";
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

/** Writes contents into ranges. Throws a HostProblem where the grid refuses. */
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
        say`The contents for ${address} have another shape than the range.`,
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
    return { sheetId: sheet.getSheetId(), area, value };
  });
  for (const { sheetId, area, value } of steps) setCells(book, sheetId, area, value);
}

/** Gives the cells of an area new contents or looks, as one step. Throws a HostProblem where the grid refuses. */
export function setCells(
  book: GridBook,
  subUnitId: string,
  { row, column, rows, columns }: Rectangle,
  value: IObjectMatrixPrimitiveType<ICellData>,
): void {
  // Without a range of its own the grid would refuse where no cell is selected.
  const range = {
    startRow: row - 1,
    startColumn: column - 1,
    endRow: row + rows - 2,
    endColumn: column + columns - 2,
  };
  const unitId = book.workbook().getUnitId();
  if (!book.commands.syncExecuteCommand(SetRangeValuesCommand.id, { unitId, subUnitId, range, value }))
    throw new HostProblem(
      "GeneralException",
      say`The grid did not take the change of ${rectangleAddress({ row, column, rows, columns })}.`,
      "Leave the cell that you are typing in, then try again.",
    );
}

/** A cell with new content as a person would type it; what it held before goes. */
export function editedCell(content: CellValue): ICellData {
  const blank = { v: null, t: null, f: null, si: null, p: null };
  if (isFormula(content)) return { ...blank, f: content };
  if (typeof content === "string" && content.startsWith("'"))
    return { ...blank, ...textCell(content.slice(1)) };
  return { ...blank, ...gridValue(content) };
}
