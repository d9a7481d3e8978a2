import type { ICellData, ICommandInfo, IExecutionOptions, IObjectMatrixPrimitiveType } from "@univerjs/core";
import { SetFormulaCalculationResultMutation } from "@univerjs/engine-formula";
import {
  InsertColMutation,
  InsertRowMutation,
  MoveColsMutation,
  MoveRangeMutation,
  MoveRowsMutation,
  RemoveColMutation,
  RemoveRowMutation,
  RemoveSheetMutation,
  SetRangeValuesMutation,
  type ISetRangeValuesMutationParams,
} from "@univerjs/sheets";
import type { WorkbookPlan } from "../../workbook/plan";
import type { CellValue } from "../port";
import { isFormula } from "./cellContent";
import type { GridBook } from "./gridBook";
import type { PlacedContent } from "./ownContents";
import { ModelCells, touchedCells } from "./modelCells";
import { calculateOwnFormulas } from "./ownFormulas";
import { OverwrittenCells } from "./overwrittenCells";
import { calculatedValue, sheetIdOf } from "./planSheets";
import { acceptStale, markStale } from "./staleRanges";

/** Reads a cell of a planned sheet: its content (a formula with "=") and its value; rows and columns count from 1. */
export type PlacedReader = (
  planSheet: string,
  row: number,
  column: number,
) => { readonly content: CellValue; readonly value: CellValue };

/** The engine: the plan with the values that the inputs now give, or null where it can't follow what was typed. */
export type Engine = (read: PlacedReader) => WorkbookPlan | null;

/** Mutations after which planned addresses no longer fit. */
const STRUCTURE = new Set<string>([
  InsertColMutation.id,
  InsertRowMutation.id,
  MoveColsMutation.id,
  MoveRangeMutation.id,
  MoveRowsMutation.id,
  RemoveColMutation.id,
  RemoveRowMutation.id,
  RemoveSheetMutation.id,
]);

/**
 * Keeps the model's cells at the values that the engine gives for the inputs in the grid. Where a person has
 * overwritten a formula of the model or moved its cells, the grid calculates everything itself until that is undone
 * or the model is built again.
 */
export class LiveModel {
  private cells: ModelCells | null = null;
  private shown: WorkbookPlan | null = null;
  private readonly overwritten: OverwrittenCells;
  private restructured = false;
  private beyond = false;
  private inputs = "";

  constructor(
    private readonly book: GridBook,
    private readonly engine: Engine,
  ) {
    this.overwritten = new OverwrittenCells(book);
    acceptStale(book);
    calculateOwnFormulas(book.grid.univer.__getInjector(), {
      isEngines: (sheetId, row, column) => !this.gridCalculates() && this.isEngines(sheetId, row, column),
    });
  }

  /** Starts anew after the plan was written, except for cells that kept a person's own content. */
  start(plan: WorkbookPlan | null, kept: readonly PlacedContent[]): void {
    this.cells = plan && new ModelCells(plan);
    this.shown = plan;
    this.overwritten.clear();
    [this.restructured, this.beyond, this.inputs] = [false, false, ""];
    if (plan === null) return;
    for (const { sheetId, row, column } of kept) this.overwritten.look(this.cells!, sheetId, row, column);
    if (kept.length === 0) this.inputs = this.fingerprint();
  }

  /** Takes note of where the model stands; the result goes back there, once the workbook is as it was. */
  remember(): () => void {
    const { cells, shown, restructured, beyond, inputs } = this;
    const overwritten = this.overwritten.remember();
    return () => {
      overwritten();
      Object.assign(this, { cells, shown, restructured, beyond, inputs });
    };
  }

  /** True while the grid's own calculation is in charge of the model. */
  gridCalculates(): boolean {
    return this.restructured || this.beyond || this.overwritten.any();
  }

  /** Takes note of a mutation; true when values of the model may have to follow. */
  heard(command: Readonly<ICommandInfo>, options?: IExecutionOptions): boolean {
    if (this.cells === null) return false;
    const before = this.gridCalculates();
    if (STRUCTURE.has(command.id) && this.concernsModel(command)) this.restructured = true;
    if (command.id === SetRangeValuesMutation.id) {
      const { subUnitId, cellValue } = command.params as ISetRangeValuesMutationParams;
      if (this.cells.sheet(subUnitId) === null && !options?.["fromFormula"]) return true;
      if (!options?.["fromFormula"])
        for (const [row, column] of touchedCells(cellValue))
          this.overwritten.look(this.cells, subUnitId, row, column);
    }
    if (before !== this.gridCalculates()) this.calculateAll();
    return command.id === SetRangeValuesMutation.id;
  }

