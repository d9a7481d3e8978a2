/** The in-memory workbook: plain data that the host objects read and write and that tests look at. */

import { type Area, contains, formatArea } from "./address";
import type { ChartRecord } from "./chartRecord";
import { renameSheets, type SheetRenaming } from "./sheetReferences";

/** What a cell can hold. */
export type Scalar = number | string | boolean;

/** Direct formatting of a cell by property path, e.g. "font.bold"; absent means Excel's default. */
export type Look = Record<string, unknown>;

/** One cell: `formula` has its leading "="; `value` is what it shows after calculation. */
export interface Cell {
  value: Scalar;
  formula: string;
  look: Look;
  link?: Readonly<Record<string, string>>;
  /** What a custom function answered for this cell. */
  answer?: Scalar;
}

/** Validation, conditional format, note and print set-up of a sheet, as the API was given them. */
export interface ValidationRecord {
  area: Area;
  rule: unknown;
  prompt: unknown;
  errorAlert: unknown;
}
export interface ConditionalFormatRecord {
  id: string;
  areas: readonly Area[];
  type: string;
  formula: string;
  look: Look;
}
export interface NoteRecord {
  author: string;
  content: string;
  visible: boolean;
}
export interface PrintRecord {
  orientation: string;
  paperSize: string;
  zoom: unknown;
  area: string | null;
  titleRows: string | null;
  titleColumns: string | null;
  headersFooters: Record<string, string>;
}

/** One worksheet. */
export class Sheet {
  readonly cells = new Map<number, Cell>();
  readonly columnWidths = new Map<number, number>();
  readonly rowHeights = new Map<number, number>();
  /** Levels of the outline by row and by column. */
  readonly outline = { ByRows: new Map<number, number>(), ByColumns: new Map<number, number>() };
  readonly notes = new Map<string, NoteRecord>();
  validations: ValidationRecord[] = [];
  conditionalFormats: ConditionalFormatRecord[] = [];
  charts: ChartRecord[] = [];
  frozen: Area | null = null;
  tabColor = "";
  visibility = "Visible";
  showGridlines = true;
  readonly print: PrintRecord = {
    orientation: "Portrait",
    paperSize: "Letter",
    zoom: { scale: 100 },
    area: null,
    titleRows: null,
    titleColumns: null,
    headersFooters: {},
  };

  constructor(
    readonly id: string,
    public name: string,
  ) {}

  /** The cell at a position, or undefined when it was never touched. */
  at(row: number, column: number): Cell | undefined {
    return this.cells.get(row * 16384 + column);
  }

  /** The cell at a position, made when it is not there. */
  touch(row: number, column: number): Cell {
    const key = row * 16384 + column;
    const found = this.cells.get(key);
    if (found) return found;
    const made: Cell = { value: "", formula: "", look: {} };
    this.cells.set(key, made);
    return made;
  }

  /** Rectangle around every cell with content (or, unless only values count, with formatting). */
  usedArea(valuesOnly = false): Area | null {
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    for (const [key, cell] of this.cells) {
      if (cell.value === "" && cell.formula === "" && (valuesOnly || Object.keys(cell.look).length === 0))
        continue;
      const row = Math.floor(key / 16384);
      const column = key % 16384;
      [top, left, bottom, right] = [
        Math.min(top, row),
        Math.min(left, column),
        Math.max(bottom, row),
        Math.max(right, column),
      ];
    }
    return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  /** Validation that covers a whole area. */
  validationOf(area: Area): ValidationRecord | undefined {
    return this.validations.filter((one) => contains(one.area, area)).at(-1);
  }
}

/** A defined name; the formula has its leading "=". */
export interface NameRecord {
  name: string;
  formula: string;
  comment: string;
  visible: boolean;
}

/** A workbook: sheets in tab order, names, custom XML parts, and what is selected. */
export class Book {
  readonly sheets: Sheet[] = [];
  readonly names = new Map<string, NameRecord>();
  readonly customXml = new Map<string, string>();
  calculationMode = "Automatic";
  /** Whether days are counted from 1904. */
  from1904 = false;
  active: Sheet;
  selection: Area = { row: 0, column: 0, rows: 1, columns: 1 };
  /** Counts changes to contents, so that calculation knows when it is stale. */
  revision = 0;
  private made = 0;

  constructor(firstSheet = "Sheet1") {
    this.active = this.addSheet(firstSheet);
  }

  /** A number nobody else in this workbook has, for ids. */
  nextId(): number {
    this.made += 1;
    return this.made;
  }

  addSheet(name: string): Sheet {
    const sheet = new Sheet(`{${String(this.nextId()).padStart(8, "0")}-0000-4000-8000-000000000000}`, name);
    this.sheets.push(sheet);
    this.revision += 1;
    return sheet;
  }

  sheet(name: string): Sheet | undefined {
    return this.sheets.find((one) => one.name.toLowerCase() === name.toLowerCase());
  }

  renameSheet(sheet: Sheet, name: string): void {
    const before = sheet.name.toLowerCase();
    sheet.name = name;
    this.rewrite((one) => (one.toLowerCase() === before ? name : one));
  }

  deleteSheet(sheet: Sheet): void {
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    if (this.active === sheet && this.sheets[0]) this.active = this.sheets[0];
    const gone = sheet.name.toLowerCase();
    this.rewrite((one) => (one.toLowerCase() === gone ? null : one));
  }

  /** Every formula of the workbook with its sheet references passed through a renaming. */
  private rewrite(renaming: SheetRenaming): void {
    this.revision += 1;
    for (const name of this.names.values()) name.formula = renameSheets(name.formula, renaming);
    for (const sheet of this.sheets) {
      for (const cell of sheet.cells.values())
        if (cell.formula.includes("!")) cell.formula = renameSheets(cell.formula, renaming);
      for (const format of sheet.conditionalFormats) format.formula = renameSheets(format.formula, renaming);
      for (const chart of sheet.charts)
        for (const series of chart.series) {
          series.values = renameSheets(series.values, renaming);
          series.categories = renameSheets(series.categories, renaming);
        }
    }
  }

  /** Content, formula and look of one cell, for assertions. */
  peek(sheetName: string, address: Area): Cell {
    const sheet = this.sheet(sheetName);
    if (!sheet)
      throw new Error(`No sheet ${sheetName}; there are ${this.sheets.map((one) => one.name).join(", ")}`);
    const cell = sheet.at(address.row, address.column);
    return cell ?? { value: "", formula: "", look: { untouched: formatArea(address) } };
  }
}
