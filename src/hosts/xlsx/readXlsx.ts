import { type Cell, type CellValue, readXlsx, type Sheet } from "hucre/xlsx";
import type { OwnStyles } from "../ownStyles";
import { cellAddress, parseCell } from "../../workbook/address";
import { type FileSheetPlan, fileSheetPlan } from "./fileSheetPlan";
import { movedFormula } from "./sharedFormula";
import { unpackWorkbook } from "./unpackWorkbook";

/** Bytes of the largest file that is read. */
const LARGEST = 64 * 1024 * 1024;
const LONGEST_REASON = 300;

/** A cell read back: its (cached) value, errors as their text such as "#DIV/0!", dates as serial numbers. */
export interface ReadCell {
  readonly value: number | string | boolean | null;
  /** Formula text without the leading "="; empty where the file refers to a neighbour's formula that it lacks. */
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
  /** True when the file carries macros, which are not read. */
  readonly macros: boolean;
  /** How many other workbooks or programs the file links to; none is asked for anything. */
  readonly links: number;
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
  const { file, macros, links } = await parsed(bytes, looks).catch((cause: unknown) => {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`The workbook is damaged or not an .xlsx file: ${why.slice(0, LONGEST_REASON)}`, {
      cause,
    });
  });
  const sheets = file.sheets.map((sheet) => readSheet(sheet, sheet.cells ?? new Map<string, Cell>()));
  const names = (file.namedRanges ?? []).filter((name) => name.scope === undefined);
  return {
    sheets,
    names: new Map(names.map((name) => [name.name, name.range])),
    macros,
    links,
    sheet(name) {
      const found = sheets.find((sheet) => sheet.name === name);
      if (!found)
        throw new Error(
          `There is no sheet "${name}"; the sheets are ${sheets.map((s) => s.name).join(", ")}`,
        );
      return found;
    },
  };
}

async function parsed(bytes: Uint8Array, looks: boolean) {
  const { bytes: parts, macros, links } = unpackWorkbook(bytes);
  return { file: await readXlsx(parts, { readStyles: looks }), macros, links };
}

function readSheet(file: Sheet, cells: ReadonlyMap<string, Cell>): ReadSheet {
  const { name, rows } = file;
  const shared = sharedFormulas(cells);
  const at = (row: number, column: number): ReadCell => {
    const detail = cells.get(`${String(row)},${String(column)}`);
    if (detail?.formula !== undefined) {
      const origin = detail.formula === "" ? shared.get(detail.formulaSharedIndex ?? -1) : undefined;
      return {
        value: plain(detail.formulaResult ?? detail.value),
        formula: origin
          ? movedFormula(origin.formula, row - origin.row, column - origin.column)
          : detail.formula,
      };
    }
    return { value: plain(rows[row]?.[column] ?? null) };
  };
  return {
    name,
    cell(address) {
      const { row, column } = parseCell(address);
      return at(row - 1, column - 1);
    },
    addresses: () =>
      rows.flatMap((row, r) =>
        row.flatMap((_, c) => {
          const cell = at(r, c);
          return cell.value === null && cell.formula === undefined ? [] : [cellAddress(r + 1, c + 1)];
        }),
      ),
    plan: (styles) => fileSheetPlan(file, at, styles),
  };
}

interface SharedFormula {
  readonly formula: string;
  readonly row: number;
  readonly column: number;
}

/** Formulas that are written once for several cells, by their number in the file. */
function sharedFormulas(cells: ReadonlyMap<string, Cell>): ReadonlyMap<number, SharedFormula> {
  const shared = new Map<number, SharedFormula>();
  for (const [place, { formula, formulaType, formulaSharedIndex }] of cells) {
    if (formulaType !== "shared" || formulaSharedIndex === undefined || !formula) continue;
    const [row, column] = place.split(",").map(Number) as [number, number];
    shared.set(formulaSharedIndex, { formula, row, column });
  }
  return shared;
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
  if (bytes.byteLength > LARGEST)
    throw new Error(`The workbook is too large: more than ${LARGEST / 1024 / 1024} MB`);
  const begins = (...sign: number[]): boolean => sign.every((byte, index) => bytes[index] === byte);
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) {
    throw new Error(
      "The workbook is password-protected or in the old .xls format: save it as .xlsx without a password",
    );
  }
  if (!begins(0x50, 0x4b)) throw new Error("The bytes are not an .xlsx workbook (no zip file)");
}
