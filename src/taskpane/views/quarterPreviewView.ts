import { nothing, type TemplateResult } from "lit-html";
import { LINE_BY_ID } from "../../companies/kingsoftCloud";
import { listed } from "../../words";
import { ref } from "lit-html/directives/ref.js";
import type { Pane } from "../pane";
import { formatChange, formatValue } from "../state/formatValue";
import type { PaneState } from "../state/paneState";
import type { QuarterPreview } from "../state/quarterPreview";
import { focusSoon, takeFocus } from "./focusSoon";
import { html } from "./html";

const names = (ids: readonly string[]): string =>
  listed(
    ids.map((id) => LINE_BY_ID.get(id)!.label),
    ", ",
  );

/** What the figures would move, before they go in. */
export function quarterPreviewView(
  { quarter, figures, leftOut, replaced, known, moves }: QuarterPreview,
  { names: scenarioNames, scenario, workbook }: PaneState,
  pane: Pane,
): TemplateResult {
  const years = [...new Set(moves.map(({ period }) => period))];
  const count = figures.size;
  const shown = scenarioNames.get(scenario)!;
  return html` <div class="card" role="group" aria-label="Preview" tabindex="-1" ${ref(takeFocus)}>
    <h3>What ${count} ${count === 1 ? "figure" : "figures"} of ${quarter} would move</h3>
    <p class="quiet">${known}</p>
    ${leftOut.length === 0 ? nothing : html`<p><span class="badge badge-warning">Doubtful</span> Left out: ${names(leftOut)}.</p>`}
    ${replaced.length === 0 ? nothing : html`<p>Another figure stands there now and is replaced: ${names(replaced)}.</p>`}
    ${years.map(
      (year) =>
        html` <table class="table">
          <caption>
            Key figures of ${year}, ${shown}
          </caption>
          <thead>
            <tr>
              <th scope="col">RMB m unless stated</th>
              <th scope="col" class="number">Old</th>
              <th scope="col" class="number">New</th>
            </tr>
          </thead>
          <tbody>
            ${moves
              .filter(({ period }) => period === year)
              .map(
                ({ line, title, before, after }) =>
                  html` <tr data-move="${line.id} ${year}">
                    <th scope="row">${title}</th>
                    <td class="number">${formatValue(before, line.unit)}</td>
                    <td class="number">
                      ${formatValue(after, line.unit)}
                      <span class="difference">${formatChange(after, before, line.unit)}</span>
                    </td>
                  </tr>`,
              )}
          </tbody>
        </table>`,
    )}
    <div class="actions">
      <button
        type="button"
        class="button button-primary"
        ?disabled=${workbook === null || workbook.kind === "none"}
        title=${workbook?.kind === "none" ? "Build the model first" : ""}
        @click=${pane.quarter.apply}
      >
        Put ${count} ${count === 1 ? "figure" : "figures"} into the workbook
      </button>
      <button
        type="button"
        class="button"
        @click=${() => {
          pane.quarter.back();
          focusSoon("panel");
        }}
      >
        Back
      </button>
    </div>
  </div>`;
}
