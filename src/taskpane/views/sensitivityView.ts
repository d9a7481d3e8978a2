import { nothing, type TemplateResult } from "lit-html";
import { rowOfDriver, sensitivity } from "../../analysis";
import { LINE_BY_ID } from "../../companies/kingsoftCloud";
import { domainOf, type DriverRow, type Model, type Unit } from "../../model";
import type { ScenarioName } from "../../seeds";
import { measureAsked } from "../actions/compareActions";
import type { Pane } from "../pane";
import { formatInput, formatValue } from "../state/formatValue";
import { assumptionsOf, valueOf, type InputTable } from "../state/inputTable";
import type { PaneState } from "../state/paneState";
import { sensitivityTable } from "../state/resultTables";
import { html } from "./html";
import { driverSelect } from "./lineSelect";
import { insertButton } from "./insertButton";
import { onceFor } from "./onceFor";

/** Sizes of a step of the grid, as shares of an assumption's value. */
const STEPS = [0.05, 0.1, 0.2, 0.4] as const;

/** Five values around the present one, a share of it apart and within the allowed range. */
function valuesAround(row: DriverRow, present: number, share: number): readonly number[] {
  const whole = domainOf(row).values();
  if (whole.length > 0) {
    const place = Math.max(0, whole.indexOf(present));
    const from = Math.max(0, Math.min(place - 2, whole.length - 5));
    return whole.slice(from, from + 5);
  }
  const step =
    Math.abs(present) > 0 ? Math.abs(present) * share : ((Number(row.max) - Number(row.min)) * share) / 4;
  const values = [-2, -1, 0, 1, 2].map((count) =>
    Math.min(Number(row.max), Math.max(Number(row.min), present + count * step)),
  );
  return [...new Set(values.map((value) => Number(value.toPrecision(6))))];
}

const calculated = onceFor(
  (
    model: Model,
    table: InputTable,
    scenario: ScenarioName,
    line: string,
    period: string,
    rowDriver: string,
    columnDriver: string,
    share: number,
  ) => {
    const around = (driver: string) => ({
      driver,
      values: valuesAround(rowOfDriver(model, driver), Number(valueOf(table, scenario, driver)), share),
    });
    return sensitivity(
      model,
      assumptionsOf(table, scenario),
      measureAsked({ line, period }),
      around(rowDriver),
      around(columnDriver),
    );
  },
);

/** A figure over five values of one assumption by five of another. */
export function sensitivityView(state: PaneState, pane: Pane): TemplateResult {
  const { compare } = state;
  const { compare: actions } = pane;
  const { rowDriver, columnDriver } = compare;
  const same = rowDriver === columnDriver;
  return html` <h3>Two assumptions at once</h3>
    <div class="fields">
      ${driverSelect("Down", rowDriver, (driver) => actions.ask({ rowDriver: driver }))}
      ${driverSelect("Across", columnDriver, (driver) => actions.ask({ columnDriver: driver }))}
      <label class="field"
        ><span class="field-label">Step</span
        ><select
          class="select"
          @change=${(event: Event) => actions.ask({ step: Number((event.target as HTMLSelectElement).value) })}
        >
          ${STEPS.map((step) => html`<option value=${step} .selected=${step === compare.step}>±${step * 100}%</option>`)}
        </select></label
      >
    </div>
    ${same ? html`<p class="hint">Choose two different assumptions.</p>` : gridView(state, pane)}`;
}

/** A value of an assumption as short as its grid allows: percentages keep their second decimal. */
function driverText(value: number, unit: Unit): string {
  return unit === "%" ? formatInput(value, unit) : formatValue(value, unit);
}

function gridView(state: PaneState, pane: Pane): TemplateResult | typeof nothing {
  const { compare, table, scenario } = state;
  const { model } = pane;
  const result = calculated(
    model,
    table,
    scenario,
    compare.line,
    compare.period,
    compare.rowDriver,
    compare.columnDriver,
    compare.step,
  );
  const { rows, columns, results } = result;
  if (columns === null) return nothing;
  const { unit } = LINE_BY_ID.get(compare.line)!;
  const [down, across] = [rowOfDriver(model, rows.driver).driver, rowOfDriver(model, columns.driver).driver];
  const present = (driver: string, value: number): boolean =>
    Math.abs(value - Number(valueOf(table, scenario, driver))) < 1e-9;
  return html` <p class="quiet">
      Down: ${down.label}. Across: ${across.label}. The outlined cell is the present one.
    </p>
    <div class="scroller" role="region" aria-label="Two-way grid" tabindex="0">
      <table class="table table-grid">
        <thead>
          <tr>
            <td></td>
            ${columns.values.map((value) => html`<th scope="col" class="number">${driverText(value, across.unit)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.values.map(
            (value, row) =>
              html` <tr>
                <th scope="row" class="number">${driverText(value, down.unit)}</th>
                ${columns.values.map(
                  (other, column) =>
                    html` <td
                      class="number ${present(rows.driver, value) && present(columns.driver, other) ? "present" : ""}"
                    >
                      ${formatValue(results[row]![column]!, unit)}
                    </td>`,
                )}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${insertButton(state, pane, "the grid", () => sensitivityTable(model, compare, result))}`;
}
