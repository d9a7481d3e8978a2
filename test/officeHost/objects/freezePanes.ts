/** Frozen rows and columns of a sheet. */

import { gridColumns, gridRows, parseArea } from "../address";
import type { Sheet } from "../book";
import type { Host } from "../host";
import { HostObject } from "../hostObject";
import { Range } from "./range";

/** The top-left area that stays in view. */
export class WorksheetFreezePanes extends HostObject {
  constructor(
    host: Host,
    readonly $sheet: Sheet,
  ) {
    super(host);
  }
  freezeAt(range: Range | string): void {
    this.$sheet.frozen = typeof range === "string" ? parseArea(range) : range.$area;
  }
  freezeRows(count?: number): void {
    this.$sheet.frozen = { row: 0, column: 0, rows: count ?? 1, columns: gridColumns };
  }
  freezeColumns(count?: number): void {
    this.$sheet.frozen = { row: 0, column: 0, rows: gridRows, columns: count ?? 1 };
  }
  unfreeze(): void {
    this.$sheet.frozen = null;
  }
  getLocationOrNullObject(): Range | null {
    return this.$sheet.frozen && new Range(this.$host, this.$sheet, this.$sheet.frozen);
  }
}
