import type { CellStyle as FileStyle } from "hucre/xlsx";
import type { CellStyle } from "../../workbook/plan";
import { FONT_NAME, FONT_SIZE } from "./cellStyles";
import type { ColourReader } from "./fileColours";

/** What is said of a cell in a font that the grid has not. */
export const OTHER_FONTS = "other fonts than the model's";

type Side = NonNullable<FileStyle["border"]>["top"];

/** The look of a cell of a file as a plan says it, and what of it a plan can't say, in words. */
export interface ReadLook {
  readonly style: CellStyle;
  readonly lost: readonly string[];
}

const VERTICAL: Readonly<Record<string, "top" | "middle">> = { top: "top", center: "middle" };

/** Fonts as wide as the model's, which other programs put in its place. */
const TWINS = new RegExp(`^(?:${FONT_NAME}|Carlito|Arial|Liberation Sans)$`, "i");

/** Reads the look of a cell of a file; `standard` is the font of cells that name none. */
export function readStyle(
  { font: own, fill, border, alignment, numFmt }: FileStyle,
  colourOf: ColourReader,
  standard?: FileStyle["font"],
): ReadLook {
  const font = own ?? standard;
  const isPlain = fill?.type === "pattern" && fill.pattern === "solid";
  const [colour, background] = [colourOf(font?.color), isPlain ? colourOf(fill.fgColor) : undefined];
  const [top, bottom] = [line(border?.top), line(border?.bottom)];
  const { horizontal, vertical, wrapText, indent } = alignment ?? {};
  const style: CellStyle = {
    ...(numFmt !== undefined && numFmt !== "" && numFmt !== "General" && { numberFormat: numFmt }),
    ...(font?.bold === true && { bold: true }),
    ...(font?.italic === true && { italic: true }),
    ...(font?.underline !== undefined && font.underline !== false && { underline: true }),
    ...(font?.size !== undefined && font.size !== FONT_SIZE && { size: font.size }),
    ...(colour !== undefined && colour !== "000000" && { colour }),
    ...(background !== undefined && { fill: background }),
    ...((horizontal === "left" || horizontal === "center" || horizontal === "right") && {
      align: horizontal,
    }),
    ...(vertical !== undefined && VERTICAL[vertical] !== undefined && { vertical: VERTICAL[vertical] }),
    ...(wrapText === true && { wrap: true }),
    ...(indent !== undefined && indent > 0 && { indent }),
    ...(top && { borderTop: top }),
    ...(bottom && { borderBottom: bottom }),
  };
  return { style, lost: lostOf(font, fill, border, alignment, standard?.name) };
}

/** What of a look has no word in a plan. */
function lostOf(
  font: FileStyle["font"],
  fill: FileStyle["fill"],
  border: FileStyle["border"],
  alignment: FileStyle["alignment"],
  usualFont: string | undefined,
): readonly string[] {
  const { horizontal, vertical, textRotation, shrinkToFit } = alignment ?? {};
  const sides = [border?.left, border?.right, border?.diagonal];
  const plain = /^(?:thin|medium|double)$/;
  const words: readonly (readonly [boolean, string])[] = [
    [font?.strikethrough === true, "strike-through"],
    [font?.vertAlign !== undefined, "superscript and subscript"],
    [font?.name !== undefined && font.name !== usualFont && !TWINS.test(font.name), OTHER_FONTS],
    [sides.some(isDrawn), "borders to the left and right"],
    [
      [border?.top, border?.bottom].some((side) => isDrawn(side) && !plain.test(side!.style!)),
      "dotted, dashed and thick borders (drawn as plain lines)",
    ],
    [fill?.type === "gradient", "fills that change their colour"],
    [fill?.type === "pattern" && fill.pattern !== "solid" && fill.pattern !== "none", "hatched fills"],
    [textRotation !== undefined && textRotation !== 0, "rotated text"],
    [/^(?:justify|distributed|fill|centerContinuous)$/.test(horizontal ?? ""), "justified text"],
    [/^(?:justify|distributed)$/.test(vertical ?? ""), "justified text"],
    [shrinkToFit === true, "text shrunk to fit"],
  ];
  return words.flatMap(([is, word]) => (is ? [word] : []));
}

/** Whether a border has a line; Gnumeric writes that it has none. */
function isDrawn(side: Side): boolean {
  return side?.style !== undefined && (side.style as string) !== "none";
}

function line(side: Side): "thin" | "medium" | "double" | undefined {
  if (side === undefined || !isDrawn(side)) return undefined;
  if (side.style === "double") return "double";
  return /medium|thick/i.test(side.style) ? "medium" : "thin";
}
