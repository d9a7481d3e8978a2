import { html, nothing, type TemplateResult } from "lit-html";
import type { Pane } from "../pane";
import { bindingWords, capColumns, revenueColumns } from "../state/chartSeries";
import { formatChange, formatValue } from "../state/formatValue";
import { FIGURE_YEARS, keyFigureValues, type KeyFigureValue } from "../state/keyFigures";
import type { PaneState } from "../state/paneState";
import { columnChart } from "./columnChart";
import { segmented } from "./segmented";

const CHART_YEARS = [2024, 2025, 2026, 2027, 2028] as const;

/** Places of the key figures that stand below the chart, which stays in view while levers are moved. */
const READOUT = [0, 3, 5] as const;

/** Key figures, and one chart that stays in view while levers are moved. */
export function resultsView(state: PaneState, pane: Pane): TemplateResult {
  const { table, scenario, year } = state;
  const shown = pane.evaluate(table, scenario).values;
  // Base itself is compared with what was shipped, every other scenario with Base as it stands.
  const reference =
    scenario === "base" ? pane.evaluate(pane.seeded, "base").values : pane.evaluate(table, "base").values;
  const referenceName = scenario === "base" ? "Base as shipped" : "Base";
  const figures = keyFigureValues(year, shown, reference);
  const update = (part: Partial<PaneState>): void => pane.store.update(part);
  return html` <div class="results">
      <div class="results-head">
        <h2>Results</h2>
        ${segmented(
          "Year of the key figures",
          FIGURE_YEARS.map((each) => ({ value: String(each), label: `FY${each % 100}` })),
          String(year),
          (value) => update({ year: Number(value) }),
        )}
      </div>
      <p class="quiet">RMB m unless stated. Change is against ${referenceName}.</p>
      <ul class="figures" aria-label="Key figures of FY${year}">
        ${figures.map((figure) => figureView(figure))}
      </ul>
    </div>
    <div class="results results-chart">
      <div class="results-head">
        ${segmented(
          "Chart",
          [
            { value: "caps", label: "Cap headroom" },
            { value: "revenue", label: "Revenue" },
          ],
          state.chart,
          (value) => update({ chart: value as PaneState["chart"] }),
        )}
        ${
          state.chart === "caps"
            ? segmented(
                "Party",
                [
                  { value: "xiaomi", label: "Xiaomi" },
                  { value: "kingsoft", label: "Kingsoft" },
                ],
                state.party,
                (value) => update({ party: value as PaneState["party"] }),
              )
            : segmented(
                "Lens",
                [
                  { value: "product", label: "Product" },
                  { value: "customer", label: "Customer" },
                ],
                state.lens,
                (value) => update({ lens: value as PaneState["lens"] }),
              )
        }
      </div>
      ${
        state.chart === "caps"
          ? columnChart({
              title: `${state.party === "xiaomi" ? "Xiaomi" : "Kingsoft"} cap, RMB m (headroom on top)`,
              columns: capColumns(state.party, shown, CHART_YEARS.slice(1)),
              markLabel: "Cap",
              captionLabel: "headroom",
            })
          : columnChart({
              title: `Revenue by ${state.lens}, RMB m`,
              columns: revenueColumns(state.lens, shown, reference, CHART_YEARS),
              markLabel: referenceName,
              captionLabel: "revenue",
            })
      }
      ${state.chart === "caps" ? html`<p class="quiet binding">${bindingWords(state.party, shown, CHART_YEARS.slice(1))}</p>` : nothing}
      <p class="readout number" aria-hidden="true">
        FY${year % 100}:
        ${READOUT.map((place) => figures[place]!).map(({ title, value, line }) => html`<span>${title} <strong>${formatValue(value, line.unit)}</strong></span>`)}
      </p>
    </div>`;
}

function figureView({ line, title, better, value, reference }: KeyFigureValue): TemplateResult {
  const change = formatChange(value, reference, line.unit);
  const direction = change.startsWith("+") ? "up" : change.startsWith("−") ? "down" : "same";
  const welcome =
    direction === "same" || better === "neither"
      ? ""
      : (direction === "up") === (better === "higher")
        ? "welcome"
        : "unwelcome";
  return html` <li class="figure" data-line=${line.id} title=${line.meaning}>
    <span class="figure-title">${title}</span>
    <span class="figure-value number">${formatValue(value, line.unit)}</span>
    <span class="figure-change number ${welcome}"
      >${direction === "same" ? nothing : html`<span aria-hidden="true">${direction === "up" ? "▲" : "▼"}</span> `}${change}</span
    >
  </li>`;
}