  /** Brings the model's cells up to date; the number of cells that changed. */
  follow(): number {
    if (this.cells === null || this.shown === null || this.restructured) return 0;
    const read = this.reader();
    const inputs = this.fingerprint();
    if (inputs === this.inputs) return 0;
    this.inputs = inputs;
    const before = this.gridCalculates();
    const next = this.engine(read);
    this.beyond = next === null;
    if (before !== this.gridCalculates()) this.calculateAll();
    if (next === null || this.gridCalculates()) return 0;
    return this.push(next);
  }

  private concernsModel({ params }: Readonly<ICommandInfo>): boolean {
    const { subUnitId, from, to } = (params ?? {}) as {
      subUnitId?: string;
      from?: { subUnitId?: string };
      to?: { subUnitId?: string };
    };
    return [subUnitId, from?.subUnitId, to?.subUnitId].some(
      (id) => id !== undefined && this.cells?.sheet(id) != null,
    );
  }

  private isEngines(sheetId: string, row: number, column: number): boolean {
    if (this.cells === null) return false;
    if (
      this.cells.at(sheetId, row, column)?.formula !== undefined &&
      !this.cells.isInput(sheetId, row, column)
    )
      return true;
    return this.cells.isInput(sheetId, row, column) && this.followsPlan(sheetId, row, column);
  }

  /** An input that follows another scenario by the plan's formula. */
  private followsPlan(sheetId: string, row: number, column: number): boolean {
    const shown = this.shownAt(sheetId, row, column);
    const sheet = this.book.workbook().getSheetBySheetId(sheetId);
    return (
      shown?.formula !== undefined &&
      sheet != null &&
      this.book.content(sheet, row, column) === `=${shown.formula}`
    );
  }

  private shownAt(sheetId: string, row: number, column: number) {
    return (
      this.shown?.sheets.find(({ name }) => sheetIdOf(name) === sheetId)?.rows[row]?.cells[column] ?? null
    );
  }

  /** Lets the grid calculate a person's own formulas, and whatever of the model it is in charge of. */
  refresh(): void {
    markStale(
      this.book,
      this.book
        .workbook()
        .getSheets()
        .map((sheet) => sheet.getSheetId()),
      false,
    );
  }

  /** Reads the cells of planned sheets. */
  reader(): PlacedReader {
    return (planSheet, row, column) => {
      const sheet = this.book.sheetOfPlan(planSheet);
      if (sheet === null) return { content: "", value: "" };
      return {
        content: this.book.content(sheet, row - 1, column - 1),
        value: this.book.value(sheet, row - 1, column - 1),
      };
    };
  }

  /** Contents of every input, and the values of those that a person gave a formula of their own. */
  private fingerprint(): string {
    const parts: string[] = [];
    for (const plan of this.cells!.plan.sheets) {
      if (plan.validations.length === 0) continue;
      const [sheet, id] = [this.book.sheetOfPlan(plan.name), sheetIdOf(plan.name)];
      plan.rows.forEach(({ cells }, row) =>
        cells.forEach((cell, column) => {
          if (cell === null || sheet === null || !this.cells!.isInput(id, row, column)) return;
          const content = this.book.content(sheet, row, column);
          parts.push(
            isFormula(content) && !this.followsPlan(id, row, column)
              ? `${content}→${String(this.book.value(sheet, row, column))}`
              : String(content),
          );
        }),
      );
    }
    return parts.join("|");
  }

  private push(next: WorkbookPlan): number {
    const unitId = this.book.workbook().getUnitId();
    const sheets: Record<string, IObjectMatrixPrimitiveType<ICellData>> = {};
    let changed = 0;
    next.sheets.forEach((sheet) => {
      const [id, target] = [sheetIdOf(sheet.name), this.book.sheetOfPlan(sheet.name)];
      if (target === null) return;
      sheet.rows.forEach(({ cells }, row) =>
        cells.forEach((cell, column) => {
          if (cell?.formula === undefined) return;
          const now = target.getCellRaw(row, column);
          const value = cell.value ?? "";
          if ((now?.v ?? "") === value) return;
          ((sheets[id] ??= {})[row] ??= {})[column] = calculatedValue(value);
          changed += 1;
        }),
      );
    });
    this.shown = next;
    if (changed === 0) return 0;
    this.book.commands.syncExecuteCommand(
      SetFormulaCalculationResultMutation.id,
      { unitData: { [unitId]: sheets }, unitOtherData: {} },
      { onlyLocal: true },
    );
    markStale(this.book, Object.keys(sheets), false);
    return changed;
  }

  /** The grid or the engine has taken over: what the grid knows of its formulas is made anew. */
  private calculateAll(): void {
    markStale(
      this.book,
      this.book
        .workbook()
        .getSheets()
        .map((sheet) => sheet.getSheetId()),
      true,
    );
    if (!this.gridCalculates()) this.inputs = "";
  }
}
