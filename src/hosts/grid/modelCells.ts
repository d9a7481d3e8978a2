import type { ICellData, IObjectMatrixPrimitiveType, Nullable } from "@univerjs/core";
import type { CellPlan, SheetPlan, WorkbookPlan } from "../../workbook/plan";
import { parseRectangle, touches, type Rectangle } from "../../workbook/address";
import type { CellValue } from "../port";
import { canonical, typedContent } from "./cellContent";
import { Dependents } from "./dependents";
import { sheetIdOf } from "./planSheets";

/** Where an input stands. */
export interface InputPlace {
  readonly planSheet: string;
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

/** The cells of a plan by their places in the grid. */
export class ModelCells {
  private readonly sheets: ReadonlyMap<string, SheetPlan>;
  private readonly inputStyles: ReadonlySet<string>;
  private readonly named: readonly { readonly sheet: string; readonly area: Rectangle }[];

  constructor(readonly plan: WorkbookPlan) {
    this.sheets = new Map(plan.sheets.map((sheet) => [sheetIdOf(sheet.name), sheet]));
    this.named = plan.names.map(({ sheet, range }) => ({
      sheet: sheetIdOf(sheet),
      area: parseRectangle(range)!,
    }));
    this.inputStyles = new Set(
      Object.entries(plan.styles).flatMap(([key, style]) => (style.unlocked ? [key] : [])),
    );
  }

  sheet(sheetId: string): SheetPlan | null {
    return this.sheets.get(sheetId) ?? null;
  }

  /** The planned cell; rows and columns count from 0. */
  at(sheetId: string, row: number, column: number): CellPlan | null {
    return this.sheets.get(sheetId)?.rows[row]?.cells[column] ?? null;
  }

  /** Whether a cell is an analyst's to change: unlocked, or in a range with a rule for what may be typed. */
  isInput(sheetId: string, row: number, column: number): boolean {
    const cell = this.at(sheetId, row, column);
    return cell !== null && (this.inputStyles.has(cell.style) || this.ruled(sheetId).has(`${row},${column}`));
  }

  /** Every planned cell that is an analyst's to change, rows and columns counted from 0. */
  inputs(): readonly InputPlace[] {
    return (this.inputPlaces ??= this.plan.sheets.flatMap(({ name, rows, validations }) => {
      const sheetId = sheetIdOf(name);
      if (validations.length === 0) return [];
      return rows.flatMap(({ cells }, row) =>
        cells.flatMap((_, column) =>
          this.isInput(sheetId, row, column) ? [{ planSheet: name, sheetId, row, column }] : [],
        ),
      );
    }));
  }

  private inputPlaces: readonly InputPlace[] | null = null;

  /** Whether content is what the plan has there. */
  holds(sheetId: string, row: number, column: number, content: CellValue): boolean {
    return canonical(content) === canonical(this.content(sheetId, row, column));
  }

  /** What the plan has there, as a person would type it; "" where it has nothing. */
  content(sheetId: string, row: number, column: number): CellValue {
    const cell = this.at(sheetId, row, column);
    return typedContent(cell?.value ?? null, cell?.formula);
  }

  /** Whether the model goes by what a cell holds: every planned cell, but of the unlocked ones and of the free ones only those that its formulas read. */
  goesBy(sheetId: string, row: number, column: number): boolean {
    const sheet = this.sheet(sheetId);
    if (sheet === null) return false;
    if (this.at(sheetId, row, column) !== null && !this.isInput(sheetId, row, column)) return true;
    // Beyond the planned cells nothing is read.
    return row < sheet.rows.length && column < this.widthOf(sheet) && this.isRead(sheetId, row, column);
  }

  /** Whether a formula of the model reads a cell. */
  isRead(sheetId: string, row: number, column: number): boolean {
    return this.dependents().isRead({ sheet: this.sheet(sheetId)!.name, row, column });
  }

  /** Whether a cell lies in a range by which the model is found: the assumption table, the choice of the scenario. */
  isNamed(sheetId: string, row: number, column: number): boolean {
    return this.named.some(
      ({ sheet, area }) =>
        sheet === sheetId && touches(area, { row: row + 1, column: column + 1, rows: 1, columns: 1 }),
    );
  }

  /** Which formulas read which cells; worked out at the first question. */
  dependents(): Dependents {
    return (this.readers ??= new Dependents(this.plan));
  }

  private readers: Dependents | null = null;
  private readonly widths = new Map<SheetPlan, number>();

  private widthOf(sheet: SheetPlan): number {
    const width = this.widths.get(sheet) ?? Math.max(0, ...sheet.rows.map(({ cells }) => cells.length));
    this.widths.set(sheet, width);
    return width;
  }

  private readonly ruledCells = new Map<string, ReadonlySet<string>>();

  private ruled(sheetId: string): ReadonlySet<string> {
    const known = this.ruledCells.get(sheetId);
    if (known !== undefined) return known;
    const places = new Set((this.sheet(sheetId)?.validations ?? []).flatMap(({ range }) => placesOf(range)));
    this.ruledCells.set(sheetId, places);
    return places;
  }
}

function placesOf(range: string): string[] {
  const area = parseRectangle(range);
  if (area === null) return [];
  return Array.from(
    { length: area.rows * area.columns },
    (_, index) =>
      `${area.row - 1 + Math.floor(index / area.columns)},${area.column - 1 + (index % area.columns)}`,
  );
}

/** Cells of the grid's matrix that an edit touched. */
export function touchedCells(
  matrix: Nullable<IObjectMatrixPrimitiveType<Nullable<ICellData>>>,
): readonly (readonly [row: number, column: number])[] {
  return Object.entries(matrix ?? {}).flatMap(([row, cells]) =>
    Object.keys(cells ?? {}).map((column) => [Number(row), Number(column)] as const),
  );
}
