/** Excel's list of what can be undone: as the library says, each `context.sync()` that changes something is one record. */

import { formatArea } from "./address";
import type { Cell, Sheet } from "./book";
import type { Running } from "./bootOffice";
import { EventType } from "./eventHub";

/** Contents of the workbook at one time; sheets that did not change share their cells. */
interface Moment {
  readonly revision: number;
  readonly sheets: readonly { readonly sheet: Sheet; readonly cells: ReadonlyMap<number, Cell> }[];
}

/** Keeps a record of every batch that changes contents or sheets, from its making on. */
export class UndoSteps {
  private readonly done: Moment[] = [];
  private readonly undone: Moment[] = [];
  private now: Moment;

  constructor(private readonly running: Running) {
    this.now = this.taken();
    const { host } = running;
    const process = host.process.bind(host);
    host.process = (request, limit) => {
      // What a person did since the last batch is a record of its own.
      this.note();
      const answer = process(request, limit);
      this.note();
      return answer;
    };
  }

  /** How many records there are to undo. */
  get count(): number {
    this.note();
    return this.done.length;
  }

  /** What Ctrl+Z does; fails where nothing is left to undo. */
  undo(): void {
    this.note();
    this.move(this.done, this.undone, "undo");
  }

  /** What Ctrl+Y does. */
  redo(): void {
    this.move(this.undone, this.done, "redo");
  }

  private note(): void {
    if (this.running.book.revision === this.now.revision) return;
    this.done.push(this.now);
    this.undone.length = 0;
    this.now = this.taken();
  }

  private taken(): Moment {
    const { book } = this.running;
    const before = new Map((this.now as Moment | undefined)?.sheets.map((each) => [each.sheet, each.cells]));
    return {
      revision: book.revision,
      sheets: book.sheets.map((sheet) => {
        const known = before.get(sheet);
        return {
          sheet,
          cells: known !== undefined && isSame(known, sheet.cells) ? known : copied(sheet.cells),
        };
      }),
    };
  }

  private move(from: Moment[], to: Moment[], what: string): void {
    const moment = from.pop();
    if (moment === undefined) throw new Error(`There is nothing to ${what}.`);
    to.push(this.now);
    const { book, host, bridge } = this.running;
    for (const { sheet, cells } of moment.sheets) {
      if (isSame(cells, sheet.cells)) continue;
      const changed = [...cells].filter(([key, cell]) => !isSameCell(cell, sheet.cells.get(key)));
      sheet.cells.clear();
      for (const [key, cell] of copied(cells)) sheet.cells.set(key, cell);
      for (const [key] of changed)
        host.events.raise(EventType.changed, sheet.id, {
          worksheetId: sheet.id,
          address: formatArea({ row: Math.floor(key / 16384), column: key % 16384, rows: 1, columns: 1 }),
          changeType: "RangeEdited",
          source: "Local",
          ...(host.tellsEditor ? { triggerSource: "Unknown" } : {}),
          shiftDirection: "None",
        });
    }
    const gone = book.sheets.filter((sheet) => !moment.sheets.some((each) => each.sheet === sheet));
    book.sheets.splice(0, book.sheets.length, ...moment.sheets.map(({ sheet }) => sheet));
    for (const { id } of gone) host.events.raise(EventType.deleted, id, { worksheetId: id, source: "Local" });
    book.revision += 1;
    this.now = { ...moment, revision: book.revision };
    bridge.flushEvents();
  }
}

const contents = ({ formula, value }: Cell): unknown => (formula === "" ? value : formula);

const isSameCell = (one: Cell, other: Cell | undefined): boolean =>
  other !== undefined && contents(one) === contents(other);

const isSame = (one: ReadonlyMap<number, Cell>, other: ReadonlyMap<number, Cell>): boolean =>
  one.size === other.size && [...one].every(([key, cell]) => isSameCell(cell, other.get(key)));

const copied = (cells: ReadonlyMap<number, Cell>): Map<number, Cell> =>
  new Map([...cells].map(([key, cell]) => [key, { ...cell, look: { ...cell.look } }]));
