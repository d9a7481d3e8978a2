import type { ICellData, IWorksheetData } from "@univerjs/core";
import { InsertSheetCommand } from "@univerjs/sheets";
import type { SheetPlan, WorkbookPlan } from "../../workbook/plan";
import { HostProblem } from "../port";
import type { GridBook } from "./gridBook";
import { gridStyles } from "./gridStyles";
import { gridSheet } from "./planSheets";

/** Adds a sheet of a person's own at the end and shows it; its cells carry their styles with them. */
export function insertSheet(book: GridBook, plan: SheetPlan, styles: WorkbookPlan["styles"]): void {
  if (book.sheetNamed(plan.name) !== null) throw new HostProblem("ItemAlreadyExists", `There is a sheet called ${plan.name} already.`, "Rename that sheet, then try again.");
  const looks = gridStyles(styles);
  const sheet = gridSheet(plan, looks);
  for (const row of Object.values(sheet.cellData!) as Record<number, ICellData>[]) {
    for (const cell of Object.values(row)) if (typeof cell.s === "string") cell.s = looks[cell.s] ?? null;
  }
  const workbook = book.workbook();
  const taken = new Set(workbook.getSheets().map((each) => each.getSheetId()));
  const id = Array.from({ length: taken.size + 1 }, (_, index) => `own-result-${index + 1}`).find((each) => !taken.has(each))!;
  book.commands.syncExecuteCommand(InsertSheetCommand.id, { unitId: workbook.getUnitId(), index: workbook.getSheetSize(), sheet: { ...sheet, id } as IWorksheetData });
}
