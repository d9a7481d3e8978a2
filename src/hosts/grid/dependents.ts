import { parseRectangle, touches, type Rectangle } from "../../workbook/address";
import type { WorkbookPlan } from "../../workbook/plan";

/** A cell of a plan by the name of its sheet; rows and columns count from 0. */
export interface PlanCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** Cells of a range up to which each is noted alone; of a wider one only its area. */
const NARROW = 400;

/** Functions whose formulas may read any cell. */
const ANYWHERE = /\b(?:INDIRECT|OFFSET)\(|!?\$?[A-Z]{1,3}:\$?[A-Z]{1,3}\b(?!\d)/;

/** References outside quoted texts: a sheet, if any, then a cell or a range, and names; a function's name is followed by its bracket. */
const REFERENCE =
  /"(?:[^"]|"")*"|(?:('(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?)(?![\w(])|([\p{L}_][\p{L}\p{N}_.]*)(?![\p{L}\p{N}_(!])/gu;

/** Which formulas of a plan read which cells, directly or through others. */
export class Dependents {
  private readonly sheets: ReadonlyMap<string, number>;
  private readonly narrow = new Map<number, number[]>();
  private readonly wide: { readonly sheet: number; readonly area: Rectangle; readonly formula: number }[] =
    [];
  private readonly anywhere: number[] = [];

  constructor(plan: WorkbookPlan) {
    this.sheets = new Map(plan.sheets.map(({ name }, index) => [name, index]));
    const names = new Map(plan.names.map((one) => [one.name, one]));
    plan.sheets.forEach(({ rows }, sheet) =>
      rows.forEach(({ cells }, row) =>
        cells.forEach((cell, column) => {
          if (cell?.formula !== undefined) this.note(cell.formula, sheet, keyOf(sheet, row, column), names);
        }),
      ),
    );
  }

  /** Whether any formula reads a cell. */
  isRead({ sheet, row, column }: PlanCell): boolean {
    if (this.anywhere.length > 0) return true;
    return this.readers(keyOf(this.sheets.get(sheet)!, row, column)).next().done !== true;
  }

  /** The formulas that read any of the cells, by their places. */
  of(cells: Iterable<PlanCell>): PlacedCells {
    const found = new Set<number>();
    const ahead = [...cells].map(({ sheet, row, column }) => keyOf(this.sheets.get(sheet)!, row, column));
    if (ahead.length > 0) ahead.push(...this.anywhere.filter((key) => add(found, key)));
    for (let key = ahead.pop(); key !== undefined; key = ahead.pop())
      for (const reader of this.readers(key)) if (add(found, reader)) ahead.push(reader);
    return new PlacedCells(this.sheets, found);
  }

  private *readers(key: number): Generator<number> {
    yield* this.narrow.get(key) ?? [];
    const [sheet, row, column] = placeOf(key);
    const cell = { row: row + 1, column: column + 1, rows: 1, columns: 1 };
    for (const range of this.wide)
      if (range.sheet === sheet && touches(range.area, cell)) yield range.formula;
  }

  private note(
    text: string,
    home: number,
    formula: number,
    names: ReadonlyMap<string, { readonly sheet: string; readonly range: string }>,
  ): void {
    if (ANYWHERE.test(text)) this.anywhere.push(formula);
    for (const [, sheet, range, name] of text.matchAll(REFERENCE)) {
      const named = name === undefined ? undefined : names.get(name);
      const on = named?.sheet ?? sheet?.replace(/^'(.*)'$/s, "$1").replaceAll("''", "'");
      const area = parseRectangle(named?.range ?? range ?? "");
      const at = on === undefined ? home : this.sheets.get(on);
      if (area !== null && at !== undefined) this.read(at, area, formula);
    }
  }

  private read(sheet: number, area: Rectangle, formula: number): void {
    if (area.rows * area.columns > NARROW) {
      this.wide.push({ sheet, area, formula });
      return;
    }
    for (let row = area.row - 1; row < area.row - 1 + area.rows; row++)
      for (let column = area.column - 1; column < area.column - 1 + area.columns; column++) {
        const key = keyOf(sheet, row, column);
        const readers = this.narrow.get(key);
        if (readers === undefined) this.narrow.set(key, [formula]);
        else readers.push(formula);
      }
  }
}

/** Cells of a plan, to be asked for by place. */
export class PlacedCells {
  constructor(
    private readonly sheets: ReadonlyMap<string, number>,
    private readonly keys: ReadonlySet<number>,
  ) {}

  get size(): number {
    return this.keys.size;
  }

  /** Whether a cell is among them; rows and columns count from 0. */
  has(sheet: string, row: number, column: number): boolean {
    const index = this.sheets.get(sheet);
    return index !== undefined && this.keys.has(keyOf(index, row, column));
  }

  /** All of them, sheet by sheet in reading order. */
  *all(): Iterable<PlanCell> {
    const names = [...this.sheets.keys()];
    for (const key of [...this.keys].sort((a, b) => a - b)) {
      const [sheet, row, column] = placeOf(key);
      yield { sheet: names[sheet]!, row, column };
    }
  }
}

const COLUMNS = 1000;
const CELLS = 1e9;

function keyOf(sheet: number, row: number, column: number): number {
  return sheet * CELLS + row * COLUMNS + column;
}

function placeOf(key: number): readonly [sheet: number, row: number, column: number] {
  const cell = key % CELLS;
  return [Math.floor(key / CELLS), Math.floor(cell / COLUMNS), cell % COLUMNS];
}

function add(found: Set<number>, key: number): boolean {
  if (found.has(key)) return false;
  found.add(key);
  return true;
}
