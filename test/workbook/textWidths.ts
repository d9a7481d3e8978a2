import type { CellStyle, SheetPlan } from "../../src/workbook/plan";
import type { PlacedCell } from "./placedCells";

/** Font size that column widths are counted in. */
const COUNTED_SIZE = 10;

/** Mean width of a letter of running text against a digit. */
const LETTER = 0.9;

/** Width of a Chinese character or mark against a digit. */
const CHARACTER = 1.95;

/** Room that a cell keeps free at its edges, in digits. */
const PADDING = 0.7;

/** A number as its format shows it; knows the formats of this workbook. */
export function shownNumber(value: number, format: string): string {
  const [positive, negative, zero] = format.split(";") as [string, string?, string?];
  const section =
    value < 0 && negative !== undefined ? negative : value === 0 && zero !== undefined ? zero : positive;
  if (section === "yyyy/m/d") return "2028/12/31";
  if (/[dmy]{3}/.test(section))
    return section.replace("d", "31").replace("mmm", "Dec").replace("yyyy", "2028").replace("yy", "28");
  const digits = /[#0][#0,]*(?:\.([0#]+))?(%)?/.exec(
    section.replaceAll(/"[^"]*"/g, (literal) => "x".repeat(literal.length - 2)),
  );
  const literals = section.replaceAll(/_./g, " ").replaceAll('"', "");
  if (digits === null) return literals;
  const shown = Math.abs(value * (digits[2] ? 100 : 1)).toFixed(digits[1]?.length ?? 0);
  const [whole, rest] = shown.split(".") as [string, string?];
  const grouped = section.includes(",") ? whole.replaceAll(/\B(?=(\d{3})+$)/g, ",") : whole;
  return literals.replace(/[#0][#0,]*(?:\.[0#]+)?/, grouped + (rest === undefined ? "" : `.${rest}`));
}

/** Width that a cell's content takes, in digits of the counted size. */
export function neededWidth(shown: string, style: CellStyle, isNumber: boolean): number {
  const characters = (shown.match(/[\u2e80-\u9fff\uff00-\uffef]/g) ?? []).length;
  return (
    ((shown.length - characters) * (isNumber ? 1 : LETTER) + characters * CHARACTER) *
    ((style.size ?? COUNTED_SIZE) / COUNTED_SIZE) *
    (style.bold ? 1.06 : 1)
  );
}

/** Width that a text may take: its own column, and the empty cells on the side to which it runs over. */
export function roomFor({ sheet, row, column }: PlacedCell, style: CellStyle): number {
  const step = style.align === "right" ? -1 : 1;
  let room = widthOf(sheet, column) - PADDING;
  for (let next = column + step; next >= 1 && next <= sheet.columns.length; next += step) {
    if (sheet.rows[row - 1]!.cells[next - 1] != null) return room;
    room += widthOf(sheet, next);
  }
  return step > 0 ? Number.POSITIVE_INFINITY : room;
}

/** Width of a column. */
export function widthOf(sheet: SheetPlan, column: number): number {
  return sheet.columns[column - 1]!.width;
}
