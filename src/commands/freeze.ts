import { ExcelRequests } from "../hosts/officejs/excelRequests";
import { cellAddress, parseRectangle, rectangleAddress, splitAddress } from "../hosts/a1";
import { excelHas } from "../hosts/officejs/requirements";
import { dataHash } from "../hosts/officejs/textHash";
import type { CellValue } from "../hosts/port";
import type { RibbonMessage } from "../hosts/ribbonMessages";
import { FROZEN_SHEET, mergedList, type FrozenFormula } from "./frozenList";
import { readFrozenSheet, writeFrozenSheet } from "./frozenSheet";
import { callsKc, isWithoutAnswer } from "./kcFormulas";

interface KcCell {
  readonly sheet: string;
  readonly cell: string;
  readonly formula: string;
  readonly area: string;
  readonly values: readonly (readonly CellValue[])[];
}

/** Turns every KC formula of the workbook into its value and lists the formulas on a visible sheet, which is written first. */
export async function freezeFormulas(): Promise<RibbonMessage> {
  const requests = new ExcelRequests();
  const cells = await withSpills(requests, await kcCells(requests));
  const waiting = cells.filter(({ values }) => values.some((row) => row.some(isWithoutAnswer)));
  const ready = cells.filter((cell) => !waiting.includes(cell));
  if (ready.length > 0) {
    const list = ready.map(({ sheet, cell, area, formula, values }): FrozenFormula => ({ sheet, cell, area, formula, fingerprint: dataHash(values), remark: "" }));
    await writeFrozenSheet(requests, mergedList(await readFrozenSheet(requests), list));
    await requests.batch((context) => {
      for (const { sheet, area, values } of ready) context.workbook.worksheets.getItem(sheet).getRange(area).values = values.map((row) => row.map(asConstant));
      return () => undefined;
    });
  }
  return words(ready, waiting);
}

function words(ready: readonly KcCell[], waiting: readonly KcCell[]): RibbonMessage {
  const count = (number: number): string => `${number} KC ${number === 1 ? "formula" : "formulas"}`;
  if (waiting.length > 0) {
    const places = waiting.slice(0, 5).map(({ sheet, cell }) => `${sheet}!${cell}`).join(", ");
    return { kind: "warning", title: `${count(ready.length)} frozen; ${count(waiting.length)} had no value yet: ${places}.`, wayOut: "Wait until the cells show a value, or recalculate, then freeze again." };
  }
  if (ready.length === 0) return { kind: "done", title: "No cell calls a KC function.", wayOut: "There is nothing to freeze: the workbook opens anywhere as it is." };
  return { kind: "done", title: `${count(ready.length)} frozen to values.`, wayOut: `The sheet "${FROZEN_SHEET}" lists them; Relink brings them back.` };
}

async function kcCells(requests: ExcelRequests): Promise<readonly KcCell[]> {
  const names = await requests.batch((context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/name");
    return () => worksheets.items.map(({ name }) => name).filter((name) => name !== FROZEN_SHEET);
  });
  return requests.batch((context) => {
    const used = names.map((name) => context.workbook.worksheets.getItem(name).getUsedRangeOrNullObject(true).load("address,formulas,values"));
    return () => used.flatMap((range, index) => (range.isNullObject ? [] : cellsOf(names[index]!, range)));
  });
}

function cellsOf(sheet: string, range: Excel.Range): readonly KcCell[] {
  const start = parseRectangle(splitAddress(range.address).range)!;
  return (range.formulas as CellValue[][]).flatMap((row, down) =>
    row.flatMap((formula, across) => {
      if (!callsKc(formula)) return [];
      const cell = cellAddress(start.row + down, start.column + across);
      return [{ sheet, cell, formula, area: cell, values: [[range.values[down]![across] as CellValue]] }];
    }),
  );
}

/** The cells with the whole area that each fills; Excel without dynamic arrays (before ExcelApi 1.12) fills one cell. */
async function withSpills(requests: ExcelRequests, cells: readonly KcCell[]): Promise<readonly KcCell[]> {
  if (cells.length === 0 || !excelHas("1.12")) return cells;
  return requests.batch((context) => {
    const spills = cells.map(({ sheet, cell }) => context.workbook.worksheets.getItem(sheet).getRange(cell).getSpillingToRangeOrNullObject().load("address,values"));
    return () => cells.map((cell, index) => {
      const spill = spills[index]!;
      return spill.isNullObject ? cell : { ...cell, area: rectangleAddress(parseRectangle(splitAddress(spill.address).range)!), values: spill.values as CellValue[][] };
    });
  });
}

/** A value as a constant: a text that Excel would read as a formula, number or date has an apostrophe before it; an error value stays one. */
function asConstant(value: CellValue): CellValue {
  return typeof value === "string" && value !== "" && !value.startsWith("#") ? `'${value}` : value;
}
