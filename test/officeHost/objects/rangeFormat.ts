/** Format of a range or of several areas: fill, font, protection, alignment, sizes. */

import { type Area, gridColumns, gridRows } from "../address";
import { invalidArgument } from "../apiFault";
import type { Sheet } from "../book";
import type { Host } from "../host";
import { HostObject } from "../hostObject";
import { readLook, writeLook } from "./lookAccess";
import { RangeBorderCollection } from "./rangeBorders";

/** Where a format applies. */
export interface FormatTarget {
  readonly sheet: Sheet;
  readonly areas: readonly Area[];
}

abstract class LookPart extends HostObject {
  constructor(
    host: Host,
    readonly $target: FormatTarget,
  ) {
    super(host);
  }
  protected $get(key: string): unknown {
    return readLook(this.$target.sheet, this.$target.areas, key);
  }
  protected $put(key: string, value: unknown): void {
    writeLook(this.$target.sheet, this.$target.areas, key, value);
  }
}

function colour(value: unknown, location: string): string {
  if (typeof value !== "string" || !/^#[0-9A-Fa-f]{6}$|^[A-Za-z]+$/.test(value))
    throw invalidArgument(location);
  return value.toUpperCase();
}

/** Background of cells. */
export class RangeFill extends LookPart {
  get color(): unknown {
    return this.$get("fill.color");
  }
  set color(value: unknown) {
    this.$put("fill.color", colour(value, "RangeFill.color"));
  }
  clear(): void {
    this.$put("fill.color", "#FFFFFF");
  }
}

/** Font of cells. */
export class RangeFont extends LookPart {
  get bold(): unknown {
    return this.$get("font.bold");
  }
  set bold(value: unknown) {
    this.$put("font.bold", value);
  }
  get italic(): unknown {
    return this.$get("font.italic");
  }
  set italic(value: unknown) {
    this.$put("font.italic", value);
  }
  get underline(): unknown {
    return this.$get("font.underline");
  }
  set underline(value: unknown) {
    this.$put("font.underline", value);
  }
  get size(): unknown {
    return this.$get("font.size");
  }
  set size(value: unknown) {
    this.$put("font.size", value);
  }
  get color(): unknown {
    return this.$get("font.color");
  }
  set color(value: unknown) {
    this.$put("font.color", colour(value, "RangeFont.color"));
  }
  get name(): unknown {
    return this.$get("font.name");
  }
  set name(value: unknown) {
    this.$put("font.name", value);
  }
}

/** Whether cells are locked when their sheet is protected. */
export class FormatProtection extends LookPart {
  get locked(): unknown {
    return this.$get("protection.locked");
  }
  set locked(value: unknown) {
    this.$put("protection.locked", value);
  }
}

/** Format of a range. Sizes are in points. */
export class RangeFormat extends LookPart {
  get fill(): RangeFill {
    return new RangeFill(this.$host, this.$target);
  }
  get font(): RangeFont {
    return new RangeFont(this.$host, this.$target);
  }
  get protection(): FormatProtection {
    return new FormatProtection(this.$host, this.$target);
  }
  get borders(): RangeBorderCollection {
    return new RangeBorderCollection(this.$host, this.$target);
  }
  get horizontalAlignment(): unknown {
    return this.$get("horizontalAlignment");
  }
  set horizontalAlignment(value: unknown) {
    this.$put("horizontalAlignment", value);
  }
  get verticalAlignment(): unknown {
    return this.$get("verticalAlignment");
  }
  set verticalAlignment(value: unknown) {
    this.$put("verticalAlignment", value);
  }
  get wrapText(): unknown {
    return this.$get("wrapText");
  }
  set wrapText(value: unknown) {
    this.$put("wrapText", value);
  }
  get indentLevel(): unknown {
    return this.$get("indentLevel");
  }
  set indentLevel(value: unknown) {
    this.$put("indentLevel", value);
  }

  get columnWidth(): unknown {
    const widths = this.$target.areas.flatMap((area) =>
      Array.from(
        { length: Math.min(area.columns, 200) },
        (_, index) => this.$target.sheet.columnWidths.get(area.column + index) ?? 48,
      ),
    );
    return widths.every((one) => one === widths[0]) ? widths[0] : null;
  }
  set columnWidth(value: unknown) {
    for (const area of this.$target.areas) {
      if (area.columns === gridColumns)
        throw invalidArgument("RangeFormat.columnWidth", "The test host does not size every column at once.");
      for (let index = 0; index < area.columns; index += 1)
        this.$target.sheet.columnWidths.set(area.column + index, Number(value));
    }
  }
  get rowHeight(): unknown {
    const heights = this.$target.areas.flatMap((area) =>
      Array.from(
        { length: Math.min(area.rows, 200) },
        (_, index) => this.$target.sheet.rowHeights.get(area.row + index) ?? 15,
      ),
    );
    return heights.every((one) => one === heights[0]) ? heights[0] : null;
  }
  set rowHeight(value: unknown) {
    for (const area of this.$target.areas) {
      if (area.rows === gridRows)
        throw invalidArgument("RangeFormat.rowHeight", "The test host does not size every row at once.");
      for (let index = 0; index < area.rows; index += 1)
        this.$target.sheet.rowHeights.set(area.row + index, Number(value));
    }
  }
}
