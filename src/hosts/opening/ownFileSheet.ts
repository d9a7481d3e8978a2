import { cellAddress } from "../../workbook/address";
import { chartsOfResult } from "../../workbook/chartsOfResult";
import type { RowPlan, SheetPlan } from "../../workbook/plan";
import type { OwnStyles } from "../ownStyles";
import type { Feature } from "../xlsx/feature";
import type { FileSheetPlan } from "../xlsx/fileSheetPlan";
import type { ReadSheet } from "../xlsx/readXlsx";
import { filledCells } from "./filledCells";
import type { FormulaReader } from "./formulaReader";

/** A sheet of a person's own from a file. */
export interface OwnFileSheet {
  readonly plan: SheetPlan;
  /** What of it has no place in a plan. */
  readonly features: readonly Feature[];
  /** How many days were moved, because the file counts them from 1904. */
  readonly movedDays: number;
}

/** How every sheet of a person's own is printed here, and how programs print one that nobody has set up. */
const PRINTED = {
  setup: /^(?:landscape, A4|portrait(?:, (?:A\d|paper \d+))?)$/,
  footer: /^(?:&L&A&CPage &P of &N(?:&R)?|&C&A|&CPage &P)?$/,
} as const;

/** Reads a sheet of a person's own, its formulas as a person would type them. */
export function ownFileSheet(sheet: ReadSheet, reader: FormulaReader, styles: OwnStyles): OwnFileSheet {
  const read = sheet.plan(styles);
  return {
    plan: { ...read.plan, rows: typedRows(sheet, read.plan.rows, reader) },
    features: [...ownFeatures(read, sheet), ...read.looks.map((where): Feature => ({ kind: "look", where }))],
    movedDays: read.movedDays,
  };
}

function typedRows(sheet: ReadSheet, rows: readonly RowPlan[], reader: FormulaReader): readonly RowPlan[] {
  const filled = filledCells(sheet.survey().filled);
  return rows.map((row, r) => ({
    ...row,
    cells: row.cells.map((cell, c) => {
      if (cell === null) return null;
      const address = cellAddress(r + 1, c + 1);
      if (filled.has(address)) return { value: null, style: cell.style };
      if (cell.formula === undefined) return cell;
      const { formula: given, ...rest } = cell;
      const formula = reader.read(sheet.name, address, given);
      return formula === null ? rest : { ...rest, formula };
    }),
  }));
}

function ownFeatures({ features }: FileSheetPlan, sheet: ReadSheet): readonly Feature[] {
  // The charts of a result are drawn from its cells again.
  const drawn = chartsOfResult(sheet.name, (address) => sheet.cell(address).value);
  return features.filter(
    ({ kind, where }) =>
      !(kind === "chart" && drawn.some(({ title }) => where === `"${title}"`)) &&
      !(kind === "printSetup" && PRINTED.setup.test(where)) &&
      !(kind === "headerFooter" && PRINTED.footer.test(where)),
  );
}
