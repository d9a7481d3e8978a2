/** Tells the pane what happens in the workbook: edits of watched ranges, selection, sheets renamed or deleted. */

import type { Address, WorkbookEvent } from "../port";
import { parseRectangle, type Rectangle, touches } from "../../workbook/address";
import { inExcelWords } from "./excelErrors";
import { ExcelRequests } from "./excelRequests";
import { rangeAt } from "./ranges";
import { excelHas } from "./requirements";

interface Watched {
  readonly sheetId: string;
  readonly area: Rectangle;
}

type Handler = (event: WorkbookEvent) => void;

/** One watch; events are handled one after another, so none overtakes another. */
class Watch {
  private queue: Promise<void> = Promise.resolve();

  constructor(
    private readonly watched: readonly Watched[],
    private readonly sheetNames: Map<string, string>,
    private readonly handler: Handler,
  ) {}

  readonly changed = (event: Excel.WorksheetChangedEventArgs): Promise<void> =>
    this.enqueue(async () => {
      const parts = event.address.split(/[,;]/).map((one) => parseRectangle(one));
      const touched = this.watched.some(
        ({ sheetId, area }) =>
          sheetId === event.worksheetId && parts.some((part) => part === null || touches(part, area)),
      );
      if (!touched) return;
      if (!hearsRenaming()) await this.lookUpNames();
      const sheet = this.sheetNames.get(event.worksheetId);
      if (sheet !== undefined) this.handler({ kind: "edited", sheet });
    });

  readonly selected = (event: Excel.WorksheetSelectionChangedEventArgs): Promise<void> =>
    this.enqueue(async () => {
      if (!this.sheetNames.has(event.worksheetId)) await this.lookUpNames();
      const sheet = this.sheetNames.get(event.worksheetId) ?? "";
      this.handler({ kind: "selected", sheet, range: event.address });
    });

  readonly deleted = (event: Excel.WorksheetDeletedEventArgs): Promise<void> =>
    this.enqueue(() => {
      if (this.sheetNames.delete(event.worksheetId)) this.handler({ kind: "sheets" });
      return Promise.resolve();
    });

  readonly renamed = (event: Excel.WorksheetNameChangedEventArgs): Promise<void> =>
    this.enqueue(() => {
      this.nameAll([[event.worksheetId, event.nameAfter]]);
      return Promise.resolve();
    });

  private enqueue(work: () => Promise<void>): Promise<void> {
    // A failed look-up must not stop later events.
    this.queue = this.queue.then(work).catch(() => undefined);
    return this.queue;
  }

  private nameAll(now: readonly (readonly [id: string, name: string])[]): void {
    const renamed = now.some(([id, name]) => (this.sheetNames.get(id) ?? name) !== name);
    for (const [id, name] of now) this.sheetNames.set(id, name);
    if (renamed) this.handler({ kind: "sheets" });
  }

  private async lookUpNames(): Promise<void> {
    const now = await new ExcelRequests().batch((context) => {
      const { worksheets } = context.workbook;
      worksheets.load("items/id,items/name");
      return () => worksheets.items.map((one) => [one.id, one.name] as const);
    });
    this.nameAll(now);
  }
}

/** Starts watching; the result stops it and takes every handler off. */
export async function watchWorkbook(
  addresses: readonly Address[],
  handler: Handler,
): Promise<() => Promise<void>> {
  try {
    const start = await new ExcelRequests().batch((context) => {
      const { worksheets } = context.workbook;
      worksheets.load("items/id,items/name");
      const ranges = addresses.map((address) =>
        rangeAt(context, address).load("rowIndex,columnIndex,rowCount,columnCount,worksheet/id"),
      );
      return () => ({
        names: new Map(worksheets.items.map((one) => [one.id, one.name])),
        watched: ranges.map((range) => ({
          sheetId: range.worksheet.id,
          area: {
            row: range.rowIndex + 1,
            column: range.columnIndex + 1,
            rows: range.rowCount,
            columns: range.columnCount,
          },
        })),
      });
    });
    const watch = new Watch(start.watched, start.names, handler);
    const context = new Excel.RequestContext();
    const { worksheets } = context.workbook;
    const results: { remove: () => void }[] = [worksheets.onDeleted.add(watch.deleted)];
    if (excelHas("1.9"))
      results.push(
        worksheets.onChanged.add(watch.changed),
        worksheets.onSelectionChanged.add(watch.selected),
      );
    else
      for (const id of new Set(start.watched.map((one) => one.sheetId))) {
        const sheet = worksheets.getItem(id).load("id");
        results.push(sheet.onChanged.add(watch.changed), sheet.onSelectionChanged.add(watch.selected));
      }
    if (hearsRenaming()) results.push(worksheets.onNameChanged.add(watch.renamed));
    await context.sync();
    return async () => {
      for (const result of results) result.remove();
      await context.sync();
    };
  } catch (error) {
    throw inExcelWords(error);
  }
}

/** True when Excel reports renamed sheets; elsewhere a renaming is noticed at the next edit. */
function hearsRenaming(): boolean {
  return excelHas("1.17") && Office.context.requirements.isSetSupported("ExcelApiOnline", "1.1");
}
