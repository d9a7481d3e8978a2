import { html, nothing, type TemplateResult } from "lit-html";
import { breakEven } from "../../analysis";
import { LINE_BY_ID, type Model } from "../../model";
import type { ScenarioName } from "../../seeds";
import { measureAsked } from "../actions/compareActions";
import type { Pane } from "../pane";
import { formatInput, formatWithUnit } from "../state/formatValue";
import { assumptionsOf, type InputTable } from "../state/inputTable";
import type { PaneState } from "../state/paneState";
import { driverSelect } from "./lineSelect";
import { onceFor } from "./onceFor";

const calculated = onceFor((model: Model, table: InputTable, scenario: ScenarioName, line: string, period: string, target: number, driver: string) =>
  breakEven(model, assumptionsOf(table, scenario), measureAsked({ line, period }), target, driver));

/** Which value of an assumption brings a figure to a target. */
export function breakEvenView(state: PaneState, pane: Pane): TemplateResult {
  const { compare } = state;
  const { unit } = LINE_BY_ID.get(compare.line)!;
  return html`
    <h3>Break-even</h3>
    <div class="fields">
      <label class="field"><span class="field-label">Target, ${unit}</span>
        <input class="input number" type="text" inputmode="decimal" autocomplete="off" .value=${compare.target} placeholder=${unit === "%" ? "e.g. 25" : "e.g. 15000"} @change=${(event: Event) => pane.compare.ask({ target: (event.target as HTMLInputElement).value })}></label>
      ${driverSelect("By changing", compare.targetDriver, (targetDriver) => pane.compare.ask({ targetDriver }))}
    </div>
    <p class="answer" aria-live="polite">${answer(state, pane)}</p>`;
}

function answer({ compare, table, scenario }: PaneState, { model }: Pane): string | typeof nothing {
  if (compare.target.trim() === "") return nothing;
  const { unit, label } = LINE_BY_ID.get(compare.line)!;
  const typed = Number(compare.target.replaceAll(/[,\s%]/g, "").replace("−", "-"));
  if (!Number.isFinite(typed)) return `“${compare.target.trim()}” is not a number; type the target in ${unit}.`;
  const target = unit === "%" ? typed / 100 : typed;
  const { driver } = model.rows.find((row) => row.driver.id === compare.targetDriver)!;
  const found = calculated(model, table, scenario, compare.line, compare.period, target, compare.targetDriver);
  const goal = `${label} of ${formatWithUnit(target, unit)} in ${compare.period}`;
  if (found.found) return `${goal} needs ${driver.label} at ${formatInput(found.value, driver.unit)}.`;
  if (found.reason === "notDisclosed") return `${label} has no value in ${compare.period}.`;
  const range = `Within its allowed range it gives ${formatWithUnit(found.lowest.result, unit)} to ${formatWithUnit(found.highest.result, unit)}.`;
  return found.reason === "jump" ? `${goal} is jumped over by ${driver.label}. ${range}` : `${goal} is out of reach of ${driver.label}. ${range}`;
}
