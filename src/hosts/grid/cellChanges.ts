import { SetRangeValuesMutation, type ISetRangeValuesMutationParams } from "@univerjs/sheets";
import type { IMutationInfo } from "@univerjs/core";

/** What a change gives the cells of a sheet, by row and column from 0. */
export type CellChanges = ISetRangeValuesMutationParams["cellValue"];

/** What a change gives one cell: the parts that it names; null takes the cell away. */
export type CellChange = Readonly<Record<string, unknown>> | null;

/** Parts of a cell that are its content; every other part is its look. */
const CONTENT: ReadonlySet<string> = new Set(["v", "t", "f", "si", "p"]);

/** Whether a change gives a cell content, or takes it away. */
export function touchesContent(change: CellChange): boolean {
  return (
    change === null ||
    Object.entries(change).some(([part, given]) => given !== undefined && CONTENT.has(part))
  );
}

/** What of a change is the cell's look. */
export function lookOf(change: CellChange): CellChange {
  return change === null
    ? null
    : Object.fromEntries(Object.entries(change).filter(([part]) => !CONTENT.has(part)));
}

/** The changes, each as it is made; a cell made undefined is left out. */
export function mapChanges(
  changes: CellChanges,
  made: (change: CellChange, row: number, column: number) => CellChange | undefined,
): CellChanges {
  const rows = Object.entries(
    (changes ?? {}) as Record<string, Record<string, CellChange | undefined> | null>,
  );
  return Object.fromEntries(
    rows.map(([row, cells]) => [
      row,
      Object.fromEntries(
        Object.entries(cells ?? {}).flatMap(([column, change]) => {
          const after = made(change ?? null, Number(row), Number(column));
          return after === undefined ? [] : [[column, after]];
        }),
      ),
    ]),
  ) as CellChanges;
}

/** The cells that a mutation changes; null where it does something else. */
export function changesOf({ id, params }: IMutationInfo): ISetRangeValuesMutationParams | null {
  return id === SetRangeValuesMutation.id ? (params as ISetRangeValuesMutationParams) : null;
}
