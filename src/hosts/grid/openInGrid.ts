import type { ICellData, IWorksheetData } from "@univerjs/core";
import type { WorkbookPlan } from "../../workbook/plan";
import type { CellValue } from "../port";
import { isFormula, typedContent } from "./cellContent";
import { editedCell } from "./cellEdits";
import { exchange } from "./exchange";
import type { GridBook } from "./gridBook";
import type { LiveModel } from "./liveModel";
import { ModelCells } from "./modelCells";
import type { PlacedContent } from "./ownContents";
import { planSnapshot } from "./planSnapshot";
import { gridValue, sheetIdOf } from "./planSheets";
import { showSheet } from "./showSheet";

/** A person's content that a file brings, as it would be typed; rows and columns count from 0. */
export interface FileContent {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly content: CellValue;
  readonly value: CellValue;
}

/**
 * Shows a workbook from a file in place of the present one: the shipped model, with the inputs of another plan and
 * a person's own contents laid over it, so that a later update still knows them as the person's.
 */
export function openInGrid(book: GridBook, live: LiveModel, shipped: WorkbookPlan, present: WorkbookPlan, contents: readonly FileContent[]): void {
  const cells = new ModelCells(shipped);
  const planned = new Map(shipped.sheets.map(({ name }) => [name, sheetIdOf(name)]));
  const snapshot = planSnapshot(present, ownSheets(contents.filter(({ sheet }) => !planned.has(sheet))), {});
  const kept: PlacedContent[] = [];
  for (const sheet of present.sheets) {
    const sheetId = sheetIdOf(sheet.name);
    sheet.rows.forEach((row, r) => row.cells.forEach((cell, c) => {
      const content = typedContent(cell?.value ?? null, cell?.formula);
      if (cells.isInput(sheetId, r, c) && !cells.holds(sheetId, r, c, content)) kept.push({ sheetId, row: r, column: c, content });
    }));
  }
  for (const { sheet, row, column, content, value } of contents) {
    const sheetId = planned.get(sheet);
    if (sheetId === undefined) continue;
    kept.push({ sheetId, row, column, content });
    const matrix = snapshot.sheets[sheetId]!.cellData!;
    (matrix[row] ??= {})[column] = cellOf(content, value);
  }
  exchange(book, live, () => {
    book.replace(snapshot);
    book.written = shipped;
    live.start(present, []);
    showSheet(book, sheetIdOf(present.activeSheet));
    if (kept.length > 0) live.refresh();
  });
}

function cellOf(content: CellValue, value: CellValue): ICellData {
  return { ...editedCell(content), ...(isFormula(content) ? gridValue(value) : {}) };
}

function ownSheets(contents: readonly FileContent[]): Partial<IWorksheetData>[] {
  const names = [...new Set(contents.map(({ sheet }) => sheet))];
  return names.map((name, index) => {
    const cellData: Record<number, Record<number, ICellData>> = {};
    const mine = contents.filter(({ sheet }) => sheet === name);
    for (const { row, column, content, value } of mine) (cellData[row] ??= {})[column] = cellOf(content, value);
    const last = (of: (cell: FileContent) => number): number => mine.reduce((most, cell) => Math.max(most, of(cell)), 0);
    const [rows, columns] = [last(({ row }) => row), last(({ column }) => column)];
    return { id: `own-${index}-${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}`, name, rowCount: rows + 100, columnCount: columns + 20, defaultColumnWidth: 72, defaultRowHeight: 18, cellData };
  });
}
