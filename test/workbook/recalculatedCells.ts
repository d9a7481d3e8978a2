import type { ReadSheet, ReadWorkbook } from "../../src/hosts/xlsx/readXlsx";
import { cellAddress } from "../../src/workbook/address";
import type { CellPlan, SheetPlan, WorkbookPlan } from "../../src/workbook/plan";
import { areaOf } from "./placedCells";

const TOLERANCE = 1e-9;

/** What a comparison found. */
export interface Comparison {
  readonly compared: number;
  readonly different: readonly string[];
}

/** Formula cells whose recalculated value differs from the one that the engine wrote beside the formula. */
export function differences(plan: Pick<WorkbookPlan, "sheets">, recalculated: ReadWorkbook): Comparison {
  const sheets = plan.sheets.map((sheet) => sheetDifferences(sheet, recalculated.sheet(sheet.name)));
  return {
    compared: sheets.reduce((sum, { compared }) => sum + compared, 0),
    different: sheets.flatMap(({ different }) => different),
  };
}

function sheetDifferences(sheet: SheetPlan, answer: ReadSheet): Comparison {
  const different: string[] = [];
  let compared = 0;
  sheet.rows.forEach((row, rowIndex) =>
    row.cells.forEach((cell, columnIndex) => {
      if (cell?.formula === undefined) return;
      const at = cellAddress(rowIndex + 1, columnIndex + 1);
      const value = answer.cell(at).value;
      compared += 1;
      if (!same(cell.value, value))
        different.push(
          `${sheet.name}!${at} =${cell.formula}: engine ${String(cell.value)}, LibreOffice ${String(value)}`,
        );
    }),
  );
  return { compared, different };
}

function same(engine: unknown, office: unknown): boolean {
  if (typeof engine === "number" && typeof office === "number")
    return Math.abs(engine - office) <= TOLERANCE * Math.max(1, Math.abs(engine));
  return engine === office || (engine === "" && office === null);
}

/** Cells that show an error. */
export function errorCells(
  recalculated: ReadWorkbook,
  sheets = recalculated.sheets.map(({ name }) => name),
): readonly string[] {
  return sheets.flatMap((name) => {
    const sheet = recalculated.sheet(name);
    return sheet
      .addresses()
      .filter((at) => /^(#[A-Z/0!?]+|Err:\d+)$/.test(String(sheet.cell(at).value)))
      .map((at) => `${name}!${at} ${String(sheet.cell(at).value)}`);
  });
}

/** The plan with what stands beside its formulas made wrong, so that an answer can only come from a calculation. */
export function withoutValues(plan: WorkbookPlan): WorkbookPlan {
  return {
    ...plan,
    sheets: plan.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => (cell?.formula === undefined ? cell : { ...cell, value: -1 })),
      })),
    })),
  };
}

/** The plan with something typed into one cell; every cached value stays as it was. */
export function typed(
  plan: WorkbookPlan,
  sheetName: string,
  at: string,
  value: CellPlan["value"],
): WorkbookPlan {
  const { top: row, left: column } = areaOf(at);
  return {
    ...plan,
    sheets: plan.sheets.map((sheet) =>
      sheet.name !== sheetName
        ? sheet
        : {
            ...sheet,
            rows: sheet.rows.map((each, r) =>
              r + 1 !== row
                ? each
                : {
                    ...each,
                    cells: each.cells.map((cell, c) =>
                      cell === null || c + 1 !== column ? cell : { value, style: cell.style },
                    ),
                  },
            ),
          },
    ),
  };
}

/** The plan in which these sheets alone calculate, with wrong values beside their formulas where `values` is "wrong"; all others hold what they showed as values, so that a calculation costs no more than these sheets. */
export function calculatingOnly(
  plan: WorkbookPlan,
  names: readonly string[],
  values: "shown" | "wrong" = "wrong",
): WorkbookPlan {
  const cell = (each: CellPlan | null, calculates: boolean): CellPlan | null => {
    if (each?.formula === undefined) return each;
    if (!calculates) return { value: each.value, style: each.style };
    return values === "wrong" ? { ...each, value: -1 } : each;
  };
  return {
    ...plan,
    sheets: plan.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => ({
        ...row,
        cells: row.cells.map((each) => cell(each, names.includes(sheet.name))),
      })),
    })),
  };
}

/** The plan with these sheets alone; what they read from others stays as the value beside the formula, which is all that a test of them needs of LibreOffice. */
export function onlySheets(plan: WorkbookPlan, names: readonly string[]): WorkbookPlan {
  const elsewhere = plan.sheets.map(({ name }) => name).filter((name) => !names.includes(name));
  const readsOthers = ({ formula = "" }: CellPlan): boolean =>
    elsewhere.some((name) => formula.includes(`'${name}'!`) || formula.includes(`${name}!`));
  return {
    ...plan,
    activeSheet: names[0]!,
    names: plan.names.filter(({ sheet }) => names.includes(sheet)),
    sheets: plan.sheets
      .filter(({ name }) => names.includes(name))
      .map((sheet) => ({
        ...sheet,
        links: [],
        charts: [],
        validations: [],
        rows: sheet.rows.map((row) => ({
          ...row,
          cells: row.cells.map((cell) =>
            cell !== null && readsOthers(cell) ? { value: cell.value, style: cell.style } : cell,
          ),
        })),
      })),
  };
}

/** Names of the sheets that the formulas of these sheets read, themselves included, in tab order. */
export function readBy(plan: WorkbookPlan, names: readonly string[]): readonly string[] {
  const formulas = plan.sheets
    .filter(({ name }) => names.includes(name))
    .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.formula ?? [])))
    .join("\n");
  // A name of the workbook may stand for a place on any sheet.
  const named = plan.names.filter(({ name }) => formulas.includes(name)).map(({ sheet }) => sheet);
  return plan.sheets
    .map(({ name }) => name)
    .filter(
      (name) =>
        names.includes(name) ||
        named.includes(name) ||
        formulas.includes(`'${name}'!`) ||
        formulas.includes(`${name}!`),
    );
}
