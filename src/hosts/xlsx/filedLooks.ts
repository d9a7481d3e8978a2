import type { CellStyle } from "../../workbook/plan";
import { fileStyles } from "./cellStyles";
import { colourReader } from "./fileColours";
import { readStyle, type ReadLook } from "./readStyle";

/** How the looks of a plan read after they were written to a file and nothing else, by their keys. */
export function filedLooks(styles: Readonly<Record<string, CellStyle>>): ReadonlyMap<string, ReadLook> {
  const colourOf = colourReader(undefined);
  return new Map([...fileStyles(styles)].map(([key, style]) => [key, readStyle(style, colourOf)]));
}
