/** Notes (classic comments) of a sheet. */

import { formatArea, parseArea, splitSheet } from "../address";
import { ApiFault, itemNotFound } from "../apiFault";
import type { NoteRecord, Sheet } from "../book";
import type { Host } from "../host";
import { HostCollection, HostObject } from "../hostObject";
import { Range } from "./range";

/** The note of one cell. */
export class Note extends HostObject {
  constructor(
    host: Host,
    readonly $sheet: Sheet,
    readonly $cell: string,
    readonly $record: NoteRecord,
  ) {
    super(host);
  }
  get authorName(): string {
    return this.$record.author;
  }
  get content(): string {
    return this.$record.content;
  }
  set content(text: string) {
    this.$record.content = text;
  }
  get visible(): boolean {
    return this.$record.visible;
  }
  set visible(visible: boolean) {
    this.$record.visible = visible;
  }
  getLocation(): Range {
    return new Range(this.$host, this.$sheet, parseArea(this.$cell));
  }
  delete(): void {
    this.$sheet.notes.delete(this.$cell);
  }
}

/** Notes by cell address. */
export class NoteCollection extends HostCollection {
  constructor(
    host: Host,
    readonly $sheet: Sheet,
  ) {
    super(host);
  }
  get $items(): Note[] {
    return [...this.$sheet.notes].map(([cell, record]) => new Note(this.$host, this.$sheet, cell, record));
  }
  add(cell: Range | string, content: string): Note {
    const key =
      typeof cell === "string" ? formatArea(parseArea(splitSheet(cell).rest)) : formatArea(cell.$area);
    if (this.$sheet.notes.has(key))
      throw new ApiFault("InvalidOperation", "The cell already has a note.", "NoteCollection.add");
    const record: NoteRecord = { author: "KC Model", content, visible: false };
    this.$sheet.notes.set(key, record);
    return new Note(this.$host, this.$sheet, key, record);
  }
  getItemOrNullObject(cell: string): Note | null {
    const key = formatArea(parseArea(splitSheet(cell).rest));
    const record = this.$sheet.notes.get(key);
    return record ? new Note(this.$host, this.$sheet, key, record) : null;
  }
  getItem(cell: string): Note {
    const found = this.getItemOrNullObject(cell);
    if (!found) throw itemNotFound("NoteCollection.getItem");
    return found;
  }
  getItemAt(index: number): Note {
    const found = this.$items[index];
    if (!found) throw itemNotFound("NoteCollection.getItemAt");
    return found;
  }
  getCount(): number {
    return this.$sheet.notes.size;
  }
}
