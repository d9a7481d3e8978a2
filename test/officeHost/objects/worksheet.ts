/** A worksheet. */

import { formatArea, gridColumns, gridRows, parseArea, splitSheet } from "../address";
import { ApiFault, invalidArgument, itemAlreadyExists } from "../apiFault";
import type { Sheet } from "../book";
import { EventType } from "../eventHub";
import type { Host } from "../host";
import { HostObject } from "../hostObject";
import { ChartCollection } from "./charts";
import { WorksheetFreezePanes } from "./freezePanes";
import { NoteCollection } from "./notes";
import { PageLayout } from "./pageLayout";
import { Range } from "./range";
import { RangeAreas } from "./rangeAreas";

/** Throws as Excel does for a sheet name it can't have. */
export function checkSheetName(name: string, location: string): void {
  if (
    name.length === 0 ||
    name.length > 31 ||
    /[\\/?*[\]:]/.test(name) ||
    name.startsWith("'") ||
    name.endsWith("'")
  )
    throw invalidArgument(location);
}

/** One sheet of the workbook. */
export class Worksheet extends HostObject {
  constructor(
    host: Host,
    readonly $sheet: Sheet,
  ) {
    super(host);
  }
  get id(): string {
    return this.$sheet.id;
  }
  get name(): string {
    return this.$sheet.name;
  }
  set name(name: string) {
    checkSheetName(name, "Worksheet.name");
    const taken = this.$host.book.sheet(name);
    if (taken && taken !== this.$sheet) throw itemAlreadyExists("Worksheet.name");
    const nameBefore = this.$sheet.name;
    this.$host.book.renameSheet(this.$sheet, name);
    this.$host.events.raise(EventType.nameChanged, this.$sheet.id, {
      worksheetId: this.$sheet.id,
      nameBefore,
      nameAfter: name,
      source: "Local",
    });
  }
  get position(): number {
    return this.$host.book.sheets.indexOf(this.$sheet);
  }
  set position(position: number) {
    const sheets = this.$host.book.sheets;
    if (!Number.isInteger(position) || position < 0 || position >= sheets.length)
      throw invalidArgument("Worksheet.position");
    sheets.splice(this.position, 1);
    sheets.splice(position, 0, this.$sheet);
  }
  get tabColor(): string {
    return this.$sheet.tabColor;
  }
  set tabColor(colour: string) {
    if (!/^(#[0-9A-Fa-f]{6})?$/.test(colour)) throw invalidArgument("Worksheet.tabColor");
    this.$sheet.tabColor = colour;
  }
  get visibility(): string {
    return this.$sheet.visibility;
  }
  set visibility(visibility: string) {
    this.$sheet.visibility = visibility;
  }
  get showGridlines(): boolean {
    return this.$sheet.showGridlines;
  }
  set showGridlines(show: boolean) {
    this.$sheet.showGridlines = show;
  }
  /** Wire name under which older versions of the client set showGridlines. */
  set gridlines(show: boolean) {
    this.$sheet.showGridlines = show;
  }
  get freezePanes(): WorksheetFreezePanes {
    return new WorksheetFreezePanes(this.$host, this.$sheet);
  }
  get pageLayout(): PageLayout {
    return new PageLayout(this.$host, this.$sheet);
  }
  get charts(): ChartCollection {
    return new ChartCollection(this.$host, this.$sheet);
  }
  get notes(): NoteCollection {
    return new NoteCollection(this.$host, this.$sheet);
  }

  getRange(address?: string | null): Range {
    if (address === undefined || address === null)
      return new Range(this.$host, this.$sheet, { row: 0, column: 0, rows: gridRows, columns: gridColumns });
    return new Range(this.$host, this.$sheet, parseArea(splitSheet(address).rest));
  }
  getRanges(address: string): RangeAreas {
    return new RangeAreas(this.$host, this.$sheet, address);
  }
  getCell(row: number, column: number): Range {
    return new Range(this.$host, this.$sheet, { row, column, rows: 1, columns: 1 });
  }
  getRangeByIndexes(row: number, column: number, rows: number, columns: number): Range {
    return new Range(this.$host, this.$sheet, { row, column, rows, columns });
  }
  getUsedRange(valuesOnly?: boolean): Range {
    return this.getUsedRangeOrNullObject(valuesOnly) ?? this.getRange("A1");
  }
  getUsedRangeOrNullObject(valuesOnly?: boolean): Range | null {
    const used = this.$sheet.usedArea(valuesOnly === true);
    return used && this.getRange(formatArea(used));
  }
  activate(): void {
    this.$host.book.active = this.$sheet;
    this.$host.events.raise(EventType.activated, this.$sheet.id, { worksheetId: this.$sheet.id });
  }
  calculate(): void {
    this.$host.calculate(true);
  }
  delete(): void {
    if (this.$host.book.sheets.length === 1)
      throw new ApiFault(
        "InvalidOperation",
        "The operation is invalid: a workbook must contain at least one visible worksheet.",
        "Worksheet.delete",
      );
    this.$host.book.deleteSheet(this.$sheet);
    this.$host.events.raise(EventType.deleted, this.$sheet.id, {
      worksheetId: this.$sheet.id,
      source: "Local",
    });
  }

  _RegisterDataChangedEvent(): void {
    this.$host.events.register(EventType.changed, this.id);
  }
  _UnregisterDataChangedEvent(): void {
    this.$host.events.unregister(EventType.changed, this.id);
  }
  _RegisterSelectionChangedEvent(): void {
    this.$host.events.register(EventType.selectionChanged, this.id);
  }
  _UnregisterSelectionChangedEvent(): void {
    this.$host.events.unregister(EventType.selectionChanged, this.id);
  }
  _RegisterEventNameChanged(): void {
    this.$host.events.register(EventType.nameChanged, this.id);
  }
  _UnregisterEventNameChanged(): void {
    this.$host.events.unregister(EventType.nameChanged, this.id);
  }
}
