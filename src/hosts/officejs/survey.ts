/** What the open workbook holds, as far as the model is concerned. */

import { splitAddress } from "../../workbook/address";
import { sheetKey, type SheetPlan } from "../../workbook/plan";
import { say } from "../../words";
import type { ModelState } from "../port";
import type { ExcelRequests } from "./excelRequests";
import { type Ledger, ledgerNamespace, parseLedger } from "./ledger";

/** One sheet of the workbook with the names of its charts. */
export interface SurveyedSheet {
  readonly id: string;
  readonly name: string;
  readonly charts: readonly string[];
}

/** Sheets in tab order, defined names with their formulas, and the ledger. */
export interface Survey {
  readonly sheets: readonly SurveyedSheet[];
  readonly names: ReadonlyMap<string, string>;
  readonly ledger: Ledger | null;
  readonly hasLedgerPart: boolean;
  /** True when formulas are calculated only on request. */
  readonly manual: boolean;
  /** True when the workbook counts days from 1904, not from 1900. */
  readonly from1904: boolean;
}

/** Names by which a model is recognised when its ledger is lost. */
const marks = ["KC_Scenario", "KC_Inputs"];

/** Looks at the workbook: one round trip, a second one when there is a ledger to read. */
export async function surveyWorkbook(requests: ExcelRequests): Promise<Survey> {
  const seen = await requests.batch((context) => {
    const { worksheets, names, customXmlParts } = context.workbook;
    worksheets.load("items/id,items/name,items/charts/items/name");
    names.load("items/name,items/formula");
    const parts = customXmlParts.getByNamespace(ledgerNamespace);
    parts.load("items/id");
    const application = context.application.load("calculationMode");
    const firstDay = context.workbook.functions.date(1904, 1, 1).load("value");
    return () => ({
      from1904: Number(firstDay.value) === 0,
      manual: application.calculationMode === "Manual",
      sheets: worksheets.items.map((one) => ({
        id: one.id,
        name: one.name,
        charts: one.charts.items.map((chart) => chart.name),
      })),
      names: new Map(names.items.map((one) => [one.name, String(one.formula)])),
      parts: parts.items.map((one) => one.id),
    });
  });
  const first = seen.parts[0];
  const xml =
    first === undefined
      ? null
      : await requests.batch((context) => {
          const text = context.workbook.customXmlParts.getItem(first).getXml();
          return () => text.value;
        });
  return {
    sheets: seen.sheets,
    names: seen.names,
    ledger: parseLedger(xml),
    hasLedgerPart: first !== undefined,
    manual: seen.manual,
    from1904: seen.from1904,
  };
}

const FROM_1904 =
  'This workbook counts days from 1904 (File, Options, Advanced): the dates above the model\'s columns show four years late, and KC functions take a date as text only, e.g. "2025Q3" or YEAR(cell)&"Q"&ROUNDUP(MONTH(cell)/3,0).';

const BY_HAND =
  "Excel calculates on request only: figures on the sheets stay old until F9. Choose Formulas, Calculation Options, Automatic.";

/** True when the workbook holds a model, whole or not. One of the names alone may be another program's. */
export function holdsModel(survey: Survey): boolean {
  return survey.ledger !== null || marks.every((name) => formulaOfName(survey, name) !== undefined);
}

/** What a name stands for, whatever its case, as Excel tells names apart; undefined where there is none. */
export function formulaOfName({ names }: Survey, name: string): string | undefined {
  const lower = name.toLowerCase();
  return names.get(name) ?? [...names].find(([each]) => each.toLowerCase() === lower)?.[1];
}

/** Name of the sheet, in lower case, in which a name with this formula stands for a range; null where it names no sheet. */
export function sheetOfName(formula: string): string | null {
  return splitAddress(formula.replace(/^=/, "")).sheet?.toLowerCase() ?? null;
}

/** The sheet that carries a sheet of a plan. */
export function carrierOf(survey: Survey, sheet: SheetPlan): SurveyedSheet | null {
  return sheetFor(survey, { key: sheetKey(sheet), name: sheet.name });
}

/**
 * The sheet that carries a planned sheet: by its id, which survives a renaming, or by its name. While the ids of other sheets hold,
 * one with another id is a person's that took the name of a deleted one; another program gives all of them new ids.
 */
export function sheetFor(survey: Survey, planned: PlannedSheet): SurveyedSheet | null {
  const id = survey.ledger?.sheets[planned.key ?? planned.name]?.id;
  const byId = survey.sheets.find((one) => one.id === id);
  if (byId !== undefined || (id !== undefined && idsHold(survey))) return byId ?? null;
  return sheetNamed(survey, planned.name);
}

/** The sheet that has a name, whatever its case. */
export function sheetNamed({ sheets }: Survey, name: string): SurveyedSheet | null {
  return sheets.find((one) => one.name.toLowerCase() === name.toLowerCase()) ?? null;
}

function idsHold({ ledger, sheets }: Survey): boolean {
  const known = new Set(Object.values(ledger?.sheets ?? {}).map(({ id }) => id));
  return sheets.some(({ id }) => known.has(id));
}

/** A planned sheet by its name, and by its key where that is another. */
interface PlannedSheet {
  readonly key?: string;
  readonly name: string;
}

/** Sheets that the model's last writing put there or was about to. */
export function modelSheets(survey: Survey): readonly PlannedSheet[] {
  const written = Object.entries(survey.ledger?.sheets ?? {}).map(([key, { name }]): PlannedSheet => ({
    key,
    name: name ?? key,
  }));
  const known = new Set(written.map(({ name }) => name));
  const adding = (survey.ledger?.adding ?? []).filter((name) => !known.has(name));
  return [...written, ...adding.map((name) => ({ name }))];
}

/** The state of the model in words. */
export function modelState(survey: Survey): ModelState {
  const state = stateOf(survey);
  const warnings = [...(survey.manual ? [BY_HAND] : []), ...(survey.from1904 ? [FROM_1904] : [])];
  return warnings.length > 0 ? { ...state, warnings } : state;
}

function stateOf(survey: Survey): ModelState {
  const planned = modelSheets(survey);
  const carriers = new Map(
    planned.map((each) => [sheetFor(survey, each)?.name ?? "", each.key ?? each.name]),
  );
  const sheets = survey.sheets.map((one) => ({ name: one.name, planName: carriers.get(one.name) ?? null }));
  const faults: string[] = [];
  if (!holdsModel(survey)) return { kind: "none", sheets, faults };
  if (survey.ledger === null)
    faults.push(
      "The record of what was last written is lost; an update will leave every cell that differs alone.",
    );
  for (const each of planned) {
    const { name } = each;
    const carrier = sheetFor(survey, each);
    if (!carrier) faults.push(say`The sheet ${name} was deleted.`);
    else if (carrier.name !== name) faults.push(say`The sheet ${name} is now called ${carrier.name}.`);
  }
  const expected = survey.ledger?.state === "complete" ? survey.ledger.names : marks;
  for (const name of expected) {
    const formula = formulaOfName(survey, name);
    if (formula === undefined) faults.push(say`The name ${name} is missing.`);
    else if (formula.includes("#REF!")) faults.push(say`The name ${name} points nowhere.`);
  }
  if (survey.ledger?.state === "writing")
    return { kind: "unfinished", sheets, faults: ["A write broke off before its end.", ...faults] };
  return { kind: faults.length > 0 ? "damaged" : "complete", sheets, faults };
}
