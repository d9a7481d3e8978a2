import { nothing, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { driverMeaning } from "../../companies/kingsoftCloud";
import { domainOf, type Driver, type DriverRow, type Unit } from "../../model";
import { sourceTitles } from "../../workbook/inputsSheetPlan";
import { asTyped } from "../../functions";
import { say, wordIn } from "../../words";
import type { Pane } from "../pane";
import { formatInput } from "../state/formatValue";
import { entryOf, sameEntry, valueOf } from "../state/inputTable";
import {
  leverChoices,
  leverKind,
  leverLabel,
  modelNumber,
  shownNumber,
  sliderTravel,
} from "../state/leverScale";
import type { PaneState } from "../state/paneState";
import { goTo } from "./goTo";
import { html } from "./html";
import { typed, typing, unlessTyping } from "./unlessTyping";

/** Units that are too long beside a field. */
const SHORT_UNITS: Readonly<Partial<Record<Unit, string>>> = {
  quarters: "qtrs",
  "RMB per ADS": "RMB",
  "USD per ADS": "USD",
  "HKD per share": "HKD",
};

/** One lever: name, slider or choice, number field, source, reset, and what is wrong with what was typed. */
export function leverView(driver: Driver, state: PaneState, pane: Pane): TemplateResult {
  const row = pane.model.rows.find((each) => each.driver === driver)!;
  const { table, scenario, openSource } = state;
  const entry = entryOf(table, scenario, driver.id);
  const isChanged = !sameEntry(entry, entryOf(pane.seeded, scenario, driver.id));
  const open = openSource === driver.id;
  const draft = state.drafts.get(driver.id);
  return html` <div class="lever" data-driver=${driver.id}>
    <div class="lever-head">
      <label class="lever-name" for="field-${driver.id}"
        >${leverLabel(row)}${isChanged ? html` <span class="mark">changed</span>` : nothing}</label
      >
      <button
        type="button"
        class="button button-quiet button-small"
        aria-expanded=${open}
        aria-label="Source of ${driver.label}"
        @click=${() => pane.store.update({ openSource: open ? null : driver.id })}
      >
        Source
      </button>
      ${isChanged && entry.kind !== "calculated" ? html`<button type="button" class="button button-quiet button-small" aria-label="Reset ${driver.label}" @click=${() => pane.levers.reset(row)}>Reset</button>` : nothing}
    </div>
    ${entry.kind === "calculated" ? html`<p class="hint" id="field-${driver.id}">${formatInput(Number(entry.value), driver.unit)}: calculated by a formula of yours on the Inputs sheet; change it there.</p>` : controlView(row, valueOf(table, scenario, driver.id), draft, pane)}
    ${draft === undefined ? nothing : draftView(row, draft, pane)}
    ${open ? sourceView(row, state, pane) : nothing}
  </div>`;
}

type Draft = PaneState["drafts"] extends ReadonlyMap<string, infer Value> ? Value : never;

/** What is wrong with a typed text, or doubtful: then it can be confirmed. */
function draftView(row: DriverRow, { message, confirm }: Draft, { levers }: Pane): TemplateResult {
  return html`<p class="wrong" id="wrong-${row.driver.id}" role="alert">
    ${message}
    ${
      confirm === undefined
        ? nothing
        : html`<button type="button" class="button button-small" @click=${() => levers.settle(row, confirm)}>
            Yes, ${asTyped(row, confirm)}
          </button>`
    }
  </p>`;
}

function controlView(
  row: DriverRow,
  value: string,
  draft: Draft | undefined,
  { levers }: Pane,
): TemplateResult {
  const { driver } = row;
  const id = `field-${driver.id}`;
  switch (leverKind(row)) {
    case "switch":
      return html` <label class="check"
        ><input
          type="checkbox"
          role="switch"
          id=${id}
          .checked=${live(Number(value) === 1)}
          @change=${(event: Event) => levers.settle(row, (event.target as HTMLInputElement).checked ? "1" : "0")}
        />
        ${Number(value) === 1 ? "Yes" : "No"}</label
      >`;
    case "choice":
      return html` <select
        class="select"
        id=${id}
        @change=${(event: Event) => levers.settle(row, (event.target as HTMLSelectElement).value)}
      >
        ${leverChoices(row).map((choice) => html`<option value=${choice.value} .selected=${Number(choice.value) === Number(value)}>${choice.label}</option>`)}
      </select>`;
    case "slider":
      return sliderView(row, value, draft, levers);
  }
}

function sliderView(
  row: DriverRow,
  value: string,
  draft: Draft | undefined,
  levers: Pane["levers"],
): TemplateResult {
  const { driver } = row;
  const { min, max, step } = sliderTravel(row, value);
  const shown = shownNumber(row, value);
  const read = (event: Event): string => modelNumber(row, (event.target as HTMLInputElement).value);
  const type = (event: Event): void => levers.type(row, typed(event));
  return html` <div class="lever-controls">
    <input
      type="range"
      class="slider"
      aria-label="${driver.label}, slider"
      aria-valuetext=${formatInput(Number(value), driver.unit)}
      min=${min}
      max=${max}
      step=${step}
      .value=${live(String(nearest(Number(shown), min, max, step)))}
      @input=${(event: Event) => levers.drag(row, read(event))}
      @change=${(event: Event) => levers.settle(row, read(event))}
    />
    <span class="lever-field">
      <input
        type="text"
        inputmode="decimal"
        autocomplete="off"
        class="input number"
        id="field-${driver.id}"
        .value=${unlessTyping(draft?.text ?? shown)}
        aria-invalid=${draft !== undefined}
        aria-describedby=${draft === undefined ? nothing : `wrong-${driver.id}`}
        title=${say`Allowed: ${domainOf(row).words}`}
        @input=${typing}
        @change=${type}
        @blur=${typed}
        @keydown=${(event: KeyboardEvent) => onKey(event, row, shown, levers)}
      />
      <span class="unit">${wordIn(SHORT_UNITS[driver.unit] ?? driver.unit, "short")}</span>
    </span>
  </div>`;
}

/** Escape brings the value back; Enter is the field's own change event. */
function onKey(event: KeyboardEvent, row: DriverRow, shown: string, levers: Pane["levers"]): void {
  if (event.key !== "Escape") return;
  typed(event);
  (event.target as HTMLInputElement).value = shown;
  levers.forget(row);
}

/** Where a slider stands for a value between two of its steps. */
function nearest(value: number, min: number, max: number, step: number): number {
  const place = min + Math.round((value - min) / step) * step;
  return Number(Math.min(max, Math.max(min, place)).toFixed(6));
}

function sourceView(row: DriverRow, { scenario }: PaneState, pane: Pane): TemplateResult {
  const { model, sources } = pane;
  const { assumption, driver } = row;
  return html` <div class="source">
    <p>${driverMeaning(driver)}</p>
    <p><span class="badge">${assumption.tier}</span> ${sourceTitles(model, row)}</p>
    <p class="quiet">${assumption.reason}</p>
    <p class="quiet">
      Base as shipped: ${formatInput(Number(row.base), driver.unit)}. Allowed: ${domainOf(row).words}.
    </p>
    <button
      type="button"
      class="button button-small"
      @click=${() => {
        sources.explain({ kind: "driver", driver: driver.id, scenario });
        goTo(pane, "sources");
      }}
    >
      Figures behind it
    </button>
  </div>`;
}
