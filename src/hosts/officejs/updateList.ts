/** Works out everything a write would do: steps that change contents, steps that change looks, steps that undo, and the list for the analyst. */

import { sheetKey, type SheetPlan, type WorkbookPlan } from "../../workbook/plan";
import type { PlannedChange } from "../port";
import { rectangleAddress } from "../../workbook/address";
import { say } from "../../words";
import { asInput, canonical, cellInput } from "./cellContents";
import { chartNames, chartRemovalSteps, chartSteps } from "./chartSteps";
import { checkTaken } from "./checkTaken";
import { compareSheet } from "./compareSheet";
import { scatteredSteps, wholeSheetSteps } from "./contentSteps";
import type { ExcelRequests } from "./excelRequests";
import { lookSteps, plainLookStep } from "./lookSteps";
import { movedRows, type MovedRows, referencesToMoved } from "./movedRows";
import { noteChanges } from "./noteChanges";
import { answerBytes, readNotes, readSheets, noContents } from "./sheetContents";
import { ledgerSize, lookHash } from "./sheetLedger";
import { linkSteps, outlineSteps, sheetSteps } from "./sheetSteps";
import type { Step } from "./step";
import { carrierOf, formulaOfName, type Survey } from "./survey";
import { dataHash } from "../textHash";
import {
  addSheetStep,
  deleteNameStep,
  deleteSheetStep,
  nameFormula,
  nameStep,
  placeSheetStep,
  renameSheetStep,
} from "./workbookSteps";

/** The work ahead. */
export interface UpdateList {
  readonly changes: PlannedChange[];
  /** Sheets, names, figures and formulas: undone together when one of them fails. */
  readonly contents: Step[];
  /** Formats, charts and notes. */
  readonly looks: Step[];
  readonly undo: Step[];
  /** Sheets that the write adds. */
  readonly added: string[];
  /** Sheets written from scratch: the added ones and those of a write that broke off. */
  readonly fresh: Set<string>;
  /** Cells left to the analyst, by sheet. */
  readonly kept: Map<string, ReadonlySet<string>>;
}

const label = "(not there)";

/** Compares the plan with the workbook. Reads the model's sheets, changes nothing. */
export async function listUpdate(
  requests: ExcelRequests,
  plan: WorkbookPlan,
  survey: Survey,
  overwrite: readonly string[] = [],
): Promise<UpdateList> {
  const list: UpdateList = {
    changes: [],
    contents: [],
    looks: [],
    undo: [],
    added: [],
    fresh: new Set(),
    kept: new Map(),
  };
  const carriers = new Map(plan.sheets.map((sheet) => [sheet.name, carrierOf(survey, sheet)]));
  checkTaken(plan, survey);
  for (const sheet of plan.sheets)
    if (!carriers.get(sheet.name) || survey.ledger?.adding.includes(sheet.name) === true)
      list.fresh.add(sheet.name);
  const current = plan.sheets.flatMap((sheet) =>
    list.fresh.has(sheet.name) ? [] : (carriers.get(sheet.name)?.name ?? []),
  );
  const plannedAs = new Map(plan.sheets.map((sheet) => [carriers.get(sheet.name)?.name ?? "", sheet]));
  const contents = await readSheets(requests, current, (name) => answerBytes(plannedAs.get(name)!));
  const notes = await readNotes(
    requests,
    plan.sheets.flatMap((sheet) => carriers.get(sheet.name)?.name ?? []),
  );
  const planned = new Map([...carriers].flatMap(([name, one]) => (one ? [[one.name, name] as const] : [])));
  const rename = (name: string): string => planned.get(name) ?? name;
  const written = new Map(
    plan.sheets.flatMap((sheet) => {
      const carrier = carriers.get(sheet.name);
      return carrier ? [[carrier.name, writtenName(survey, sheet)] as const] : [];
    }),
  );
  const asWritten = (name: string): string => written.get(name) ?? name;

  addSheets(plan, survey, list);
  // Every sheet has its name before a formula speaks of it.
  for (const { name } of plan.sheets) renameSheet(carriers.get(name)?.name ?? name, name, list);
  for (const sheet of plan.sheets) {
    const carrier = carriers.get(sheet.name) ?? null;
    const known = new Map(notes.get(carrier?.name ?? "") ?? []);
    const ledger = survey.ledger?.sheets[sheetKey(sheet)];
    if (list.fresh.has(sheet.name)) freshSheet(plan, sheet, carrier?.charts ?? [], list);
    else {
      const difference = compareSheet({
        plan,
        sheet,
        ledger,
        contents: contents.get(carrier?.name ?? "") ?? noContents,
        rename,
        asWritten,
        overwrite: new Set(overwrite),
      });
      list.changes.push(...difference.changes);
      list.kept.set(sheet.name, difference.kept);
      list.contents.push(...scatteredSteps(sheet.name, difference.writes));
      list.undo.push(
        ...scatteredSteps(
          carrier?.name ?? sheet.name,
          difference.writes.map((one) => ({ ...one, input: asInput(one.before) })),
        ),
      );
      changedLook(plan, sheet, survey, carrier?.charts ?? [], list);
    }
    noteChanges(sheet, ledger, known, list);
  }
  nameChanges(plan, survey, rename, list);
  await ownReferences(requests, plan, survey, list);
  return list;
}

