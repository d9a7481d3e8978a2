/** Calculation of the in-memory workbook by an engine that is not ours. */

import type { Book, Scalar, Sheet } from "./book";
import { loadIronCalc, type IronModel } from "./ironCalc";

/** Brings the values of formula cells up to date with their formulas. */
export interface Calculation {
  refresh(book: Book): void;
  /** The book is closed. */
  end(): void;
}

/** Formulas keep the value they have: for tests that never look at one. */
export const noCalculation: Calculation = { refresh: () => undefined, end: () => undefined };

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

/** A model of the engine with what was put into it: sheets in order, defined names, and the input of each cell by sheet. */
interface Filled {
  readonly model: IronModel;
  readonly sheets: string[];
  readonly names: string;
  readonly inputs: Map<number, string>[];
}

/** Models of large workbooks that were closed: the next one of the same sheets begins with one of them, which saves it from putting in every cell. */
const closed: Filled[] = [];
const [KEPT, LARGE] = [2, 50_000];

/** IronCalc beside the book: only what changed since the last refresh is passed on. */
export class IronCalculation implements Calculation {
  private filled: Filled | null = null;
  private revision = -1;

  refresh(book: Book): void {
    if (book.revision === this.revision) return;
    const sheets = book.sheets.map(({ name }) => name);
    const names = JSON.stringify([...book.names.values()].map((one) => [one.name, one.formula]));
    if (this.filled?.names !== names || !follow(this.filled, sheets)) {
      this.end();
      this.filled = taken(sheets, names) ?? started(book, sheets, names);
    }
    const { model, inputs } = this.filled;
    model.pauseEvaluation();
    // A sheet that was taken away stands empty until it comes back.
    inputs.forEach((_, index) => feed(this.filled!, index, book.sheets[index]?.cells ?? new Map()));
    model.resumeEvaluation();
    model.evaluate();
    collect(book, model);
    this.revision = book.revision;
  }

  end(): void {
    if (this.filled === null) return;
    closed.push(this.filled);
    const size = this.filled.inputs.reduce((sum, { size: cells }) => sum + cells, 0);
    (size < LARGE ? closed.pop() : closed.length > KEPT ? closed.shift() : undefined)?.model.free();
    this.filled = null;
    this.revision = -1;
  }
}

/** A model of a workbook that was closed, with these names and with these sheets first. */
function taken(sheets: readonly string[], names: string): Filled | undefined {
  const place = closed.findIndex(
    (one) => one.names === names && sheets.every((name, index) => name === one.sheets[index]),
  );
  return place < 0 ? undefined : closed.splice(place, 1)[0];
}

function started(book: Book, sheets: readonly string[], names: string): Filled {
  const Model = loadIronCalc();
  const model = new Model("book", "en", "UTC", "en");
  model.renameSheet(0, "\u0001first");
  sheets.forEach((name, index) => {
    if (index > 0) model.newSheet();
    prepare(model, index, name);
  });
  for (const one of book.names.values())
    if (!one.formula.includes("#REF!")) model.newDefinedName(one.name, null, one.formula.replace(/^=/, ""));
  return { model, sheets: [...sheets], names, inputs: sheets.map(() => new Map()) };
}

/** Adds sheets at the end of a model, in place of those at the end that are no longer there; false where it takes more than that. */
function follow({ model, sheets: present, inputs }: Filled, sheets: readonly string[]): boolean {
  const apart = sheets.findIndex((name, index) => name !== present[index]);
  if (apart < 0) return true;
  if (present.slice(apart).some((name) => sheets.includes(name))) return false;
  for (let index = present.length - 1; index >= apart; index -= 1) model.deleteSheet(index);
  for (const _ of sheets.slice(apart)) model.newSheet();
  sheets.slice(apart).forEach((name, index) => prepare(model, apart + index, name));
  present.splice(apart, Infinity, ...sheets.slice(apart));
  inputs.splice(apart, Infinity, ...sheets.slice(apart).map(() => new Map<number, string>()));
  return true;
}

/** Puts what has changed on a sheet into the model. */
function feed({ model, inputs }: Filled, sheet: number, cells: Sheet["cells"]): void {
  const known = inputs[sheet]!;
  const put = (key: number, input: string): void => {
    known.set(key, input);
    model.setUserInput(sheet, Math.floor(key / 16384) + 1, (key % 16384) + 1, input);
  };
  for (const [key, cell] of cells) {
    const input = cell.answer === undefined ? asInput(cell.value, cell.formula) : asInput(cell.answer, "");
    if ((known.get(key) ?? "") !== input) put(key, input);
  }
  for (const [key, input] of known) if (input !== "" && !cells.has(key)) put(key, "");
}

/** Brings what the model calculated to the cells with formulas. */
function collect(book: Book, model: IronModel): void {
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
