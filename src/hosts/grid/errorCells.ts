import { cellAddress } from "../../workbook/address";
import type { Deviations } from "../port";
import type { PlanCell } from "./dependents";
import type { GridBook } from "./gridBook";

/** What an error value of a spreadsheet looks like. */
const ERROR = /^#(?:N\/A|NAME\?|VALUE!|REF!|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|CYCLE!|ERROR!|CONNECT!)$/;

/** Whether a value is an error value of a spreadsheet, such as #N/A. */
export function isErrorValue(value: unknown): value is string {
  return typeof value === "string" && ERROR.test(value);
}

/** Those of the model's cells that show an error value, under the present names of their sheets. */
export function errorsIn(book: GridBook, cells: Iterable<PlanCell>): Deviations["errors"] {
  const found: Deviations["errors"][number][] = [];
  for (const { sheet: name, row, column } of cells) {
    const sheet = book.sheetOfPlan(name);
    const value = sheet === null ? "" : book.value(sheet, row, column);
    if (sheet !== null && isErrorValue(value))
      found.push({ sheet: sheet.getName(), cell: cellAddress(row + 1, column + 1), value });
  }
  return found;
}
