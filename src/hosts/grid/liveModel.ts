import type { ICommandInfo, IExecutionOptions } from "@univerjs/core";
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
import type { CellPlan, WorkbookPlan } from "../../workbook/plan";
import type { PlannedSheet } from "../../workbook/plannedSheets";
import type { CellValue, Deviations } from "../port";
import type { PlacedCells, PlanCell } from "./dependents";
import { errorsIn } from "./errorCells";
import type { GridBook } from "./gridBook";
import type { PlacedContent } from "./ownContents";
import { inputFingerprint } from "./inputFingerprint";
import { ModelCells, touchedCells } from "./modelCells";
import { calculateOwnFormulas } from "./ownFormulas";
import { OverwrittenCells } from "./overwrittenCells";
import { sheetIdOf } from "./planSheets";
import { SheetValues } from "./sheetValues";
import { acceptStale, markStale } from "./staleRanges";

/** Reads a cell of a planned sheet: its content (a formula with "=") and its value; rows and columns count from 1. */
export type PlacedReader = (
  planSheet: string,
  row: number,
  column: number,
) => { readonly content: CellValue; readonly value: CellValue };

/** The engine behind the grid. */
export interface Engine {
  /** The sheets with the values that the inputs now give, or null where it can't follow what was typed. */
  follow(read: PlacedReader): readonly PlannedSheet[] | null;
  /** Planned sheet whose words the engine itself brings up to date; left out where there is none. */
  readonly writes?: string;
  /** Whether it goes by what a cell of a planned sheet holds; rows and columns count from 1. */
  reads(planSheet: string, row: number, column: number): boolean;
}

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
 * overwritten a cell of the model, the grid itself calculates whatever reads it, until that is undone; where the
 * engine can't follow the inputs, or cells were moved, it calculates everything.
 */
export class LiveModel {
  private cells: ModelCells | null = null;
  private readonly values: SheetValues;
  private readonly overwritten: OverwrittenCells;
  private restructured = false;
  private beyond = false;
  private inputs = "";
  /** Whether an input may hold something else than at the last fingerprint. */
  private touched = true;
  /** Whether an input has a formula of a person's. */
  private calculated = false;
  /** Formulas of the model that read an overwritten cell: the grid's to calculate. */
  private downstream: PlacedCells | null = null;
  private news = false;
  private readonly forgetFormulas: () => void;

  constructor(
    private readonly book: GridBook,
    private readonly engine: Engine,
  ) {
    this.overwritten = new OverwrittenCells(book, (...place) => engine.reads(...place));
    this.values = new SheetValues(book, {
      isGrids: (...place) => this.isGrids(...place),
      anyGrids: () => this.gridCalculates(),
      words: engine.writes,
      isFollowed: (...place) => engine.reads(...place),
      beyond: () => {
        this.beyond = true;
        this.calculateAll();
      },
    });
    acceptStale(book);
    this.forgetFormulas = calculateOwnFormulas(book, {
      isEngines: (sheetId, row, column) => this.isEngines(sheetId, row, column),
    });
  }

  /** Starts anew after the plan was written, except for cells that kept a person's own content. */
  start(plan: WorkbookPlan | null, kept: readonly PlacedContent[]): void {
    this.cells = plan && new ModelCells(plan);
    this.values.restart(plan?.sheets ?? []);
    this.overwritten.clear();
    this.forgetFormulas();
    [this.restructured, this.beyond, this.inputs, this.touched, this.downstream] = [
      false,
      false,
      "",
      true,
      null,
    ];
    if (plan === null) return;
    for (const { sheetId, row, column } of kept) this.overwritten.look(this.cells!, sheetId, row, column);
    if (kept.length === 0) this.takeFingerprint();
    if (this.overwritten.any()) this.share();
  }

  /** Takes note of where the model stands; the result goes back there, once the workbook is as it was. */
  remember(): () => void {
    const { cells, restructured, beyond, inputs, downstream } = this;
    const [overwritten, values] = [this.overwritten.remember(), this.values.remember()];
    return () => {
      overwritten();
      values();
      Object.assign(this, { cells, restructured, beyond, inputs, touched: true, downstream });
    };
  }

  /** True while the grid's own calculation is in charge of the model, or of a part of it. */
  gridCalculates(): boolean {
    return this.calculatesAll() || this.overwritten.any();
  }

  /** Where the model's cells are overwritten, and which of those that the grid calculates show an error value. */
  deviations(): Deviations {
    if (this.cells === null) return { overwritten: [], errors: [] };
    return { overwritten: this.overwritten.list(this.cells), errors: errorsIn(this.book, this.gridsCells()) };
  }

