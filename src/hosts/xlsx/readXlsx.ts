import { type Cell, type CellValue, readXlsx, type Sheet } from "hucre/xlsx";
import type { OwnStyles } from "../ownStyles";
import { cellText, parseCell } from "./cellAddress";
import { type FileSheetPlan, fileSheetPlan } from "./fileSheetPlan";

/** A cell read back: its (cached) value, errors as their text such as "#DIV/0!", dates as serial numbers. */
export interface ReadCell {
  readonly value: number | string | boolean | null;
  /** Formula text without the leading "="; empty where the file refers to the formula of a neighbour (shared formulas). */
  readonly formula?: string;
}

/** A sheet read back. */
export interface ReadSheet {
  readonly name: string;
  /** The cell at an A1 address; an empty cell has the value null. */
  cell(address: string): ReadCell;
  /** Addresses of all cells that hold something, row by row. */
  addresses(): string[];
  /** The sheet as a plan, looks and notes included, with its looks added to the styles; looks are there when the whole workbook was read. */
  plan(styles: OwnStyles): FileSheetPlan;
}

/** A workbook read back: sheets in tab order and workbook-wide names. */
export interface ReadWorkbook {
  readonly sheets: readonly ReadSheet[];
  /** Name → reference, e.g. KC_Scenario → 'Summary'!$C$4. */
  readonly names: ReadonlyMap<string, string>;
  /** The sheet of that name; an unknown name is an error that lists the known ones. */
  sheet(name: string): ReadSheet;
}

/** Reads an .xlsx file; anything else is refused in words that say what it seems to be. */
export function readWorkbook(bytes: Uint8Array): Promise<ReadWorkbook> {
  return read(bytes, false);
}

/** Reads an .xlsx file with the looks of its cells, which takes longer. */
export function readWholeWorkbook(bytes: Uint8Array): Promise<ReadWorkbook> {
  return read(bytes, true);
}

async function read(bytes: Uint8Array, looks: boolean): Promise<ReadWorkbook> {
  checkContainer(bytes);
  const file = await readXlsx(bytes, { readStyles: looks }).catch((cause: unknown) => {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`The workbook is damaged or not an .xlsx file: ${why}`, { cause });
  });
  const sheets = file.sheets.map((sheet) => readSheet(sheet, sheet.cells ?? new Map<string, Cell>()));
  const names = (file.namedRanges ?? []).filter((name) => name.scope === undefined);
  return {
    sheets,
    names: new Map(names.map((name) => [name.name, name.range])),
    sheet(name) {
      const found = sheets.find((sheet) => sheet.name === name);
      if (!found) throw new Error(`There is no sheet "${name}"; the sheets are ${sheets.map((s) => s.name).join(", ")}`);
      return found;
    },
  };
}

function readSheet(file: Sheet, cells: ReadonlyMap<string, Cell>): ReadSheet {
  const { name, rows } = file;
  const at = (row: number, column: number): ReadCell => {
    const detail = cells.get(`${String(row)},${String(column)}`);
    if (detail?.formula !== undefined) return { value: plain(detail.formulaResult ?? detail.value), formula: detail.formula };
    return { value: plain(rows[row]?.[column] ?? null) };
  };
  return {
    name,
    cell(address) {
      const { row, column } = parseCell(address);
      return at(row, column);
    },
    addresses: () =>
      rows.flatMap((row, r) =>
        row.flatMap((_, c) => {
          const cell = at(r, c);
          return cell.value === null && cell.formula === undefined ? [] : [cellText(r, c)];
        }),
      ),
    plan: (styles) => fileSheetPlan(file, at, styles),
  };
}

/** The file library turns numbers with a date format into dates; a workbook's own value is the serial number. */
function plain(value: CellValue): ReadCell["value"] {
  if (!(value instanceof Date)) return value;
  const days = (value.getTime() - Date.UTC(1899, 11, 31)) / 86_400_000;
  // Excel counts a 29 February 1900 that never was.
  return days >= 60 ? days + 1 : days;
}

function checkContainer(bytes: Uint8Array): void {
  if (bytes.byteLength === 0) throw new Error("The workbook is empty: 0 bytes");
  const start = [...bytes.subarray(0, 4)];
  const begins = (...sign: number[]): boolean => sign.every((byte, index) => start[index] === byte);
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) {
    throw new Error("The workbook is password-protected or in the old .xls format: save it as .xlsx without a password");
  }
  if (!begins(0x50, 0x4b)) throw new Error("The bytes are not an .xlsx workbook (no zip file)");
  const tail = bytes.subarray(Math.max(0, bytes.byteLength - 65_557));
  let ended = false;
  for (let at = tail.byteLength - 22; at >= 0 && !ended; at--) {
    ended = tail[at] === 0x50 && tail[at + 1] === 0x4b && tail[at + 2] === 5 && tail[at + 3] === 6;
  }
  if (!ended) throw new Error("The workbook is cut short: its end is missing (an interrupted download or copy?)");
}
