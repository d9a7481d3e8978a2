import type { ReadSheet, ReadWorkbook } from "../xlsx/readXlsx";
import type { SheetPlan, WorkbookPlan } from "../../workbook/plan";
import { say } from "../../words";
import { alignSheet, type Alignment } from "./alignSheet";
import { UnfitFile } from "./unfitFile";

/** A sheet of a file that is one of the model's. */
export interface ModelTab {
  readonly sheet: ReadSheet;
  readonly plan: SheetPlan;
  readonly at: Alignment;
}

/** Part of a sheet's labelled rows that must be there for it to be known under another name, and under its own. */
const LIKE = { renamed: 0.6, named: 0.1 } as const;

/**
 * The sheets of a file that are the model's, by the names that they have in the file; one that was renamed is known by its labels, and
 * one that has the name of a sheet of the model but other labels is a person's own.
 */
export function modelTabs(file: ReadWorkbook, plan: WorkbookPlan): ReadonlyMap<string, ModelTab> {
  const tabs = new Map<string, ModelTab>();
  const missing: SheetPlan[] = [];
  for (const planned of plan.sheets) {
    const sheet = file.sheets.find(({ name }) => name === planned.name);
    const at = sheet && alignSheet(sheet, planned);
    if (sheet !== undefined && at !== undefined && (at.likeness >= LIKE.named || isEmpty(sheet)))
      tabs.set(sheet.name, { sheet, plan: planned, at });
    else missing.push(planned);
  }
  const others = file.sheets.filter(({ name }) => !tabs.has(name));
  for (const planned of missing) {
    const [best] = others
      .filter(({ name }) => !tabs.has(name))
      .map((sheet): ModelTab => ({ sheet, plan: planned, at: alignSheet(sheet, planned) }))
      .sort((a, b) => b.at.likeness - a.at.likeness);
    if (best !== undefined && best.at.likeness >= LIKE.renamed) tabs.set(best.sheet.name, best);
  }
  return tabs;
}

function isEmpty(sheet: ReadSheet): boolean {
  return [...sheet.addresses()].every((address) => {
    const { value, formula } = sheet.cell(address);
    return value === null && formula === undefined;
  });
}

/** Refuses a file in which a sheet of a person's own has the name of one of the model's. Throws UnfitFile. */
export function checkTabs(file: ReadWorkbook, plan: WorkbookPlan, tabs: ReadonlyMap<string, ModelTab>): void {
  for (const { name } of file.sheets) {
    const planned = plan.sheets.find((each) => each.name.toLowerCase() === name.toLowerCase());
    if (planned === undefined || tabs.has(name)) continue;
    const isElsewhere = [...tabs.values()].some((tab) => tab.plan === planned);
    throw new UnfitFile(
      isElsewhere
        ? say`The model's sheet ${planned.name} was renamed, and another sheet now has its name. Rename the other sheet called ${name}, save the file and open it again.`
        : say`The sheet ${name} has the name of a sheet of the model but not its rows. Rename it, save the file and open it again.`,
    );
  }
}
