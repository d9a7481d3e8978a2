import type { IResources, IWorkbookData, IWorksheetData, LocaleType } from "@univerjs/core";
import type { WorkbookPlan } from "../../workbook/plan";
import { DEFAULT_LOOK, gridStyles } from "./gridStyles";
import { gridSheet, LEAST, sheetIdOf } from "./planSheets";

/** Id of the one workbook that the grid shows. */
export const WORKBOOK_ID = "kc-workbook";

/** A workbook with one empty sheet. */
export function emptySnapshot(): IWorkbookData {
  return {
    id: WORKBOOK_ID,
    name: "Workbook",
    appVersion: "0.25.1",
    locale: "enUS" as LocaleType,
    styles: {},
    sheetOrder: ["sheet-1"],
    sheets: {
      "sheet-1": {
        id: "sheet-1",
        name: "Sheet1",
        defaultStyle: DEFAULT_LOOK,
        rowCount: LEAST.rows,
        columnCount: LEAST.columns,
        defaultColumnWidth: 72,
        defaultRowHeight: 18,
        cellData: {},
      },
    },
  };
}

/** The workbook of a plan as the grid holds it, with a person's own sheets after the model's; resources are what it keeps beside the cells. */
export function planSnapshot(
  plan: WorkbookPlan,
  ownSheets: readonly Partial<IWorksheetData>[],
  ownStyles: IWorkbookData["styles"],
  resources: IResources,
): IWorkbookData {
  const styles = gridStyles(plan.styles);
  const sheets = [...plan.sheets.map((sheet) => gridSheet(sheet, styles)), ...ownSheets];
  return {
    id: WORKBOOK_ID,
    name: plan.title,
    appVersion: "0.25.1",
    locale: "enUS" as LocaleType,
    styles: { ...ownStyles, ...styles },
    sheetOrder: sheets.map(({ id }) => id!),
    sheets: Object.fromEntries(sheets.map((sheet) => [sheet.id!, sheet])),
    resources,
    custom: { activeSheet: sheetIdOf(plan.activeSheet) },
  };
}