/** The name of a sheet when it was last written. */
function writtenName({ ledger }: Survey, sheet: SheetPlan): string {
  const key = sheetKey(sheet);
  return ledger === null ? sheet.name : (ledger.sheets[key]?.name ?? key);
}

function renameSheet(now: string, wouldBe: string, list: UpdateList): void {
  if (now === wouldBe) return;
  list.contents.push(renameSheetStep(now, wouldBe));
  list.undo.unshift(renameSheetStep(wouldBe, now));
  const reason = "the sheet gets its name";
  list.changes.push({ sheet: wouldBe, cell: "", kind: "sheet", now, wouldBe, reason, applies: true });
}

/** Tells of formulas on the analyst's own sheets that point at rows which move. */
async function ownReferences(
  requests: ExcelRequests,
  plan: WorkbookPlan,
  survey: Survey,
  list: UpdateList,
): Promise<void> {
  const moves = plan.sheets.flatMap((sheet) => {
    const ledger = survey.ledger?.sheets[sheetKey(sheet)];
    const moved = ledger && !list.fresh.has(sheet.name) ? movedRows(sheet, ledger) : (new Map() as MovedRows);
    return moved.size > 0 ? [{ sheet: sheet.name, moved }] : [];
  });
  if (moves.length === 0) return;
  const ours = new Set(plan.sheets.map((sheet) => carrierOf(survey, sheet)?.name));
  const own = await readSheets(
    requests,
    survey.sheets.flatMap((one) => (ours.has(one.name) ? [] : [one.name])),
  );
  for (const [name, contents] of own)
    for (const { sheet, moved } of moves)
      list.changes.push(...referencesToMoved(name, contents, sheet, moved));
}

function addSheets(plan: WorkbookPlan, survey: Survey, list: UpdateList): void {
  const order = survey.sheets.map((one) => one.name);
  const update = list.fresh.size < plan.sheets.length;
  plan.sheets.forEach((sheet, index) => {
    if (carrierOf(survey, sheet)) return;
    list.added.push(sheet.name);
    list.contents.push(addSheetStep(sheet.name));
    list.undo.push(deleteSheetStep(sheet.name));
    const before = plan.sheets[index - 1];
    const carrier = before === undefined ? undefined : (carrierOf(survey, before)?.name ?? before.name);
    const place = update && carrier !== undefined ? order.indexOf(carrier) + 1 : order.length;
    order.splice(place, 0, sheet.name);
    if (place < order.length - 1) list.contents.push(placeSheetStep(sheet.name, place));
  });
}

