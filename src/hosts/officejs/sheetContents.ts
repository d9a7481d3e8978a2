/** Contents of sheets as Excel gives them back. */

import type { CellValue } from "../port";
import { parseRectangle, splitAddress } from "../../workbook/address";
import type { SheetPlan } from "../../workbook/plan";
import { excelCode } from "./excelErrors";
import { batchLimit, type ExcelRequests } from "./excelRequests";
import { hasNotes } from "./requirements";
import { textBytes } from "./step";

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

/** Bytes of Excel's answer with the contents of a planned sheet, by our own estimate. */
export function answerBytes({ rows }: SheetPlan): number {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  return rows.reduce(
    (sum, { cells }) =>
      sum +
      cells.reduce(
        (bytes, cell) => bytes + textBytes(`=${cell?.formula ?? String(cell?.value ?? "")}`),
        // Each cell of the rectangle has its comma; an empty one its quotes as well.
        width + 2 * (width - cells.length),
      ),
    0,
  );
}

/** Reads several sheets, as many in one round trip as their sizes allow where these are known, or in halves when the answer would be too large. */
export async function readSheets(
  requests: ExcelRequests,
  names: readonly string[],
  bytesOf: (name: string) => number = () => 0,
): Promise<Map<string, SheetContents>> {
  const parts: string[][] = [];
  let size = Infinity;
  for (const name of names) {
    const bytes = bytesOf(name);
    if (size + bytes > batchLimit) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)!.push(name);
    size += bytes;
  }
  const found = new Map<string, SheetContents>();
  for (const part of parts)
    for (const [name, contents] of await readTogether(requests, part)) found.set(name, contents);
  return found;
}

async function readTogether(
  requests: ExcelRequests,
  names: readonly string[],
): Promise<Map<string, SheetContents>> {
  try {
    return new Map(await requests.batch((context) => load(context, names)));
  } catch (error) {
    if (excelCode(error) !== "ResponsePayloadSizeLimitExceeded" || names.length < 2) throw error;
    const middle = Math.ceil(names.length / 2);
    return new Map([
      ...(await readTogether(requests, names.slice(0, middle))),
      ...(await readTogether(requests, names.slice(middle))),
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
