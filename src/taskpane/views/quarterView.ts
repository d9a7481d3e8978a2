import { nothing, type TemplateResult } from "lit-html";
import { ref } from "lit-html/directives/ref.js";
import { QUARTERS } from "../../companies/kingsoftCloud";
import { say } from "../../words";
import { quarterOf } from "../actions/quarterActions";
import type { Pane } from "../pane";
import { knownThen } from "../state/quarterPreview";
import type { PaneState } from "../state/paneState";
import { beatOrMissView } from "./beatOrMissView";
import { explainPrintView } from "./explainPrintView";
import { focusSoon, takeFocus } from "./focusSoon";
import { goTo } from "./goTo";
import { html } from "./html";
import { keepView } from "./keepView";
import { quarterPasteView } from "./quarterPasteView";
import { quarterPreviewView } from "./quarterPreviewView";
import { quarterTableView } from "./quarterTableView";
import { typed, typing, unlessTyping } from "./unlessTyping";

/** The Quarter tab: pick a quarter, paste or type its figures, see what moves, put them into the workbook. */
export function quarterView(state: PaneState, pane: Pane): TemplateResult {
  const { quarter: entered, workbook } = state;
  const column = quarterOf(state, pane.model);
  const { label } = QUARTERS[column]!;
  const { step } = entered;
  return html` <h2>New quarter</h2>
    <p class="quiet">
      Paste or type what the company reported; the model rolls in every scenario. Nothing goes in before you
      have seen what it moves.
    </p>
    ${workbook?.kind === "none" ? html`<p class="hint">There is no model in this workbook yet. <button type="button" class="link" @click=${() => goTo(pane, "build")}>Build it first</button></p>` : nothing}
    <div class="fields">
      <label class="field"
        ><span class="field-label">Quarter</span>
        <select
          class="select"
          ?disabled=${step.at === "writing"}
          @change=${(event: Event) => pane.quarter.pick((event.target as HTMLSelectElement).value)}
        >
          ${QUARTERS.slice(pane.model.data.opening + 1).map((each) => html`<option value=${each.label} .selected=${each.label === label}>${each.label}</option>`)}
        </select></label
      >
    </div>
    <p class="quiet">${knownThen(pane.model, column)}</p>
    ${step.at === "applied" ? html`${appliedView(state, pane)} ${beatOrMissView(state, pane, column)} ${explainPrintView(state, pane, column)}` : nothing}
    ${step.at === "writing" ? html`<p class="busy">Writing the figures …</p>` : nothing}
    ${step.at === "preview" ? quarterPreviewView(step.preview, state, pane) : entryView(state, pane)}
    ${step.at === "applied" ? nothing : html`${beatOrMissView(state, pane, column)} ${explainPrintView(state, pane, column)}`}
    ${keepView(state, pane)}`;
}

function entryView(state: PaneState, pane: Pane): TemplateResult {
  const { quarter } = pane;
  const { source, date, lacks, entries, step } = state.quarter;
  return html` ${quarterPasteView(state, pane)} ${quarterTableView(state, pane)}
    <h3>Where the figures are from</h3>
    <div class="fields">
      <label class="field"
        ><span class="field-label">Title of the release</span>
        <input
          class="input"
          type="text"
          autocomplete="off"
          placeholder="e.g. Second quarter 2026 results"
          .value=${unlessTyping(source)}
          @input=${typing}
          @change=${(event: Event) => quarter.say({ source: typed(event) })}
      /></label>
      <label class="field"
        ><span class="field-label">Published on</span>
        <input
          class="input"
          type="date"
          .value=${date}
          @change=${(event: Event) => quarter.say({ date: (event.target as HTMLInputElement).value })}
      /></label>
    </div>
    <p class="wrong" aria-live="polite">${lacks}</p>
    <div class="actions">
      <button
        type="button"
        class="button button-primary"
        ?disabled=${step.at === "writing"}
        @click=${quarter.preview}
      >
        Preview
      </button>
      ${entries.size === 0 ? nothing : html`<button type="button" class="button" @click=${quarter.clear}>Clear</button>`}
    </div>`;
}

function appliedView({ quarter }: PaneState, pane: Pane): TemplateResult | typeof nothing {
  if (quarter.step.at !== "applied") return nothing;
  const { applied } = quarter.step;
  const count = applied.cells.length;
  return html` <div
    class="notice notice-done"
    role="group"
    aria-label="Applied"
    tabindex="-1"
    ${ref(takeFocus)}
  >
    <div>
      <p>
        <strong
          >${count === 1 ? say`${count} figure of ${applied.quarter} is on Actuals.` : say`${count} figures of ${applied.quarter} are on Actuals.`}</strong
        ><br />Source and date stand on the sheet ${applied.sheet}.
      </p>
      <div class="actions actions-tight">
        <button type="button" class="button button-small" @click=${pane.quarter.show}>Show</button>
        <button
          type="button"
          class="button button-small"
          @click=${() => {
            pane.quarter.takeBack();
            focusSoon("panel");
          }}
        >
          Take back
        </button>
      </div>
    </div>
  </div>`;
}
