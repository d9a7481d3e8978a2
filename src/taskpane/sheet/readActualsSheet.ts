import type { RangeReading } from "../../hosts/port";
import { PERIODS, TYPED_LINES, type Model } from "../../model";
import { readTyped, type ReadTyped } from "../../workbook/readTyped";

/**
 * Reads the Actuals sheet from its top left cell: rows by line name, columns by period, also after rows or columns
 * were inserted. Null when the sheet holds no such table.
 */
export function readActualsSheet(model: Model, { values, formulas }: RangeReading): ReadTyped | null {
  const header = values.find((row) => row.includes(PERIODS[model.data.opening]!.label));
  const ids = new Set(TYPED_LINES.map(({ id }) => id));
  const nameColumn = Math.max(...values.map((row) => row.findIndex((cell) => ids.has(String(cell)))));
  if (header === undefined || nameColumn < 0) return null;
  const rows = new Map(values.map((row, index) => [String(row[nameColumn] ?? ""), index]));
  return readTyped(model, (line, column) => {
    const [row, place] = [rows.get(line.id), header.indexOf(PERIODS[column]!.label)];
    if (row === undefined || place < 0) return null;
    return { content: formulas[row]?.[place] ?? "", value: values[row]?.[place] ?? "" };
  });
}
