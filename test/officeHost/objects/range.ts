/** A range: contents, formats, and ways to reach its parts. */

import {
  type Area,
  contains,
  eachCell,
  formatArea,
  gridColumns,
  gridRows,
  overlap,
  parseArea,
  splitSheet,
} from "../address";
import { invalidArgument } from "../apiFault";
import type { Cell, Sheet } from "../book";
import { EventType } from "../eventHub";
import type { Host } from "../host";
import { HostObject } from "../hostObject";
import { quoteSheet } from "../sheetReferences";
import { contentOf, enter } from "./cellInput";
import { ConditionalFormatCollection } from "./conditionalFormats";
import { DataValidation } from "./dataValidation";
import { lookDefaults } from "./lookAccess";
import { RangeFormat } from "./rangeFormat";
import type { Worksheet } from "./worksheet";

/** One rectangle of cells. */
export class Range extends HostObject {
  constructor(
    host: Host,
    readonly $sheet: Sheet,
    readonly $area: Area,
  ) {
    super(host);
    if (
      $area.row < 0 ||
      $area.column < 0 ||
      $area.rows < 1 ||
      $area.columns < 1 ||
      $area.row + $area.rows > gridRows ||
      $area.column + $area.columns > gridColumns
    )
      throw invalidArgument("Range");
  }
  get $areas(): readonly Area[] {
    return [this.$area];
  }

  get address(): string {
    return `${quoteSheet(this.$sheet.name)}!${formatArea(this.$area)}`;
  }
  get rowIndex(): number {
    return this.$area.row;
  }
  get columnIndex(): number {
    return this.$area.column;
  }
  get rowCount(): number {
    return this.$area.rows;
  }
  get columnCount(): number {
    return this.$area.columns;
  }
  get cellCount(): number {
    return this.$area.rows * this.$area.columns;
  }
  get worksheet(): Worksheet {
    return this.$host.workbook.$worksheet(this.$sheet);
  }
  get format(): RangeFormat {
    return new RangeFormat(this.$host, { sheet: this.$sheet, areas: this.$areas });
  }
  get dataValidation(): DataValidation {
    return new DataValidation(this.$host, this.$sheet, this.$areas);
  }
  get conditionalFormats(): ConditionalFormatCollection {
    return new ConditionalFormatCollection(this.$host, this.$sheet, this.$areas);
  }

  get values(): unknown {
    this.$host.calculate();
    return this.$table((cell) => cell?.value ?? "");
  }
  set values(input: unknown) {
    this.$enter(input, "Range.values");
  }
  get formulas(): unknown {
    return this.$table(contentOf);
  }
  set formulas(input: unknown) {
    this.$enter(input, "Range.formulas");
  }
  get text(): unknown {
    this.$host.calculate();
    return this.$table((cell) => String(cell?.value ?? ""));
  }
  get numberFormat(): unknown {
    return this.$table((cell) => cell?.look["numberFormat"] ?? lookDefaults["numberFormat"]);
  }
  set numberFormat(input: unknown) {
    this.$each(input, "Range.numberFormat", (row, column, value) => {
      if (value !== null) this.$sheet.touch(row, column).look["numberFormat"] = value;
    });
  }
  get hyperlink(): unknown {
    return this.$sheet.at(this.$area.row, this.$area.column)?.link ?? null;
  }
  set hyperlink(link: unknown) {
    const target = link as Readonly<Record<string, string>> | null;
    eachCell(this.$areas, (row, column) => {
      const cell = this.$sheet.touch(row, column);
      if (!target) {
        delete cell.link;
        return;
      }
      cell.link = target;
      const shown =
        target["textToDisplay"] ??
        (cell.value === "" ? (target["documentReference"] ?? target["address"]) : undefined);
      if (shown !== undefined)
        enter(this.$host.book, this.$sheet, row, column, `'${shown}`, "Range.hyperlink");
      Object.assign(cell.look, { "font.color": "#0563C1", "font.underline": "Single" });
    });
  }

