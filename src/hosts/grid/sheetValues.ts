import type { ICellData, IObjectMatrixPrimitiveType } from "@univerjs/core";
import { SetFormulaCalculationResultMutation } from "@univerjs/engine-formula";
import { sheetKey, type SheetPlan } from "../../workbook/plan";
import type { PlannedSheet } from "../../workbook/plannedSheets";
import type { GridBook } from "./gridBook";
import { calculatedValue, sheetIdOf } from "./planSheets";
import { markStaleAreas, type StaleArea } from "./staleRanges";
import { writeWords } from "./writeWords";

/** Milliseconds that one turn of bringing values takes of the page, short enough that a frame is not missed for long. */
const TURN = 8;

/** What a sheet's values depend on beside the plan. */
export interface ValueOwners {
  /** Whether the grid gives the value of a formula; rows and columns count from 0. */
  isGrids(planSheet: string, row: number, column: number): boolean;
  /** Whether the grid gives any value. */
  anyGrids(): boolean;
  /** Planned sheet whose words are brought up to date, by its English name. */
  readonly words?: string | undefined;
  /** Whether the engine goes by what a cell holds; rows and columns count from 1. */
  isFollowed(planSheet: string, row: number, column: number): boolean;
  /** A figure has no value: the grid is to show its own error values. */
  beyond(): void;
}

/**
 * Brings the values of the latest plan into the grid: the sheet in front at once, the others in short turns behind it or
 * as soon as somebody looks at them. Rows that the plan left as they were are not looked at.
 */
export class SheetValues {
  private latest: ReadonlyMap<string, PlannedSheet> = new Map();
  /** Plans whose values the cells of a sheet hold. */
  private readonly held = new Map<string, SheetPlan>();
  private readonly waiting = new Set<string>();
  private stale: StaleArea[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly book: GridBook,
    private readonly owners: ValueOwners,
  ) {}

  /** The grid shows other sheets; nothing is known of what their cells hold. */
  restart(sheets: readonly SheetPlan[]): void {
    this.stop();
    this.held.clear();
    this.stale = [];
    this.latest = new Map(
      sheets.map((sheet) => [sheetIdOf(sheet.name), { name: sheet.name, plan: () => sheet }]),
    );
  }

  /** Takes note of the plan; the result goes back to it. */
  remember(): () => void {
    const { latest } = this;
    const waiting = [...this.waiting];
    return () => {
      this.restart([]);
      this.latest = latest;
      for (const id of waiting) this.waiting.add(id);
      this.goOn();
    };
  }

  /** Takes the sheets of a new plan and brings the one in front; the number of cells that changed. */
  take(sheets: readonly PlannedSheet[]): number {
    this.latest = new Map(sheets.map((sheet) => [sheetIdOf(sheet.name), sheet]));
    this.waiting.clear();
    for (const id of this.latest.keys()) this.waiting.add(id);
    const front = this.book.workbook().getActiveSheet(true)?.getSheetId();
    const changed = front === undefined ? 0 : this.bring(front);
    this.tell();
    this.goOn();
    return changed;
  }

  /** The latest plan of a sheet of the grid; null where it is not a planned one. */
  sheet(sheetId: string): SheetPlan | null {
    return this.latest.get(sheetId)?.plan() ?? null;
  }

  /** The cells of a sheet, or of all, may hold other values than were brought. */
  forget(sheetId?: string): void {
    if (sheetId === undefined) this.held.clear();
    else this.held.delete(sheetId);
  }

  /** Nothing more is to come. */
  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.waiting.clear();
  }

  /** Brings one sheet now, where it waits; the number of cells that changed. */
  look(sheetId: string): number {
    const changed = this.bring(sheetId);
    this.tell();
    return changed;
  }

  /** Brings whatever waits; the number of cells that changed. */
  finish(): number {
    let changed = 0;
    for (const id of this.waiting) changed += this.bring(id);
    this.stop();
    this.tell();
    return changed;
  }

  private turn(): void {
    this.timer = undefined;
    if (!this.book.isOpen()) return;
    const started = performance.now();
    for (const id of this.waiting) {
      this.bring(id);
      if (performance.now() - started > TURN) break;
    }
    if (this.waiting.size > 0) this.goOn();
    else this.tell();
  }

  private goOn(): void {
    this.timer ??= setTimeout(() => this.turn(), 0);
  }

  /** What the grid calculates itself follows what was brought. */
  private tell(): void {
    if (this.stale.length === 0) return;
    const areas = this.stale;
    this.stale = [];
    markStaleAreas(this.book, areas);
  }

  private bring(sheetId: string): number {
    if (!this.waiting.delete(sheetId)) return 0;
    const sheet = this.latest.get(sheetId)!.plan();
    if (this.held.get(sheetId) === sheet) return 0;
    const cells = this.changedCells(sheetId, sheet);
    if (cells === null) {
      this.stop();
      this.owners.beyond();
      return 0;
    }
    this.held.set(sheetId, sheet);
    const isWords = sheetKey(sheet) === this.owners.words;
    const written = isWords
      ? writeWords(this.book, sheet, (...place) => this.owners.isFollowed(...place))
      : 0;
    if (written > 0) this.stale.push({ sheetId });
    if (cells.changed > 0) {
      const unitId = this.book.workbook().getUnitId();
      this.book.commands.syncExecuteCommand(
        SetFormulaCalculationResultMutation.id,
        { unitData: { [unitId]: { [sheetId]: cells.matrix } }, unitOtherData: {} },
        { onlyLocal: true },
      );
      this.stale.push({ sheetId, area: cells.area });
    }
    return cells.changed + written;
  }

  /** Cells of a sheet whose values are others than the grid's; null where a figure has no value. */
  private changedCells(sheetId: string, sheet: SheetPlan): ChangedCells | null {
    const matrix: IObjectMatrixPrimitiveType<ICellData> = {};
    const target = this.book.workbook().getSheetBySheetId(sheetId);
    const [before, shared] = [this.held.get(sheetId), this.owners.anyGrids()];
    let [changed, top, left, bottom, right] = [0, Infinity, Infinity, -1, -1];
    if (target == null) return { matrix, changed, area: null };
    for (const [row, plan] of sheet.rows.entries()) {
      if (before?.rows[row] === plan) continue;
      for (const [column, cell] of plan.cells.entries()) {
        if (typeof cell?.value === "number" && !Number.isFinite(cell.value)) return null;
        if (cell?.formula === undefined || (shared && this.owners.isGrids(sheet.name, row, column))) continue;
        const value = cell.value ?? "";
        if ((target.getCellRaw(row, column)?.v ?? "") === value) continue;
        (matrix[row] ??= {})[column] = calculatedValue(value);
        changed += 1;
        [top, bottom] = [Math.min(top, row), row];
        [left, right] = [Math.min(left, column), Math.max(right, column)];
      }
    }
    return {
      matrix,
      changed,
      area: { startRow: top, endRow: bottom, startColumn: left, endColumn: right },
    };
  }
}

interface ChangedCells {
  readonly matrix: IObjectMatrixPrimitiveType<ICellData>;
  readonly changed: number;
  readonly area: StaleArea["area"];
}
