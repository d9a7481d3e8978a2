/** Takes the model out of the workbook; the analyst's own sheets stay. */

import { inExcelWords } from "./excelErrors";
import { ExcelRequests } from "./excelRequests";
import { modelSheets, sheetFor, surveyWorkbook } from "./survey";
import { addSheetStep, deleteLedgerStep, deleteNameStep, deleteSheetStep } from "./workbookSteps";

/** Removes the model's sheets, names and ledger in one batch. */
export async function removeModel(): Promise<void> {
  try {
    const requests = new ExcelRequests();
    const survey = await surveyWorkbook(requests);
    const sheets = modelSheets(survey).flatMap((each) => sheetFor(survey, each)?.name ?? []);
    const names = [...survey.names.keys()].filter(
      (name) => survey.ledger?.names.includes(name) === true || name.startsWith("KC_"),
    );
    const steps = [
      ...names.map(deleteNameStep),
      ...(sheets.length === survey.sheets.length ? [addSheetStep("Sheet1")] : []),
      ...sheets.map(deleteSheetStep),
    ];
    await requests.run(survey.hasLedgerPart ? [...steps, deleteLedgerStep()] : steps);
  } catch (error) {
    throw inExcelWords(error);
  }
}
