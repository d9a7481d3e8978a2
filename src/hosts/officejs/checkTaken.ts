import { sheetKey, type WorkbookPlan } from "../../workbook/plan";
import { say } from "../../words";
import { HostProblem } from "../port";
import { carrierOf, formulaOfName, holdsModel, sheetNamed, sheetOfName, type Survey } from "./survey";

/** Refuses to write over sheets and names of ranges that are the analyst's own or another program's. */
export function checkTaken(plan: WorkbookPlan, survey: Survey): void {
  const recorded =
    survey.ledger && Object.keys(survey.ledger.sheets).length + survey.ledger.adding.length > 0
      ? survey.ledger
      : null;
  const own = recorded ? new Set([...Object.keys(recorded.sheets), ...recorded.adding]) : null;
  const taken = plan.sheets.find((sheet) =>
    carrierOf(survey, sheet) === null
      ? sheetNamed(survey, sheet.name) !== null
      : own
        ? !own.has(sheetKey(sheet)) && !own.has(sheet.name)
        : !holdsModel(survey),
  );
  const renamed = plan.sheets.find((sheet) => {
    const carrier = carrierOf(survey, sheet);
    return (
      carrier !== null &&
      survey.sheets.some((one) => one !== carrier && one.name.toLowerCase() === sheet.name.toLowerCase())
    );
  });
  if (renamed)
    throw new HostProblem(
      "ItemAlreadyExists",
      say`The model's sheet ${renamed.name} was renamed, and another sheet now has its name.`,
      say`Rename the other sheet called ${renamed.name}, then update.`,
    );
  if (taken)
    throw new HostProblem(
      "ItemAlreadyExists",
      say`A sheet called ${taken.name} is already in this workbook and is not part of the model.`,
      "Rename that sheet, or build the model in a new workbook.",
    );
  checkNames(plan, survey);
}

function checkNames(plan: WorkbookPlan, survey: Survey): void {
  const carriers = new Set(plan.sheets.map((sheet) => carrierOf(survey, sheet)?.name.toLowerCase()));
  for (const { name } of plan.names) {
    const formula = formulaOfName(survey, name);
    if (formula === undefined || survey.ledger?.names.includes(name) === true || formula.includes("#REF!"))
      continue;
    const sheet = sheetOfName(formula);
    if (sheet !== null && carriers.has(sheet)) continue;
    throw new HostProblem(
      "ItemAlreadyExists",
      say`The name ${name} is already in this workbook (${formula}) and is not part of the model.`,
      "Give that name another spelling (Formulas, Name Manager), or build the model in a new workbook.",
    );
  }
}
