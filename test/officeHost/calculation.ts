/** Calculation of the in-memory workbook by an engine that is not ours. */

import type { Book, Scalar } from "./book";
import { loadIronCalc, type IronModel } from "./ironCalc";

/** Brings the values of formula cells up to date with their formulas. */
export interface Calculation {
  refresh(book: Book): void;
}

/** Formulas keep the value they have: for tests that never look at one. */
export const noCalculation: Calculation = { refresh: () => undefined };

const numberType = 1;
const booleanType = 4;
/** Fifteen significant digits whatever the cell's own format is. */
const styledColumns = 120;
const fullPrecision = "0.00000000000000E+00";

/**
 * A formula as the engine is to take it: set as `formulas` an INDEX gives one value, as "@" says. Without it the engine takes
 * each for one that may spill, and calculates the whole book anew for every one of them. A whole row or column (0) stays a range.
 */
const givingOneValue = (formula: string): string =>
  formula.replaceAll(/(?<![@\w.])INDEX\((?![^()]*,0[,)])/g, "@INDEX(");

function asInput(value: Scalar, formula: string): string {
  if (formula !== "") return givingOneValue(formula);
  if (typeof value === "string") return value === "" ? "" : `'${value}`;
  return typeof value === "boolean" ? String(value).toUpperCase() : String(value);
}

function prepare(model: IronModel, sheet: number, name: string): void {
  model.renameSheet(sheet, name);
  model.updateRangeStyle(
    { sheet, row: 1, column: 1, width: styledColumns, height: 1048576 },
    "num_fmt",
    fullPrecision,
  );
}

/** IronCalc beside the book: only what changed since the last refresh is passed on. */
export class IronCalculation implements Calculation {
  private model: IronModel | null = null;
  private sheetIds: string[] = [];
  private names = "";
  private inputs = new Map<string, Map<number, string>>();
  private revision = -1;

  refresh(book: Book): void {
    if (book.revision === this.revision) return;
    const layout = book.sheets.map((sheet) => sheet.id + sheet.name);
    const names = JSON.stringify([...book.names.values()].map((one) => [one.name, one.formula]));
    if (!this.model || names !== this.names || !this.follow(book, layout)) this.start(book, layout, names);
    const model = this.model as IronModel;
    model.pauseEvaluation();
    for (const [index, sheet] of book.sheets.entries()) {
      const known = this.inputs.get(sheet.id) ?? new Map<number, string>();
      this.inputs.set(sheet.id, known);
      for (const [key, cell] of sheet.cells) {
        const input =
          cell.answer === undefined ? asInput(cell.value, cell.formula) : asInput(cell.answer, "");
        if ((known.get(key) ?? "") === input) continue;
        known.set(key, input);
        model.setUserInput(index, Math.floor(key / 16384) + 1, (key % 16384) + 1, input);
      }
    }
    model.resumeEvaluation();
    model.evaluate();
    this.collect(book, model);
    this.revision = book.revision;
  }

  /** Takes away sheets at the end and adds new ones there; false where it takes more than that. */
  private follow(book: Book, layout: string[]): boolean {
    const model = this.model as IronModel;
    const apart = layout.findIndex((sheet, index) => sheet !== this.sheetIds[index]);
    const same = apart < 0 ? layout.length : apart;
    if (same < layout.length && same < this.sheetIds.length) return false;
    for (let index = this.sheetIds.length - 1; index >= same; index -= 1) model.deleteSheet(index);
    for (const sheet of book.sheets.slice(same)) {
      model.newSheet();
      this.inputs.delete(sheet.id);
    }
    book.sheets.forEach((sheet, index) => {
      if (index >= same) prepare(model, index, sheet.name);
    });
    this.sheetIds = layout;
    return true;
  }

  private start(book: Book, layout: string[], names: string): void {
    this.model?.free();
    const Model = loadIronCalc();
    const model = new Model("book", "en", "UTC", "en");
    this.model = model;
    this.inputs = new Map();
    this.sheetIds = layout;
    this.names = names;
    model.renameSheet(0, "\u0001first");
    book.sheets.forEach((sheet, index) => {
      if (index > 0) model.newSheet();
      prepare(model, index, sheet.name);
    });
    for (const one of book.names.values())
      if (!one.formula.includes("#REF!")) model.newDefinedName(one.name, null, one.formula.replace(/^=/, ""));
  }

  private collect(book: Book, model: IronModel): void {
    for (const [index, sheet] of book.sheets.entries())
      for (const [key, cell] of sheet.cells) {
        if (cell.formula === "") continue;
        if (cell.answer !== undefined) {
          cell.value = cell.answer;
          continue;
        }
        const row = Math.floor(key / 16384) + 1;
        const column = (key % 16384) + 1;
        const shown = model.getFormattedCellValue(index, row, column);
        const type = model.getCellType(index, row, column);
        cell.value = type === numberType ? Number(shown) : type === booleanType ? shown === "TRUE" : shown;
      }
  }
}
