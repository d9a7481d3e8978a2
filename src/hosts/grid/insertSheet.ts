import type { ICellData } from "@univerjs/core";
import type { SheetPlan, WorkbookPlan } from "../../workbook/plan";
import { say } from "../../words";
import { HostProblem } from "../port";
import { addSheet } from "./addSheet";
import type { GridBook } from "./gridBook";
import { gridStyles } from "./gridStyles";
import { gridSheet } from "./planSheets";

/** Adds a sheet of a person's own at the end and shows it; its cells carry their styles with them. */
export function insertSheet(book: GridBook, plan: SheetPlan, styles: WorkbookPlan["styles"]): void {
  if (book.sheetNamed(plan.name) !== null)
    throw new HostProblem(
      "ItemAlreadyExists",
      say`There is a sheet called ${plan.name} already.`,
      "Rename that sheet, then try again.",
    );
  const looks = gridStyles(styles);
  const sheet = gridSheet(plan, looks);
  for (const row of Object.values(sheet.cellData!) as Record<number, ICellData>[]) {
    for (const cell of Object.values(row)) if (typeof cell.s === "string") cell.s = looks[cell.s] ?? null;
  }
  addSheet(book, sheet);
}
