/** Formulas of the open workbook as values and back, for Freeze and Relink. */

import type { CellValue, FilledFormula, FormulaHost, ListSheet } from "../port";
import { cellAddress, parseRectangle, rectangleAddress, splitAddress } from "../../workbook/address";
import { inExcelWords } from "./excelErrors";
import { ExcelRequests } from "./excelRequests";
import { excelHas } from "./requirements";
import { columnPoints } from "./sheetSteps";

/** Formulas of the workbook that is open in Excel. */
export function excelFormulas(): FormulaHost {
  return {
    find: inWords(find),
    look: inWords(look),
    toValues: inWords(toValues),
    toFormulas: inWords(toFormulas),
    readList: inWords(readList),
  };
}

function inWords<Given extends unknown[], Result>(
  work: (requests: ExcelRequests, ...given: Given) => Promise<Result>,
): (...given: Given) => Promise<Result> {
  return async (...given) => {
    try {
      return await work(new ExcelRequests(), ...given);
    } catch (error) {
      throw inExcelWords(error);
    }
  };
}

/** Names of the sheets of the workbook. */
export async function sheetNames(requests: ExcelRequests): Promise<readonly string[]> {
  return requests.batch((context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/name");
    return () => worksheets.items.map(({ name }) => name);
  });
}

async function find(
  requests: ExcelRequests,
  wanted: (formula: string) => boolean,
  except: string,
): Promise<readonly FilledFormula[]> {
  const names = (await sheetNames(requests)).filter((name) => name !== except);
  const found = await requests.batch((context) => {
    const used = names.map((name) =>
      context.workbook.worksheets
        .getItem(name)
        .getUsedRangeOrNullObject(true)
        .load("address,formulas,values"),
    );
    return () =>
      used.flatMap((range, index) => (range.isNullObject ? [] : formulasIn(names[index]!, range, wanted)));
  });
  return withSpills(requests, found);
}

function formulasIn(
  sheet: string,
  range: Excel.Range,
  wanted: (formula: string) => boolean,
): readonly FilledFormula[] {
  const start = parseRectangle(splitAddress(range.address).range)!;
  return (range.formulas as CellValue[][]).flatMap((row, down) =>
    row.flatMap((formula, across) => {
      if (typeof formula !== "string" || !wanted(formula)) return [];
      const cell = cellAddress(start.row + down, start.column + across);
      return [{ sheet, cell, formula, area: cell, values: [[range.values[down]![across] as CellValue]] }];
    }),
  );
}

/** The formulas with the whole area that each fills; Excel without dynamic arrays (before ExcelApi 1.12) fills one cell. */
async function withSpills(
  requests: ExcelRequests,
  found: readonly FilledFormula[],
): Promise<readonly FilledFormula[]> {
  if (found.length === 0 || !excelHas("1.12")) return found;
  return requests.batch((context) => {
    const spills = found.map(({ sheet, cell }) =>
      context.workbook.worksheets
        .getItem(sheet)
        .getRange(cell)
        .getSpillingToRangeOrNullObject()
        .load("address,values"),
    );
    return () =>
      found.map((formula, index) => {
        const spill = spills[index]!;
        return spill.isNullObject
          ? formula
          : {
              ...formula,
              area: rectangleAddress(parseRectangle(splitAddress(spill.address).range)!),
              values: spill.values as CellValue[][],
            };
      });
  });
}

async function look(
  requests: ExcelRequests,
  places: readonly Pick<FilledFormula, "sheet" | "area">[],
): Promise<readonly (Pick<Excel.Range, "values" | "formulas"> | null)[]> {
  const names = new Set((await sheetNames(requests)).map((name) => name.toLowerCase()));
  return requests.batch((context) => {
    const ranges = places.map(({ sheet, area }) =>
      names.has(sheet.toLowerCase())
        ? context.workbook.worksheets.getItem(sheet).getRange(area).load("values,formulas")
        : null,
    );
    return () =>
      ranges.map(
        (range) =>
          range && { values: range.values as CellValue[][], formulas: range.formulas as CellValue[][] },
      );
  });
}

async function toValues(
  requests: ExcelRequests,
  formulas: readonly FilledFormula[],
  list: ListSheet,
): Promise<void> {
  const there = isListed(await sheetNames(requests), list);
  await requests.batch((context) => {
    // The list first, so that a failure between the two loses no formula.
    layList(context, list, there);
    for (const { sheet, area, values } of formulas)
      context.workbook.worksheets.getItem(sheet).getRange(area).values = values.map((row) =>
        row.map(asConstant),
      );
    return () => undefined;
  });
}

async function toFormulas(
  requests: ExcelRequests,
  formulas: readonly Omit<FilledFormula, "values">[],
  list: ListSheet,
): Promise<void> {
  const there = isListed(await sheetNames(requests), list);
  await requests.batch((context) => {
    for (const { sheet, area, formula } of formulas) {
      // In one step, so that no failure leaves the cells empty: the formula in the first cell, and room for it to spill.
      const { rows, columns } = parseRectangle(area)!;
      const room = Array.from({ length: rows }, () => Array.from({ length: columns }, () => ""));
      room[0]![0] = formula;
      context.workbook.worksheets.getItem(sheet).getRange(area).formulas = room;
    }
    // The list last, for the same reason.
    layList(context, list, there);
    return () => undefined;
  });
}

async function readList(requests: ExcelRequests, name: string): Promise<readonly (readonly CellValue[])[]> {
  return requests.batch((context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    const used = sheet.getUsedRangeOrNullObject(true).load("values");
    return () => (sheet.isNullObject || used.isNullObject ? [] : (used.values as CellValue[][]));
  });
}

/** Whether the sheet of a list is among some sheets. */
export function isListed(names: readonly string[], { name }: ListSheet): boolean {
  return names.some((each) => each.toLowerCase() === name.toLowerCase());
}

/** Puts a list into its sheet, or into a new one where it is not there, with the other requests of a batch; without rows its sheet is deleted. */
export function layList(
  context: Excel.RequestContext,
  { name, rows, bold, widths }: ListSheet,
  there: boolean,
): void {
  const { worksheets } = context.workbook;
  if (rows.length === 0) {
    if (there) worksheets.getItem(name).delete();
    return;
  }
  const sheet = there ? worksheets.getItem(name) : worksheets.add(name);
  if (there) sheet.getRange().clear("Contents");
  const area = { row: 1, column: 1, rows: rows.length, columns: rows[0]!.length };
  sheet.getRange(rectangleAddress(area)).values = rows.map((row) => row.map(asConstant));
  for (const row of bold)
    sheet.getRange(rectangleAddress({ ...area, row: row + 1, rows: 1 })).format.font.bold = true;
  widths.forEach((width, column) => {
    sheet.getRange(rectangleAddress({ row: 1, column: column + 1, rows: 1, columns: 1 })).format.columnWidth =
      columnPoints(width);
  });
}

/** A value as a constant: a text that Excel would read as a formula, number or date has an apostrophe before it; an error value stays one. */
function asConstant(value: CellValue): CellValue {
  return typeof value === "string" && value !== "" && !value.startsWith("#") ? `'${value}` : value;
}
