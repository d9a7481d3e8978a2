import type { ReadSheet, ReadWorkbook } from "../xlsx/readXlsx";
import type { SheetPlan, WorkbookPlan } from "../../workbook/plan";
import { alignSheet, type Alignment } from "./alignSheet";

/** A sheet of a file that is one of the model's. */
export interface ModelTab {
  readonly sheet: ReadSheet;
  readonly plan: SheetPlan;
  readonly at: Alignment;
}

/** Part of a sheet's labelled rows that must be there for it to be known under another name. */
const LIKE = 0.6;

/** The sheets of a file that are the model's, by the names that they have in the file; one that was renamed is known by its labels. */
export function modelTabs(file: ReadWorkbook, plan: WorkbookPlan): ReadonlyMap<string, ModelTab> {
  const tabs = new Map<string, ModelTab>();
  const missing: SheetPlan[] = [];
  for (const planned of plan.sheets) {
    const sheet = file.sheets.find(({ name }) => name === planned.name);
    if (sheet === undefined) missing.push(planned);
    else tabs.set(sheet.name, { sheet, plan: planned, at: alignSheet(sheet, planned) });
  }
  const others = file.sheets.filter(({ name }) => !tabs.has(name));
  for (const planned of missing) {
    const [best] = others
      .filter(({ name }) => !tabs.has(name))
      .map((sheet): ModelTab => ({ sheet, plan: planned, at: alignSheet(sheet, planned) }))
      .sort((a, b) => b.at.likeness - a.at.likeness);
    if (best !== undefined && best.at.likeness >= LIKE) tabs.set(best.sheet.name, best);
  }
  return tabs;
}
