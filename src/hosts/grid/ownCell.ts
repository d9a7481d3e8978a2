import type { Worksheet } from "@univerjs/core";
import type { CellPlan } from "../../workbook/plan";
import { isArrayFormula } from "./arrayFormula";
import { isFormula } from "./cellContent";
import type { GridBook } from "./gridBook";

/** A cell of a person's as a plan has it; null where there is nothing to write. Rows and columns count from 0. */
export function ownCell(
  book: GridBook,
  sheet: Worksheet,
  row: number,
  column: number,
  style: string,
): CellPlan | null {
  const [content, value] = [book.content(sheet, row, column), book.value(sheet, row, column)];
  if (content === "") return null;
  if (!isFormula(content)) return { value, style };
  const { rows, columns } = book.spill(sheet, row, column);
  const fills = rows * columns > 1 || isArrayFormula(String(content)) ? { rows, columns } : undefined;
  return {
    value: value === "" ? null : value,
    formula: String(content).slice(1),
    style,
    ...(fills && { fills }),
  };
}

/** The cells that a formula's answer fills beside its own, with their values. */
export function* filledByAnswer(
  book: GridBook,
  sheet: Worksheet,
  row: number,
  column: number,
): Generator<{ readonly row: number; readonly column: number; readonly value: CellPlan["value"] }> {
  const { rows, columns } = book.spill(sheet, row, column);
  for (let r = row; r < row + rows; r++)
    for (let c = column; c < column + columns; c++) {
      const value = book.value(sheet, r, c);
      if ((r !== row || c !== column) && value !== "") yield { row: r, column: c, value };
    }
}
