import { nothing, type TemplateResult } from "lit-html";
import { periodIndex } from "../../companies/kingsoftCloud";
import { wordIn } from "../../words";
import type { Pane } from "../pane";
import { formatChange, formatValue } from "../state/formatValue";
import { FIGURE_YEARS, keyFigureValues, type KeyFigureValue } from "../state/keyFigures";
import type { PaneState } from "../state/paneState";
import { html } from "./html";
import { resultChart } from "./resultChart";
import { segmented } from "./segmented";
import { sheetNote } from "./sheetNote";

/** Places of the key figures that stand below the chart, which stays in view while levers are moved. */
const READOUT = [0, 3, 5] as const;

/** Key figures, and one chart that stays in view while levers are moved. */
export function resultsView(state: PaneState, pane: Pane): TemplateResult {
  const { table, scenario, year } = state;
  const shown = pane.evaluate(table, scenario);
  // Base itself is compared with what was shipped, every other scenario with Base as it stands.
  const reference = scenario === "base" ? pane.evaluate(pane.seeded, "base") : pane.evaluate(table, "base");
  const referenceName = scenario === "base" ? "Base as shipped" : "Base";
  const figures = keyFigureValues(year, shown.values, reference.values);
  const update = (part: Partial<PaneState>): void => pane.store.update(part);
  return html` <div class="results">
      <div class="results-head">
        <h2>${wordIn("Results", "figures")}</h2>
        ${segmented(
          "Year of the key figures",
          FIGURE_YEARS.map((each) => ({ value: String(each), label: `FY${each % 100}` })),
          String(year),
          (value) => update({ year: Number(value) }),
        )}
      </div>
      <p class="quiet">RMB m unless stated. Change is against ${referenceName}.</p>
      <ul class="figures" aria-label="Key figures of FY${year}">
        ${figures.map((figure) => figureView(figure, state))}
      </ul>
    </div>
    <div class="results results-chart">
      ${resultChart(state, pane, shown, { name: referenceName, evaluated: reference })}
      <p class="readout number" aria-hidden="true">
        FY${year % 100}:
        ${READOUT.map((place) => figures[place]!).map(({ title, value, line }) => html`<span>${title} <strong>${formatValue(value, line.unit)}</strong></span>`)}
      </p>
    </div>`;
}

function figureView(
  { line, title, better, value, reference }: KeyFigureValue,
  state: PaneState,
): TemplateResult {
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
    ${sheetNote(state, state.scenario, line, periodIndex(`FY${state.year}`), value)}
  </li>`;
}
