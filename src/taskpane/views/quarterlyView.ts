import { nothing, type TemplateResult } from "lit-html";
import { QUARTERS } from "../../companies/kingsoftCloud";
import { familyLabel, type LineItem } from "../../model";
import { say, wordIn } from "../../words";
import type { Pane } from "../pane";
import { formatInput } from "../state/formatValue";
import { entryOf } from "../state/inputTable";
import type { PaneState } from "../state/paneState";
import { quartersOfLine, type QuarterlyMove } from "../state/quarterlyMove";
import { html } from "./html";

/** Under the levers of an assumption that moves in time: values for single quarters, by a factor or as a value, in one step. */
export function quarterlyView(line: LineItem, state: PaneState, pane: Pane): TemplateResult {
  const rows = quartersOfLine(pane.model, line);
  const typed = rows.flatMap(({ driver }) => {
    const entry = entryOf(state.table, state.scenario, driver.id);
    return entry.kind === "follows" ? [] : [{ driver, value: entry.value }];
  });
  const label = familyLabel(line.quarterly!.of[0]!.label);
  const open = state.quarterly?.line === line.id;
  const asked = open ? state.quarterly! : pane.levers.quarterlyMove(line);
  return html`<details
    class="quarters"
    .open=${open}
    @toggle=${(event: Event) => {
      const opened = (event.currentTarget as HTMLDetailsElement).open;
      if (opened !== open) pane.levers.askQuarters(opened ? pane.levers.quarterlyMove(line) : null);
    }}
  >
    <summary>
      Single quarters${typed.length === 0 ? nothing : html` <span class="badge">${typed.length} typed</span>`}
    </summary>
    ${open ? gesture(line, label, asked, pane) : nothing}
    ${
      open && typed.length > 0
        ? html`<p class="quiet">
            ${typed.map(({ driver, value }) => `${QUARTERS[driver.column]!.label} ${formatInput(Number(value), driver.unit)}`).join(" · ")}
          </p>`
        : nothing
    }
  </details>`;
}

function gesture(line: LineItem, label: string, asked: QuarterlyMove, pane: Pane): TemplateResult {
  const { levers } = pane;
  const ask = (part: Partial<QuarterlyMove>): void => levers.askQuarters({ ...asked, ...part, wrong: "" });
  const wrong = `wrong-quarters-${line.id}`;
  const chosen = (event: Event): string => (event.target as HTMLSelectElement).value;
  const quarters = (
    name: string,
    end: "from" | "to",
    column: number,
    choose: (column: number) => void,
  ): TemplateResult =>
    html`<label class="field"
      ><span class="field-label">${name}</span>
      <select
        class="select"
        aria-label="${label}, ${end} quarter"
        @change=${(event: Event) => choose(Number(chosen(event)))}
      >
        ${quartersOfLine(pane.model, line).map(({ driver }) => html`<option value=${driver.column} .selected=${driver.column === column}>${QUARTERS[driver.column]!.label}</option>`)}
      </select>
    </label>`;
  return html`<p class="quiet">
      For single quarters (${line.quarterly!.says}); the year's value stands where nothing is typed.
    </p>
    <div class="fields">
      ${quarters(wordIn("From", "quarter"), "from", asked.from, (from) => ask({ from, to: Math.max(from, asked.to) }))}
      ${quarters(wordIn("To", "quarter"), "to", asked.to, (to) => ask({ to, from: Math.min(to, asked.from) }))}
      <label class="field"
        ><span class="field-label">How</span>
        <select
          class="select"
          aria-label="${label}, factor or value"
          @change=${(event: Event) => ask({ how: chosen(event) === "value" ? "value" : "times" })}
        >
          <option value="times" .selected=${asked.how === "times"}>× factor</option>
          <option value="value" .selected=${asked.how === "value"}>${wordIn("value", "quarter")}</option>
        </select>
      </label>
      <label class="field"
        ><span class="field-label"
          >${asked.how === "times" ? wordIn("Factor", "quarter") : say`Value, ${line.unit}`}</span
        >
        <input
          class="input number"
          type="text"
          inputmode="decimal"
          autocomplete="off"
          aria-label="${label}, ${asked.how === "times" ? "factor" : wordIn("value", "quarter")} of the quarters"
          aria-invalid=${asked.wrong !== ""}
          aria-describedby=${asked.wrong === "" ? nothing : wrong}
          placeholder=${asked.how === "times" ? "e.g. 0.5" : ""}
          .value=${asked.text}
          @change=${(event: Event) => ask({ text: (event.target as HTMLInputElement).value })}
      /></label>
    </div>
    ${asked.wrong === "" ? nothing : html`<p class="wrong" id=${wrong} role="alert">${asked.wrong}</p>`}
    <div class="actions actions-tight">
      <button
        type="button"
        class="button button-small"
        aria-label="Apply to the quarters of ${label}"
        @click=${() => levers.moveQuarters(line)}
      >
        Apply
      </button>
      <button
        type="button"
        class="button button-quiet button-small"
        aria-label="Empty the quarters of ${label}"
        @click=${() => levers.emptyQuarters(line)}
      >
        Back to the year's
      </button>
    </div>`;
}
