import type { CellStyle as FileStyle } from "hucre/xlsx";
import type { CellStyle } from "../../workbook/plan";
import { FONT_SIZE } from "./cellStyles";

type Color = NonNullable<NonNullable<FileStyle["font"]>["color"]>;
type Side = NonNullable<FileStyle["border"]>["top"];

const VERTICAL: Readonly<Record<string, "top" | "middle">> = { top: "top", center: "middle" };

/** The look of a cell of a file as a plan says it; what a plan has no word for is left out. */
export function readStyle({ font, fill, border, alignment, numFmt }: FileStyle): CellStyle {
  const [colour, background] = [
    rgb(font?.color),
    fill?.type === "pattern" && fill.pattern === "solid" ? rgb(fill.fgColor) : undefined,
  ];
  const [top, bottom] = [line(border?.top), line(border?.bottom)];
  const { horizontal, vertical, wrapText, indent } = alignment ?? {};
  return {
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
}

/** Six hex digits of a colour of a file; undefined where it is the theme's. */
export function rgb(color: Color | undefined): string | undefined {
  return /([0-9a-f]{6})$/i.exec(color?.rgb ?? "")?.[1]?.toUpperCase();
}

function line(side: Side): "thin" | "medium" | "double" | undefined {
  if (side === undefined) return undefined;
  if (side.style === "double") return "double";
  return /medium|thick/i.test(side.style) ? "medium" : "thin";
}
