import type { ICellData, IWorkbookData } from "@univerjs/core";
import type { WorkbookPlan } from "../../workbook/plan";
import type { FileParts } from "../opening/fileParts";
import type { CellValue } from "../port";
import { isFormula, typedContent } from "./cellContent";
import { editedCell } from "./cellEdits";
import { exchange } from "./exchange";
import type { GridBook } from "./gridBook";
import { gridStyles } from "./gridStyles";
import type { LiveModel } from "./liveModel";
import { ModelCells } from "./modelCells";
import { planResources } from "./planResources";
import { planSnapshot } from "./planSnapshot";
import { gridSheet, gridValue, sheetIdOf } from "./planSheets";
import { showSheet } from "./showSheet";

/**
 * Shows a workbook from a file in place of the present one: the shipped model, with the inputs of another plan and
 * a person's own parts laid over it, so that a later update still knows them as the person's.
 */
export function openInGrid(
  book: GridBook,
  live: LiveModel,
  shipped: WorkbookPlan,
  present: WorkbookPlan,
  parts: FileParts,
): void {
  const snapshot = snapshotOf(present, parts);
  for (const { sheet, contents, looks, widths, heights } of parts.onModel) {
    const data = snapshot.sheets[sheetIdOf(sheet)]!;
    const matrix = data.cellData!;
    for (const { row, column, content, value, style } of contents)
      (matrix[row] ??= {})[column] = { ...cellOf(content, value), ...(style !== "" && { s: style }) };
    for (const { row, column, style } of looks) {
      const line = (matrix[row] ??= {});
      line[column] = { ...line[column], s: style };
    }
    for (const [index, width] of widths)
      data.columnData = { ...data.columnData, [index]: { w: Math.round(width * 7 + 5) } };
    for (const [index, height] of heights)
      data.rowData = { ...data.rowData, [index]: { h: Math.round((height * 4) / 3), ia: 0 } };
  }
  const kept = parts.onModel.flatMap(({ sheet, contents }) =>
    contents.map(({ row, column, content }) => ({ sheetId: sheetIdOf(sheet), row, column, content })),
  );
  exchange(book, live, () => {
    book.replace(snapshot);
    book.written = shipped;
    live.start(present, kept);
    showSheet(book, sheetIdOf(present.activeSheet));
    if (parts.sheets.length > 0 || kept.length > 0 || inputsDiffer(shipped, present)) live.refresh();
  });
}

function snapshotOf(present: WorkbookPlan, { onModel, sheets, styles, names }: FileParts): IWorkbookData {
  const notesOf = new Map(onModel.map(({ sheet, notes }) => [sheet, notes]));
  const whole = {
    ...present,
    names: [...present.names, ...names],
    sheets: [
      ...present.sheets.map((sheet) => ({ ...sheet, notes: notesOf.get(sheet.name) ?? sheet.notes })),
      ...sheets,
    ],
  };
  const ids = new Map(sheets.map(({ name }, index) => [name, `own-${index}`]));
  const looks = gridStyles(styles);
  return planSnapshot(
    present,
    sheets.map((sheet) => gridSheet(sheet, looks, ids.get(sheet.name))),
    looks,
    planResources(whole, (name) => ids.get(name) ?? sheetIdOf(name)),
  );
}

function inputsDiffer(shipped: WorkbookPlan, present: WorkbookPlan): boolean {
  const cells = new ModelCells(shipped);
  return present.sheets.some(({ name, rows }) =>
    rows.some((row, r) =>
      row.cells.some(
        (cell, c) =>
          cells.isInput(sheetIdOf(name), r, c) &&
          !cells.holds(sheetIdOf(name), r, c, typedContent(cell?.value ?? null, cell?.formula)),
      ),
    ),
  );
}

function cellOf(content: CellValue, value: CellValue): ICellData {
  return { ...editedCell(content), ...(isFormula(content) ? gridValue(value) : {}) };
}
