import { nothing, type TemplateResult } from "lit-html";
import { response, responseNotes, RESPONSE_LINES, type DriverResponse } from "../../analysis";
import { DRIVER_GROUPS } from "../../companies/kingsoftCloud";
import type { Model } from "../../model";
import type { ScenarioName } from "../../seeds";
import { listed, say } from "../../words";
import type { Pane } from "../pane";
import { formatInput, formatValue } from "../state/formatValue";
import { assumptionsOf, type InputTable } from "../state/inputTable";
import type { PaneState } from "../state/paneState";
import { responseTable } from "../state/resultTables";
import { html } from "./html";
import { insertButton } from "./insertButton";
import { keepOpen } from "./keepOpen";
import { onceFor } from "./onceFor";

const OPEN = "response";

const calculated = onceFor((model: Model, table: InputTable, scenario: ScenarioName) => {
  const assumptions = assumptionsOf(table, scenario);
  const answer = response(model, assumptions);
  return { answer, notes: responseNotes(model, assumptions, answer) };
});

/** How every assumption moves revenue, results and cash of a year; calculated once it is opened. */
export function responseView(state: PaneState, pane: Pane): TemplateResult {
  const open = state.openGroups.has(OPEN);
  return html`<details
    class="group"
    data-response
    .open=${open}
    @toggle=${(event: Event) => keepOpen(pane, OPEN, (event.currentTarget as HTMLDetailsElement).open)}
  >
    <summary><span class="group-title">How each assumption moves the results</span></summary>
    ${open ? tableView(state, pane) : nothing}
  </details>`;
}

function tableView(state: PaneState, pane: Pane): TemplateResult {
  const { answer, notes } = calculated(pane.model, state.table, state.scenario);
  const asked = Number(/20\d\d/.exec(state.compare.period)?.[0]);
  const place = Math.max(0, answer.years.indexOf(asked));
  const year = answer.years[place]!;
  const rowOf = new Map(answer.rows.map((row) => [row.driver, row]));
  return html`<p class="quiet">
      FY${year}, RMB m: upper less lower value, each assumption alone by a tenth of its value each way, whole
      numbers by one. ${listed(notes, " ")}
    </p>
    <div class="scroller" role="region" aria-label="Response of FY${year}" tabindex="0">
      <table class="table table-wide table-response">
        <thead>
          <tr>
            <th scope="col">Assumption</th>
            ${RESPONSE_LINES.map(({ label }) => html`<th scope="col" class="number">${label}</th>`)}
          </tr>
        </thead>
        ${DRIVER_GROUPS.map(
          ({ title, drivers }) =>
            html`<tbody>
              <tr>
                <th scope="rowgroup" colspan=${RESPONSE_LINES.length + 1}><strong>${title}</strong></th>
              </tr>
              ${drivers.map((driver) => rowView(rowOf.get(driver)!, place))}
            </tbody>`,
        )}
      </table>
    </div>
    ${insertButton(state, pane, "how each assumption moves the results", () => responseTable(answer, place))}`;
}

function rowView({ driver, low, high, effects, signs, why }: DriverResponse, place: number): TemplateResult {
  return html`<tr data-driver-response=${driver.id}>
    <th scope="row">
      ${driver.label}<span class="difference"
        >${formatInput(low, driver.unit)} to
        ${formatInput(high, driver.unit)}${why === null ? "" : say`; ${why}`}</span
      >
    </th>
    ${effects.map(
      (years, figure) =>
        html`<td
          class="number"
          title=${signs[figure] === undefined ? nothing : say`Declared: ${signs[figure]}`}
        >
          ${effectWords(years[place]!)}
        </td>`,
    )}
  </tr>`;
}

function effectWords(effect: number): string {
  return effect === 0 ? "0" : `${effect > 0 ? "+" : ""}${formatValue(effect, "RMB m")}`;
}
