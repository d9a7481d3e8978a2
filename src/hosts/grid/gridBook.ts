import {
  DOCS_NORMAL_EDITOR_UNIT_ID_KEY,
  ICommandService,
  IResourceLoaderService,
  IUniverInstanceService,
  UniverInstanceType,
  type DocumentDataModel,
  type ICellData,
  type IWorkbookData,
  type Nullable,
  type Workbook,
  type Worksheet,
} from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/engine-formula";
import type { WorkbookPlan } from "../../workbook/plan";
import { parseRectangle, type Rectangle, splitAddress } from "../../workbook/address";
import { say } from "../../words";
import { HostProblem, type Address, type CellValue } from "../port";
import { typedContent } from "./cellContent";
import type { Grid } from "./createGrid";
import { sheetIdOf } from "./planSheets";

/** A rectangle on a sheet of the grid. */
export interface GridArea {
  readonly sheet: Worksheet;
  readonly area: Rectangle;
}

/** The workbook in the grid, and what the model last wrote into it. */
export class GridBook {
  /** The plan as last written; null when there is no model. */
  written: WorkbookPlan | null = null;
  readonly commands: ICommandService;
  private readonly instances: IUniverInstanceService;
  private readonly formulas: FormulaDataModel;

  constructor(readonly grid: Grid) {
    const injector = grid.univer.__getInjector();
    this.commands = injector.get(ICommandService);
    this.instances = injector.get(IUniverInstanceService);
    this.formulas = injector.get(FormulaDataModel);
  }

  workbook(): Workbook {
    return this.instances.getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET)!;
  }

  /** Whether there is a workbook; none is left when the grid is taken away. */
  isOpen(): boolean {
    return this.instances.getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET) != null;
  }

  /** Everything the workbook holds, to be shown again: cells, looks, notes, rules. */
  snapshot(): IWorkbookData {
    return this.grid.univer
      .__getInjector()
      .get(IResourceLoaderService)
      .saveUnit<IWorkbookData>(this.workbook().getUnitId())!;
  }

  /** Shows another workbook in place of this one; undo starts anew. */
  replace(snapshot: IWorkbookData): void {
    const before = this.instances.getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET);
    if (before) this.instances.disposeUnit(before.getUnitId());
    this.grid.univer.createUnit(UniverInstanceType.UNIVER_SHEET, snapshot);
  }

  /** Name in the plan of a sheet of the model; null for a person's own sheet. */
  planNameOf(sheetId: string): string | null {
    return this.written?.sheets.find(({ name }) => sheetIdOf(name) === sheetId)?.name ?? null;
  }

  sheetNamed(name: string): Worksheet | null {
    return (
      this.workbook()
        .getSheets()
        .find((sheet) => sheet.getName().toLowerCase() === name.toLowerCase()) ?? null
    );
  }

  /** Place of an address or a defined name of the plan. */
  area(address: Address): GridArea {
    const { sheet, range } = splitAddress(address);
    const name = sheet === null ? this.written?.names.find((one) => one.name === range) : undefined;
    const found = name ? this.sheetOfPlan(name.sheet) : sheet === null ? null : this.sheetNamed(sheet);
    const area = parseRectangle(name?.range ?? range);
    if (found === null || area === null) {
      throw new HostProblem(
        "ItemNotFound",
        say`There is no place called ${address} in the workbook.`,
        "Check its name, or build the model again.",
      );
    }
    return { sheet: found, area };
  }

  sheetOfPlan(planName: string): Worksheet | null {
    return this.workbook().getSheetBySheetId(sheetIdOf(planName)) ?? null;
  }

  /** Content of a cell as a person would type it; rows and columns from 0. */
  content(sheet: Worksheet, row: number, column: number): CellValue {
    return this.formula(sheet, row, column) ?? typedContent(plainValue(sheet.getCellRaw(row, column)));
  }

  /** Value of a cell, spilled ones included; rows and columns from 0. */
  value(sheet: Worksheet, row: number, column: number): CellValue {
    const cell = sheet.getCellRaw(row, column);
    if (cell?.v != null || cell?.f != null) return plainValue(cell);
    const spilled =
      this.formulas.getArrayFormulaCellData()[this.workbook().getUnitId()]?.[sheet.getSheetId()]?.[row]?.[
        column
      ];
    return plainValue(spilled ?? cell);
  }

  /** The area that the formula of a cell fills, itself included; rows and columns from 0. */
  spill(sheet: Worksheet, row: number, column: number): Rectangle {
    const range =
      this.formulas.getArrayFormulaRange()[this.workbook().getUnitId()]?.[sheet.getSheetId()]?.[row]?.[
        column
      ];
    if (!range) return { row: row + 1, column: column + 1, rows: 1, columns: 1 };
    return {
      row: range.startRow + 1,
      column: range.startColumn + 1,
      rows: range.endRow - range.startRow + 1,
      columns: range.endColumn - range.startColumn + 1,
    };
  }

  /** Text that is being typed into a cell; what was typed last where nothing is. */
  typed(): string {
    const editor = this.instances.getUnit<DocumentDataModel>(DOCS_NORMAL_EDITOR_UNIT_ID_KEY);
    return editor?.getBody()?.dataStream.replace(/[\r\n]+$/, "") ?? "";
  }

  /** How many rows and columns of a sheet hold something, counted from A1. */
  used(sheet: Worksheet): { readonly rows: number; readonly columns: number } {
    let [rows, columns] = [0, 0];
    sheet.getCellMatrix().forValue((row, column) => {
      if (this.content(sheet, row, column) !== "")
        [rows, columns] = [Math.max(rows, row + 1), Math.max(columns, column + 1)];
    });
    return { rows, columns };
  }

  /** Formula of a cell with its leading "=", or null; rows and columns from 0. */
  formula(sheet: Worksheet, row: number, column: number): string | null {
    const cell = sheet.getCellRaw(row, column);
    if (cell?.f) return cell.f;
    if (!cell?.si) return null;
    return (
      this.formulas.getFormulaStringByCell(row, column, sheet.getSheetId(), this.workbook().getUnitId()) ??
      null
    );
  }
}

/** A cell's value; an empty one is "". */
export function plainValue(cell: Nullable<ICellData>): CellValue {
  if (cell?.v == null) return cell?.p?.body?.dataStream.replace(/[\r\n]+$/, "") ?? "";
  const TRUTH = 3;
  return cell.t === TRUTH ? Number(cell.v) === 1 : cell.v;
}
