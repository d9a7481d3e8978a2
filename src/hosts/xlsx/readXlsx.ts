import { say, told } from "../../words";
import { type Cell, type CellValue, readXlsx, type Sheet } from "hucre/xlsx";
import type { OwnStyles } from "../ownStyles";
import { cellAddress, parseCell } from "../../workbook/address";
import { colourReader, type ColourReader } from "./fileColours";
import { type FileFrame, fileFrame, type FileSheetPlan, fileSheetPlan } from "./fileSheetPlan";
import { lookReader } from "./lookReader";
import type { ReadLook } from "./readStyle";
import { richTexts } from "./richTexts";
import { type SheetSurvey, surveySheet } from "./sheetSurvey";
import { movedFormula } from "./sharedFormula";
import { unpackWorkbook, type UnpackedWorkbook } from "./unpackWorkbook";
import { surveyWorkbook, type WorkbookSurvey } from "./workbookSurvey";

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
  /** The look of the cell at an A1 address; looks are there when the whole workbook was read. */
  look(address: string): ReadLook;
  /** Addresses of all cells that have a look of their own, empty ones included; there when the whole workbook was read. */
  dressed(): string[];
  /** What its XML says beside contents and looks. */
  survey(): SheetSurvey;
  /** Its notes and the sizes of its rows and columns. */
  frame(): FileFrame;
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
  /** What its workbook part says, names that only one sheet knows included. */
  readonly survey: WorkbookSurvey;
  /** Paths of all parts of the file. */
  readonly paths: readonly string[];
  /** The sheet of that name; an unknown name is an error that lists the known ones. */
  sheet(name: string): ReadSheet;
}

/** Reads an .xlsx file; anything else is refused in words that say what it seems to be. */
export function readWorkbook(bytes: Uint8Array): Promise<ReadWorkbook> {
  return read(bytes, false);
}

/** Reads an .xlsx file with the looks of its cells, which takes longer; one with a number that is none is refused, and its place said. */
export async function readWholeWorkbook(bytes: Uint8Array): Promise<ReadWorkbook> {
  const workbook = await read(bytes, true);
  for (const sheet of workbook.sheets) {
    const [wrong] = sheet.survey().notNumbers;
    if (wrong !== undefined)
      throw new Error(
        say`The workbook has "${wrong.text}" as a number in ${sheet.name}!${wrong.cell}, which no spreadsheet program writes. Put a number there and save the file again`,
      );
  }
  return workbook;
}

async function read(bytes: Uint8Array, looks: boolean): Promise<ReadWorkbook> {
  checkContainer(bytes);
  const { file, unpacked } = await parsed(bytes, looks).catch((cause: unknown) => {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      say`The workbook is damaged or not an .xlsx file: ${told(why.slice(0, LONGEST_REASON))}`,
      {
        cause,
      },
    );
  });
  const survey = surveyWorkbook(unpacked.parts);
  const colourOf = colourReader(unpacked.parts.get("xl/theme/theme1.xml"));
  const shared = {
    parts: unpacked.parts,
    survey,
    colourOf,
    lookOf: lookReader(colourOf, file.defaultFont),
    people: new Map((file.persons ?? []).map(({ id, displayName }) => [id, displayName])),
  };
  const sheets = file.sheets.map((sheet) => readSheet(sheet, shared));
  return {
    sheets,
    names: new Map(
      survey.names.flatMap(({ name, scope, reference }) => (scope === null ? [[name, reference]] : [])),
    ),
    macros: unpacked.macros,
    links: unpacked.links,
    paths: unpacked.paths,
    survey,
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
  const unpacked = unpackWorkbook(bytes);
  // Days counted from 1904 are read as if from 1900: they come back as the numbers that they are.
  return { file: await readXlsx(unpacked.bytes, { readStyles: looks, dateSystem: "1900" }), unpacked };
}

