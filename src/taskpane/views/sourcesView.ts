import { nothing, type TemplateResult } from "lit-html";
import type { Pane } from "../pane";
import { originOf } from "../state/originOf";
import type { PaneState } from "../state/paneState";
import { cellWords } from "../state/deviationWords";
import { conflictsView } from "./conflictsView";
import { html } from "./html";
import { originView } from "./originView";

/** The Sources tab: the selected cell explained, a look-up, and the conflicts between sources. */
export function sourcesView(state: PaneState, pane: Pane): TemplateResult {
  const { sources, table } = state;
  const { subject } = sources;
  const find = (event: Event): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    pane.sources.find(String(form.get("line")), String(form.get("period")));
  };
  return html` <h2>Where a number comes from</h2>
    ${sources.cell === null ? nothing : html`<p class="quiet">Selected: ${sources.cell}</p>`}
    ${overwrittenCellView(state, pane)}
    <div aria-live="polite">
      ${
        subject !== null
          ? originView(
              originOf(
                pane.model,
                subject,
                pane.evaluate(table, "scenario" in subject ? subject.scenario : state.scenario),
                state.names,
              ),
              subject,
              pane,
            )
          : html`<p class="hint">
              ${sources.hint === "" ? "Select a cell of the model in the workbook, or look up a line." : sources.hint}
            </p>`
      }
    </div>
    <form class="fields" @submit=${find}>
      <label class="field"
        ><span class="field-label">Line</span
        ><input class="input" name="line" autocomplete="off" .value=${sources.line}
      /></label>
      <label class="field field-short"
        ><span class="field-label">Period</span
        ><input class="input" name="period" autocomplete="off" .value=${sources.period}
      /></label>
      <button type="submit" class="button field-button">Look up</button>
    </form>
    ${conflictsView(state, pane)}`;
}

/** Says that the selected cell is overwritten: what follows explains the model's own. */
function overwrittenCellView(
  { sources, deviations }: PaneState,
  pane: Pane,
): TemplateResult | typeof nothing {
  const one = deviations.overwritten.find(({ sheet, cell }) => `${sheet}!${cell}` === sources.cell);
  if (one === undefined) return nothing;
  return html`<div class="notice notice-warning" role="status">
    <p>
      <strong>This cell is overwritten</strong><br />
      ${cellWords(one)} What follows explains the model's own.
      <button type="button" class="button button-small" @click=${() => pane.deviation.putBack([one])}>
        Put it back
      </button>
    </p>
  </div>`;
}
