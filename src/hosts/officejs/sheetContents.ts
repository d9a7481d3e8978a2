/** Contents of sheets as Excel gives them back. */

import type { CellValue } from "../port";
import { parseRectangle, splitAddress } from "../../workbook/address";
import { excelCode } from "./excelErrors";
import type { ExcelRequests } from "./excelRequests";
import { hasNotes } from "./requirements";

/** Contents of one sheet: formulas or values by cell. */
export class SheetContents {
  constructor(
    readonly top: number,
    readonly left: number,
    readonly table: readonly (readonly CellValue[])[],
    /** Excel's id of the sheet. */
    readonly id = "",
  ) {}

  /** What a cell holds; rows and columns count from 1. */
  at(row: number, column: number): CellValue {
    return this.table[row - 1 - this.top]?.[column - 1 - this.left] ?? "";
  }
}

/** Contents of a sheet with nothing on it. */
export const noContents = new SheetContents(0, 0, []);

interface PendingNotes {
  readonly notes: Excel.NoteCollection;
  readonly places: Excel.Range[];
}

function load(context: Excel.RequestContext, names: readonly string[]): () => [string, SheetContents][] {
  const pending = names.map((name) => {
    const sheet = context.workbook.worksheets.getItem(name);
    sheet.load("id");
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load("formulas,rowIndex,columnIndex");
    return { name, sheet, used };
  });
  return () =>
    pending.map(({ name, sheet, used }) => [
      name,
      used.isNullObject
        ? new SheetContents(0, 0, [], sheet.id)
        : new SheetContents(used.rowIndex, used.columnIndex, used.formulas as CellValue[][], sheet.id),
    ]);
}

/** Reads several sheets in one round trip, or in halves when the answer would be too large. */
export async function readSheets(
  requests: ExcelRequests,
  names: readonly string[],
): Promise<Map<string, SheetContents>> {
  if (names.length === 0) return new Map();
  try {
    return new Map(await requests.batch((context) => load(context, names)));
  } catch (error) {
    if (excelCode(error) !== "ResponsePayloadSizeLimitExceeded" || names.length < 2) throw error;
    const middle = Math.ceil(names.length / 2);
    return new Map([
      ...(await readSheets(requests, names.slice(0, middle))),
      ...(await readSheets(requests, names.slice(middle))),
    ]);
  }
}

/** Notes of several sheets by cell; nothing where this Excel has no notes. */
export async function readNotes(
  requests: ExcelRequests,
  names: readonly string[],
): Promise<Map<string, ReadonlyMap<string, string>>> {
  if (!hasNotes() || names.length === 0) return new Map();
  const counts = await requests.batch((context) => {
    const all = names.map((name) => context.workbook.worksheets.getItem(name).notes);
    for (const notes of all) notes.load("items/content");
    return () => all.map((notes) => notes.items.map((note) => note.content));
  });
  if (counts.every((one) => one.length === 0)) return new Map(names.map((name) => [name, new Map()]));
  return requests.batch((context) => {
    const all: PendingNotes[] = names.map((name, index) => {
      const { notes } = context.workbook.worksheets.getItem(name);
      const places = (counts[index] ?? []).map((_, at) => notes.getItemAt(at).getLocation());
      for (const place of places) place.load("address");
      return { notes, places };
    });
    return () =>
      new Map(
        all.map(({ places }, index) => [
          names[index] ?? "",
          new Map(places.map((place, at) => [cellOf(place.address), counts[index]?.[at] ?? ""])),
        ]),
      );
  });
}

function cellOf(address: string): string {
  const cell = splitAddress(address).range.replaceAll("$", "");
  return parseRectangle(cell) ? cell : "";
}
