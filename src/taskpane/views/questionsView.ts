import { nothing, type TemplateResult } from "lit-html";
import { alarmWords, CAP_PARTIES, capAnswers, raisedAlarms } from "../../analysis";
import { isAfter, periodIndex, YEARS } from "../../companies/kingsoftCloud";
import type { Pane } from "../pane";
import type { PaneState } from "../state/paneState";
import { html } from "./html";

/** What an analyst asks of the scenario shown: whether each cap binds, in words, and which economic alarms are raised. */
export function questionsView(state: PaneState, pane: Pane): TemplateResult {
  const { values, assumptions } = pane.evaluate(state.table, state.scenario);
  const { data } = pane.model;
  const years = YEARS.map(({ year }) => year).filter((year) =>
    isAfter(periodIndex(`FY${year}`), data.opening),
  );
  const answers = capAnswers({ values, assumptions, data }, years);
  const alarms = raisedAlarms(pane.model, values);
  return html` ${
      alarms.length === 0
        ? nothing
        : html`<div class="notice notice-warning" data-alarms>
            <div>
              <strong
                >${alarms.length} economic ${alarms.length === 1 ? "alarm" : "alarms"}, beside the
                checks</strong
              >
              <ul class="list">
                ${alarms.map((alarm) => html`<li data-alarm=${alarm.line.id}>${alarmWords(alarm)}</li>`)}
              </ul>
            </div>
          </div>`
    }
    <details class="chart-table" data-caps>
      <summary>Caps in words</summary>
      <ul class="list">
        ${answers.map(
          ({ party, year, sentence }) =>
            html`<li data-cap=${`${party}${year}`}>${CAP_PARTIES[party].name}: ${sentence}</li>`,
        )}
      </ul>
    </details>`;
}
