import type { ICellData, IWorksheetData } from "@univerjs/core";
import { withSheets } from "../../workbook/withSheets";
import type { WorkbookPlan } from "../../workbook/plan";
import { sheetIdOf } from "./planSheets";

/** Renames the model's sheets in a person's formulas where a plan calls them otherwise than the one before, in another language. */
export function renamedSheets(
  before: WorkbookPlan | null,
  plan: WorkbookPlan,
): ((formula: string) => string) | null {
  const after = new Map(plan.sheets.map(({ name }) => [sheetIdOf(name), name]));
  const names = new Map(
    (before?.sheets ?? []).flatMap(({ name }) => {
      const next = after.get(sheetIdOf(name));
      return next === undefined || next === name ? [] : [[name, next] as const];
    }),
  );
  if (names.size === 0) return null;
  return (formula) => withSheets(formula, (sheet) => names.get(sheet) ?? null);
}

/** A person's sheet with its formulas renamed. */
export function withFormulas(
  sheet: Partial<IWorksheetData>,
  renamed: (formula: string) => string,
): Partial<IWorksheetData> {
  const rows = Object.values(sheet.cellData ?? {}) as readonly (Record<number, ICellData> | undefined)[];
  for (const cell of rows.flatMap((row) => Object.values(row ?? {}))) if (cell.f) cell.f = renamed(cell.f);
  return sheet;
}
