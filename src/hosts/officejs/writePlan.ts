/** Writes a plan into the open workbook: survey, list of work, journal, steps, read-back, ledger. */

import { sheetKey, type WorkbookPlan } from "../../workbook/plan";
import { say } from "../../words";
import type { HostProblem } from "../port";
import { type PlannedChange, type WriteOptions, type WriteReport } from "../port";
import { inExcelWords } from "./excelErrors";
import { Cancelled, ExcelRequests } from "./excelRequests";
import { emptyLedger, type Ledger } from "./ledger";
import { checkExcel, shortfalls } from "./requirements";
import { answerBytes, noContents, readSheets } from "./sheetContents";
import { sheetLedger } from "./sheetLedger";
import { type Survey, surveyWorkbook } from "./survey";
import { listUpdate, type UpdateList } from "./updateList";
import { deleteLedgerStep, ledgerStep } from "./workbookSteps";

/** Builds, updates or finishes the model; every failure comes back in the report, in words. */
export async function writePlan(plan: WorkbookPlan, options: WriteOptions = {}): Promise<WriteReport> {
  const requests = new ExcelRequests(options.signal, options.onProgress);
  const report = (
    outcome: WriteReport["outcome"],
    kept: readonly PlannedChange[] = [],
    problem: HostProblem | null = null,
    remains: readonly string[] = [],
  ): WriteReport => ({
    outcome,
    sheets: plan.sheets.length,
    cells: requests.cells,
    syncs: requests.syncs,
    payloadBytes: requests.bytes,
    kept,
    notCarried: shortfalls(),
    problem,
    remains,
  });
  try {
    checkExcel();
    requests.progress(0, "Looking at the workbook");
    const survey = await surveyWorkbook(requests);
    const list = await listUpdate(requests, plan, survey, options.overwrite);
    const kept = list.changes.filter((one) => !one.applies);
    requests.checkCancelled();
    if (list.contents.length + list.looks.length === 0 && survey.ledger?.state === "complete")
      return report("unchanged", kept);
    const failure = await carryOut(requests, plan, survey, list);
    if (failure)
      return report(
        failure.problem instanceof Cancelled ? "cancelled" : "failed",
        kept,
        failure.problem,
        failure.remains,
      );
    return report(list.fresh.size < plan.sheets.length ? "updated" : "built", kept);
  } catch (error) {
    const problem = inExcelWords(error);
    return report(problem instanceof Cancelled ? "cancelled" : "failed", [], problem);
  }
}

interface Failure {
  readonly problem: HostProblem;
  readonly remains: string[];
}

async function carryOut(
  requests: ExcelRequests,
  plan: WorkbookPlan,
  survey: Survey,
  list: UpdateList,
): Promise<Failure | null> {
  const adding = [...list.fresh];
  const journal: Ledger = { ...(survey.ledger ?? emptyLedger), state: "writing", adding };
  const contents = [ledgerStep(journal, survey.hasLedgerPart), ...list.contents];
  // Looks of a new model are undone with its sheets; those of an old one are not, so its figures come first and alone.
  const alone = list.added.length < plan.sheets.length;
  let phase: "contents" | "looks" = "contents";
  try {
    await requests.run(alone ? contents : [...contents, ...list.looks], 0.1, alone ? 0.6 : 0.9);
    if (alone) {
      requests.checkCancelled();
      phase = "looks";
      await requests.run(list.looks, 0.6, 0.9);
    }
    await finish(requests, plan, list, survey.manual);
    requests.progress(1, "Done");
    return null;
  } catch (error) {
    const problem = inExcelWords(error);
    if (phase === "contents") return { problem, remains: await undo(survey, list) };
    return (await journalClosed()) ? null : { problem, remains: unfinished(list) };
  }
}

/** True when the last batch was carried out although its answer never came. */
async function journalClosed(): Promise<boolean> {
  try {
    return (await surveyWorkbook(new ExcelRequests())).ledger?.state === "complete";
  } catch {
    return false;
  }
}

/** Reads back what Excel made of it and closes the journal. */
async function finish(
  requests: ExcelRequests,
  plan: WorkbookPlan,
  list: UpdateList,
  manual: boolean,
): Promise<void> {
  requests.progress(0.92, "Checking what was written");
  const bytes = new Map(plan.sheets.map((sheet) => [sheet.name, answerBytes(sheet)]));
  const contents = await readSheets(requests, [...bytes.keys()], (name) => bytes.get(name)!);
  const sheets = Object.fromEntries(
    plan.sheets.map((sheet) => [
      sheetKey(sheet),
      sheetLedger(
        plan,
        sheet,
        contents.get(sheet.name) ?? noContents,
        list.kept.get(sheet.name) ?? new Set(),
      ),
    ]),
  );
  const ledger: Ledger = {
    state: "complete",
    title: plan.title,
    adding: [],
    names: plan.names.map((one) => one.name),
    sheets,
  };
  const step = ledgerStep(ledger, true);
  await requests.batch((context) => {
    step.run(context);
    if (manual) context.application.calculate("Recalculate");
    if (list.added.length === plan.sheets.length)
      context.workbook.worksheets.getItem(plan.activeSheet).activate();
    return () => undefined;
  }, step.bytes);
}

/** Puts the workbook back as it was; says what is left where that fails. */
async function undo(survey: Survey, list: UpdateList): Promise<string[]> {
  try {
    const now = await surveyWorkbook(new ExcelRequests());
    const there = new Set(now.sheets.map((one) => one.name));
    const names = new Set(now.names.keys());
    const steps = list.undo.filter(
      ({ needs }) =>
        (needs?.sheet === undefined || there.has(needs.sheet)) &&
        (needs?.name === undefined || names.has(needs.name)),
    );
    if (now.hasLedgerPart) steps.push(survey.ledger ? ledgerStep(survey.ledger, true) : deleteLedgerStep());
    await new ExcelRequests().run(steps);
    return [];
  } catch {
    return unfinished(list);
  }
}

function unfinished(list: UpdateList): string[] {
  const touched = [...new Set([...list.contents, ...list.looks].map((step) => step.what))];
  const out =
    list.added.length > 0 ? [say`New sheets that may be incomplete: ${list.added.join(", ")}.`] : [];
  return [
    ...out,
    say`May be partly written: ${touched.join("; ")}.`,
    "Your inputs, notes and own sheets are as you left them. Press Update to finish, or Remove to take the model out.",
  ];
}
