import type { IWorkbookData, IWorksheetData } from "@univerjs/core";
import type { WorkbookPlan } from "../../workbook/plan";
import { say } from "../../words";
import { HostProblem, type PlannedChange, type WriteOptions, type WriteReport } from "../port";
import { isFormula } from "./cellContent";
import { editedCell } from "./cellEdits";
import { exchange } from "./exchange";
import type { GridBook } from "./gridBook";
import type { LiveModel } from "./liveModel";
import { compareWithPlan, type PlacedContent } from "./ownContents";
import { layLooks, ownLooks } from "./ownLooks";
import { DEFINED_NAMES, presentResources, withOwnResources } from "./ownResources";
import { renamedSheets, withFormulas } from "./renamedSheets";
import { emptySnapshot, planSnapshot } from "./planSnapshot";
import { sheetIdOf } from "./planSheets";
import { showSheet } from "./showSheet";

const NOT_CARRIED = [
  "Native charts: the workbench draws the same ones over the Summary sheet; the saved workbook has them all.",
];

/** Builds the model in the grid or updates it; a person's inputs, cells, notes and sheets stay. */
export async function writeGrid(
  book: GridBook,
  live: LiveModel,
  plan: WorkbookPlan,
  { onProgress, signal, overwrite }: WriteOptions = {},
): Promise<WriteReport> {
  const cells = plan.sheets.reduce(
    (sum, { rows }) =>
      sum + rows.reduce((count, row) => count + row.cells.filter((cell) => cell !== null).length, 0),
    0,
  );
  const report = (
    outcome: WriteReport["outcome"],
    kept: readonly PlannedChange[] = [],
    problem: HostProblem | null = null,
  ): WriteReport => ({
    outcome,
    sheets: plan.sheets.length,
    cells: outcome === "built" || outcome === "updated" ? cells : 0,
    syncs: 1,
    payloadBytes: 0,
    kept,
    notCarried: NOT_CARRIED,
    problem,
    remains: [],
  });
  const step = async (done: number, words: string): Promise<boolean> => {
    onProgress?.({ done, step: words });
    await painted();
    return signal?.aborted === true;
  };
  try {
    if (await step(0.1, "Looking at the workbook")) return report("cancelled");
    checkTaken(book, plan);
    const first = book.written === null;
    const { changes, kept } = compareWithPlan(book, plan, new Set(overwrite));
    const left = changes.filter(({ applies }) => !applies);
    if (!first && left.length === changes.length) return report("unchanged", left);
    if (await step(0.35, "Preparing sheets, formulas and formats")) return report("cancelled");
    const snapshot = withKept(book, plan, kept);
    if (await step(0.7, "Showing the workbook")) return report("cancelled");
    exchange(book, live, () => {
      book.replace(snapshot);
      book.written = plan;
      live.start(plan, kept);
      live.follow();
      // The exchange leaves a person's formulas without what they spilled.
      if (kept.length > 0 || snapshot.sheetOrder.length > plan.sheets.length) live.refresh();
      showSheet(book, sheetIdOf(plan.activeSheet));
    });
    await step(1, "Done");
    return report(first ? "built" : "updated", left);
  } catch (error) {
    const problem =
      error instanceof HostProblem
        ? error
        : new HostProblem(
            "GeneralException",
            say`The grid could not take the model: ${error instanceof Error ? error.message : String(error)}`,
            "The workbook is as it was. Save it, reload the page and try again.",
          );
    return report("failed", [], problem);
  }
}

/** Takes the model out and leaves a person's own sheets. */
export function removeFromGrid(book: GridBook, live: LiveModel): void {
  if (book.written === null) return;
  const own = ownSheets(book);
  const empty = emptySnapshot();
  const resources = withOwnResources(book, null);
  exchange(book, live, () => {
    book.replace(
      own.length === 0
        ? empty
        : {
            ...empty,
            resources,
            styles: ownStyles(book),
            sheetOrder: own.map(({ id }) => id!),
            sheets: Object.fromEntries(own.map((sheet) => [sheet.id!, sheet])),
          },
    );
    book.written = null;
    live.start(null, []);
  });
}

function withKept(book: GridBook, plan: WorkbookPlan, kept: readonly PlacedContent[]): IWorkbookData {
  const renamed = renamedSheets(book.written, plan);
  const own = ownSheets(book).map((sheet) => (renamed === null ? sheet : withFormulas(sheet, renamed)));
  const snapshot = planSnapshot(plan, own, ownStyles(book), withOwnResources(book, plan));
  for (const { sheetId, row, column, content } of kept) {
    const cells = snapshot.sheets[sheetId]?.cellData;
    if (cells === undefined) continue;
    const old = book.workbook().getSheetBySheetId(sheetId)?.getCellRaw(row, column);
    const cell = (cells[row] ??= {})[column];
    cells[row]![column] = {
      s: cell?.s ?? old?.s ?? null,
      ...editedCell(renamed !== null && isFormula(content) ? renamed(String(content)) : content),
      ...(isFormula(content) ? { v: old?.v ?? null } : {}),
    };
  }
  if (book.written !== null) layLooks(snapshot, ownLooks(book, book.written));
  return snapshot;
}

function ownSheets(book: GridBook): Partial<IWorksheetData>[] {
  const planned = new Set((book.written?.sheets ?? []).map(({ name }) => sheetIdOf(name)));
  return book
    .workbook()
    .getSheets()
    .filter(
      (sheet) =>
        !planned.has(sheet.getSheetId()) && (book.written !== null || sheet.getCellMatrix().getSizeOf() > 0),
    )
    .map((sheet) => structuredClone(sheet.getSnapshot()));
}

function ownStyles(book: GridBook): IWorkbookData["styles"] {
  return structuredClone(book.workbook().getSnapshot().styles);
}

function checkTaken(book: GridBook, plan: WorkbookPlan): void {
  const taken = plan.sheets.find(({ name }) => {
    const there = book.sheetNamed(name);
    return there !== null && there.getSheetId() !== sheetIdOf(name);
  });
  if (taken)
    throw new HostProblem(
      "ItemAlreadyExists",
      say`A sheet called ${taken.name} is already in this workbook and is not part of the model.`,
      "Rename that sheet, then build again.",
    );
  const ours = new Set(book.written?.names.map(({ name }) => name));
  const present = Object.values(presentResources(book).get(DEFINED_NAMES) ?? {}) as {
    id: string;
    name: string;
    formulaOrRefString: string;
  }[];
  for (const { id, name, formulaOrRefString } of present) {
    const isTaken = plan.names.some((each) => each.name.toLowerCase() === name.toLowerCase());
    if (!isTaken || ours.has(id)) continue;
    throw new HostProblem(
      "ItemAlreadyExists",
      say`The name ${name} is already in this workbook (${formulaOrRefString}) and is not part of the model.`,
      "Give that name another spelling, then build again.",
    );
  }
}

/** Lets the page paint before the next step. */
async function painted(): Promise<void> {
  await new Promise<void>((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve, 0));
    // A page in the background paints nothing.
    setTimeout(resolve, 100);
  });
}
