import { nothing, type TemplateResult } from "lit-html";
import { againstConsensus, type AgainstConsensus, type ClosingDriver } from "../../analysis";
import type { Model } from "../../model";
import type { ScenarioName } from "../../seeds";
import { consensusTable } from "../../workbook/consensusInputs";
import { AGAINST_LINES, consensusPlaces, usualPeriod } from "../../workbook/consensusPlaces";
import { say, wordIn } from "../../words";
import type { Pane } from "../pane";
import { formatInput, formatValue } from "../state/formatValue";
import { assumptionsOf, type InputTable } from "../state/inputTable";
import type { PaneState } from "../state/paneState";
import { answerOnce } from "./answerOnce";
import { html } from "./html";
import { keepOpen } from "./keepOpen";
import { onceFor } from "./onceFor";

const OPEN = "againstConsensus";

const figures = (model: Model, table: InputTable, scenario: ScenarioName, withClosing: boolean) =>
  againstConsensus(
    model,
    assumptionsOf(table, scenario),
    consensusTable(model),
    AGAINST_LINES,
    [...consensusPlaces(model).years, usualPeriod(model)],
    withClosing,
  );

const calculated = onceFor((model: Model, table: InputTable, scenario: ScenarioName) =>
  figures(model, table, scenario, false),
);

const closed = answerOnce<readonly AgainstConsensus[]>();

const askedFor = (state: PaneState, { model }: Pane): readonly unknown[] => [
  model.data,
  state.table,
  state.scenario,
];

function ask(state: PaneState, pane: Pane): void {
  closed.ask(pane, askedFor(state, pane), () => figures(pane.model, state.table, state.scenario, true));
}

/** The scenario of the pane against the brokers' estimates of the facts, and what would close each difference; calculated once it is opened. */
export function againstConsensusView(state: PaneState, pane: Pane): TemplateResult {
  const open = state.openGroups.has(OPEN);
  return html`<details
    class="group"
    data-against-consensus
    .open=${open}
    @toggle=${(event: Event) => keepOpen(pane, OPEN, (event.currentTarget as HTMLDetailsElement).open)}
  >
    <summary><span class="group-title">Against brokers' estimates</span></summary>
    ${open ? tableView(state, pane) : nothing}
  </details>`;
}

function tableView(state: PaneState, pane: Pane): TemplateResult {
  const closing = closed.answered(askedFor(state, pane));
  const rows = closing ?? calculated(pane.model, state.table, state.scenario);
  return html`<p class="quiet">
      Estimates of the facts that are newer than the last quarter known whole, RMB m unless stated. The
      Consensus sheet also counts the rows that you type there. Below each line: the assumption that alone
      would close the difference with the smallest move.
    </p>
    <div class="scroller" role="region" aria-label="Against brokers' estimates" tabindex="0">
      <table class="table table-wide">
        <thead>
          <tr>
            <th scope="col">${wordIn("Figure", "measured")}</th>
            ${["Model", "Mean", "High", "Low", "Number", "Difference"].map(
              (title) => html`<th scope="col" class="number">${title}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => rowView(row, closing !== null))}
        </tbody>
      </table>
    </div>
    ${
      closing === null
        ? html`<button type="button" class="button" @click=${() => ask(state, pane)}>
            Find what closes each difference
          </button>`
        : nothing
    }`;
}

function rowView(
  { line, period, own, expected, difference, closing }: AgainstConsensus,
  isAsked: boolean,
): TemplateResult {
  const amounts = [own, expected.mean, expected.high, expected.low];
  return html`<tr data-against=${`${line.id} ${period}`}>
    <th scope="row">
      ${line.label},
      ${period}${isAsked ? html`<span class="difference">${closingWords(closing)}</span>` : nothing}
    </th>
    ${amounts.map((value) => html`<td class="number">${formatValue(value, line.unit)}</td>`)}
    <td class="number">${expected.number}</td>
    <td class="number">${difference > 0 ? "+" : ""}${formatValue(difference, line.unit)}</td>
  </tr>`;
}

function closingWords(closing: ClosingDriver | null): string {
  if (closing === null) return "none of the nearest assumptions closes it alone";
  const { driver, present, value } = closing;
  return say`${driver.label}: ${formatInput(Number(value.toPrecision(4)), driver.unit)} instead of ${formatInput(present, driver.unit)}`;
}