  /** Whether the grid gives the value of a planned formula; rows and columns count from 0. */
  isGrids(planSheet: string, row: number, column: number): boolean {
    if (this.calculatesAll()) return true;
    return (
      this.downstream?.has(planSheet, row, column) === true ||
      this.overwritten.has(sheetIdOf(planSheet), row, column)
    );
  }

  /** Whether deviations may be others than at the last call. */
  tookNews(): boolean {
    const { news } = this;
    this.news = false;
    return news;
  }

  /** Takes note of a mutation; true when values of the model may have to follow. */
  heard(command: Readonly<ICommandInfo>, options?: IExecutionOptions): boolean {
    if (this.cells === null) return false;
    if (STRUCTURE.has(command.id) && this.concernsModel(command) && !this.restructured) {
      this.restructured = true;
      this.calculateAll();
    }
    if (command.id !== SetRangeValuesMutation.id) return false;
    const { subUnitId, cellValue } = command.params as ISetRangeValuesMutationParams;
    if (options?.["fromFormula"]) {
      this.news ||= this.gridCalculates();
      this.touched ||= this.calculated;
      return true;
    }
    if (this.cells.sheet(subUnitId) === null) return true;
    this.values.forget(subUnitId);
    let changed = false;
    for (const [row, column] of touchedCells(cellValue)) {
      this.touched ||= this.cells.isInput(subUnitId, row, column);
      if (this.overwritten.look(this.cells, subUnitId, row, column)) changed = true;
      // Another content of a cell that was overwritten before.
      else if (this.overwritten.has(subUnitId, row, column)) this.news = true;
    }
    if (changed) this.share();
    return true;
  }

  /** Lets the model follow the inputs: the sheet in front at once, the others behind it; the number of cells that changed at once. */
  follow(): number {
    if (this.cells === null || this.restructured) return 0;
    if (!this.touched && this.inputs !== "") return 0;
    const before = this.inputs;
    this.takeFingerprint();
    if (this.inputs === before) return 0;
    const { inputs } = this;
    const next = this.engine.follow(this.reader());
    if (this.beyond !== (next === null)) {
      this.beyond = next === null;
      this.calculateAll();
      this.inputs = inputs;
    }
    if (next === null) this.values.stop();
    return next === null ? 0 : this.values.take(next);
  }

  /** Brings every value that is still to come; the number of cells that changed. */
  finish(): number {
    return this.values.finish();
  }

  /** Somebody looks at a sheet: its values are brought now. */
  look(sheetId: string): void {
    this.values.look(sheetId);
  }

  private calculatesAll(): boolean {
    return this.restructured || this.beyond;
  }

  /** Divides the model's cells anew between engine and grid. */
  private share(): void {
    this.news = true;
    this.downstream = this.overwritten.any() ? this.cells!.dependents().of(this.overwritten.all()) : null;
    this.calculateAll();
  }

  private gridsCells(): Iterable<PlanCell> {
    if (!this.calculatesAll()) return this.downstream?.all() ?? [];
    return this.cells!.plan.sheets.flatMap(({ name, rows }) =>
      rows.flatMap(({ cells }, row) =>
        cells.flatMap((cell, column) => (cell?.formula === undefined ? [] : [{ sheet: name, row, column }])),
      ),
    );
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
    const sheet = this.cells?.sheet(sheetId) ?? null;
    if (sheet === null || this.isGrids(sheet.name, row, column)) return false;
    return this.cells!.isInput(sheetId, row, column)
      ? this.followsPlan(sheetId, row, column)
      : this.cells!.at(sheetId, row, column)?.formula !== undefined;
  }

  private takeFingerprint(): void {
    const shown = (sheetId: string, row: number, column: number, content: string): boolean =>
      content === `=${this.shownAt(sheetId, row, column)?.formula ?? ""}`;
    const { text, calculated } = inputFingerprint(this.book, this.cells!, shown);
    [this.inputs, this.calculated, this.touched] = [text, calculated, false];
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

  private shownAt(sheetId: string, row: number, column: number): CellPlan | null {
    return this.values.sheet(sheetId)?.rows[row]?.cells[column] ?? null;
  }

  /** Lets the grid calculate a person's own formulas, and whatever of the model it is in charge of. */
  refresh(): void {
    markStale(this.book, this.allSheets(), false);
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

  private allSheets(): readonly string[] {
    return this.book
      .workbook()
      .getSheets()
      .map((sheet) => sheet.getSheetId());
  }

  /** The grid or the engine has taken over: what the grid knows of its formulas is made anew. */
  private calculateAll(): void {
    markStale(this.book, this.allSheets(), true);
    this.values.forget();
    this.forgetFormulas();
    // What is the engine's again gets its values at the next look.
    if (!this.calculatesAll()) this.inputs = "";
  }
}
