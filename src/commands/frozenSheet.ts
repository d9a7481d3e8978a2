import type { ExcelRequests } from "../hosts/officejs/excelRequests";
import { rectangleAddress } from "../hosts/a1";
import type { CellValue } from "../hosts/port";
import { FROZEN_SHEET, frozenRows, readFrozenRows, type FrozenFormula } from "./frozenList";

/** The formulas listed in the workbook; none when it has no such sheet. */
export async function readFrozenSheet(requests: ExcelRequests): Promise<readonly FrozenFormula[]> {
  const rows = await requests.batch((context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(FROZEN_SHEET);
    const used = sheet.getUsedRangeOrNullObject(true).load("values");
    return () => (sheet.isNullObject || used.isNullObject ? [] : (used.values as CellValue[][]));
  });
  return readFrozenRows(rows);
}

/** Writes the list into its visible sheet, which is made at the end of the workbook when it is not there. */
export async function writeFrozenSheet(requests: ExcelRequests, list: readonly FrozenFormula[]): Promise<void> {
  const there = await requests.batch((context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(FROZEN_SHEET).load("name");
    return () => !sheet.isNullObject;
  });
  const rows = frozenRows(list);
  await requests.batch((context) => {
    const { worksheets } = context.workbook;
    const sheet = there ? worksheets.getItem(FROZEN_SHEET) : worksheets.add(FROZEN_SHEET);
    if (there) sheet.getRange().clear("Contents");
    const area = { row: 1, column: 1, rows: rows.length, columns: rows[0]!.length };
    sheet.getRange(rectangleAddress(area)).values = rows;
    sheet.getRange("A1").format.font.bold = true;
    sheet.getRange(rectangleAddress({ ...area, row: 3, rows: 1 })).format.font.bold = true;
    [120, 60, 90, 360, 90, 240].forEach((width, column) => {
      sheet.getRange(rectangleAddress({ row: 1, column: column + 1, rows: 1, columns: 1 })).format.columnWidth = width;
    });
    return () => undefined;
  });
}

/** Takes the sheet out of the workbook. */
export async function removeFrozenSheet(requests: ExcelRequests): Promise<void> {
  await requests.batch((context) => {
    context.workbook.worksheets.getItem(FROZEN_SHEET).delete();
    return () => undefined;
  });
}
