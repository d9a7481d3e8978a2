import type { ICellData, IObjectMatrixPrimitiveType, IUndoRedoItem, Worksheet } from "@univerjs/core";
import { RemoveSheetCommand } from "@univerjs/sheets";
import {
  cellAddress,
  onSheet,
  parseRectangle,
  type Rectangle,
  rectangleAddress,
} from "../../workbook/address";
import type { CellValue, FilledFormula, FormulaHost, ListSheet } from "../port";
import { addSheet } from "./addSheet";
import { editedCell, readCells, setCells } from "./cellEdits";
import type { GridBook } from "./gridBook";
import { DEFAULT_LOOK } from "./gridStyles";
import { showSheet } from "./showSheet";
import { textCell } from "./planSheets";
import type { UndoSteps } from "./undoSteps";

/** Formulas of the workbook in the grid; after an edit all `settle`. A list and the cells that it lists are one step of undo. */
export function gridFormulas(book: GridBook, steps: UndoSteps, settle: () => void): FormulaHost {
  const list: Half = { step: null };
  const cells: Half = { step: null };
  /** Freeze writes the list first and Relink the cells: the second half joins the first. */
  const asOne = async (half: Half, work: () => void): Promise<void> => {
    await Promise.resolve();
    const other = half === list ? cells : list;
    const step = steps.asOne(book.workbook().getUnitId(), work, other.step);
    [half.step, other.step] = other.step === null || step !== other.step ? [step, null] : [null, null];
    settle();
  };
  return {
    find: (wanted, except) =>
      Promise.resolve(
        book
          .workbook()
          .getSheets()
          .filter((sheet) => sheet.getName() !== except)
          .flatMap((sheet) => formulasOn(book, sheet, wanted)),
      ),
    look: (places) =>
      Promise.resolve(
        places.map(({ sheet, area }) =>
          book.sheetNamed(sheet) === null ? null : readCells(book, [onSheet(sheet, area)])[0]!,
        ),
      ),
    toValues: async (formulas, given) => {
      await asOne(list, () => writeList(book, given));
      await asOne(cells, () => {
        for (const { sheet, area, values } of formulas)
          fill(book, sheet, area, (row, column) => constantCell(values[row]![column]!));
      });
    },
    toFormulas: async (formulas, given) => {
      await asOne(cells, () => {
        for (const { sheet, area, formula } of formulas)
          fill(book, sheet, area, (row, column) => editedCell(row === 0 && column === 0 ? formula : ""));
      });
      await asOne(list, () => writeList(book, given));
    },
    readList: (name) => Promise.resolve(valuesOf(book, name)),
  };
}

/** One half of a freeze or relink: the step that it was, while the other half may follow. */
interface Half {
  step: IUndoRedoItem | null;
}

function formulasOn(book: GridBook, sheet: Worksheet, wanted: (formula: string) => boolean): FilledFormula[] {
  const found: FilledFormula[] = [];
  sheet.getCellMatrix().forValue((row, column) => {
    const formula = book.formula(sheet, row, column);
    if (formula === null || !wanted(formula)) return;
    const area = rectangleAddress(book.spill(sheet, row, column));
    const { values } = readCells(book, [onSheet(sheet.getName(), area)])[0]!;
    found.push({ sheet: sheet.getName(), cell: cellAddress(row + 1, column + 1), area, formula, values });
  });
  return found;
}

function fill(
  book: GridBook,
  sheetName: string,
  range: string,
  cellAt: (row: number, column: number) => ICellData,
): void {
  const { sheet, area } = book.area(onSheet(sheetName, range));
  setCells(book, sheet.getSheetId(), area, matrixOf(area, cellAt));
}

function matrixOf(
  { row, column, rows, columns }: Rectangle,
  cellAt: (row: number, column: number) => ICellData,
): IObjectMatrixPrimitiveType<ICellData> {
  const cells = (down: number): Record<number, ICellData> =>
    Object.fromEntries(
      Array.from({ length: columns }, (_, across) => [column - 1 + across, cellAt(down, across)]),
    );
  return Object.fromEntries(Array.from({ length: rows }, (_, down) => [row - 1 + down, cells(down)]));
}

/** A cell that holds a value and never reads it as anything else. */
function constantCell(value: CellValue): ICellData {
  return typeof value === "string" && value !== ""
    ? { ...editedCell(""), ...textCell(value) }
    : editedCell(value);
}

function valuesOf(book: GridBook, name: string): readonly (readonly CellValue[])[] {
  const sheet = book.sheetNamed(name);
  if (sheet === null) return [];
  const { rows, columns } = book.used(sheet);
  return rows === 0
    ? []
    : readCells(book, [onSheet(sheet.getName(), rectangleAddress({ row: 1, column: 1, rows, columns }))])[0]!
        .values;
}

const BOLD = { bl: 1 } as const;

function removeList(book: GridBook, name: string): void {
  const sheet = book.sheetNamed(name);
  if (sheet === null) return;
  book.commands.syncExecuteCommand(RemoveSheetCommand.id, {
    unitId: book.workbook().getUnitId(),
    subUnitId: sheet.getSheetId(),
  });
}

/** Writes a list into its sheet, which comes after all others where it is not there yet; without rows its sheet is removed. */
export function writeList(book: GridBook, { name, rows, bold, widths }: ListSheet): void {
  if (rows.length === 0) return removeList(book, name);
  const [there, workbook] = [book.sheetNamed(name), book.workbook()];
  const cellAt = (row: number, column: number): ICellData => ({
    ...constantCell(rows[row]?.[column] ?? ""),
    s: bold.includes(row) ? BOLD : null,
  });
  const columns = rows[0]!.length;
  if (there !== null) {
    // Rows of a longer list of before are emptied too.
    const area = { row: 1, column: 1, rows: Math.max(rows.length, book.used(there).rows), columns };
    fill(book, name, rectangleAddress(area), cellAt);
    return;
  }
  const front = workbook.getActiveSheet(true)?.getSheetId();
  addSheet(book, {
    name,
    defaultStyle: DEFAULT_LOOK,
    rowCount: rows.length + 100,
    defaultColumnWidth: 72,
    defaultRowHeight: 18,
    columnData: Object.fromEntries(widths.map((width, index) => [index, { w: Math.round(width * 7 + 5) }])),
    cellData: matrixOf(parseRectangle(`A1:${cellAddress(rows.length, columns)}`)!, cellAt),
  });
  if (front !== undefined) showSheet(book, front);
}
