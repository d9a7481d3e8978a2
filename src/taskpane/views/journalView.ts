import { nothing, type TemplateResult } from "lit-html";
import { JOURNAL_ROOM, type JournalLine } from "../../analysis";
import { say } from "../../words";
import type { Pane } from "../pane";
import { untold } from "../sheet/journalSheet";
import type { PaneState } from "../state/paneState";
import { html } from "./html";
import { keepOpen } from "./keepOpen";
import { typed, typing, unlessTyping } from "./unlessTyping";

/** Lines that are shown, the latest first. */
const SHOWN = 8;

/** The latest changes of inputs with their reasons, and those that the journal does not tell of yet. */
export function journalView(state: PaneState, pane: Pane): TemplateResult | typeof nothing {
  const { journal } = state;
  if (journal === null) return nothing;
  const open = state.openGroups.has("journal");
  return html` <details
    class="group journal"
    .open=${open}
    @toggle=${(event: Event) => keepOpen(pane, "journal", (event.currentTarget as HTMLDetailsElement).open)}
  >
    <summary>
      <span class="group-title">Journal</span
      >${journal.lines.length === 0 ? nothing : html`<span class="badge">${journal.lines.length} ${journal.lines.length === 1 ? "line" : "lines"}</span>`}
    </summary>
    ${open ? contents(state, pane, journal.lines) : nothing}
  </details>`;
}

function contents(
  state: PaneState,
  pane: Pane,
  lines: readonly JournalLine[],
): readonly (TemplateResult | typeof nothing)[] {
  const latest = lines
    .filter(({ key }) => key !== "")
    .slice(-SHOWN)
    .reverse();
  return [
    html`<p class="quiet">
      What was changed, from what, to what and why, on the sheet Journal. Changes of one input on one day are
      one line.
    </p>`,
    lines.length < JOURNAL_ROOM
      ? untoldView(state, pane)
      : html`<p class="wrong">
          The journal is full: empty lines on its sheet that are no longer needed, and changes are told again.
        </p>`,
    latest.length === 0
      ? html`<p class="quiet">Nothing was changed yet.</p>`
      : html`<ol class="findings" aria-label="Latest changes">
          ${latest.map((line) => lineView(line, pane))}
        </ol>`,
    html`<div class="actions">
      <button type="button" class="button button-small" @click=${pane.journal.show}>Show the sheet</button>
    </div>`,
  ];
}

function lineView(line: JournalLine, pane: Pane): TemplateResult {
  const { when, door, what, scenario, from, to, why } = line;
  return html`<li class="card">
    <p><strong>${what}</strong>${scenario === "" ? "" : say`, ${scenario}`}</p>
    <p>${from} → ${to}</p>
    <p class="quiet">${when}, ${door}</p>
    <label class="field field-block"
      ><span class="field-label">Why</span>
      <input
        class="input"
        aria-label="Why: ${what}"
        maxlength="200"
        .value=${unlessTyping(why)}
        @input=${typing}
        @change=${(event: Event) => pane.journal.reason(line, typed(event))}
      />
    </label>
  </li>`;
}

/** What was typed on the sheets since; nothing while the pane itself still writes. */
function untoldView(state: PaneState, pane: Pane): TemplateResult | typeof nothing {
  const count = state.unwritten > 0 ? 0 : untold(pane.model, state).length;
  if (count === 0) return nothing;
  return html`<div class="notice notice-warning">
    <p>
      <strong
        >${count === 1 ? say`${count} change was typed on the sheets and is not in the journal yet.` : say`${count} changes were typed on the sheets and are not in the journal yet.`}</strong
      ><br />
      ${count === 1 ? "It goes in with the next change in the pane, or now." : "They go in with the next change in the pane, or now."}
    </p>
    <div class="actions actions-tight">
      <button type="button" class="button button-small" @click=${pane.journal.writeDown}>
        ${count === 1 ? "Write it down" : "Write them down"}
      </button>
    </div>
  </div>`;
}
