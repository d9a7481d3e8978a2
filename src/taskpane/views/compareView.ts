import type { TemplateResult } from "lit-html";
import { compareScenarios, measureOf, spanOfColumn } from "../../analysis";
import { periodIndex, SCENARIOS, YEARS, type Scenario } from "../../model";
import { wordIn } from "../../words";
import type { Pane } from "../pane";
import { formatChange, formatValue } from "../state/formatValue";
import { assumptionsOf } from "../state/inputTable";
import { KEY_FIGURES } from "../state/keyFigures";
import type { PaneState } from "../state/paneState";
import { comparisonTable } from "../state/resultTables";
import { againstConsensusView } from "./againstConsensusView";
import { breakEvenView } from "./breakEvenView";
import { bridgeView } from "./bridgeView";
import { deviationBanner } from "./deviationsView";
import { html } from "./html";
import { insertButton } from "./insertButton";
import { lineSelect, periodSelect } from "./lineSelect";
import { responseView } from "./responseView";
import { sensitivityView } from "./sensitivityView";
import { sheetNote } from "./sheetNote";
import { simulationView } from "./simulationView";
import { tornadoView } from "./tornadoView";

/** The Compare tab: scenarios side by side, then one figure under stress. */
export function compareView(state: PaneState, pane: Pane): TemplateResult {
  const { compare, scenario } = state;
  const shown = state.names.get(scenario)!;
  return html` ${deviationBanner(state, pane)}
    <h2>Scenarios side by side</h2>
    ${sideBySideView(state, pane)}
    <h2>Stress one figure</h2>
    <p class="quiet">
      Starts from ${shown} as it stands in the pane. Nothing here changes the model; a result can be inserted
      as a sheet of its own.
    </p>
    <div class="fields">
      ${lineSelect(wordIn("Figure", "measured"), compare.line, (line) => pane.compare.ask({ line }))}
      ${periodSelect(pane.model, "Period", compare.period, (period) => pane.compare.ask({ period }))}
    </div>
    ${tornadoView(state, pane)} ${sensitivityView(state, pane)} ${breakEvenView(state, pane)}
    ${simulationView(state, pane)} ${bridgeView(state, pane)} ${againstConsensusView(state, pane)}
    ${responseView(state, pane)}`;
}

function sideBySideView(state: PaneState, pane: Pane): TemplateResult {
  const { table, compare } = state;
  const { label } = YEARS.find(
    (year) => year.label === compare.period || compare.period.startsWith(String(year.year)),
  )!;
  const span = spanOfColumn(periodIndex(label));
  const ownAssumptions = ({ id }: Scenario) => assumptionsOf(table, id);
  const scenarios = SCENARIOS.map((each) => ({ ...each, name: state.names.get(each.id)! }));
  const compared = compareScenarios(
    pane.model,
    KEY_FIGURES.map(({ line }) => measureOf(line, span)),
    scenarios,
    ownAssumptions,
    scenarios.find(({ id }) => id === "base"),
  );
  return html` <p class="quiet">
      ${label}, RMB m unless stated. Below each figure: its difference from Base.
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
      SCENARIOS.map(({ id }) => id),
    )}`;
}
