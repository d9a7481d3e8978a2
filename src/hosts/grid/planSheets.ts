import type {
  ICellData,
  IDocumentData,
  IObjectMatrixPrimitiveType,
  IStyleData,
  IWorksheetData,
} from "@univerjs/core";
import type { CellPlan, LinkPlan, SheetPlan } from "../../workbook/plan";
import { loadedCatalogues } from "../../words";
import type { CellValue } from "../port";
import { DEFAULT_LOOK } from "./gridStyles";
import { fixedRows } from "./conditionalRules";
import { parseRectangle } from "../../workbook/address";

/** Rows and columns that stay free below and beside the planned cells: room for a series of every quarter and more. */
const SPARE = { rows: 100, columns: 40 } as const;

/** Least size of a sheet, new or from a file. */
export const LEAST = { rows: 1000, columns: 60 } as const;

/** Cell kinds of the grid. */
const TEXT = 1;
const NUMBER = 2;
const TRUTH = 3;
const FORCED_TEXT = 4;

/** Id of a planned sheet in the grid: of its English name in whatever language its name is, so that it stays when the sheet is renamed. */
export function sheetIdOf(planName: string): string {
  const english = loadedCatalogues().reduce((name, words) => words.english(name), planName);
  return `kc-${english.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "-")}`;
}

/** A value as the grid holds it. */
export function gridValue(value: CellValue | null): Pick<ICellData, "v" | "t"> {
  if (value === null || value === "") return {};
  if (typeof value === "number") return { v: value, t: NUMBER };
  return typeof value === "boolean" ? { v: value ? 1 : 0, t: TRUTH } : textCell(value);
}

/** A text as the grid holds it, also where it looks like a number. */
export function textCell(text: string): Pick<ICellData, "v" | "t"> {
  return { v: text, t: text.trim() !== "" && Number.isFinite(Number(text)) ? FORCED_TEXT : TEXT };
}

/** What a formula gives as the grid holds it: an empty text is a text, which other formulas do not read as 0. */
export function calculatedValue(value: CellValue | null): Pick<ICellData, "v" | "t"> {
  return value === "" ? textCell(value) : gridValue(value);
}

/** A sheet of a plan as the grid holds it, cached values beside the formulas. */
export function gridSheet(
  sheet: SheetPlan,
  styles: Readonly<Record<string, IStyleData>>,
  id = sheetIdOf(sheet.name),
): Partial<IWorksheetData> {
  const links = new Map(sheet.links.map((link) => [link.cell, link]));
  const cellData: IObjectMatrixPrimitiveType<ICellData> = {};
  sheet.rows.forEach((row, r) => {
    const cells: Record<number, ICellData> = {};
    row.cells.forEach((cell, c) => {
      if (cell !== null) cells[c] = gridCell(cell);
    });
    cellData[r] = cells;
  });
  for (const [address, link] of links) {
    const place = parseRectangle(address);
    const cell = place && cellData[place.row - 1]?.[place.column - 1];
    if (cell) cell.p = linkedText(String(cell.v ?? ""), link);
  }
  paintFixedFormats(sheet, styles, cellData);
  const width = Math.max(sheet.columns.length, ...sheet.rows.map(({ cells }) => cells.length));
  return {
    id,
    name: sheet.name,
    defaultStyle: DEFAULT_LOOK,
    tabColor: `#${sheet.tabColour}`,
    rowCount: Math.max(sheet.rows.length + SPARE.rows, LEAST.rows),
    columnCount: Math.max(width + SPARE.columns, LEAST.columns),
    zoomRatio: sheet.zoom / 100,
    showGridlines: sheet.gridlines ? 1 : 0,
    defaultColumnWidth: 72,
    defaultRowHeight: 18,
    freeze: {
      xSplit: sheet.freeze.columns,
      ySplit: sheet.freeze.rows,
      startRow: sheet.freeze.rows || -1,
      startColumn: sheet.freeze.columns || -1,
    },
    columnData: Object.fromEntries(
      sheet.columns.map((column, index) => [index, { w: Math.round(column.width * 7 + 5) }]),
    ),
    rowData: Object.fromEntries(
      sheet.rows.map((row, index) => [
        index,
        { h: row.height ? Math.round((row.height * 4) / 3) : 18, ia: 0 },
      ]),
    ),
    cellData,
  };
}

function gridCell(cell: CellPlan): ICellData {
  return {
    ...(cell.formula === undefined
      ? gridValue(cell.value)
      : { ...calculatedValue(cell.value), f: `=${cell.formula}` }),
    s: cell.style,
  };
}

/** Conditional formats whose outcome is known beforehand are part of the cells' look. */
function paintFixedFormats(
  sheet: SheetPlan,
  styles: Readonly<Record<string, IStyleData>>,
  cellData: IObjectMatrixPrimitiveType<ICellData>,
): void {
  for (const format of sheet.conditionalFormats) {
    const [rows, area] = [fixedRows(sheet, format), parseRectangle(format.range)];
    if (rows === null || area === null) continue;
    for (const row of rows) {
      for (let column = area.column - 1; column < area.column - 1 + area.columns; column++) {
        const cell = cellData[row]?.[column];
        if (cell)
          cell.s = {
            ...(typeof cell.s === "string" ? styles[cell.s] : cell.s),
            cl: { rgb: `#${format.colour}` },
            bg: { rgb: `#${format.fill}` },
            ...(format.bold && { bl: 1 }),
          };
      }
    }
  }
}

/** Text of a cell that leads to another place of the workbook. */
function linkedText(text: string, link: LinkPlan): IDocumentData {
  const url = `#gid=${sheetIdOf(link.sheet)}&range=${link.target}`;
  return {
    id: `link-${link.cell}`,
    documentStyle: {},
    body: {
      dataStream: `${text}\r\n`,
      textRuns: [{ st: 0, ed: text.length, ts: { cl: { rgb: "#0563C1" }, ul: { s: 1 }, fs: 10 } }],
      paragraphs: [{ startIndex: text.length }],
      sectionBreaks: [{ startIndex: text.length + 1 }],
      customRanges: [
        {
          startIndex: 0,
          endIndex: text.length - 1,
          rangeId: `range-${link.cell}`,
          rangeType: 0,
          properties: { url },
        },
      ],
    },
  } as IDocumentData;
}
