import { html, nothing, type TemplateResult } from "lit-html";
import { SCENARIOS, validateAssumptions } from "../../model";
import type { ScenarioName } from "../../seeds";
import type { Pane } from "../pane";
import { changedFromSeeds } from "../state/inputTable";
import { workInCustom } from "../state/moveToCustom";
import { LEVER_GROUPS } from "../state/leverGroups";
import type { PaneState } from "../state/paneState";
import { overwrittenFigures, overwrittenWords } from "../state/deviationWords";
import { deviationBanner } from "./deviationsView";
import { leverView } from "./leverView";
import { questionsView } from "./questionsView";
import { resultsView } from "./resultsView";

/** The Scenarios tab: pick, see, flex. */
export function scenariosView(state: PaneState, pane: Pane): TemplateResult {
  const { scenario } = state;
  const { levers } = pane;
  const shown = SCENARIOS.find(({ id }) => id === scenario)!;
  const changedDrivers = new Set(
    changedFromSeeds(state.table, pane.seeded, scenario).map(({ driver }) => driver),
  );
  const changed = changedDrivers.size;
  const [undone] = state.history.done.slice(-1);
  return html` <div class="scenario-bar">
      <label class="field"
        ><span class="field-label">Scenario</span>
        <select
          class="select"
          @change=${(event: Event) => levers.pick((event.target as HTMLSelectElement).value as ScenarioName)}
        >
          ${SCENARIOS.map(({ id, name }) => html`<option value=${id} .selected=${id === scenario}>${name}</option>`)}
        </select>
      </label>
      <div class="actions actions-tight">
        <button
          type="button"
          class="button button-small"
          ?disabled=${state.history.done.length === 0}
          title=${undone === undefined ? "Nothing to undo" : `Undo: ${undone.label}`}
          @click=${levers.undo}
        >
          Undo
        </button>
        <button
          type="button"
          class="button button-small"
          ?disabled=${state.history.undone.length === 0}
          @click=${levers.redo}
        >
          Redo
        </button>
        <button
          type="button"
          class="button button-small"
          ?disabled=${changed === 0}
          @click=${levers.resetAll}
        >
          Reset all
        </button>
        <button
          type="button"
          class="button button-small"
          ?disabled=${scenario === "custom"}
          title="Moves what you changed to the Custom column; ${shown.name} is as shipped again"
          @click=${() => levers.saveAsCustom(false)}
        >
          Save as Custom
        </button>
      </div>
      ${customQuestion(state, pane)}
      <p class="quiet scenario-meaning">
        ${shown.meaning}
        ${changed === 0 ? shippedWords(state) : `${changed} ${changed === 1 ? "value differs" : "values differ"} from what was shipped.`}
      </p>
    </div>
    ${state.workbook?.kind === "none" ? html`<p class="hint">Not in the workbook yet. What you change here goes in when you build the model.</p>` : nothing}
    ${deviationBanner(state, pane)} ${faultsView(state, pane)} ${doubtsView(state, pane)}
    ${resultsView(state, pane)} ${togetherView(state, pane)} ${questionsView(state, pane)}
    ${LEVER_GROUPS.map((group) => {
      const open = state.openGroups.has(group.id);
      const moved = group.drivers.filter(({ id }) => changedDrivers.has(id)).length;
      return html` <details
        class="group"
        .open=${open}
        @toggle=${(event: Event) => keepOpen(pane, group.id, (event.currentTarget as HTMLDetailsElement).open)}
      >
        <summary>
          <span class="group-title">${group.title}</span
          >${moved === 0 ? nothing : html`<span class="badge">${moved} changed</span>`}
        </summary>
        ${
          open
            ? html`<p class="quiet">${group.meaning}</p>
                ${group.drivers.map((driver) => leverView(driver, state, pane))}`
            : nothing
        }
      </details>`;
    })}`;
}

