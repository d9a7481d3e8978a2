import type { TemplateResult } from "lit-html";
import { compareScenarios, measureOf, spanOfColumn } from "../../analysis";
import { periodIndex, SCENARIOS, YEARS } from "../../companies/kingsoftCloud";
import type { Scenario } from "../../model";
import type { ScenarioName } from "../../seeds";
import { wordIn } from "../../words";
import type { Pane } from "../pane";
import { formatChange, formatValue } from "../state/formatValue";
import { assumptionsOf } from "../state/inputTable";
import { KEY_FIGURES } from "../state/keyFigures";
import type { PaneState } from "../state/paneState";
import { comparisonTable } from "../state/resultTables";
import { html } from "./html";
import { insertButton } from "./insertButton";
import { sheetNote } from "./sheetNote";

/** The key figures of a year in all scenarios, or in one beside another, with differences from the one chosen. */
export function sideBySideView(state: PaneState, pane: Pane): TemplateResult {
  const { table, compare } = state;
  const { label } = YEARS.find(
    (year) => year.label === compare.period || compare.period.startsWith(String(year.year)),
  )!;
  const span = spanOfColumn(periodIndex(label));
  const ownAssumptions = ({ id }: Scenario) => assumptionsOf(table, id);
  const all = SCENARIOS.map((each) => ({ ...each, name: state.names.get(each.id)! }));
  const reference = all.find(({ id }) => id === compare.reference)!;
  const other = all.find(({ id }) => id === compare.only);
  const compared = compareScenarios(
    pane.model,
    KEY_FIGURES.map(({ line }) => measureOf(line, span)),
    other === undefined ? all : [...new Set([reference, other])],
    ownAssumptions,
    reference,
  );
  return html`<div class="fields">
      ${scenarioSelect("Scenarios", compare.only, all, (only) => pane.compare.ask({ only }), true)}
      ${scenarioSelect(wordIn("Against", "scenario"), compare.reference, all, (id) => pane.compare.ask({ reference: id! }))}
    </div>
    <p class="quiet">
      ${label}, RMB m unless stated. Below each figure: its difference from ${reference.name}.
    </p>
    <div class="scroller" role="region" aria-label="Scenarios side by side, ${label}" tabindex="0">
      <table class="table table-wide">
        <thead>
          <tr>
            <th scope="col">${wordIn("Figure", "measured")}</th>
            ${compared.scenarios.map(({ name }) => html`<th scope="col" class="number">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${KEY_FIGURES.map(({ line, title }, row) => {
            const { values } = compared.measures[row]!;
            const base = values[compared.scenarios.indexOf(compared.reference)]!;
            return html`<tr>
              <th scope="row">${title}</th>
              ${values.map(
                (value, column) =>
                  html` <td class="number">
                    ${formatValue(value, line.unit)}${
                      compared.scenarios[column] === compared.reference
                        ? ""
                        : html`<span class="difference"
                            >${formatChange(value, base, line.unit)
                              .replace(/ \(.*\)$/, "")
                              .replace("no change", "=")}</span
                          >`
                    }${sheetNote(state, compared.scenarios[column]!.id, line, periodIndex(label), value)}
                  </td>`,
              )}
            </tr>`;
          })}
        </tbody>
      </table>
    </div>
    ${insertButton(
      state,
      pane,
      "the comparison",
      () =>
        comparisonTable(
          label,
          KEY_FIGURES.map(({ line }) => line),
          compared,
        ),
      compared.scenarios.map(({ id }) => id),
    )}`;
}

/** A drop-down of scenarios, all of them together among the choices where asked for. */
function scenarioSelect(
  label: string,
  present: ScenarioName | null,
  scenarios: readonly Scenario[],
  choose: (scenario: ScenarioName | null) => void,
  withAll = false,
): TemplateResult {
  const picked = (event: Event): void =>
    choose(((event.target as HTMLSelectElement).value || null) as ScenarioName | null);
  return html`<label class="field"
    ><span class="field-label">${label}</span>
    <select class="select" @change=${picked}>
      ${withAll ? html`<option value="" .selected=${present === null}>All scenarios</option>` : ""}
      ${scenarios.map(({ id, name }) => html`<option value=${id} .selected=${id === present}>${name}</option>`)}
    </select></label
  >`;
}
