/** Defined names of the workbook. */

import { formatArea, parseArea, splitSheet } from "../address";
import { invalidArgument, itemAlreadyExists, itemNotFound } from "../apiFault";
import type { NameRecord } from "../book";
import type { Host } from "../host";
import { HostCollection, HostObject } from "../hostObject";
import { quoteSheet, renameSheets, sheetsIn } from "../sheetReferences";
import { Range } from "./range";

/** One defined name. */
export class NamedItem extends HostObject {
  constructor(
    host: Host,
    readonly $record: NameRecord,
  ) {
    super(host);
  }
  get name(): string {
    return this.$record.name;
  }
  get formula(): string {
    return this.$record.formula;
  }
  set formula(text: string) {
    this.$record.formula = normalise(this.$host, text);
  }
  get comment(): string {
    return this.$record.comment;
  }
  set comment(text: string) {
    this.$record.comment = text;
  }
  get visible(): boolean {
    return this.$record.visible;
  }
  set visible(visible: boolean) {
    this.$record.visible = visible;
  }
  get scope(): string {
    return "Workbook";
  }
  get type(): string {
    return this.$record.formula.includes("#REF!") ? "Error" : "Range";
  }
  getRange(): Range {
    const range = this.getRangeOrNullObject();
    if (!range) throw itemNotFound("NamedItem.getRange");
    return range;
  }
  getRangeOrNullObject(): Range | null {
    const { sheet, rest } = splitSheet(this.$record.formula.replace(/^=/, ""));
    const found = sheet === null ? undefined : this.$host.book.sheet(sheet);
    return found && !rest.includes("#REF!") ? new Range(this.$host, found, parseArea(rest)) : null;
  }
  delete(): void {
    this.$host.book.names.delete(this.$record.name.toLowerCase());
    this.$host.book.revision += 1;
  }
}

function normalise(host: Host, text: string): string {
  if (!text.startsWith("=") || sheetsIn(text).some((name) => !host.book.sheet(name)))
    throw invalidArgument("NamedItem.formula");
  host.book.revision += 1;
  return renameSheets(text, (name) => host.book.sheet(name)?.name ?? null);
}

/** The defined names in alphabetical order. */
export class NamedItemCollection extends HostCollection {
  get $items(): NamedItem[] {
    return [...this.$host.book.names.values()]
      .sort((a, b) => a.name.localeCompare(b.name))
      .map((one) => new NamedItem(this.$host, one));
  }
  add(name: string, reference: Range | string, comment?: string | null): NamedItem {
    if (!/^[A-Za-z_\\][\w.\\]*$/.test(name) || /^[A-Za-z]{1,3}\d{1,7}$/.test(name) || /^[RrCc]$/.test(name))
      throw invalidArgument("NamedItemCollection.add");
    if (this.$host.book.names.has(name.toLowerCase())) throw itemAlreadyExists("NamedItemCollection.add");
    const text =
      typeof reference === "string"
        ? reference
        : `=${quoteSheet(reference.$sheet.name)}!${formatArea(reference.$area, true)}`;
    const record: NameRecord = {
      name,
      formula: normalise(this.$host, text),
      comment: comment ?? "",
      visible: true,
    };
    this.$host.book.names.set(name.toLowerCase(), record);
    return new NamedItem(this.$host, record);
  }
  getItemOrNullObject(name: string): NamedItem | null {
    const record = this.$host.book.names.get(name.toLowerCase());
    return record ? new NamedItem(this.$host, record) : null;
  }
  getItem(name: string): NamedItem {
    const found = this.getItemOrNullObject(name);
    if (!found) throw itemNotFound("NamedItemCollection.getItem");
    return found;
  }
  getCount(): number {
    return this.$host.book.names.size;
  }
}
