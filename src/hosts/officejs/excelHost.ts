/** The open workbook in Excel as a host of the model. */

import type { ModelState, PlannedChange, WorkbookHost } from "../port";
import type { WorkbookPlan } from "../../workbook/plan";
import { inExcelWords } from "./excelErrors";
import { excelFormulas } from "./excelFormulas";
import { ExcelRequests } from "./excelRequests";
import { insertSheet } from "./insertSheet";
import { editRanges, readRanges, showRange } from "./ranges";
import { removeModel } from "./removeModel";
import { checkExcel } from "./requirements";
import { modelState, surveyWorkbook } from "./survey";
import { listUpdate } from "./updateList";
import { watchWorkbook } from "./watchWorkbook";
import { writePlan } from "./writePlan";

async function inspect(): Promise<ModelState> {
  try {
    return modelState(await surveyWorkbook(new ExcelRequests()));
  } catch (error) {
    throw inExcelWords(error);
  }
}

async function preview(plan: WorkbookPlan): Promise<readonly PlannedChange[]> {
  try {
    checkExcel();
    const requests = new ExcelRequests();
    const list = await listUpdate(requests, plan, await surveyWorkbook(requests));
    return list.changes;
  } catch (error) {
    throw inExcelWords(error);
  }
}

/** Host of the workbook that is open in Excel. */
export function excelHost(): WorkbookHost {
  return {
    formulas: excelFormulas(),
    inspect,
    preview,
    write: writePlan,
    insertSheet,
    remove: removeModel,
    read: readRanges,
    edit: editRanges,
    watch: watchWorkbook,
    show: showRange,
  };
}