/** Asked before the analyst's own values in Custom are replaced. */
function customQuestion(
  { asksForCustom, table, scenario }: PaneState,
  { levers, seeded }: Pane,
): TemplateResult | typeof nothing {
  if (!asksForCustom) return nothing;
  const [count, { name }] = [workInCustom(table, seeded), SCENARIOS.find(({ id }) => id === scenario)!];
  return html`<div class="notice notice-warning" role="alertdialog" aria-label="Replace Custom?">
    <p>
      <strong>Custom holds ${count} ${count === 1 ? "value" : "values"} of yours</strong><br />
      Saving ${name} as Custom replaces ${count === 1 ? "it" : "them"}. Undo brings
      ${count === 1 ? "it" : "them"} back.
    </p>
    <div class="actions actions-tight">
      <button type="button" class="button button-small" @click=${levers.keepCustom}>Keep Custom</button>
      <button type="button" class="button button-small" @click=${() => levers.saveAsCustom(true)}>
        Replace it with ${name}
      </button>
    </div>
  </div>`;
}

/** Said where no input differs: the sheets may still. */
function shippedWords(state: PaneState): string {
  const count = overwrittenFigures(state).length;
  return count === 0 ? "As shipped." : `Inputs as shipped; ${overwrittenWords(count)} on the sheets.`;
}

function keepOpen({ store }: Pane, group: string, open: boolean): void {
  if (store.get().openGroups.has(group) === open) return;
  store.update(({ openGroups }) => {
    const groups = new Set(openGroups);
    if (open) groups.add(group);
    else groups.delete(group);
    return { openGroups: groups };
  });
}

/** Inputs and typed figures of the sheets that can't be used, each with a way out. */
function faultsView(
  { faults, typedFaults }: PaneState,
  { levers, model }: Pane,
): TemplateResult | typeof nothing {
  const count = faults.length + typedFaults.length;
  if (count === 0) return nothing;
  return html` <div class="notice notice-error">
    <div>
      <strong>${count} ${count === 1 ? "input" : "inputs"} of the sheet can't be used</strong>
      <ul class="list">
        ${faults.slice(0, 10).map(
          ({ address, message, scenario, driver }) =>
            html` <li>
              ${address}: ${message}
              <button
                type="button"
                class="button button-small"
                aria-label="Repair ${address}"
                @click=${() =>
                  levers.repair(
                    scenario,
                    model.rows.find((row) => row.driver.id === driver)!,
                  )}
              >
                Repair
              </button>
            </li>`,
        )}
        ${typedFaults.slice(0, 10).map((words) => html`<li>Actuals: ${words}</li>`)}
      </ul>
    </div>
  </div>`;
}

/** Inputs of the sheet that may be a slip of units, each to keep or to put back. */
function doubtsView({ doubts }: PaneState, { levers }: Pane): TemplateResult | typeof nothing {
  if (doubts.length === 0) return nothing;
  return html` <div class="notice notice-warning">
    <div>
      <strong>Is that what you mean?</strong>
      <ul class="list">
        ${doubts.slice(0, 10).map(
          (doubt) =>
            html` <li>
              ${doubt.words}
              <button type="button" class="button button-small" @click=${() => levers.keep(doubt)}>
                Keep
              </button>
              <button type="button" class="button button-small" @click=${() => levers.putBack(doubt)}>
                Put back
              </button>
            </li>`,
        )}
      </ul>
    </div>
  </div>`;
}

/** Values that don't go together, such as a mix above 100 %. */
function togetherView(
  { table, scenario }: PaneState,
  { model, evaluate }: Pane,
): TemplateResult | typeof nothing {
  const problems = validateAssumptions(model.rows, evaluate(table, scenario).assumptions);
  if (problems.length === 0) return nothing;
  return html`<div class="notice notice-warning" role="alert">
    <p>
      <strong>Not written to the sheet yet</strong><br />${problems.map(({ message }) => message).join(" ")}
      Or press Undo.
    </p>
  </div>`;
}
