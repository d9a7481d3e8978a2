import { say } from "../../words";
import type { FilledFormula, FormulaHost } from "../port";
import { dataHash } from "../textHash";
import { formulaCount, reportedPlace, type FreezeReport } from "./freezeReport";
import { FROZEN_SHEET, frozenSheet, mergedList, readFrozenRows, type FrozenFormula } from "./frozenList";
import { callsKc, isWithoutAnswer } from "./kcFormulas";

/** Turns every KC formula of the workbook into its value and lists the formulas on a visible sheet, in one step. */
export async function freezeFormulas(host: FormulaHost): Promise<FreezeReport> {
  const found = await host.find(callsKc, FROZEN_SHEET);
  const waiting = found.filter(({ values }) => values.some((row) => row.some(isWithoutAnswer)));
  const ready = found.filter((formula) => !waiting.includes(formula));
  if (ready.length > 0) {
    const list = ready.map(({ values, ...place }): FrozenFormula => ({
      ...place,
      fingerprint: dataHash(values),
      remark: "",
    }));
    const before = readFrozenRows(await host.readList(FROZEN_SHEET));
    await host.toValues(ready, frozenSheet(mergedList(before, list)));
  }
  return report(ready, waiting);
}

function report(ready: readonly FilledFormula[], waiting: readonly FilledFormula[]): FreezeReport {
  const places = [
    ...waiting.map((formula) => reportedPlace(formula, "No value yet: still a formula")),
    ...ready.map((formula) => reportedPlace(formula, "Now a value")),
  ];
  if (waiting.length > 0) {
    const named = waiting
      .slice(0, 5)
      .map(({ sheet, cell }) => `${sheet}!${cell}`)
      .join(", ");
    return {
      kind: "warning",
      title: say`${formulaCount(ready.length)} frozen; ${formulaCount(waiting.length)} had no value yet: ${named}.`,
      wayOut: "Wait until the cells show a value, or recalculate, then freeze again.",
      places,
    };
  }
  if (ready.length === 0)
    return {
      kind: "done",
      title: "No cell calls a KC function.",
      wayOut: "There is nothing to freeze: the workbook opens anywhere as it is.",
      places,
    };
  return {
    kind: "done",
    title: say`${formulaCount(ready.length)} frozen to values.`,
    wayOut: say`The sheet "${FROZEN_SHEET}" lists them; Relink brings them back.`,
    places,
  };
}
