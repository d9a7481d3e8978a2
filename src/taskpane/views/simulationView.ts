import { scaleLinear } from "d3-scale";
import { nothing, type TemplateResult } from "lit-html";
import { evaluateMeasure, PERCENTILES, type SimulatedMeasure, type Simulation } from "../../analysis";
import { LINE_BY_ID } from "../../companies/kingsoftCloud";
import type { Model, Unit } from "../../model";
import type { ScenarioName } from "../../seeds";
import { measureAsked, seedOf } from "../actions/compareActions";
import type { Pane } from "../pane";
import { formatFixed } from "../state/formatFixed";
import { formatValue, formatWithUnit } from "../state/formatValue";
import { assumptionsOf, type InputTable } from "../state/inputTable";
import type { PaneState } from "../state/paneState";
import { simulationTable } from "../state/resultTables";
import { html, svg } from "./html";
import { insertButton } from "./insertButton";
import { onceFor } from "./onceFor";

const DRAWS = [500, 1000, 5000] as const;
const BINS = 24;
const SIZE = { width: 320, height: 90 } as const;

/** A simulation that anyone can repeat with its seed. */
export function simulationView(state: PaneState, pane: Pane): TemplateResult {
  const { compare } = state;
  const { compare: actions } = pane;
  const valid = seedOf(compare.seed) !== null;
  return html` <h3>Simulation</h3>
    <p class="quiet">
      Draws every assumption with a downside and an upside from a triangle between them; the same seed gives
      the same result.
    </p>
    <div class="fields">
      <label class="field"
        ><span class="field-label">Seed</span
        ><input
          class="input number"
          type="text"
          inputmode="numeric"
          autocomplete="off"
          .value=${compare.seed}
          aria-invalid=${!valid}
          @change=${(event: Event) => actions.ask({ seed: (event.target as HTMLInputElement).value })}
      /></label>
      <label class="field"
        ><span class="field-label">Draws</span
        ><select
          class="select"
          @change=${(event: Event) => actions.ask({ draws: Number((event.target as HTMLSelectElement).value) })}
        >
          ${DRAWS.map((draws) => html`<option value=${draws} .selected=${draws === compare.draws}>${draws.toLocaleString("en-US")}</option>`)}
        </select></label
      >
      <button type="button" class="button field-button" ?disabled=${!valid} @click=${actions.simulate}>
        Simulate
      </button>
    </div>
    ${valid ? nothing : html`<p class="wrong" role="alert">The seed must be a whole number of up to nine digits.</p>`}
    ${compare.simulation === null ? nothing : resultView(state, pane, compare.simulation)}`;
}

const unchangedFigure = onceFor(
  (model: Model, table: InputTable, scenario: ScenarioName, line: string, period: string) =>
    evaluateMeasure(model, measureAsked({ line, period }), assumptionsOf(table, scenario)),
);

function resultView(state: PaneState, pane: Pane, simulation: Simulation): TemplateResult {
  const { compare, table, scenario } = state;
  const { measures, seed, draws, distributions } = simulation;
  const [measure] = measures;
  if (measure === undefined) return html``;
  const { unit } = LINE_BY_ID.get(compare.line)!;
  const unchanged = unchangedFigure(pane.model, table, scenario, compare.line, compare.period);
  const below = shareBelow(measure.sorted, unchanged);
  return html` ${histogram(measure, unit, unchanged)}
    <p class="answer">
      ${state.names.get(scenario)!} as it stands, ${formatWithUnit(unchanged, unit)}, lies above
      ${formatFixed(below, "%")} of the draws.
    </p>
    <table class="table">
      <caption>
        ${measure.label}: ${draws.toLocaleString("en-US")} draws of ${distributions.length} assumptions, seed
        ${seed}. Mean ${formatWithUnit(measure.mean, unit)}, deviation
        ${formatValue(measure.deviation, unit)}.
      </caption>
      <thead>
        <tr>
          <th scope="col">Percentile</th>
          <th scope="col" class="number">${unit}</th>
        </tr>
      </thead>
      <tbody>
        ${PERCENTILES.map(
          (each) =>
            html`<tr>
              <th scope="row">${each}%</th>
              <td class="number">${formatValue(measure.percentiles[each], unit)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${insertButton(state, pane, "the simulation", () => simulationTable(compare, simulation, { unchanged, below }))}`;
}

/** Share of sorted numbers that are less than a figure. */
function shareBelow(sorted: readonly number[], figure: number): number {
  return sorted.filter((value) => value < figure).length / Math.max(1, sorted.length);
}

function histogram(
  { sorted, label, percentiles }: SimulatedMeasure,
  unit: Unit,
  unchanged: number,
): TemplateResult {
  const [low, high] = [sorted[0] ?? 0, sorted[sorted.length - 1] ?? 1];
  const width = (high - low) / BINS || 1;
  const counts = Array.from({ length: BINS }, () => 0);
  for (const value of sorted) counts[Math.min(BINS - 1, Math.floor((value - low) / width))]! += 1;
  const y = scaleLinear([0, Math.max(1, ...counts)], [0, SIZE.height - 20]);
  const step = SIZE.width / BINS;
  const mark = Math.min(SIZE.width, Math.max(0, ((unchanged - low) / width) * step));
  return html` <svg
    class="histogram"
    viewBox="0 0 ${SIZE.width} ${SIZE.height}"
    role="img"
    aria-label="Spread of ${label}: nine draws in ten lie between ${formatWithUnit(percentiles[5], unit)} and ${formatWithUnit(percentiles[95], unit)}"
  >
    ${counts.map((count, bin) => svg`<rect class="part part-first" x=${bin * step + 0.5} y=${SIZE.height - 18 - y(count)} width=${step - 1} height=${y(count)}></rect>`)}
    <line class="chart-mark" x1=${mark} x2=${mark} y1="2" y2=${SIZE.height - 16}></line>
    <text class="tick" x="0" y=${SIZE.height - 4}>${formatValue(low, unit)}</text>
    <text class="tick" x=${SIZE.width} y=${SIZE.height - 4} text-anchor="end">
      ${formatValue(high, unit)}
    </text>
  </svg>`;
}
