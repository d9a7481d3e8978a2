import type { CellValue, RangeReading } from "../../hosts/port";
import { PERIODS, TYPED_LINES } from "../../companies/kingsoftCloud";
import type { LineItem, Model } from "../../model";
import { cellAddress, onSheet } from "../../workbook/address";
import { axisOf } from "../../workbook/axis";
import { layoutOf } from "../../workbook/layout";
import { readTyped, type ReadTyped } from "../../workbook/readTyped";

/** Rows read beyond the planned table, for those that an analyst has inserted. */
const SPARE = 40;

/** Row and column, from 0, of a line's cell of a period; null where its row or column is gone. */
export type ActualsPlace = (line: LineItem, column: number) => readonly [row: number, column: number] | null;

/** The range of the Actuals sheet that is read, from its top left cell. */
export function actualsRange(model: Model, sheet: string): string {
  const axis = axisOf(model.spec.timeline);
  return onSheet(sheet, `A1:${cellAddress(layoutOf(model).history.lastRow + SPARE, axis.lineName + 4)}`);
}

/** Finds cells of the Actuals sheet: rows by line name, columns by period, also after some were inserted. Null when the sheet holds no such table. */
export function actualsPlaces(model: Model, values: readonly (readonly CellValue[])[]): ActualsPlace | null {
  const header = values.find((row) => row.includes(PERIODS[model.data.opening]!.label));
  const ids = new Set(TYPED_LINES.map(({ id }) => id));
  const nameColumn = Math.max(...values.map((row) => row.findIndex((cell) => ids.has(String(cell)))));
  if (header === undefined || nameColumn < 0) return null;
  const rows = new Map(values.map((row, index) => [String(row[nameColumn] ?? ""), index]));
  return (line, column) => {
    const [row, place] = [rows.get(line.id), header.indexOf(PERIODS[column]!.label)];
    return row === undefined || place < 0 ? null : [row, place];
  };
}

/** Reads the Actuals sheet from its top left cell. Null when the sheet holds no table of figures. */
export function readActualsSheet(model: Model, { values, formulas }: RangeReading): ReadTyped | null {
  const places = actualsPlaces(model, values);
  if (places === null) return null;
  return readTyped(model, (line, column) => {
    const [row, place] = places(line, column) ?? [-1, -1];
    return row < 0 ? null : { content: formulas[row]?.[place] ?? "", value: values[row]?.[place] ?? "" };
  });
}
