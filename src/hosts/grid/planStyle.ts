import type { IBorderStyleData, IColorStyle, IStyleData, Nullable } from "@univerjs/core";
import type { CellStyle } from "../../workbook/plan";
import { GRID_FONT, GRID_FONT_SIZE } from "./gridStyles";

/** A look of the grid as a plan can say it, and what of it a plan can't say, in words. */
export interface PlannedStyle {
  readonly style: CellStyle;
  readonly lost: readonly string[];
}

const HORIZONTAL: Readonly<Record<number, "left" | "center" | "right">> = {
  1: "left",
  2: "center",
  3: "right",
};
const VERTICAL: Readonly<Record<number, "top" | "middle" | "bottom">> = {
  1: "top",
  2: "middle",
  3: "bottom",
};
/** The grid's kinds of lines that a plan has; others become the nearest. */
const LINES: Readonly<Record<number, "thin" | "medium" | "double">> = { 1: "thin", 7: "double", 8: "medium" };
const THICKER = 8;
const WRAP = 3;
const INDENT = 10;

/** The reverse of gridStyles: a look that a person gave a cell. */
export function planStyle(look: IStyleData): PlannedStyle {
  const lost: string[] = [];
  const note = (is: boolean, words: string): void => {
    if (is) lost.push(words);
  };
  const colour = (given: Nullable<IColorStyle>): string | undefined => {
    const hex = hexOf(given?.rgb);
    note(given != null && given.rgb !== null && hex === undefined, "theme colours");
    return hex;
  };
  const line = (given: Nullable<IBorderStyleData>): "thin" | "medium" | "double" | undefined => {
    if (given == null || !given.s) return undefined;
    note(LINES[given.s] === undefined, "dotted, dashed and thick borders (drawn as plain lines)");
    return LINES[given.s] ?? (given.s > THICKER ? "medium" : "thin");
  };
  note(look.st?.s === 1, "strike-through");
  note(look.ol?.s === 1, "overlines");
  note(Boolean(look.tr?.a || look.tr?.v), "rotated text");
  note(Boolean(look.va && look.va > 1), "superscript and subscript");
  note(
    look.ff != null && look.ff !== GRID_FONT && !/^(?:Calibri|Carlito|Arial)\b/i.test(look.ff),
    "other fonts than the model's",
  );
  note(Boolean(look.bd?.l?.s || look.bd?.r?.s), "borders to the left and right");
  note(Boolean(look.ht) && HORIZONTAL[look.ht!] === undefined, "justified text");
  const [fill, text] = [colour(look.bg), colour(look.cl)];
  const [top, bottom] = [line(look.bd?.t), line(look.bd?.b)];
  const [align, vertical] = [HORIZONTAL[look.ht ?? 0], VERTICAL[look.vt ?? 0]];
  const indent = Math.round(((look.pd?.l ?? 2) - 2) / INDENT);
  const style: CellStyle = {
    ...(look.n?.pattern && look.n.pattern !== "General" && { numberFormat: look.n.pattern }),
    ...(look.bl === 1 && { bold: true }),
    ...(look.it === 1 && { italic: true }),
    ...(look.ul?.s === 1 && { underline: true }),
    ...(look.fs !== undefined && look.fs !== null && look.fs !== GRID_FONT_SIZE && { size: look.fs }),
    ...(text !== undefined && { colour: text }),
    ...(fill !== undefined && { fill }),
    ...(align && { align }),
    ...(vertical && vertical !== "bottom" && { vertical }),
    ...(look.tb === WRAP && { wrap: true }),
    ...(indent > 0 && { indent }),
    ...(top && { borderTop: top }),
    ...(bottom && { borderBottom: bottom }),
  };
  return { style, lost };
}

/** Six hex digits of a colour such as #1f3864, #fff or rgb(31, 56, 100); undefined for none. */
function hexOf(colour: Nullable<string>): string | undefined {
  if (colour == null) return undefined;
  const parts = /^rgba?\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)/.exec(colour);
  if (parts)
    return parts
      .slice(1)
      .map((part) => Number(part).toString(16).padStart(2, "0"))
      .join("")
      .toUpperCase();
  const [, short] = /^#?([0-9a-f]{3})$/i.exec(colour) ?? [];
  if (short !== undefined)
    return [...short]
      .map((digit) => digit + digit)
      .join("")
      .toUpperCase();
  return /^#?([0-9a-f]{6})/i.exec(colour)?.[1]?.toUpperCase();
}
