/** Takes the model out of the workbook; the analyst's own sheets stay. */

import { HostProblem } from "../port";
import { inExcelWords } from "./excelErrors";
import { ExcelRequests } from "./excelRequests";
import { modelSheets, sheetFor, sheetOfName, surveyWorkbook } from "./survey";
import { addSheetStep, deleteLedgerStep, deleteNameStep, deleteSheetStep } from "./workbookSteps";

/** Removes the model's sheets, names and ledger in one batch. */
export async function removeModel(): Promise<void> {
  try {
    const requests = new ExcelRequests();
    const survey = await surveyWorkbook(requests);
    const { ledger } = survey;
    if (ledger === null)
      throw new HostProblem(
        "ItemNotFound",
        "The record of what was last written is lost, so the model's sheets can't be told from yours.",
        "Update first, which writes the record again; then remove the model.",
      );
    const sheets = modelSheets(survey).flatMap((each) => sheetFor(survey, each)?.name ?? []);
    const leaving = new Set(sheets.map((name) => name.toLowerCase()));
    // A write that broke off has recorded no names yet; another program's may begin like ours.
    const isLeft = ([name, formula]: readonly [string, string]): boolean =>
      ledger.state === "writing" && name.startsWith("KC_") && leaving.has(sheetOfName(formula) ?? "");
    const names = [...survey.names].flatMap((each) =>
      ledger.names.includes(each[0]) || isLeft(each) ? [each[0]] : [],
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
