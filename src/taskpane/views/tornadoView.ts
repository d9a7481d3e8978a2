import { scaleLinear } from "d3-scale";
import { nothing, type TemplateResult } from "lit-html";
import { rowOfDriver, tornado, type TornadoBar } from "../../analysis";
import { LINE_BY_ID } from "../../companies/kingsoftCloud";
import type { Model, Unit } from "../../model";
import type { ScenarioName } from "../../seeds";
import { measureAsked } from "../actions/compareActions";
import type { Pane } from "../pane";
import { formatInput, formatValue, formatWithUnit } from "../state/formatValue";
import { assumptionsOf, type InputTable } from "../state/inputTable";
import type { PaneState } from "../state/paneState";
import { tornadoTable } from "../state/resultTables";
import { html, svg } from "./html";
import { insertButton } from "./insertButton";
import { onceFor } from "./onceFor";

const BARS = 10;
const WIDTH = 240;

const calculated = onceFor(
  (model: Model, table: InputTable, scenario: ScenarioName, line: string, period: string) =>
    tornado(model, assumptionsOf(table, scenario), measureAsked({ line, period })),
);

/** Which assumptions move a figure most, each moved alone. */
export function tornadoView(state: PaneState, pane: Pane): TemplateResult {
  const { compare, table, scenario } = state;
  const { model } = pane;
  const result = calculated(model, table, scenario, compare.line, compare.period);
  const { unchanged } = result;
  const isMethod = ({ driver }: TornadoBar): boolean =>
    ["switch", "choice"].includes(rowOfDriver(model, driver).driver.unit);
  const [bars, methods] = [result.bars.filter((bar) => !isMethod(bar)), result.bars.filter(isMethod)];
  const { unit } = LINE_BY_ID.get(compare.line)!;
  const shown = bars.slice(0, BARS);
  if (!Number.isFinite(unchanged) || result.bars.length === 0)
    return html`<h3>What moves it most</h3>
      <p>No assumption moves this figure in ${compare.period}.</p>`;
  const ends = [...shown, ...methods].flatMap(({ low, high }) => [low.result, high.result]);
  const x = scaleLinear([Math.min(unchanged, ...ends), Math.max(unchanged, ...ends)], [2, WIDTH - 2]);
  return html` <h3>What moves it most</h3>
    <p class="quiet">
      Each assumption alone, from its downside to its upside value, else by a tenth. Unchanged:
      <span class="number">${formatWithUnit(unchanged, unit)}</span>.
    </p>
    <ul class="legend" aria-hidden="true">
      ${swatch("lost", "Downside or lower value")}${swatch("first", "Upside or upper value")}
      <li>
        <svg class="swatch" viewBox="0 0 12 12">
          <line class="chart-mark" x1="6" x2="6" y1="0" y2="12"></line></svg
        >Unchanged
      </li>
    </ul>
    <ol class="bars">
      ${shown.map((bar) => barView(bar, unit, unchanged, x, model))}
    </ol>
    ${
      methods.length === 0
        ? nothing
        : html`<h4>Switches and methods</h4>
            <ol class="bars">
              ${methods.map((bar) => barView(bar, unit, unchanged, x, model))}
            </ol>`
    }
    ${insertButton(state, pane, "what moves it most", () => tornadoTable(model, compare, { unchanged, bars: [...shown, ...methods] }, BARS + methods.length))}`;
}

function swatch(look: string, label: string): TemplateResult {
  return html`<li>
    <svg class="swatch" viewBox="0 0 12 12">
      <rect class="part part-${look}" x="0.5" y="0.5" width="11" height="11"></rect></svg
    >${label}
  </li>`;
}

function barView(
  { driver, label, low, high }: TornadoBar,
  unit: Unit,
  unchanged: number,
  x: (value: number) => number,
  model: Model,
): TemplateResult {
  const row = rowOfDriver(model, driver);
  const part = (result: number, look: string): TemplateResult =>
    svg`<rect class="part part-${look}" x=${Math.min(x(result), x(unchanged))} y="2" width=${Math.abs(x(result) - x(unchanged))} height="12"></rect>`;
  const given = (value: number): string => formatInput(value, row.driver.unit);
  return html` <li class="bar">
    <span class="bar-label">${label}</span>
    <svg class="bar-plot" viewBox="0 0 ${WIDTH} 16" preserveAspectRatio="none" aria-hidden="true">
      ${part(low.result, "lost")}${part(high.result, "first")}
      <line class="chart-mark" x1=${x(unchanged)} x2=${x(unchanged)} y1="0" y2="16"></line>
    </svg>
    <span class="bar-values number"
      >${given(low.value)} → ${formatValue(low.result, unit)}; ${given(high.value)} →
      ${formatValue(high.result, unit)}</span
    >
  </li>`;
}
