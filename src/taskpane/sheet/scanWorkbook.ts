import { SCENARIOS } from "../../companies/kingsoftCloud";
import { FROZEN_SHEET } from "../../hosts/frozen/frozenList";
import { callsKc } from "../../hosts/frozen/kcFormulas";
import { ownHeads } from "../../model";
import { buildPlan } from "../../workbook/buildPlan";
import { onSheet } from "../../workbook/address";
import type { LinkedParts } from "../pane";
import { dataVintage } from "../../seeds";
import { listed, say } from "../../words";
import type { ScanFinding, ScanResult } from "../state/scanResult";

/** Looks for what a colleague without the add-in would trip over: KC functions, failed checks, unusable inputs, overwritten formulas, missing sheets. */
export async function scanWorkbook({ model, port, store, platform, link }: LinkedParts): Promise<ScanResult> {
  await link.look();
  const { workbook, checks, faults, names, scenario, unwritten } = store.get();
  const findings: ScanFinding[] = [];
  const calls = await port.formulas.find(callsKc, FROZEN_SHEET);
  for (const sheet of new Set(calls.map((call) => call.sheet))) {
    const cells = calls.filter((call) => call.sheet === sheet).map(({ cell }) => cell);
    findings.push({
      kind: "stop",
      title: say`${sheet}: ${cells.length} KC ${cells.length === 1 ? "cell" : "cells"}`,
      detail: say`${listed(cells.slice(0, 6), ", ")}${cells.length > 6 ? " …" : ""} ${cells.length === 1 ? "shows" : "show"} #NAME? to people without the add-in. Freeze KC formulas below, then send.`,
      place: onSheet(sheet, cells[0]!),
    });
  }
  if (workbook !== null && workbook.kind !== "none") {
    for (const fault of workbook.faults)
      findings.push({
        kind: "stop",
        title: fault,
        detail: "Update the model on the Build tab to put it back.",
        place: null,
      });
    for (const { address: place, message } of faults)
      findings.push({ kind: "stop", title: "An input is unusable", detail: message, place });
    if (checks === null)
      findings.push({
        kind: "stop",
        title: "The checks can't be read",
        detail: "Update the model on the Build tab.",
        place: null,
      });
    else if (checks !== 0)
      findings.push({
        kind: "stop",
        title: "A check fails",
        detail: "The Checks sheet shows which one in red.",
        place: "KC_Checks",
      });
    if (unwritten > 0)
      findings.push({
        kind: "stop",
        title: say`${unwritten} values of the pane are not in the workbook`,
        detail: "Correct the message on the Scenarios tab; then they are written.",
        place: null,
      });
    const plan = buildPlan(model, {
      scenario,
      heads: ownHeads(SCENARIOS, names),
      overrides: new Map(),
      created: `${dataVintage(model.seeds)}T00:00:00Z`,
      version: platform.version,
    });
    const kept = (await port.preview(plan)).filter(
      (change) => !change.applies && change.kind === "cell" && change.cell !== "",
    );
    for (const change of kept.slice(0, 8))
      findings.push({
        kind: "note",
        title: say`${change.sheet}!${change.cell} is not the model's`,
        detail: say`Now ${change.now || "empty"}; the model has ${change.wouldBe}. Say so when you send it, or update the model and let it overwrite.`,
        place: onSheet(change.sheet, change.cell),
      });
    if (kept.length > 8)
      findings.push({
        kind: "note",
        title: say`${kept.length - 8} more cells differ from the model`,
        detail: "The update on the Build tab lists them all.",
        place: null,
      });
  }
  const own = workbook?.sheets.filter(({ planName }) => planName === null).length ?? 0;
  const sheets =
    own === 0 ? "no sheets of your own" : say`${own} of your own ${own === 1 ? "sheet" : "sheets"}`;
  return {
    findings,
    looked: say`Looked at ${workbook?.kind === "none" ? "no model" : "the model's sheets and inputs"} and ${sheets}.`,
  };
}
