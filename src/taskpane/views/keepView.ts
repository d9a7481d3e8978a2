import type { TemplateResult } from "lit-html";
import { SCENARIOS } from "../../companies/kingsoftCloud";
import { findScenario } from "../../model";
import { wordIn } from "../../words";
import type { Pane } from "../pane";
import type { PaneState } from "../state/paneState";
import { helpLink } from "./helpLink";
import { html } from "./html";

/** Keeps what the model says now, to compare later estimates and reported quarters with. */
export function keepView(state: PaneState, pane: Pane): TemplateResult {
  const none = state.workbook?.kind !== "complete";
  return html` <div class="title-row">
      <h3>Keep this estimate</h3>
      ${helpLink("estimates")}
    </div>
    <p class="quiet">
      What ${findScenario(SCENARIOS, state.scenario)!.name} says now goes onto the sheet Estimates, by year
      and quarter. A new quarter keeps the estimate before it by itself.
    </p>
    <form
      class="fields"
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        const form = event.currentTarget as HTMLFormElement;
        pane.quarter.keep(String(new FormData(form).get("name") ?? ""));
        form.reset();
      }}
    >
      <label class="field"
        ><span class="field-label">Name</span>
        <input
          class="input"
          name="name"
          type="text"
          maxlength="60"
          autocomplete="off"
          placeholder="e.g. After the call; else today’s date"
      /></label>
      <button type="submit" class="button" ?disabled=${none}>${wordIn("Keep", "estimate")}</button>
    </form>`;
}
