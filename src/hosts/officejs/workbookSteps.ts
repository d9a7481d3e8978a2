/** Steps for the workbook as a whole: sheets, defined names, notes and the ledger. */

import type { DefinedNamePlan } from "../../workbook/plan";
import { onSheet } from "../../workbook/address";
import { say } from "../../words";
import { type Ledger, ledgerNamespace, ledgerXml } from "./ledger";
import { estimate, type Step, textBytes } from "./step";

const step = (what: string, text: string, run: Step["run"], paths = 2): Step => ({
  what,
  bytes: estimate(paths, 2, textBytes(text)),
  cells: 0,
  run,
});

/** Adds an empty sheet at the end. */
export function addSheetStep(name: string): Step {
  return step("Sheets", name, (context) => void context.workbook.worksheets.add(name));
}

/** Deletes a sheet that is known to be there. */
export function deleteSheetStep(name: string): Step {
  return {
    ...step("Sheets", name, (context) => {
      context.workbook.worksheets.getItem(name).delete();
    }),
    needs: { sheet: name },
  };
}

/** Gives a sheet another name; Excel adjusts every formula. */
export function renameSheetStep(from: string, to: string): Step {
  return {
    ...step("Sheets", from + to, (context) => {
      context.workbook.worksheets.getItem(from).name = to;
    }),
    needs: { sheet: from },
  };
}

/** Moves a sheet to a place among the tabs, counted from 0. */
export function placeSheetStep(name: string, position: number): Step {
  return step("Sheets", name, (context) => {
    context.workbook.worksheets.getItem(name).position = position;
  });
}

/** Absolute reference text of a planned name. */
export function nameFormula(plan: DefinedNamePlan): string {
  return `=${onSheet(
    plan.sheet,
    plan.range.replaceAll("$", "").replace(/[A-Za-z]+|\d+/g, (part) => `$${part}`),
  )}`;
}

/** Adds a defined name, or points an existing one to its place. */
export function nameStep(plan: DefinedNamePlan, exists: boolean): Step {
  return step(
    "Names",
    plan.name + nameFormula(plan) + plan.comment,
    (context) => {
      const { names, worksheets } = context.workbook;
      if (exists) names.getItem(plan.name).formula = nameFormula(plan);
      else names.add(plan.name, worksheets.getItem(plan.sheet).getRange(plan.range), plan.comment);
    },
    5,
  );
}

/** Removes a name that is known to be there. */
export function deleteNameStep(name: string): Step {
  return {
    ...step("Names", name, (context) => {
      context.workbook.names.getItem(name).delete();
    }),
    needs: { name },
  };
}

/** Writes, rewrites or removes the note of a cell. */
export function noteStep(
  sheet: string,
  cell: string,
  change: { readonly kind: "add" | "set"; readonly text: string } | { readonly kind: "delete" },
): Step {
  return step(
    say`Notes of ${sheet}`,
    cell + (change.kind === "delete" ? "" : change.text),
    (context) => {
      const { notes } = context.workbook.worksheets.getItem(sheet);
      if (change.kind === "add") notes.add(cell, change.text);
      else if (change.kind === "set") notes.getItem(cell).content = change.text;
      else notes.getItem(cell).delete();
    },
    4,
  );
}

/** Keeps the ledger; `exists` when the workbook has one. */
export function ledgerStep(ledger: Ledger, exists: boolean): Step {
  const xml = ledgerXml(ledger);
  return step(
    "Ledger",
    xml,
    (context) => {
      const parts = context.workbook.customXmlParts;
      if (exists) parts.getByNamespace(ledgerNamespace).getOnlyItem().setXml(xml);
      else parts.add(xml);
    },
    4,
  );
}

/** Removes the ledger. */
export function deleteLedgerStep(): Step {
  return step(
    "Ledger",
    "",
    (context) => {
      context.workbook.customXmlParts.getByNamespace(ledgerNamespace).getOnlyItem().delete();
    },
    4,
  );
}
