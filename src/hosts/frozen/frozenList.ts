import { word } from "../../words";
import type { FilledFormula, ListSheet } from "../port";

/** Name of the visible sheet that lists frozen formulas. */
export const FROZEN_SHEET = "KC formulas";

/** A formula that was turned into values: where it stands, how far it spilled, and a fingerprint of the values. */
export interface FrozenFormula extends Omit<FilledFormula, "values"> {
  readonly fingerprint: string;
  /** Why it could not be brought back; blank before that was tried. */
  readonly remark: string;
}

const HEADER = ["Sheet", "Cell", "Area", "Formula", "Fingerprint", "Remark"];
const TITLE = "KC formulas frozen to values";
const EXPLANATION =
  "Each cell below holds the value that the formula gave. Relink, on the Share tab of the pane and in the KC Model tab of Excel, puts the formulas back where the values were not changed.";

/** The sheet of a list, its heads in the language spoken. */
export function frozenSheet(list: readonly FrozenFormula[]): ListSheet {
  const blank = HEADER.slice(1).map(() => "");
  const rows = list.map(({ sheet, cell, area, formula, fingerprint, remark }) => [
    sheet,
    cell,
    area,
    formula,
    fingerprint,
    remark,
  ]);
  return {
    name: FROZEN_SHEET,
    rows: [[word(TITLE), ...blank], [word(EXPLANATION), ...blank], HEADER.map(word), ...rows],
    bold: [0, 2],
    widths: [22, 10, 14, 64, 14, 42],
  };
}

/** Reads the rows back, whatever the language of the heads: those that name a cell and a formula. */
export function readFrozenRows(rows: readonly (readonly unknown[])[]): readonly FrozenFormula[] {
  return rows.flatMap((row) => {
    const [sheet = "", cell = "", area = "", formula = "", fingerprint = "", remark = ""] = row.map((value) =>
      String(value ?? ""),
    );
    return sheet !== "" && /^\$?[A-Z]{1,3}\$?\d+$/.test(cell) && formula.startsWith("=")
      ? [{ sheet, cell, area: area || cell, formula, fingerprint, remark }]
      : [];
  });
}

/** The list with new entries; a cell that was listed before has its new formula. */
export function mergedList(
  known: readonly FrozenFormula[],
  added: readonly FrozenFormula[],
): readonly FrozenFormula[] {
  const place = ({ sheet, cell }: FrozenFormula): string => `${sheet.toLowerCase()}!${cell}`;
  const replaced = new Set(added.map(place));
  return [...known.filter((each) => !replaced.has(place(each))), ...added];
}
