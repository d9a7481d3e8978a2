import type { ReadSheet } from "../xlsx/readXlsx";
import { parseCell } from "../../workbook/address";
import type { SheetPlan } from "../../workbook/plan";
import { canonical } from "../grid/cellContent";
import { alignLines, SAME_LINES, type LineMap } from "./alignLines";

/** Where the cells of a sheet of a file stand in the plan. */
export interface Alignment {
  readonly rows: LineMap;
  readonly columns: LineMap;
  readonly same: boolean;
  /** Share that the file has of the plan's rows that can be told by their texts, between 0 and 1. */
  readonly likeness: number;
}

/** Every cell where the plan has it. */
export const SAME: Alignment = { rows: SAME_LINES, columns: SAME_LINES, same: true, likeness: 1 };

/** A text or a formula of a cell, and its column. */
type Word = readonly [text: string, column: number];

/** What the rows of a sheet say. */
interface SheetWords {
  /** Texts that were typed, by row. */
  readonly typed: Map<number, Word[]>;
  /** Texts of any kind, and formulas of the head, by row. */
  readonly shown: Map<number, Word[]>;
  /** Last row and last column that hold something. */
  readonly last: { row: number; column: number };
}

/** A text that more rows than these have says little about which row it is. */
const COMMON = 8;

/** Rows at the top whose formulas tell a column: they bring the periods. */
const HEAD = 12;

/** Recognises the rows of a plan by their texts and its columns by what stands in those rows, also where rows or columns were put in, taken out or sorted. */
export function alignSheet(sheet: ReadSheet, plan: SheetPlan): Alignment {
  const planned = wordsOf(function* () {
    for (const [r, { cells }] of plan.rows.entries())
      for (const [c, cell] of cells.entries()) if (cell !== null) yield [r + 1, c + 1, cell];
  });
  const found = wordsOf(function* () {
    for (const address of sheet.addresses()) {
      const { row, column } = parseCell(address);
      yield [row, column, sheet.cell(address)];
    }
  });
  const rows = matchRows(planned.typed, found.typed);
  const columns = matchColumns(rows, planned.shown, found.shown);
  const rowMap = alignLines(rows, { file: found.last.row, plan: plan.rows.length });
  const columnMap = alignLines(columns, { file: found.last.column, plan: planned.last.column });
  return {
    rows: rowMap,
    columns: columnMap,
    same: rowMap.same && columnMap.same,
    likeness: rows.size / Math.max(1, matchRows(planned.typed, planned.typed).size),
  };
}

type Cell = { readonly value: unknown; readonly formula?: string };

function wordsOf(cells: () => Iterable<readonly [row: number, column: number, cell: Cell]>): SheetWords {
  const words: SheetWords = { typed: new Map(), shown: new Map(), last: { row: 0, column: 0 } };
  for (const [row, column, { value, formula }] of cells()) {
    words.last.row = Math.max(words.last.row, row);
    words.last.column = Math.max(words.last.column, column);
    const text = typeof value === "string" ? value.trim() : "";
    if (text !== "" && formula === undefined) put(words.typed, row, [text, column]);
    if (text !== "") put(words.shown, row, [text, column]);
    if (formula && row <= HEAD) put(words.shown, row, [canonical(`=${formula}`), column]);
  }
  return words;
}

function put(rows: Map<number, Word[]>, row: number, word: Word): void {
  const line = rows.get(row);
  if (line === undefined) rows.set(row, [word]);
  else line.push(word);
}

/** Rows of the file by the plan's rows that say most of the same; a text counts the more the fewer rows have it. */
function matchRows(
  planned: ReadonlyMap<number, readonly Word[]>,
  found: ReadonlyMap<number, readonly Word[]>,
): ReadonlyMap<number, number> {
  const holders = new Map<string, Set<number>>();
  for (const [row, line] of planned)
    for (const [text] of line) holders.set(text, (holders.get(text) ?? new Set()).add(row));
  const claims = new Map<number, { readonly file: number; readonly score: number }>();
  let previous = 0;
  for (const [file, line] of [...found].sort(([a], [b]) => a - b)) {
    const scores = new Map<number, number>();
    for (const text of new Set(line.map(([each]) => each))) {
      const rows = holders.get(text);
      if (rows === undefined || rows.size > COMMON) continue;
      for (const row of rows) scores.set(row, (scores.get(row) ?? 0) + 1 / rows.size);
    }
    if (scores.size === 0) continue;
    const best = Math.max(...scores.values());
    const tied = [...scores].flatMap(([row, score]) => (score > best - 1e-9 ? [row] : []));
    const row = tied.includes(file) ? file : (tied.find((each) => each > previous) ?? tied[0]!);
    previous = row;
    const claim = claims.get(row);
    if (claim === undefined || best > claim.score || (row === file && best === claim.score))
      claims.set(row, { file, score: best });
  }
  return new Map([...claims].map(([row, { file }]) => [file, row]));
}

/** Columns by the words that stand once in a recognised row, here and there; the column that most of them name. */
function matchColumns(
  rows: ReadonlyMap<number, number>,
  planned: ReadonlyMap<number, readonly Word[]>,
  found: ReadonlyMap<number, readonly Word[]>,
): ReadonlyMap<number, number> {
  const votes = new Map<number, Map<number, number>>();
  for (const [file, plan] of rows) {
    const there = onceOnly(planned.get(plan));
    for (const [text, column] of onceOnly(found.get(file))) {
      const target = there.get(text);
      if (target === undefined) continue;
      const line = votes.get(column) ?? new Map<number, number>();
      votes.set(column, line.set(target, (line.get(target) ?? 0) + 1));
    }
  }
  const claims = new Map<number, { readonly file: number; readonly count: number }>();
  for (const [file, line] of votes) {
    const [plan, count] = [...line].reduce((most, each) => (each[1] > most[1] ? each : most));
    if (count > (claims.get(plan)?.count ?? 0)) claims.set(plan, { file, count });
  }
  return new Map([...claims].map(([plan, { file }]) => [file, plan]));
}

function onceOnly(line: readonly Word[] | undefined): ReadonlyMap<string, number> {
  const once = new Map<string, number>();
  const twice = new Set<string>();
  for (const [text, column] of line ?? []) {
    if (once.has(text) && once.get(text) !== column) twice.add(text);
    once.set(text, column);
  }
  for (const text of twice) once.delete(text);
  return once;
}
