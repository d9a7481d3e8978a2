import type { CellStyle as FileStyle } from "hucre/xlsx";
import type { ColourReader } from "./fileColours";
import { readStyle, type ReadLook } from "./readStyle";

type Part = FileStyle[keyof FileStyle];

/** A look by its parts, each of which many cells share. */
interface Branch {
  readonly next: Map<Part, Branch>;
  look?: ReadLook;
}

/** Reads looks of cells of a file, each combination once; `standard` is the font of cells that name none. */
export function lookReader(
  colourOf: ColourReader,
  standard: FileStyle["font"] | undefined,
): (style: FileStyle) => ReadLook {
  const root: Branch = { next: new Map() };
  return (style) => {
    const { font, fill, border, alignment, numFmt } = style;
    let branch = root;
    for (const part of [font, fill, border, alignment, numFmt]) {
      const next: Branch = branch.next.get(part) ?? { next: new Map() };
      branch.next.set(part, next);
      branch = next;
    }
    return (branch.look ??= readStyle(style, colourOf, standard));
  };
}
