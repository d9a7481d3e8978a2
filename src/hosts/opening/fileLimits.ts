import { say } from "../../words";
import { parseCell } from "../../workbook/address";
import { SHEET_REACH } from "../xlsx/fileSheetPlan";
import type { ReadSheet, ReadWorkbook } from "../xlsx/readXlsx";
import type { SheetPlan } from "../../workbook/plan";
import { UnfitFile } from "./unfitFile";

/** Longest text and formula of a cell: Excel's own limits. */
const MOST = { text: 32_767, formula: 8_192 } as const;

/** Refuses a sheet with cells of a person's own that the grid could not hold or save; the cells of the model are given by its plan. Throws UnfitFile. */
export function checkSheet(sheet: ReadSheet, plan: SheetPlan | undefined): void {
  for (const place of sheet.addresses()) {
    const { row, column } = parseCell(place);
    if (plan?.rows[row - 1]?.cells[column - 1]) continue;
    const { value, formula = "" } = sheet.cell(place);
    checkCell(sheet, place, value, formula);
  }
}

function checkCell(sheet: ReadSheet, place: string, value: unknown, formula: string): void {
  const refuse = (what: string, wayOut: string): never => {
    throw new UnfitFile(say`The sheet ${sheet.name} ${what}. ${wayOut}, save the file and open it again.`);
  };
  const { row, column } = parseCell(place);
  if (row > SHEET_REACH.rows || column > SHEET_REACH.columns) {
    refuse(
      say`has a cell at ${place}; the workbench shows ${SHEET_REACH.rows.toLocaleString("en")} rows and ${SHEET_REACH.columns.toLocaleString("en")} columns`,
      say`Move what stands beyond them`,
    );
  }
  if (typeof value === "string" && value.length > MOST.text)
    refuse(
      say`has a text of ${value.length.toLocaleString("en")} characters in ${place}, more than a cell holds`,
      say`Shorten it`,
    );
  if (typeof value === "number" && !Number.isFinite(value))
    refuse(say`has a number in ${place} that is too large`, say`Enter another one`);
  if (formula.length > MOST.formula)
    refuse(
      say`has a formula of ${formula.length.toLocaleString("en")} characters in ${place}, more than a cell holds`,
      say`Shorten it`,
    );
}

/** Refuses sheet names that no spreadsheet program would save. */
export function checkSheetNames({ sheets }: ReadWorkbook): void {
  const known = new Set<string>();
  for (const { name } of sheets) {
    const fault =
      name === "" || name.length > 31
        ? say`must have 1 to 31 characters`
        : /[[\]:*?/\\]|^'|'$/.test(name)
          ? say`must not hold any of [ ] : * ? / \\ or begin or end with '`
          : known.has(name.toLowerCase())
            ? say`stands there twice`
            : null;
    if (fault !== null)
      throw new UnfitFile(
        say`The workbook has a sheet called "${name.slice(0, 40)}", a name that ${fault}. Rename it, save the file and open it again.`,
      );
    known.add(name.toLowerCase());
  }
}
