import { nothing, type TemplateResult } from "lit-html";
import type { Pane } from "../pane";
import { healthOf, type HealthItem, type HealthStep } from "../state/health";
import type { PaneState } from "../state/paneState";
import { today } from "../state/today";
import { goTo } from "./goTo";
import { helpLink } from "./helpLink";
import { html } from "./html";

const SIGNS: Readonly<Record<HealthItem["kind"], string>> = { good: "Well", note: "Note", bad: "Mend" };

/** How old the figures are, and what is wrong with the workbook, each with what to do. */
export function healthView(state: PaneState, pane: Pane): TemplateResult {
  const items = healthOf(state, pane.model, today());
  return html` <div class="title-row">
      <h3>Health</h3>
      ${helpLink("heal")}
    </div>
    <ul class="findings" aria-label="Health of the workbook">
      ${items.map(
        ({ kind, title, detail, step }) =>
          html`<li class="card" data-health=${kind}>
            <p><strong>${SIGNS[kind]}: ${title}</strong></p>
            <p class="quiet">${detail}</p>
            ${
              step === null
                ? nothing
                : html`<div class="actions actions-tight">
                    <button
                      type="button"
                      class="button button-small"
                      aria-label="${step.label}: ${title}"
                      @click=${() => take(step, pane)}
                    >
                      ${step.label}
                    </button>
                  </div>`
            }
          </li>`,
      )}
    </ul>
    ${
      state.workbook === null || state.workbook.kind === "none"
        ? nothing
        : html`<div class="actions">
            <button type="button" class="button" @click=${pane.health.examine}>
              Look through the workbook
            </button>
          </div>`
    }`;
}

function take(step: HealthStep, pane: Pane): void {
  switch (step.does) {
    case "quarter":
      pane.quarter.pick(step.quarter);
      goTo(pane, "quarter");
      break;
    case "update":
      pane.build.begin();
      break;
    case "inputs":
      goTo(pane, "scenarios");
      break;
    case "show":
      pane.health.show(step.place);
  }
}
