import { say } from "../../words";
import type { FormulaHost } from "../port";
import { dataHash } from "../textHash";
import { reportedPlace, type FreezeReport } from "./freezeReport";
import { FROZEN_SHEET, frozenSheet, readFrozenRows, type FrozenFormula } from "./frozenList";

/** Puts frozen formulas back where the values are still the frozen ones; the others stay listed with the reason. What it changes is one step. */
export async function relinkFormulas(host: FormulaHost): Promise<FreezeReport> {
  const list = readFrozenRows(await host.readList(FROZEN_SHEET));
  if (list.length === 0)
    return {
      kind: "done",
      title: "No frozen formulas are listed.",
      wayOut: "Freeze turns KC formulas into values and lists them.",
      places: [],
    };
  const checked = await judged(host, list);
  const back = checked.filter(({ verdict }) => verdict === "frozen").map(({ formula }) => formula);
  const kept = checked
    .filter(({ verdict }) => verdict !== "frozen" && verdict !== "linked")
    .map(({ formula, verdict }) => ({ ...formula, remark: verdict }));
  const left = frozenSheet(kept);
  await host.toFormulas(back, kept.length === 0 ? { ...left, rows: [] } : left);
  const places = [
    ...kept.map((formula) => reportedPlace(formula, formula.remark)),
    ...back.map((formula) => reportedPlace(formula, "A formula again")),
  ];
  const done =
    back.length === 1 ? say`${back.length} KC formula is back.` : say`${back.length} KC formulas are back.`;
  if (kept.length === 0)
    return { kind: "done", title: done, wayOut: "They recalculate with the KC functions.", places };
  return {
    kind: "warning",
    title: say`${done} ${kept.length} stayed as values.`,
    wayOut: say`The sheet "${FROZEN_SHEET}" says why; enter these formulas by hand where you want them back.`,
    places,
  };
}

interface Judged {
  readonly formula: FrozenFormula;
  /** "frozen", "linked" when the formula is there already, or the reason why it stays out. */
  readonly verdict: string;
}

async function judged(host: FormulaHost, list: readonly FrozenFormula[]): Promise<readonly Judged[]> {
  const found = await host.look(list);
  return list.map((formula, index): Judged => {
    const now = found[index];
    if (now == null) return { formula, verdict: "No sheet of that name" };
    if (now.formulas[0]?.[0] === formula.formula) return { formula, verdict: "linked" };
    return {
      formula,
      verdict: dataHash(now.values) === formula.fingerprint ? "frozen" : "Changed since it was frozen",
    };
  });
}
