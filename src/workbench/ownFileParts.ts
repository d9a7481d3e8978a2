import { canonical, typedContent } from "../hosts/grid/cellContent";
import { Losses } from "../hosts/grid/losses";
import type { FileContent, FileParts, FileSheetParts } from "../hosts/grid/openInGrid";
import { OwnStyles } from "../hosts/ownStyles";
import { outsideOf } from "../hosts/xlsx/outsideFormula";
import type { ReadCell, ReadSheet, ReadWorkbook } from "../hosts/xlsx/readXlsx";
import { cellAddress } from "../workbook/address";
import type { RowPlan, SheetPlan, WorkbookPlan } from "../workbook/plan";
import { SHEETS } from "../workbook/sheetNames";
import { checkSheet } from "./fileLimits";
import { ownFileNames } from "./ownFileNames";

/** What a file brings of a person's own, and what it holds that is not taken over, in sentences. */
export interface OwnFileParts {
  readonly parts: FileParts;
  readonly left: readonly string[];
}

/** Difference of a column's width, in characters, that a person has made; less comes from rounding. */
const WIDER = 0.8;
const MOST_NAMED = 5;

/**
 * A person's parts: whatever stands where the plan leaves cells free, overwritten formulas, notes, widths, names of ranges, and sheets that are not the plan's.
 * Throws UnfitFile for what the grid could not hold or save.
 */
export function ownFileParts(file: ReadWorkbook, plan: WorkbookPlan): OwnFileParts {
  const planned = new Map(plan.sheets.map((sheet) => [sheet.name, sheet]));
  const [styles, lost, outside] = [new OwnStyles(), new Losses(), [] as string[]];
  const onModel: FileSheetParts[] = [];
  const sheets: SheetPlan[] = [];
  for (const sheet of file.sheets) {
    const there = planned.get(sheet.name);
    checkSheet(sheet, there);
    const read = sheet.plan(styles);
    if (there === undefined) {
      lost.note(sheet.name, read.lost);
      sheets.push({ ...read.plan, rows: ownRows(sheet.name, read.plan.rows, outside) });
      continue;
    }
    const free = read.plan.rows.map((row, r) => ({
      cells: row.cells.map((cell, c) => (there.rows[r]?.cells[c] ? null : cell)),
    }));
    const own = ownRows(sheet.name, free, outside).flatMap(({ cells }, row) =>
      cells.flatMap((cell, column): FileContent[] =>
        cell === null ? [] : [{ row, column, style: cell.style, ...contentOf(cell) }],
      ),
    );
    const overwritten = sheet.name === SHEETS.inputs ? [] : overwrittenFormulas(there, sheet, outside);
    if (overwritten === null)
      lost.note(sheet.name, ["changes to the model's formulas, whose cells stand elsewhere in this file"]);
    const widths = new Map(
      read.plan.columns.flatMap(({ width }, index) =>
        there.columns[index] !== undefined && Math.abs(width - there.columns[index].width) > WIDER
          ? [[index, width] as const]
          : [],
      ),
    );
    onModel.push({
      sheet: sheet.name,
      contents: [...own, ...(overwritten ?? [])],
      notes: read.plan.notes,
      widths,
    });
  }
  const { names, left } = ownFileNames(file, plan);
  return {
    parts: { onModel, sheets, styles: styles.all, names },
    left: leftOut(file, outside, left, lost.words()),
  };
}

/** What a person would type to get a cell of a file; a formula that the file does not spell out leaves its value. */
export function contentOf({ value, formula }: ReadCell): Pick<FileContent, "content" | "value"> {
  return { content: typedContent(value, formula ? kcCalls(formula) : undefined), value: value ?? "" };
}

/** Excel stores a call of a KC function under a longer name. */
function kcCalls(formula: string): string {
  return formula.replaceAll(/_xldudf_KC_(?=[A-Z_]+\()/gi, "KC.");
}

/** Rows in the words of the grid; a formula that asks outside the workbook is noted and leaves its value. */
function ownRows(sheet: string, rows: readonly RowPlan[], outside: string[]): readonly RowPlan[] {
  return rows.map((row, r) => ({
    ...row,
    cells: row.cells.map((cell, c) => {
      if (cell?.formula === undefined) return cell;
      const { formula, ...rest } = cell;
      return asksOutside(sheet, r, c, formula, outside) ? rest : { ...rest, formula: kcCalls(formula) };
    }),
  }));
}

function asksOutside(
  sheet: string,
  row: number,
  column: number,
  formula: string,
  outside: string[],
): boolean {
  const asks = outsideOf(formula);
  if (asks !== null) outside.push(`${sheet}!${cellAddress(row + 1, column + 1)} (${asks})`);
  return asks !== null;
}

/** Part of a sheet's formulas that may differ before the sheet counts as laid out otherwise, as by another version of the model. */
const OTHERWISE = 0.1;

/** Formulas of the model that a person has overwritten; null where the sheet is laid out otherwise. */
function overwrittenFormulas(
  plan: SheetPlan,
  sheet: ReadSheet,
  outside: string[],
): readonly FileContent[] | null {
  let formulas = 0;
  const found = plan.rows.flatMap(({ cells }, row) =>
    cells.flatMap((cell, column) => {
      if (cell?.formula === undefined) return [];
      formulas += 1;
      const now = sheet.cell(cellAddress(row + 1, column + 1));
      if (
        now.formula === "" ||
        (now.formula !== undefined && canonical(`=${now.formula}`) === canonical(`=${cell.formula}`))
      )
        return [];
      return [{ row, column, style: cell.style, now }];
    }),
  );
  if (found.length > Math.max(OTHERWISE * formulas, 3)) return null;
  return found.map(({ now, row, column, style }) => ({
    row,
    column,
    style,
    ...contentOf(
      now.formula !== undefined && asksOutside(sheet.name, row, column, now.formula, outside)
        ? { value: now.value }
        : now,
    ),
  }));
}

function leftOut(
  file: ReadWorkbook,
  outside: readonly string[],
  names: readonly string[],
  lost: readonly string[],
): readonly string[] {
  return [
    ...(file.macros ? ["Its macros were left out and did not run."] : []),
    ...(outside.length > 0
      ? [`Formulas that ask outside the workbook came as their last values: ${listed(outside)}.`]
      : []),
    ...(file.links > 0 && outside.length === 0 ? ["Its links to other workbooks were left out."] : []),
    ...(names.length > 0 ? [`Names of your own were left out: ${listed(names)}.`] : []),
    ...(lost.length > 0 ? [`Not shown here: ${lost.join("; ")}.`] : []),
  ];
}

function listed(all: readonly string[]): string {
  const more = all.length - MOST_NAMED;
  return `${all
    .slice(0, MOST_NAMED)
    .map((each) => each.slice(0, 80))
    .join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
