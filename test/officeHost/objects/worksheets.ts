/** The sheets of the workbook, and the events that concern any of them. */

import { itemAlreadyExists, itemNotFound } from "../apiFault";
import { EventType, workbookTarget } from "../eventHub";
import { HostCollection } from "../hostObject";
import { checkSheetName, type Worksheet } from "./worksheet";

/** Sheets in tab order. */
export class WorksheetCollection extends HostCollection {
  get $items(): Worksheet[] {
    return this.$host.book.sheets.map((sheet) => this.$host.workbook.$worksheet(sheet));
  }

  add(name?: string | null): Worksheet {
    const book = this.$host.book;
    let chosen = name ?? "";
    for (let number = book.sheets.length + 1; chosen === ""; number += 1)
      if (!book.sheet(`Sheet${String(number)}`)) chosen = `Sheet${String(number)}`;
    checkSheetName(chosen, "WorksheetCollection.add");
    if (book.sheet(chosen)) throw itemAlreadyExists("WorksheetCollection.add");
    const sheet = book.addSheet(chosen);
    this.$host.events.raise(EventType.added, sheet.id, { worksheetId: sheet.id, source: "Local" });
    return this.$host.workbook.$worksheet(sheet);
  }
  getItemOrNullObject(key: string): Worksheet | null {
    return this.$items.find((one) => one.name.toLowerCase() === key.toLowerCase() || one.id === key) ?? null;
  }
  getItem(key: string): Worksheet {
    const found = this.getItemOrNullObject(key);
    if (!found) throw itemNotFound("WorksheetCollection.getItem");
    return found;
  }
  getActiveWorksheet(): Worksheet {
    return this.$host.workbook.$worksheet(this.$host.book.active);
  }
  getCount(): number {
    return this.$items.length;
  }
  getFirst(): Worksheet {
    return this.$items[0] as Worksheet;
  }
  getLast(): Worksheet {
    return this.$items.at(-1) as Worksheet;
  }

  _RegisterDataChangedEvent(): void {
    this.$host.events.register(EventType.changed, workbookTarget);
  }
  _UnregisterDataChangedEvent(): void {
    this.$host.events.unregister(EventType.changed, workbookTarget);
  }
  _RegisterDeletedEvent(): void {
    this.$host.events.register(EventType.deleted, workbookTarget);
  }
  _UnregisterDeletedEvent(): void {
    this.$host.events.unregister(EventType.deleted, workbookTarget);
  }
  _RegisterAddedEvent(): void {
    this.$host.events.register(EventType.added, workbookTarget);
  }
  _UnregisterAddedEvent(): void {
    this.$host.events.unregister(EventType.added, workbookTarget);
  }
  _RegisterActivatedEvent(): void {
    this.$host.events.register(EventType.activated, workbookTarget);
  }
  _UnregisterActivatedEvent(): void {
    this.$host.events.unregister(EventType.activated, workbookTarget);
  }
  _RegisterSelectionChangedEvent(): void {
    this.$host.events.register(EventType.selectionChanged, workbookTarget);
  }
  _UnregisterSelectionChangedEvent(): void {
    this.$host.events.unregister(EventType.selectionChanged, workbookTarget);
  }
  _RegisterEventNameChanged(): void {
    this.$host.events.register(EventType.nameChanged, workbookTarget);
  }
  _UnregisterEventNameChanged(): void {
    this.$host.events.unregister(EventType.nameChanged, workbookTarget);
  }
}
