import { html, nothing, type TemplateResult } from "lit-html";
import type { Pane } from "../pane";
import type { PaneState } from "../state/paneState";
import type { ScanResult } from "../state/scanResult";

/** The Share tab: what to know before the workbook is sent. */
export function shareView({ share, workbook }: PaneState, pane: Pane): TemplateResult {
  return html`
    <h2>Before you share</h2>
    <p>The model recalculates for everyone. This looks for what would not: KC functions in your own sheets, failed checks, unusable inputs, formulas that are no longer the model's.</p>
    <div class="actions"><button type="button" class="button button-primary" ?disabled=${share.busy || workbook === null} @click=${pane.share.scan}>Look through the workbook</button></div>
    ${share.busy ? html`<progress class="progress" aria-label="Looking through the workbook"></progress>` : nothing}
    ${share.result === null ? nothing : resultView(share.result, pane)}`;
}

function resultView({ findings, looked }: ScanResult, { share }: Pane): TemplateResult {
  const stops = findings.filter(({ kind }) => kind === "stop").length;
  return html`
    <h3>${stops === 0 ? "Ready to share" : `${stops} ${stops === 1 ? "thing" : "things"} to settle first`}</h3>
    <ul class="findings">${findings.map(({ kind, title, detail, place }) => html`
      <li class="card"><p><span class="badge ${kind === "stop" ? "badge-bad" : "badge-warning"}">${kind === "stop" ? "Settle" : "Note"}</span> <strong>${title}</strong></p><p>${detail}</p>
        ${place === null ? nothing : html`<button type="button" class="button button-small" aria-label="Show ${place}" @click=${() => share.show(place)}>Show</button>`}</li>`)}</ul>
    <p class="quiet">${looked}</p>`;
}
