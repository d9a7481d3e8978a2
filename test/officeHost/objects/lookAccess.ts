/** Reading and writing the formatting of many cells at once: a mixed property reads as null, as in Excel. */

import { type Area, eachCell } from "../address";
import type { Sheet } from "../book";

/** Excel's defaults for what a cell's look does not say. */
export const lookDefaults: Readonly<Record<string, unknown>> = {
  numberFormat: "General",
  "fill.color": "#FFFFFF",
  "font.bold": false,
  "font.italic": false,
  "font.underline": "None",
  "font.size": 11,
  "font.color": "#000000",
  "font.name": "Calibri",
  horizontalAlignment: "General",
  verticalAlignment: "Bottom",
  wrapText: false,
  indentLevel: 0,
  "protection.locked": true,
};

/** One property of all cells of some areas: its value, or null when they differ. */
export function readLook(sheet: Sheet, areas: readonly Area[], key: string): unknown {
  let first: unknown;
  let mixed = false;
  let started = false;
  eachCell(areas, (row, column) => {
    const value = sheet.at(row, column)?.look[key] ?? lookDefaults[key] ?? "None";
    if (!started) [first, started] = [value, true];
    else if (value !== first) mixed = true;
  });
  return mixed ? null : first;
}

/** Sets one property of all cells of some areas. */
export function writeLook(sheet: Sheet, areas: readonly Area[], key: string, value: unknown): void {
  eachCell(areas, (row, column) => {
    sheet.touch(row, column).look[key] = value;
  });
}
