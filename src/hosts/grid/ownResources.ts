import { IResourceManagerService, UniverInstanceType, type IResources } from "@univerjs/core";
import type { WorkbookPlan } from "../../workbook/plan";
import type { GridBook } from "./gridBook";
import { mergedNotes } from "./ownNotes";
import { planResources } from "./planResources";
import { sheetIdOf } from "./planSheets";

/** Keeper of the names of ranges. */
export const DEFINED_NAMES = "SHEET_DEFINED_NAME_PLUGIN";
const NOTES = "SHEET_NOTE_PLUGIN";
const RULES = new Set(["SHEET_DATA_VALIDATION_PLUGIN", "SHEET_CONDITIONAL_FORMATTING_PLUGIN"]);

type Rule = { readonly uid?: string; readonly cfId?: string };
type BySheet = Readonly<Record<string, unknown>>;

/** Everything that the grid keeps beside the cells of the present workbook, by the name of its keeper. */
export function presentResources(book: GridBook): ReadonlyMap<string, BySheet> {
  const all = book.grid.univer
    .__getInjector()
    .get(IResourceManagerService)
    .getResources(book.workbook().getUnitId(), UniverInstanceType.UNIVER_SHEET);
  return new Map(
    all.flatMap(({ name, data }) => (data === "" ? [] : [[name, JSON.parse(data) as BySheet] as const])),
  );
}

/** What the grid is to keep beside the cells after a plan is written: the plan's own, and a person's own rules, notes and names. */
export function withOwnResources(book: GridBook, plan: WorkbookPlan | null): IResources {
  const planned = new Map(
    plan === null ? [] : planResources(plan).map(({ name, data }) => [name, JSON.parse(data) as BySheet]),
  );
  const before = new Map(
    book.written === null
      ? []
      : planResources(book.written).map(({ name, data }) => [name, JSON.parse(data) as BySheet]),
  );
  const ofModel = new Set(
    [...(book.written?.sheets ?? []), ...(plan?.sheets ?? [])].map(({ name }) => sheetIdOf(name)),
  );
  const present = presentResources(book);
  const merge = (name: string): BySheet => {
    const [now, plans, was] = [present.get(name) ?? {}, planned.get(name) ?? {}, before.get(name) ?? {}];
    if (name === DEFINED_NAMES) return { ...without(now, Object.keys(was)), ...plans };
    const own = Object.fromEntries(Object.entries(now).filter(([sheetId]) => !ofModel.has(sheetId)));
    if (name === NOTES)
      return {
        ...own,
        ...Object.fromEntries(
          (plan?.sheets ?? []).map((sheet) => [sheetIdOf(sheet.name), mergedNotes(book, sheet).notes]),
        ),
      };
    if (!RULES.has(name)) return plan === null ? own : now;
    return {
      ...own,
      ...Object.fromEntries(
        Object.entries(plans).map(([sheetId, rules]) => [
          sheetId,
          [...(rules as Rule[]), ...added(now[sheetId], was[sheetId])],
        ]),
      ),
    };
  };
  return [...new Set([...planned.keys(), ...present.keys()])].map((name) => ({
    name,
    data: JSON.stringify(merge(name)),
  }));
}

/** Rules that a person added to a sheet of the model. */
export function added(now: unknown, was: unknown): readonly Rule[] {
  const known = new Set(((was ?? []) as Rule[]).map(idOf));
  return ((now ?? []) as Rule[]).filter((rule) => !known.has(idOf(rule)));
}

function idOf({ uid, cfId }: Rule): string | undefined {
  return uid ?? cfId;
}

function without(record: BySheet, keys: readonly string[]): BySheet {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));
}
