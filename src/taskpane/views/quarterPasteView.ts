import { nothing, type TemplateResult } from "lit-html";
import { AMOUNT_SCALES, type AmountScale, type ReadRelease } from "../../release";
import { say } from "../../words";
import type { Pane } from "../pane";
import type { PaneState } from "../state/paneState";
import { html } from "./html";

const WHY: Readonly<Record<"stated" | "fits" | "chosen", string>> = {
  stated: "stated in the table",
  fits: "the only one that fits the forecast",
  chosen: "chosen by you",
};

/** The field into which a copied table is pasted, and what was made of it. */
export function quarterPasteView({ quarter: { release, paste } }: PaneState, pane: Pane): TemplateResult {
  const read = (event: Event): void => {
    const field = event.target as HTMLTextAreaElement;
    if (field.value.trim() !== "") pane.quarter.paste({ html: "", text: field.value });
    field.value = "";
  };
  const pasted = (event: ClipboardEvent): void => {
    const given = {
      html: event.clipboardData?.getData("text/html") ?? "",
      text: event.clipboardData?.getData("text/plain") ?? "",
    };
    event.preventDefault();
    if (given.html !== "" || given.text !== "") pane.quarter.paste(given);
  };
  return html` <label class="field field-block"
      ><span class="field-label">Paste a copied table</span>
      <textarea
        class="input paste"
        rows="2"
        spellcheck="false"
        placeholder="From the release in a browser, a PDF or Excel; English or Chinese"
        @paste=${pasted}
        @change=${read}
      ></textarea>
    </label>
    ${release === null || paste === null ? nothing : resultView(release, pane)}`;
}

function resultView(release: ReadRelease, pane: Pane): TemplateResult {
  const { figures, unused, columns, scale, remarks } = release;
  return html` <div class="card" role="group" aria-label="What was read">
    <p>
      <strong>${figures.length} ${figures.length === 1 ? "figure" : "figures"} read</strong
      >${unused.length === 0 ? "." : say`, ${unused.length} ${unused.length === 1 ? "row" : "rows"} not used.`}
    </p>
    ${remarks.map((remark) => html`<p class="quiet">${remark}</p>`)}
    ${columns.length === 0 && figures.length === 0 ? nothing : choicesView(release, pane)}
    ${
      scale === null && figures.length > 0
        ? html`<p>
            <span class="badge badge-warning">Doubtful</span> The unit is not stated and cannot be told:
            choose it.
          </p>`
        : nothing
    }
    ${
      unused.length === 0
        ? nothing
        : html`<details>
            <summary>Rows not used</summary>
            <ul class="list">
              ${unused.slice(0, 60).map(({ label, printed }) => html`<li>${label === "" ? "(no label)" : label} ${printed}</li>`)}
            </ul>
          </details>`
    }
  </div>`;
}

function choicesView({ columns, scale }: ReadRelease, pane: Pane): TemplateResult {
  const { column } = pane.store.get().quarter;
  return html`<div class="fields">
    ${
      columns.length === 0
        ? nothing
        : html`<label class="field"
            ><span class="field-label">Column of the quarter</span>
            <select
              class="select"
              @change=${(event: Event) => {
                const { value } = event.target as HTMLSelectElement;
                if (value !== "") pane.quarter.readAs({ column: Number(value) });
              }}
            >
              <option value="" .selected=${column === null}>Choose</option>
              ${columns.map((each) => html`<option value=${each.column} .selected=${each.column === column}>${each.words} (${each.sample})</option>`)}
            </select></label
          >`
    }
    <label class="field"
      ><span class="field-label">Unit${scale === null ? "" : say`, ${WHY[scale.why]}`}</span>
      <select
        class="select"
        @change=${(event: Event) => {
          const { value } = event.target as HTMLSelectElement;
          if (value !== "") pane.quarter.readAs({ scale: value as AmountScale["id"] });
        }}
      >
        ${scale === null ? html`<option value="" selected>Choose</option>` : nothing}
        ${AMOUNT_SCALES.map(({ id, words }) => html`<option value=${id} .selected=${id === scale?.id}>${words}</option>`)}
      </select></label
    >
  </div>`;
}
