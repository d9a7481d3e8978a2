import type { TemplateResult } from "lit-html";
import type { ScenarioName } from "../../seeds";
import type { ResultTable } from "../../workbook/resultSheetPlan";
import type { Pane } from "../pane";
import type { PaneState } from "../state/paneState";
import { html } from "./html";

/** The button that puts a result on a sheet; only a workbook with a model can compare its inputs later. */
export function insertButton(
  { workbook, scenario }: PaneState,
  { compare }: Pane,
  what: string,
  result: () => ResultTable,
  scenarios: readonly ScenarioName[] = [scenario],
): TemplateResult {
  const ready = workbook?.kind === "complete";
  return html`<div class="actions">
    <button
      type="button"
      class="button button-small"
      ?disabled=${!ready}
      aria-label="Insert into workbook: ${what}"
      title=${ready ? "Values on a sheet of their own, with the inputs they were made from" : "Build the model first"}
      @click=${() => compare.insert(result(), scenarios)}
    >
      Insert into workbook
    </button>
  </div>`;
}
