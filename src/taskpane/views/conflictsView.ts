import { nothing, type TemplateResult } from "lit-html";
import type { Model } from "../../model";
import { say } from "../../words";
import type { Pane } from "../pane";
import {
  conflictRecords,
  filterConflicts,
  type ConflictFigure,
  type ConflictFilter,
  type ConflictRecord,
} from "../state/conflictList";
import type { PaneState } from "../state/paneState";
import { html } from "./html";
import { onceFor } from "./onceFor";
import { segmented } from "./segmented";

const recordsOf = onceFor(({ seeds }: Model) => conflictRecords(seeds));

/** The conflicts between sources, by status and document, each with its proof. */
export function conflictsView({ sources: { filter } }: PaneState, { model, sources }: Pane): TemplateResult {
  const records = recordsOf(model);
  const listed = filterConflicts(records, filter);
  const company = listed.filter(({ conflict }) => !conflict.aside);
  const beside = listed.filter(({ conflict }) => conflict.aside);
  const used = new Set(records.flatMap(({ documents }) => documents));
  return html` <h2>Conflicts between sources</h2>
    <div class="fields">
      ${segmented(
        "Status",
        [
          { value: "all", label: "All" },
          { value: "settled", label: "Settled" },
          { value: "open", label: "Open" },
        ],
        filter.status,
        (status) => sources.filter({ status: status as ConflictFilter["status"] }),
      )}
      <label class="field"
        ><span class="field-label">Document</span>
        <select
          class="select"
          @change=${(event: Event) => sources.filter({ document: (event.target as HTMLSelectElement).value })}
        >
          <option value="" .selected=${filter.document === ""}>All documents</option>
          ${model.seeds.sources.filter(({ id }) => used.has(id)).map(({ id, title }) => html`<option value=${id} .selected=${id === filter.document}>${title}</option>`)}
        </select></label
      >
      <label class="field"
        ><span class="field-label">Contains</span
        ><input
          class="input"
          type="search"
          autocomplete="off"
          .value=${filter.text}
          @input=${(event: Event) => sources.filter({ text: (event.target as HTMLInputElement).value })}
      /></label>
    </div>
    <p class="quiet" role="status">${listed.length} of ${records.length} conflicts</p>
    ${
      listed.length === 0
        ? html`<p class="hint">None match. Choose all documents or clear the text.</p>`
        : html`<ul class="conflicts">
              ${company.map(recordView)}
            </ul>
            ${
              beside.length === 0
                ? nothing
                : html`<h3>Not figures of the company</h3>
                    <p class="quiet">
                      Numbers of markets, shops and transcripts: none is Kingsoft Cloud's, and no line of the
                      model reads one.
                    </p>
                    <ul class="conflicts" aria-label="Not figures of the company">
                      ${beside.map(recordView)}
                    </ul>`
            }`
    }`;
}

function recordView({ conflict, figure, used, unused, proof }: ConflictRecord): TemplateResult {
  return html` <li>
    <details class="conflict">
      <summary>
        <span>${figure}, ${conflict.period}</span
        ><span class="badge ${conflict.status === "open" ? "badge-warning" : "badge-good"}"
          >${conflict.status}</span
        ><span class="quiet conflict-kind">${conflict.kind.replaceAll("-", " ")}</span>
      </summary>
      <p>${conflict.explanation}</p>
      <dl class="facts">
        ${
          used === null
            ? nothing
            : html`<dt>Used</dt>
                <dd>${figureView(used)}</dd>`
        }
        ${unused.map(
          (each) =>
            html`<dt>Not used</dt>
              <dd>${figureView(each)}</dd>`,
        )}
      </dl>
      ${
        proof.length === 0
          ? html`<p class="quiet">No arithmetic settles it.</p>`
          : html`<h3>Proof</h3>
              <ul class="proof">
                ${proof.map(
                  ({ arithmetic, result, expected, holds }) =>
                    html` <li>
                      <code>${arithmetic}</code><span class="number">= ${result}</span
                      ><span>should be ${expected}</span
                      ><span class="badge ${holds ? "badge-good" : "badge-bad"}"
                        >${holds ? "holds" : "fails"}</span
                      >
                    </li>`,
                )}
              </ul>`
      }
    </details>
  </li>`;
}

function figureView({ fact, document }: ConflictFigure): TemplateResult {
  return html`<span class="number">${fact.value} ${fact.unit}</span
    >${fact.asPrinted === "" ? nothing : html` “${fact.asPrinted}”`}<br /><span class="quiet"
      >${document}${fact.locator === "" || fact.tier === "derived" ? "" : say`, ${fact.locator}`}</span
    >`;
}
