import type { CellStyle as FileStyle } from "hucre/xlsx";
import type { CellStyle } from "../../workbook/plan";

/** Font of every cell that names no other; present on Windows and Mac, with a free metric twin elsewhere. */
export const FONT_NAME = "Calibri";

/** Font size in points of a cell whose style gives none. */
export const FONT_SIZE = 10;

/** The file library's form of every style of a plan, made once so that cells share objects. */
export function fileStyles(styles: Readonly<Record<string, CellStyle>>): ReadonlyMap<string, FileStyle> {
  return new Map(Object.entries(styles).map(([key, style]) => [key, fileStyle(style)]));
}

function fileStyle(style: CellStyle): FileStyle {
  const out: FileStyle = { font: font(style) };
  if (style.numberFormat !== undefined) out.numFmt = style.numberFormat;
  if (style.fill !== undefined)
    out.fill = { type: "pattern", pattern: "solid", fgColor: { rgb: style.fill } };
  const aligned = alignment(style);
  if (aligned) out.alignment = aligned;
  const bordered = border(style);
  if (bordered) out.border = bordered;
  if (style.unlocked === true) out.protection = { locked: false };
  return out;
}

function font(style: CellStyle): NonNullable<FileStyle["font"]> {
  return {
    name: FONT_NAME,
    size: style.size ?? FONT_SIZE,
    ...(style.bold === true && { bold: true }),
    ...(style.italic === true && { italic: true }),
    ...(style.underline === true && { underline: true }),
    ...(style.colour !== undefined && { color: { rgb: style.colour } }),
  };
}

function alignment(style: CellStyle): FileStyle["alignment"] {
  const { align, vertical, wrap, indent } = style;
  if (align === undefined && vertical === undefined && wrap !== true && indent === undefined)
    return undefined;
  return {
    ...(align !== undefined && { horizontal: align }),
    ...(vertical !== undefined && { vertical: vertical === "middle" ? "center" : vertical }),
    ...(wrap === true && { wrapText: true }),
    // An indent is honoured only on an explicitly aligned cell.
    ...(indent !== undefined && { indent, horizontal: align ?? "left" }),
  };
}

function border(style: CellStyle): FileStyle["border"] {
  if (style.borderTop === undefined && style.borderBottom === undefined) return undefined;
  const color = { rgb: "7F7F7F" };
  return {
    ...(style.borderTop !== undefined && { top: { style: style.borderTop, color } }),
    ...(style.borderBottom !== undefined && { bottom: { style: style.borderBottom, color } }),
  };
}
