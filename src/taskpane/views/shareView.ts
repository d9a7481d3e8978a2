import { nothing, type TemplateResult } from "lit-html";
import type { FreezeReport } from "../../hosts/frozen/freezeReport";
import { FROZEN_SHEET } from "../../hosts/frozen/frozenList";
import { say } from "../../words";
import type { Pane } from "../pane";
import { deviationBanner, overwrittenView } from "./deviationsView";
import type { PaneState } from "../state/paneState";
import type { ScanResult } from "../state/scanResult";
import { html } from "./html";

/** The Share tab: what to know before the workbook is sent, and KC formulas as values and back. */
export function shareView(state: PaneState, pane: Pane): TemplateResult {
  const { share, workbook } = state;
  const resting = share.busy === null && workbook !== null;
  const frozen = workbook?.sheets.some(({ name }) => name === FROZEN_SHEET) ?? false;
  return html` ${deviationBanner(state, pane)} ${overwrittenView(state, pane)}
    <h2>Before you share</h2>
    <p>
      The model recalculates for everyone. This looks for what would not: KC functions in your own sheets,
      failed checks, unusable inputs, formulas that are no longer the model's.
    </p>
    <div class="actions">
      <button type="button" class="button button-primary" ?disabled=${!resting} @click=${pane.share.scan}>
        Look through the workbook
      </button>
    </div>
    ${
      share.busy === null
        ? nothing
        : html`<p class="busy">${share.busy} …</p>
            <progress class="progress" aria-label=${share.busy}></progress>`
    }
    ${share.result === null ? nothing : resultView(share.result, pane)}
    <h2>KC formulas</h2>
    <p>
      Cells that call a KC function show #NAME? to people without the add-in. Freeze turns them into their
      values and lists the formulas on the sheet "${FROZEN_SHEET}"; Relink brings them back.
    </p>
    <div class="actions">
      <button type="button" class="button" ?disabled=${!resting} @click=${pane.share.freeze}>
        Freeze KC formulas
      </button>
      <button
        type="button"
        class="button"
        ?disabled=${!resting || !frozen}
        title=${frozen ? "" : "No frozen formulas are listed"}
        @click=${pane.share.relink}
      >
        Relink
      </button>
    </div>
    ${share.report === null ? nothing : reportView(share.report, pane)}`;
}

function resultView({ findings, looked }: ScanResult, { share }: Pane): TemplateResult {
  const stops = findings.filter(({ kind }) => kind === "stop").length;
  return html` <h3>
      ${stops === 0 ? "Ready to share" : say`${stops} ${stops === 1 ? "thing" : "things"} to settle first`}
    </h3>
    <ul class="findings">
      ${findings.map(
        ({ kind, title, detail, place }) =>
          html` <li class="card">
            <p>
              <span class="badge ${kind === "stop" ? "badge-bad" : "badge-warning"}"
                >${kind === "stop" ? "Settle" : "Note"}</span
              >
              <strong>${title}</strong>
            </p>
            <p>${detail}</p>
            ${place === null ? nothing : html`<button type="button" class="button button-small" aria-label="Show ${place}" @click=${() => share.show(place)}>Show</button>`}
          </li>`,
      )}
    </ul>
    <p class="quiet">${looked}</p>`;
}

/** Formulas that the report names one by one. */
const NAMED = 50;

function reportView({ kind, title, wayOut, places }: FreezeReport, { share }: Pane): TemplateResult {
  return html` <div class="card" aria-label="Report">
    <p>
      ${kind === "warning" ? html`<span class="badge badge-warning">Note</span> ` : nothing}<strong
        >${title}</strong
      >
    </p>
    <p>${wayOut}</p>
    ${
      places.length === 0
        ? nothing
        : html` <ul class="changes">
            ${places.slice(0, NAMED).map(
              ({ place, title: where, formula, what }) =>
                html` <li>
                  <button
                    type="button"
                    class="link change-place"
                    aria-label="Show ${where}"
                    @click=${() => share.show(place)}
                  >
                    ${where}
                  </button>
                  <span class="change-values">${formula}</span>
                  <span class="quiet">${what}</span>
                </li>`,
            )}
          </ul>`
    }
    ${places.length > NAMED ? html`<p class="quiet">and ${places.length - NAMED} more, all on the sheet "${FROZEN_SHEET}".</p>` : nothing}
  </div>`;
}
