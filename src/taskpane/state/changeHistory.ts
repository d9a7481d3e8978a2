import {
  entryOf,
  sameEntry,
  withEdits,
  type InputEdit,
  type InputEntry,
  type InputTable,
} from "./inputTable";
import type { ScenarioName } from "../../seeds";

/** One cell before and after a change. */
export interface CellChange extends Omit<InputEdit, "entry"> {
  readonly before: InputEntry;
  readonly after: InputEntry;
}

/** What the analyst did in one go, in words and cell by cell. */
export interface Change {
  readonly label: string;
  readonly cells: readonly CellChange[];
  /** The name that an own scenario was given, and the one before. */
  readonly name?: { readonly of: ScenarioName; readonly before: string; readonly after: string };
  /** When it was done, in milliseconds; quick changes of one cell count as one. */
  readonly at: number;
}

/** Changes that can be taken back and those that can be done again, latest last. */
export interface ChangeHistory {
  readonly done: readonly Change[];
  readonly undone: readonly Change[];
}

/** A history without changes. */
export const EMPTY_HISTORY: ChangeHistory = { done: [], undone: [] };

const MOST = 100;
const PAUSE = 1200;

/** Adds a change; one that follows quickly on the same single cell joins the change before. */
export function remember({ done }: ChangeHistory, change: Change): ChangeHistory {
  const last = done[done.length - 1];
  const [cell] = change.cells;
  const [before] = last?.cells ?? [];
  const joins =
    last !== undefined &&
    cell !== undefined &&
    before !== undefined &&
    last.cells.length === 1 &&
    change.cells.length === 1 &&
    before.driver === cell.driver &&
    before.scenario === cell.scenario &&
    change.at - last.at < PAUSE;
  const next = joins
    ? [...done.slice(0, -1), { ...change, cells: [{ ...cell, before: before.before }] }]
    : [...done, change];
  return { done: next.slice(-MOST), undone: [] };
}

/** What undo or redo does: the new history, the cells to write, and how many stay because the sheet has changed them since. */
export interface Step {
  readonly history: ChangeHistory;
  readonly change: Change;
  readonly edits: readonly InputEdit[];
  readonly skipped: number;
}

/** Takes the latest change back, or null when there is none. */
export function undo(history: ChangeHistory, table: InputTable): Step | null {
  const change = history.done[history.done.length - 1];
  if (change === undefined) return null;
  return {
    change,
    history: { done: history.done.slice(0, -1), undone: [...history.undone, change] },
    ...restored(change, table, "after", "before"),
  };
}

/** Does the latest undone change again, or null when there is none. */
export function redo(history: ChangeHistory, table: InputTable): Step | null {
  const change = history.undone[history.undone.length - 1];
  if (change === undefined) return null;
  return {
    change,
    history: { done: [...history.done, change], undone: history.undone.slice(0, -1) },
    ...restored(change, table, "before", "after"),
  };
}

function restored(
  { cells }: Change,
  table: InputTable,
  from: "before" | "after",
  to: "before" | "after",
): Pick<Step, "edits" | "skipped"> {
  const free = cells.filter((cell) => sameEntry(entryOf(table, cell.scenario, cell.driver), cell[from]));
  return {
    edits: free.map((cell) => ({ scenario: cell.scenario, driver: cell.driver, entry: cell[to] })),
    skipped: cells.length - free.length,
  };
}

/** The change that a list of edits makes to a table; cells that stay the same are left out. */
export function changeOf(table: InputTable, edits: readonly InputEdit[], label: string, at: number): Change {
  const after = withEdits(table, edits);
  const cells = edits.map(({ scenario, driver }) => ({
    scenario,
    driver,
    before: entryOf(table, scenario, driver),
    after: entryOf(after, scenario, driver),
  }));
  return { label, at, cells: cells.filter((cell) => !sameEntry(cell.before, cell.after)) };
}
