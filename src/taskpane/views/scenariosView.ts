import { nothing, type TemplateResult } from "lit-html";
import { OWN_SCENARIOS, QUARTERLY_LINES, SCENARIOS } from "../../companies/kingsoftCloud";
import { driverFamily, inputRow, validateAssumptions, type Driver } from "../../model";
import type { ScenarioName } from "../../seeds";
import { listed, say, spokenWords, word } from "../../words";
import type { Pane } from "../pane";
import { changedFromSeeds } from "../state/inputTable";
import { workInOwn } from "../state/moveToOwn";
import { LEVER_GROUPS, type LeverGroup } from "../../companies/kingsoftCloud";
import type { PaneState } from "../state/paneState";
import { overwrittenFigures, overwrittenWords } from "../state/deviationWords";
import { deviationBanner } from "./deviationsView";
import { helpLink } from "./helpLink";
import { html } from "./html";
import { journalView } from "./journalView";
import { keepOpen } from "./keepOpen";
import { leverView } from "./leverView";
import { quarterlyView } from "./quarterlyView";
import { questionsView } from "./questionsView";
import { resultsView } from "./resultsView";
import { typed, typing, unlessTyping } from "./unlessTyping";

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
          ${SCENARIOS.map(({ id }) => html`<option value=${id} .selected=${id === scenario}>${state.names.get(id)!}</option>`)}
        </select>
      </label>
      <div class="actions actions-tight">
        <button
          type="button"
          class="button button-small"
          ?disabled=${state.history.done.length === 0}
          title=${undone === undefined ? "Nothing to undo" : say`Undo: ${undone.label}`}
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
        ${saveAsView(state, pane)}
      </div>
      ${shown.isOwn ? nameView(state, pane) : nothing} ${replaceQuestion(state, pane)}
      <p class="quiet scenario-meaning">
        ${shown.meaning}
        ${changed === 0 ? shippedWords(state) : say`${changed} ${changed === 1 ? "value differs" : "values differ"} from what was shipped.`}
      </p>
    </div>
    ${state.workbook?.kind === "none" ? html`<p class="hint">Not in the workbook yet. What you change here goes in when you build the model.</p>` : nothing}
    ${deviationBanner(state, pane)} ${faultsView(state, pane)} ${doubtsView(state, pane)}
    ${resultsView(state, pane)} ${togetherView(state, pane)} ${questionsView(state, pane)}
    ${LEVER_GROUPS.map((group) => {
      const open = state.openGroups.has(group.id);
      const moved = [...changedDrivers].filter((id) => isOf(group, id)).length;
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
                ${group.drivers.map((driver) => [leverView(driver, state, pane), quartersAfter(driver, state, pane)])}`
            : nothing
        }
      </details>`;
    })}
    ${journalView(state, pane)}`;
}

/** Whether an input is one of a group's levers, or a quarter of one. */
function isOf({ drivers }: LeverGroup, id: string): boolean {
  return drivers.some(
    (driver) => driver.id === id || (id.includes("@") && driverFamily(driver.id) === driverFamily(id)),
  );
}

/** The fields for single quarters, after the last year of an assumption that has them. */
function quartersAfter(driver: Driver, state: PaneState, pane: Pane): TemplateResult | typeof nothing {
  const line = QUARTERLY_LINES.find(({ quarterly }) => quarterly!.of[quarterly!.of.length - 1] === driver);
  return line === undefined ? nothing : quarterlyView(line, state, pane);
}

/** Chooses the own scenario that takes what was flexed. */
function saveAsView({ names, scenario }: PaneState, { levers }: Pane): TemplateResult {
  const choose = (event: Event): void => {
    const select = event.target as HTMLSelectElement;
    const own = select.value as ScenarioName;
    select.value = "";
    levers.saveAs(own, false);
  };
  return html`<select
    class="select"
    aria-label="Save as"
    title="Moves what you changed to a scenario of your own; ${names.get(scenario)!} is as shipped again"
    @change=${choose}
  >
    <option value="" .selected=${true}>Save as …</option>
    ${OWN_SCENARIOS.filter(({ id }) => id !== scenario).map(({ id }) => html`<option value=${id}>${names.get(id)!}</option>`)}
  </select>`;
}

/** The name of an own scenario, to be typed over. */
function nameView({ names, nameFault, scenario }: PaneState, { levers }: Pane): TemplateResult {
  return html`<label class="field"
      ><span class="field-label">Name</span>
      <input
        class="input"
        maxlength="120"
        aria-invalid=${nameFault === null ? "false" : "true"}
        .value=${unlessTyping(word(names.get(scenario)!))}
        @input=${typing}
        @change=${(event: Event) => levers.rename(scenario, spokenWords().english(typed(event)))}
      />
    </label>
    ${helpLink("own")} ${nameFault === null ? nothing : html`<p class="quiet" role="alert">${nameFault}</p>`}`;
}

/** Asked before the analyst's own values in an own scenario are replaced. */
function replaceQuestion(
  { asksFor, names, table, scenario }: PaneState,
  { levers, seeded }: Pane,
): TemplateResult | typeof nothing {
  if (asksFor === null) return nothing;
  const [own, name] = [names.get(asksFor)!, names.get(scenario)!];
  const count = workInOwn(table, seeded, asksFor);
  return html`<div class="notice notice-warning" role="alertdialog" aria-label="Replace ${own}?">
    <p>
      <strong>${own} holds ${count} ${count === 1 ? "value" : "values"} of yours</strong><br />
      ${count === 1 ? say`Saving ${name} as ${own} replaces it. Undo brings it back.` : say`Saving ${name} as ${own} replaces them. Undo brings them back.`}
    </p>
    <div class="actions actions-tight">
      <button type="button" class="button button-small" @click=${levers.keepOwn}>Keep ${own}</button>
      <button type="button" class="button button-small" @click=${() => levers.saveAs(asksFor, true)}>
        Replace it with ${name}
      </button>
    </div>
  </div>`;
}

/** Said where no input differs: the sheets may still. */
function shippedWords(state: PaneState): string {
  const count = overwrittenFigures(state).length;
  return count === 0 ? "As shipped." : say`Inputs as shipped; ${overwrittenWords(count)} on the sheets.`;
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
                @click=${() => levers.repair(scenario, inputRow(model, driver)!)}
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
  const problems = validateAssumptions(model.spec, model.rows, evaluate(table, scenario).assumptions);
  if (problems.length === 0) return nothing;
  return html`<div class="notice notice-warning" role="alert">
    <p>
      <strong>Not written to the sheet yet</strong><br />${listed(
        problems.map(({ message }) => message),
        " ",
      )}
      Or press Undo.
    </p>
  </div>`;
}