/** What all sheets of a file are read with. */
interface Shared {
  readonly parts: UnpackedWorkbook["parts"];
  readonly survey: WorkbookSurvey;
  readonly colourOf: ColourReader;
  readonly lookOf: (style: NonNullable<Cell["style"]>) => ReadLook;
  readonly people: ReadonlyMap<string, string>;
}

function readSheet(
  file: Sheet,
  { parts, survey: { tabs, from1904 }, colourOf, lookOf, people }: Shared,
): ReadSheet {
  const { name, rows } = file;
  const cells: ReadonlyMap<string, Cell> = file.cells ?? new Map<string, Cell>();
  const shared = sharedFormulas(cells);
  const raw = (row: number, column: number): CellValue => {
    const detail = cells.get(`${row},${column}`);
    return detail?.formula === undefined
      ? (rows[row]?.[column] ?? null)
      : (detail.formulaResult ?? detail.value);
  };
  const isDay = (row: number, column: number): boolean => raw(row, column) instanceof Date;
  let surveyed: SheetSurvey | undefined;
  const survey = (): SheetSurvey =>
    (surveyed ??= surveySheet(
      parts,
      tabs.find((tab) => tab.name === name)?.path ?? "",
      isDay,
      richTexts(parts),
    ));
  const at = (row: number, column: number): ReadCell => {
    const detail = cells.get(`${row},${column}`);
    const given = raw(row, column);
    const value = given instanceof Date ? (survey().numbers.get(`${row},${column}`) ?? plain(given)) : given;
    // LibreOffice writes a truth value as a call.
    if (
      detail?.formula === undefined ||
      (typeof value === "boolean" && /^(?:TRUE|FALSE)\(\)$/.test(detail.formula))
    )
      return { value };
    const origin = detail.formula === "" ? shared.get(detail.formulaSharedIndex ?? -1) : undefined;
    return {
      value,
      formula: origin
        ? movedFormula(origin.formula, row - origin.row, column - origin.column)
        : detail.formula,
    };
  };
  const look = (row: number, column: number): ReadLook => lookOf(cells.get(`${row},${column}`)?.style ?? {});
  return {
    name,
    cell(address) {
      const { row, column } = parseCell(address);
      return at(row - 1, column - 1);
    },
    look(address) {
      const { row, column } = parseCell(address);
      return look(row - 1, column - 1);
    },
    survey,
    dressed: () =>
      [...cells].flatMap(([key, { style }]) => {
        if (style === undefined) return [];
        const [row, column] = key.split(",").map(Number) as [number, number];
        return [cellAddress(row + 1, column + 1)];
      }),
    addresses: () =>
      rows.flatMap((row, r) =>
        row.flatMap((_, c) => {
          const cell = at(r, c);
          return cell.value === null && cell.formula === undefined ? [] : [cellAddress(r + 1, c + 1)];
        }),
      ),
    frame: () => fileFrame({ file, people }),
    plan: (styles) =>
      fileSheetPlan({ file, survey: survey(), from1904, colourOf, people, at, look, isDay }, styles),
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
function plain(value: Date): number {
  const days = (value.getTime() - Date.UTC(1899, 11, 31)) / 86_400_000;
  // Excel counts a 29 February 1900 that never was.
  return days >= 60 ? days + 1 : days;
}

function checkContainer(bytes: Uint8Array): void {
  if (bytes.byteLength === 0) throw new Error(say`The workbook is empty: 0 bytes`);
  if (bytes.byteLength > LARGEST)
    throw new Error(say`The workbook is too large: more than ${LARGEST / 1024 / 1024} MB`);
  const begins = (...sign: number[]): boolean => sign.every((byte, index) => bytes[index] === byte);
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) {
    throw new Error(
      say`The workbook is password-protected or in the old .xls format: save it as .xlsx without a password`,
    );
  }
  if (!begins(0x50, 0x4b)) throw new Error(say`The bytes are not an .xlsx workbook (no zip file)`);
}
