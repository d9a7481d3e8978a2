import { cellAddress, parseCell } from "../../workbook/address";
import { sheetKey, type CellStyle } from "../../workbook/plan";
import { MARK_FILL } from "../grid/markNote";
import type { OwnStyles } from "../ownStyles";
import type { Feature } from "../xlsx/feature";
import type { ReadLook } from "../xlsx/readStyle";
import type { FileLook } from "./fileParts";
import type { ModelReading } from "./modelSheetParts";
import type { ModelTab } from "./modelTabs";

/** Tells the looks of a person's from those that the model has in a file. */
export interface ModelLooks {
  /** Looks that a person gave the cells of a sheet, and what of them has no place in a plan. */
  own(
    tab: ModelTab,
    styles: OwnStyles,
  ): { readonly looks: readonly FileLook[]; readonly features: readonly Feature[] };
}

const NO_STYLE = "(none)";
const PLAIN: ReadLook = { style: {}, lost: [] };

/** Part of the model's looks that a program must have left as they were for the odd one to be a person's doing. */
const FAITHFUL = 0.8;

/** Cells of one look that no person dresses one by one. */
const MANY = 8;

interface Dressed {
  readonly row: number;
  readonly column: number;
  readonly key: string;
  readonly look: ReadLook;
}

/**
 * Programs write some of the model's looks in their own way: where no cell of a look of the model has it as it was, the way that most of
 * them have it now counts as that look. `expected` are the model's looks as they read when nobody has touched them.
 */
export function modelLooks(
  tabs: Iterable<ModelTab>,
  expected: ReadonlyMap<string, ReadLook>,
  { sameRelease, isReadApart }: Pick<ModelReading, "sameRelease" | "isReadApart">,
): ModelLooks {
  const dressed = new Map(
    [...tabs].map((tab) => [tab, dressedCells(tab).map((cell) => unmarked(cell, expected))]),
  );
  const usual = usualLooks([...dressed.values()].flat(), expected, sameRelease);
  const ofModel = new Set([...usual.values(), textOf(PLAIN)]);
  return {
    own: (tab, styles) => {
      const own = (dressed.get(tab) ?? []).filter(({ row, column, key, look }) => {
        const text = textOf(look);
        if (text === usual.get(key)) return false;
        // Another release has another of the model's looks in a place, and so has an input that follows no more.
        const mayVary = !sameRelease || isReadApart(sheetKey(tab.plan), row + 1, column + 1);
        return !mayVary || !ofModel.has(text);
      });
      const lost = new Map<string, string[]>();
      for (const { row, column, look } of own)
        for (const words of look.lost)
          lost.set(words, [...(lost.get(words) ?? []), cellAddress(row + 1, column + 1)]);
      return {
        looks: own.map(({ row, column, look }) => ({ row, column, style: styles.key(look.style) })),
        features: [...lost].map(([words, places]) => ({
          kind: "look",
          where: `${words} in ${places.slice(0, 3).join(", ")}${places.length > 3 ? ` and ${places.length - 3} more` : ""}`,
        })),
      };
    },
  };
}

/** Cells of a sheet of the model, and others that have a look, where the plan has them. */
function dressedCells({ sheet, plan, at }: ModelTab): readonly Dressed[] {
  const cells: Dressed[] = [];
  const dress = (row: number, column: number, look: ReadLook): void => {
    cells.push({ row, column, look, key: plan.rows[row]?.cells[column]?.style ?? NO_STYLE });
  };
  plan.rows.forEach((line, row) =>
    line.cells.forEach((cell, column) => {
      const [fileRow, fileColumn] = [at.rows.toFile(row + 1), at.columns.toFile(column + 1)];
      if (cell !== null && fileRow !== null && fileColumn !== null)
        dress(row, column, sheet.look(cellAddress(fileRow, fileColumn)));
    }),
  );
  for (const address of sheet.dressed()) {
    const place = parseCell(address);
    const [row, column] = [at.rows.toPlan(place.row), at.columns.toPlan(place.column)];
    if (row === null || column === null || row < 1 || column < 1) continue;
    if (!plan.rows[row - 1]?.cells[column - 1]) dress(row - 1, column - 1, sheet.look(address));
  }
  return cells;
}

/** The fill that marks an overwritten cell comes and goes with it: below it is the look of the model. */
function unmarked(cell: Dressed, expected: ReadonlyMap<string, ReadLook>): Dressed {
  const { fill, ...style } = cell.look.style;
  if (fill !== MARK_FILL) return cell;
  const below = expected.get(cell.key)?.style.fill;
  return { ...cell, look: { ...cell.look, style: below === undefined ? style : { ...style, fill: below } } };
}

/** How each look of the model stands in the file. */
function usualLooks(
  cells: readonly Dressed[],
  expected: ReadonlyMap<string, ReadLook>,
  sameRelease: boolean,
): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { key, look } of cells) {
    const texts = counts.get(key) ?? new Map<string, number>();
    const text = textOf(look);
    counts.set(key, texts.set(text, (texts.get(text) ?? 0) + 1));
  }
  const planned = (key: string): string => textOf(expected.get(key) ?? PLAIN);
  const kept = [...counts].filter(([key, texts]) => texts.has(planned(key))).length;
  const isFaithful = sameRelease && kept >= FAITHFUL * counts.size;
  return new Map(
    [...counts].map(([key, texts]) => {
      if (texts.has(planned(key)) || key === NO_STYLE) return [key, planned(key)];
      const [text, most] = [...texts].reduce((best, each) => (each[1] > best[1] ? each : best));
      return [key, isFaithful && most < MANY ? planned(key) : text];
    }),
  );
}

const texts = new WeakMap<ReadLook, string>();

/** A look as text: equal texts are equal looks. */
function textOf(look: ReadLook): string {
  const known = texts.get(look);
  if (known !== undefined) return known;
  const { numberFormat, ...rest }: CellStyle = look.style;
  const entries = Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify([entries, plainFormat(numberFormat), look.lost]);
  texts.set(look, text);
  return text;
}

/** A number format without the marks that programs put around single signs. */
function plainFormat(format = ""): string {
  return format.replaceAll("\\", "").replaceAll(/"(.)"/g, "$1");
}