function freshSheet(plan: WorkbookPlan, sheet: SheetPlan, charts: readonly string[], list: UpdateList): void {
  const cells = sheet.rows.reduce(
    (sum, row) => sum + row.cells.filter((cell) => cellInput(cell) !== "").length,
    0,
  );
  list.changes.push({
    sheet: sheet.name,
    cell: "",
    kind: "sheet",
    now: label,
    wouldBe: say`${String(cells)} cells`,
    reason: "new sheet",
    applies: true,
  });
  list.contents.push(...linkSteps(sheet), ...wholeSheetSteps(sheet));
  const ours = chartNames(sheet);
  list.looks.push(
    ...lookSteps(plan, sheet),
    ...sheetSteps(sheet),
    ...outlineSteps(sheet),
    ...chartRemovalSteps(
      sheet.name,
      charts.filter((name) => ours.includes(name)),
    ),
    ...chartSteps(sheet),
  );
}

function changedLook(
  plan: WorkbookPlan,
  sheet: SheetPlan,
  survey: Survey,
  charts: readonly string[],
  list: UpdateList,
): void {
  const ledger = survey.ledger?.sheets[sheetKey(sheet)];
  const change = (kind: "look" | "chart", wouldBe: string): void => {
    list.changes.push({
      sheet: sheet.name,
      cell: "",
      kind,
      now: "as last written",
      wouldBe,
      reason: "the model has changed",
      applies: true,
    });
  };
  if (ledger && ledger.look !== lookHash(plan, sheet)) {
    change("look", "new formats");
    const old = ledgerSize(ledger);
    const rows = Math.max(old.rows, sheet.rows.length, 1);
    const columns = Math.max(old.columns, ...sheet.rows.map((row) => row.cells.length), 1);
    const kept = list.kept.get(sheet.name);
    const links = linkSteps({ ...sheet, links: sheet.links.filter((link) => kept?.has(link.cell) !== true) });
    list.looks.push(
      ...links,
      plainLookStep(sheet.name, rectangleAddress({ row: 1, column: 1, rows, columns })),
      ...lookSteps(plan, sheet),
      ...sheetSteps(sheet),
    );
  }
  if (ledger && ledger.charts.hash !== dataHash(sheet.charts)) {
    change("chart", say`${String(sheet.charts.length)} charts`);
    const ours = new Set([...ledger.charts.names, ...chartNames(sheet)]);
    list.looks.push(
      ...chartRemovalSteps(
        sheet.name,
        charts.filter((name) => ours.has(name)),
      ),
      ...chartSteps(sheet),
    );
  }
}

function nameChanges(
  plan: WorkbookPlan,
  survey: Survey,
  rename: (name: string) => string,
  list: UpdateList,
): void {
  for (const name of plan.names) {
    const now = formulaOfName(survey, name.name);
    const wouldBe = nameFormula(name);
    if (now !== undefined && canonical(now, rename) === canonical(wouldBe)) continue;
    list.contents.push(nameStep(name, now !== undefined));
    if (now === undefined) list.undo.push(deleteNameStep(name.name));
    list.changes.push({
      sheet: name.sheet,
      cell: name.range,
      kind: "name",
      now: now ?? label,
      wouldBe: `${name.name} ${wouldBe}`,
      reason: now === undefined ? "new name" : "the name points elsewhere",
      applies: true,
    });
  }
  const planned = new Set(plan.names.map((one) => one.name));
  for (const old of survey.ledger?.names ?? [])
    if (!planned.has(old) && formulaOfName(survey, old) !== undefined) {
      list.contents.push(deleteNameStep(old));
      list.changes.push({
        sheet: "",
        cell: "",
        kind: "name",
        now: old,
        wouldBe: "(removed)",
        reason: "no longer part of the model",
        applies: true,
      });
    }
}
