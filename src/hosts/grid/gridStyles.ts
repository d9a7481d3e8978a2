import type { IBorderStyleData, IStyleData } from "@univerjs/core";
import type { CellStyle } from "../../workbook/plan";

/** Fonts of the grid: the workbook's own, or its metric twin, or what the system has. */
export const GRID_FONT = "Calibri, Carlito, Arial, sans-serif";

/** Font size in points of a cell whose style gives none. */
export const GRID_FONT_SIZE = 10;

/** Look of cells that have none of their own. */
export const DEFAULT_LOOK: IStyleData = { ff: GRID_FONT, fs: GRID_FONT_SIZE, vt: 3 };

const HORIZONTAL = { left: 1, center: 2, right: 3 } as const;
const VERTICAL = { top: 1, middle: 2, bottom: 3 } as const;
const BORDER = { thin: 1, double: 7, medium: 8 } as const;
const LINE_COLOUR = "#7F7F7F";
const INDENT = 10;
const WRAP = 3;

/** The grid's form of every style of a plan, under the same keys. */
export function gridStyles(styles: Readonly<Record<string, CellStyle>>): Record<string, IStyleData> {
  return Object.fromEntries(Object.entries(styles).map(([key, style]) => [key, gridStyle(style)]));
}

function gridStyle(style: CellStyle): IStyleData {
  const edges = {
    ...(style.borderTop && { t: edge(style.borderTop) }),
    ...(style.borderBottom && { b: edge(style.borderBottom) }),
  };
  return {
    ff: GRID_FONT,
    fs: style.size ?? GRID_FONT_SIZE,
    vt: VERTICAL[style.vertical ?? "bottom"],
    ...(style.bold && { bl: 1 }),
    ...(style.italic && { it: 1 }),
    ...(style.underline && { ul: { s: 1 } }),
    ...(style.colour !== undefined && { cl: { rgb: `#${style.colour}` } }),
    ...(style.fill !== undefined && { bg: { rgb: `#${style.fill}` } }),
    ...(style.align && { ht: HORIZONTAL[style.align] }),
    ...(style.wrap && { tb: WRAP }),
    ...(style.indent !== undefined && { pd: { l: 2 + INDENT * style.indent } }),
    ...(Object.keys(edges).length > 0 && { bd: edges }),
    ...(style.numberFormat !== undefined && { n: { pattern: style.numberFormat } }),
  };
}

function edge(kind: keyof typeof BORDER): IBorderStyleData {
  return { s: BORDER[kind], cl: { rgb: LINE_COLOUR } };
}