  getCell(row: number, column: number): Range {
    return this.$at(this.$area.row + row, this.$area.column + column, 1, 1);
  }
  getRow(row: number): Range {
    return this.$at(this.$area.row + row, this.$area.column, 1, this.$area.columns);
  }
  getColumn(column: number): Range {
    return this.$at(this.$area.row, this.$area.column + column, this.$area.rows, 1);
  }
  getLastCell(): Range {
    return this.getCell(this.$area.rows - 1, this.$area.columns - 1);
  }
  getEntireRow(): Range {
    return this.$at(this.$area.row, 0, this.$area.rows, gridColumns);
  }
  getEntireColumn(): Range {
    return this.$at(0, this.$area.column, gridRows, this.$area.columns);
  }
  getOffsetRange(rows: number, columns: number): Range {
    return this.$at(this.$area.row + rows, this.$area.column + columns, this.$area.rows, this.$area.columns);
  }
  getResizedRange(rows: number, columns: number): Range {
    return this.$at(this.$area.row, this.$area.column, this.$area.rows + rows, this.$area.columns + columns);
  }
  getAbsoluteResizedRange(rows: number, columns: number): Range {
    return this.$at(this.$area.row, this.$area.column, rows, columns);
  }
  getBoundingRect(other: Range | string): Range {
    const [a, b] = [this.$area, typeof other === "string" ? parseArea(splitSheet(other).rest) : other.$area];
    const [row, column] = [Math.min(a.row, b.row), Math.min(a.column, b.column)];
    return this.$at(
      row,
      column,
      Math.max(a.row + a.rows, b.row + b.rows) - row,
      Math.max(a.column + a.columns, b.column + b.columns) - column,
    );
  }
  getIntersectionOrNullObject(other: Range | string): Range | null {
    const [a, b] = [this.$area, typeof other === "string" ? parseArea(splitSheet(other).rest) : other.$area];
    if (!overlap(a, b)) return null;
    const [row, column] = [Math.max(a.row, b.row), Math.max(a.column, b.column)];
    return this.$at(
      row,
      column,
      Math.min(a.row + a.rows, b.row + b.rows) - row,
      Math.min(a.column + a.columns, b.column + b.columns) - column,
    );
  }
  getUsedRangeOrNullObject(valuesOnly?: boolean): Range | null {
    const used = this.$sheet.usedArea(valuesOnly === true);
    return used && this.getIntersectionOrNullObject(formatArea(used));
  }

  clear(what?: string): void {
    for (const [key, cell] of this.$sheet.cells) {
      if (!contains(this.$area, { row: Math.floor(key / 16384), column: key % 16384, rows: 1, columns: 1 }))
        continue;
      if (what !== "Formats") Object.assign(cell, { value: "", formula: "" });
      if (what !== "Contents") cell.look = {};
    }
    this.$host.book.revision += 1;
    this.$raise();
  }
  /** A level more in the outline for every row or column of the range. */
  group(option: "ByRows" | "ByColumns"): void {
    const levels = this.$sheet.outline[option];
    const [first, count] =
      option === "ByRows" ? [this.$area.row, this.$area.rows] : [this.$area.column, this.$area.columns];
    for (let line = first + 1; line <= first + count; line++) levels.set(line, (levels.get(line) ?? 0) + 1);
  }
  select(): void {
    this.$host.book.active = this.$sheet;
    this.$host.book.selection = this.$area;
    this.$host.events.raise(EventType.selectionChanged, this.$sheet.id, {
      address: formatArea(this.$area),
      worksheetId: this.$sheet.id,
    });
  }
  _ValidateArraySize(rows: number, columns: number): void {
    if (rows !== this.$area.rows || columns !== this.$area.columns)
      throw invalidArgument(
        "Range.values",
        "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
      );
  }

  private $at(row: number, column: number, rows: number, columns: number): Range {
    return new Range(this.$host, this.$sheet, { row, column, rows, columns });
  }
  private $table(read: (cell: Cell | undefined) => unknown): unknown[][] {
    return Array.from({ length: this.$area.rows }, (_, row) =>
      Array.from({ length: this.$area.columns }, (__, column) =>
        read(this.$sheet.at(this.$area.row + row, this.$area.column + column)),
      ),
    );
  }
  private $each(
    input: unknown,
    location: string,
    put: (row: number, column: number, value: unknown) => void,
  ): void {
    const table = Array.isArray(input) ? (input as unknown[][]) : null;
    if (table)
      this._ValidateArraySize(
        table.length,
        table.every((row) => row.length === table[0]?.length) ? (table[0]?.length ?? 0) : -1,
      );
    eachCell(this.$areas, (row, column) => {
      put(row, column, table ? table[row - this.$area.row]?.[column - this.$area.column] : input);
    });
    void location;
  }
  private $enter(input: unknown, location: string): void {
    this.$each(input, location, (row, column, value) => {
      enter(this.$host.book, this.$sheet, row, column, value, location);
    });
    this.$raise();
  }
  private $raise(): void {
    this.$host.events.raise(EventType.changed, this.$sheet.id, {
      address: formatArea(this.$area),
      changeType: "RangeEdited",
      source: "Local",
      ...(this.$host.tellsEditor ? { triggerSource: this.$host.editor } : {}),
      worksheetId: this.$sheet.id,
      shiftDirection: "None",
    });
  }
}
