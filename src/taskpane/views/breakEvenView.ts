import { nothing, type TemplateResult } from "lit-html";
import { breakEven, rowOfDriver } from "../../analysis";
import { LINE_BY_ID } from "../../companies/kingsoftCloud";
import type { Model } from "../../model";
import { valuesInUnit } from "../../functions";
import type { ScenarioName } from "../../seeds";
import { listed, say } from "../../words";
import { measureAsked } from "../actions/compareActions";
import type { Pane } from "../pane";
import { formatInput, formatWithUnit } from "../state/formatValue";
import { assumptionsOf, type InputTable } from "../state/inputTable";
import type { PaneState } from "../state/paneState";
import { breakEvenTable } from "../state/resultTables";
import { html } from "./html";
import { insertButton } from "./insertButton";
import { driverSelect } from "./lineSelect";
import { onceFor } from "./onceFor";

const calculated = onceFor(
  (
    model: Model,
    table: InputTable,
    scenario: ScenarioName,
    line: string,
    period: string,
    target: number,
    driver: string,
  ) => breakEven(model, assumptionsOf(table, scenario), measureAsked({ line, period }), target, driver),
);

/** Which value of an assumption brings a figure to a target. */
export function breakEvenView(state: PaneState, pane: Pane): TemplateResult {
  const { compare } = state;
  const { unit } = LINE_BY_ID.get(compare.line)!;
  return html` <h3>Break-even</h3>
    <div class="fields">
      <label class="field"
        ><span class="field-label">Target, ${unit}</span>
        <input
          class="input number"
          type="text"
          inputmode="decimal"
          autocomplete="off"
          .value=${compare.target}
          placeholder=${unit === "%" ? "e.g. 25" : "e.g. 15000"}
          @change=${(event: Event) => pane.compare.ask({ target: (event.target as HTMLInputElement).value })}
      /></label>
      ${driverSelect("By changing", compare.targetDriver, (targetDriver) => pane.compare.ask({ targetDriver }))}
    </div>
    ${answerView(state, pane)}`;
}

function answerView(state: PaneState, pane: Pane): TemplateResult {
  const { compare, table, scenario } = state;
  const { unit, label } = LINE_BY_ID.get(compare.line)!;
  const said = (words: string | typeof nothing): TemplateResult =>
    html`<p class="answer" aria-live="polite">${words}</p>`;
  if (compare.target.trim() === "") return said(nothing);
  const [digits, ...others] = valuesInUnit(unit, compare.target, pane.locale);
  const typed = `“${compare.target.trim()}”`;
  if (digits === undefined) return said(say`${typed} is not a number; type the target in ${unit}.`);
  if (others.length > 0) {
    const spelled = listed(
      [digits, ...others].map((each) => formatWithUnit(Number(each), unit)),
      " or ",
    );
    return said(
      say`${typed} could be ${spelled}: type the one you mean${unit === "%" ? ", with its sign" : ""}.`,
    );
  }
  const target = Number(digits);
  const { driver } = rowOfDriver(pane.model, compare.targetDriver);
  const found = calculated(
    pane.model,
    table,
    scenario,
    compare.line,
    compare.period,
    target,
    compare.targetDriver,
  );
  const goal = say`${label} of ${formatWithUnit(target, unit)} in ${compare.period}`;
  if (found.found) {
    return html`${said(say`${goal} needs ${driver.label} at ${formatInput(found.value, driver.unit)}.`)}
    ${insertButton(state, pane, "the break-even", () => breakEvenTable(pane.model, compare, target, compare.targetDriver, found))}`;
  }
  if (found.reason === "notDisclosed") return said(say`${label} has no value in ${compare.period}.`);
  const range = say`Within its allowed range it gives ${formatWithUnit(found.lowest.result, unit)} to ${formatWithUnit(found.highest.result, unit)}.`;
  return said(
    found.reason === "jump"
      ? say`${goal} is jumped over by ${driver.label}. ${range}`
      : say`${goal} is out of reach of ${driver.label}. ${range}`,
  );
}
