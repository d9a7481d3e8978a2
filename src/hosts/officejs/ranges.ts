/** Reads, edits and shows places in the workbook. */

import type { Address, CellValue, ListSheet, RangeEdit, RangeReading } from "../port";
import { splitAddress } from "../../workbook/address";
import { inExcelWords } from "./excelErrors";
import { isListed, layList, sheetNames } from "./excelFormulas";
import { ExcelRequests } from "./excelRequests";

/** Range of an address or of a defined name. */
export function rangeAt(context: Excel.RequestContext, address: Address): Excel.Range {
  const { sheet, range } = splitAddress(address);
  return sheet === null
    ? context.workbook.names.getItem(range).getRange()
    : context.workbook.worksheets.getItem(sheet).getRange(range.replaceAll("$", ""));
}

/** Reads several ranges in one round trip. */
export async function readRanges(addresses: readonly Address[]): Promise<readonly RangeReading[]> {
  if (addresses.length === 0) return [];
  try {
    return await new ExcelRequests().batch((context) => {
      const ranges = addresses.map((address) => rangeAt(context, address).load("values,formulas"));
      return () =>
        ranges.map((range, index) => ({
          address: addresses[index] ?? "",
          values: range.values as CellValue[][],
          formulas: range.formulas as CellValue[][],
        }));
    });
  } catch (error) {
    throw inExcelWords(error);
  }
}

/** Writes into several ranges, and a list beside them, in one round trip. */
export async function editRanges(edits: readonly RangeEdit[], list?: ListSheet): Promise<void> {
  if (edits.length === 0 && list === undefined) return;
  try {
    const requests = new ExcelRequests();
    const there = list !== undefined && isListed(await sheetNames(requests), list);
    await requests.batch((context) => {
      for (const { address, contents } of edits)
        rangeAt(context, address).formulas = contents as unknown as string[][];
      if (list !== undefined) layList(context, list, there);
      return () => undefined;
    });
  } catch (error) {
    throw inExcelWords(error);
  }
}

/** Selects a place. */
export async function showRange(address: Address): Promise<void> {
  try {
    await new ExcelRequests().batch((context) => {
      const range = rangeAt(context, address);
      range.worksheet.activate();
      range.select();
      return () => undefined;
    });
  } catch (error) {
    throw inExcelWords(error);
  }
}
