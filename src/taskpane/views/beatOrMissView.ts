import { nothing, type TemplateResult } from "lit-html";
import { QUARTERS } from "../../companies/kingsoftCloud";
import { knownBefore } from "../actions/quarterActions";
import type { Pane } from "../pane";
import { beatOrMiss } from "../state/beatOrMiss";
import { formatChange, formatValue } from "../state/formatValue";
import type { PaneState } from "../state/paneState";
import { html } from "./html";

/** Reported figures of the quarter against the estimate as it stood before, the quarter and the year before. */
export function beatOrMissView(
  state: PaneState,
  pane: Pane,
  column: number,
): TemplateResult | typeof nothing {
  const { label } = QUARTERS[column]!;
  const rows = beatOrMiss(pane.model, knownBefore(state, pane.model).expected, column);
  if (rows.length === 0) return nothing;
  const shown = state.names.get(state.scenario)!;
  return html` <h3>Beat or miss, ${label}</h3>
    <p class="quiet">
      RMB m, reported against the estimate of ${shown} without what is known of ${label} or later.
    </p>
    <div class="scroller" role="region" aria-label="Beat or miss, ${label}" tabindex="0">
      <table class="table table-wide">
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col" class="number">Reported</th>
            <th scope="col" class="number">Difference</th>
            <th scope="col" class="number">${QUARTERS[column - 1]!.label}</th>
            <th scope="col" class="number">${QUARTERS[column - 4]!.label}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ line, reported, estimate, quarterBefore, yearBefore, better }) =>
              html` <tr data-beat=${line.id}>
                <th scope="row">${line.label}</th>
                <td class="number">
                  ${formatValue(reported, line.unit)}
                  <span class="difference">est. ${formatValue(estimate, line.unit)}</span>
                </td>
                <td class="number">
                  ${formatChange(reported, estimate, line.unit)}
                  ${better === null ? nothing : html`<span class="difference">${better ? "beat" : "miss"}</span>`}
                </td>
                <td class="number">${formatValue(quarterBefore, line.unit)}</td>
                <td class="number">${formatValue(yearBefore, line.unit)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}
