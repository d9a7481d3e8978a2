import { ExcelRequests } from "../hosts/officejs/excelRequests";
import { dataHash } from "../hosts/officejs/textHash";
import type { RibbonMessage } from "../hosts/ribbonMessages";
import { FROZEN_SHEET, type FrozenFormula } from "./frozenList";
import { readFrozenSheet, removeFrozenSheet, writeFrozenSheet } from "./frozenSheet";

/** Puts frozen formulas back where the values are still the frozen ones; the others stay listed with the reason. */
export async function relinkFormulas(): Promise<RibbonMessage> {
  const requests = new ExcelRequests();
  const list = await readFrozenSheet(requests);
  if (list.length === 0) return { kind: "done", title: "No frozen formulas are listed.", wayOut: "Freeze turns KC formulas into values and lists them." };
  const checked = await judged(requests, list);
  const back = checked.filter(({ verdict }) => verdict === "frozen");
  const kept = checked.filter(({ verdict }) => verdict !== "frozen" && verdict !== "linked").map(({ formula, verdict }) => ({ ...formula, remark: verdict }));
  await requests.batch((context) => {
    for (const { formula: { sheet, area, cell, formula } } of back) {
      const worksheet = context.workbook.worksheets.getItem(sheet);
      worksheet.getRange(area).clear("Contents");
      worksheet.getRange(cell).formulas = [[formula]];
    }
    return () => undefined;
  });
  if (kept.length === 0) await removeFrozenSheet(requests);
  else await writeFrozenSheet(requests, kept);
  const done = `${back.length} KC ${back.length === 1 ? "formula is" : "formulas are"} back.`;
  if (kept.length === 0) return { kind: "done", title: done, wayOut: "They recalculate with the add-in." };
  return { kind: "warning", title: `${done} ${kept.length} stayed as values.`, wayOut: `The sheet "${FROZEN_SHEET}" says why; enter these formulas by hand where you want them back.` };
}

interface Judged {
  readonly formula: FrozenFormula;
  /** "frozen", "linked" when the formula is there already, or the reason why it stays out. */
  readonly verdict: string;
}

async function judged(requests: ExcelRequests, list: readonly FrozenFormula[]): Promise<readonly Judged[]> {
  const names = await requests.batch((context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/name");
    return () => new Set(worksheets.items.map(({ name }) => name.toLowerCase()));
  });
  const there = list.filter(({ sheet }) => names.has(sheet.toLowerCase()));
  const missing = list.filter((formula) => !there.includes(formula)).map((formula): Judged => ({ formula, verdict: "No sheet of that name" }));
  const found = await requests.batch((context) => {
    const areas = there.map(({ sheet, area }) => context.workbook.worksheets.getItem(sheet).getRange(area).load("values,formulas"));
    return () => there.map((formula, index): Judged => {
      const { values, formulas } = areas[index]!;
      if (formulas[0]?.[0] === formula.formula) return { formula, verdict: "linked" };
      return { formula, verdict: dataHash(values) === formula.fingerprint ? "frozen" : "Changed since it was frozen" };
    });
  });
  return [...found, ...missing];
}
