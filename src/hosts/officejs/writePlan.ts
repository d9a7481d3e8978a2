/** Writes a plan into the open workbook: survey, list of work, journal, steps, read-back, ledger. */

import type { WorkbookPlan } from "../../workbook/plan";
import type { HostProblem} from "../port";
import { type PlannedChange, type WriteOptions, type WriteReport } from "../port";
import { inExcelWords } from "./excelErrors";
import { Cancelled, ExcelSession } from "./excelSession";
import { emptyLedger, type Ledger } from "./ledger";
import { checkExcel, shortfalls } from "./requirements";
import { noContents, readSheets } from "./sheetContents";
import { sheetLedger } from "./sheetLedger";
import { type Survey, surveyWorkbook } from "./survey";
import { listUpdate, type UpdateList } from "./updateList";
import { deleteLedgerStep, ledgerStep } from "./workbookSteps";

/** Builds, updates or finishes the model; every failure comes back in the report, in words. */
export async function writePlan(plan: WorkbookPlan, options: WriteOptions = {}): Promise<WriteReport> {
  const session = new ExcelSession(options.signal, options.onProgress);
  const report = (outcome: WriteReport["outcome"], kept: readonly PlannedChange[] = [], problem: HostProblem | null = null, remains: readonly string[] = []): WriteReport => ({
    outcome,
    sheets: plan.sheets.length,
    cells: session.cells,
    syncs: session.syncs,
    payloadBytes: session.bytes,
    kept,
    notCarried: shortfalls(),
    problem,
    remains,
  });
  try {
    checkExcel();
    session.progress(0, "Looking at the workbook");
    const survey = await surveyWorkbook(session);
    const list = await listUpdate(session, plan, survey, options.overwrite);
    const kept = list.changes.filter((one) => !one.applies);
    session.checkCancelled();
    if (list.contents.length + list.looks.length === 0 && survey.ledger?.state === "complete") return report("unchanged", kept);
    const failure = await carryOut(session, plan, survey, list);
    if (failure) return report(failure.problem instanceof Cancelled ? "cancelled" : "failed", kept, failure.problem, failure.remains);
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

async function carryOut(session: ExcelSession, plan: WorkbookPlan, survey: Survey, list: UpdateList): Promise<Failure | null> {
  const adding = [...list.fresh];
  const journal: Ledger = { ...(survey.ledger ?? emptyLedger), state: "writing", adding };
  const contents = [ledgerStep(journal, survey.hasLedgerPart), ...list.contents];
  // Looks of a new model are undone with its sheets; those of an old one are not, so its figures come first and alone.
  const alone = list.added.length < plan.sheets.length;
  let phase: "contents" | "looks" = "contents";
  try {
    await session.run(alone ? contents : [...contents, ...list.looks], 0.1, alone ? 0.6 : 0.9);
    if (alone) {
      session.checkCancelled();
      phase = "looks";
      await session.run(list.looks, 0.6, 0.9);
    }
    await finish(session, plan, list, survey.manual);
    session.progress(1, "Done");
    return null;
  } catch (error) {
    const problem = inExcelWords(error);
    return { problem, remains: phase === "contents" ? await undo(survey, list) : unfinished(list) };
  }
}

/** Reads back what Excel made of it and closes the journal. */
async function finish(session: ExcelSession, plan: WorkbookPlan, list: UpdateList, manual: boolean): Promise<void> {
  session.progress(0.92, "Checking what was written");
  const names = plan.sheets.map((sheet) => sheet.name);
  const contents = await readSheets(session, names);
  const sheets = Object.fromEntries(plan.sheets.map((sheet) => [sheet.name, sheetLedger(plan, sheet, contents.get(sheet.name) ?? noContents, list.kept.get(sheet.name) ?? new Set())]));
  const ledger: Ledger = { state: "complete", title: plan.title, adding: [], names: plan.names.map((one) => one.name), sheets };
  const step = ledgerStep(ledger, true);
  await session.batch((context) => {
    step.run(context);
    if (manual) context.application.calculate("Recalculate");
    if (list.added.length === plan.sheets.length) context.workbook.worksheets.getItem(plan.activeSheet).activate();
    return () => undefined;
  }, step.bytes);
}

/** Puts the workbook back as it was; says what is left where that fails. */
async function undo(survey: Survey, list: UpdateList): Promise<string[]> {
  try {
    const now = await surveyWorkbook(new ExcelSession());
    const there = new Set(now.sheets.map((one) => one.name));
    const names = new Set(now.names.keys());
    const steps = list.undo.filter(({ needs }) => (needs?.sheet === undefined || there.has(needs.sheet)) && (needs?.name === undefined || names.has(needs.name)));
    if (now.hasLedgerPart) steps.push(survey.ledger ? ledgerStep(survey.ledger, true) : deleteLedgerStep());
    await new ExcelSession().run(steps);
    return [];
  } catch {
    return unfinished(list);
  }
}

function unfinished(list: UpdateList): string[] {
  const touched = [...new Set([...list.contents, ...list.looks].map((step) => step.what))];
  const out = list.added.length > 0 ? [`New sheets that may be incomplete: ${list.added.join(", ")}.`] : [];
  return [...out, `May be partly written: ${touched.join("; ")}.`, "Your inputs, notes and own sheets are as you left them. Press Update to finish, or Remove to take the model out."];
}
