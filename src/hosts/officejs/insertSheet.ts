/** Adds a sheet of the analyst's own, such as a stamped result. */

import type { SheetPlan, WorkbookPlan } from "../../workbook/plan";
import { HostProblem } from "../port";
import { chartSteps } from "./chartSteps";
import { wholeSheetSteps } from "./contentSteps";
import { inExcelWords } from "./excelErrors";
import { ExcelRequests } from "./excelRequests";
import { lookSteps } from "./lookSteps";
import { checkExcel } from "./requirements";
import { linkSteps, sheetSteps } from "./sheetSteps";
import { addSheetStep, deleteSheetStep } from "./workbookSteps";

/** Writes the sheet; where that fails, takes away what was written of it. */
export async function insertSheet(sheet: SheetPlan, styles: WorkbookPlan["styles"]): Promise<void> {
  try {
    checkExcel();
    const requests = new ExcelRequests();
    if (await isThere(requests, sheet.name))
      throw new HostProblem(
        "ItemAlreadyExists",
        `There is a sheet called ${sheet.name} already.`,
        "Rename that sheet, then try again.",
      );
    try {
      await requests.run([
        addSheetStep(sheet.name),
        ...linkSteps(sheet),
        ...wholeSheetSteps(sheet),
        ...lookSteps({ styles }, sheet),
        ...sheetSteps(sheet),
        ...chartSteps(sheet),
      ]);
    } catch (error) {
      if (await isThere(requests, sheet.name)) await requests.run([deleteSheetStep(sheet.name)]);
      throw error;
    }
    await requests.batch((context) => {
      context.workbook.worksheets.getItem(sheet.name).activate();
      return () => undefined;
    });
  } catch (error) {
    throw inExcelWords(error);
  }
}

async function isThere(requests: ExcelRequests, name: string): Promise<boolean> {
  return requests.batch((context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name).load("name");
    return () => !sheet.isNullObject;
  });
}
