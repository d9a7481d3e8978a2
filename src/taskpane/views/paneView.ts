import { nothing, type TemplateResult } from "lit-html";
import { keyed } from "lit-html/directives/keyed.js";
import type { Pane } from "../pane";
import { TABS, type PaneState, type TabId } from "../state/paneState";
import { buildView } from "./buildView";
import { compareView } from "./compareView";
import { overwrittenFigures, overwrittenWords } from "../state/deviationWords";
import { JOB_OF_TAB } from "../state/helpJobs";
import { helpLink } from "./helpLink";
import { html } from "./html";
import { noticeView } from "./noticeView";
import { quarterView } from "./quarterView";
import { scenariosView } from "./scenariosView";
import { shareView } from "./shareView";
import { sourcesView } from "./sourcesView";

const PANELS: Readonly<Record<TabId, (state: PaneState, pane: Pane) => TemplateResult>> = {
  build: buildView,
  quarter: quarterView,
  scenarios: scenariosView,
  compare: compareView,
  sources: sourcesView,
  share: shareView,
};

/** The whole pane: title, tabs with arrow keys, the chosen panel, messages. */
export function paneView(state: PaneState, pane: Pane): TemplateResult {
  const choose = (tab: TabId): void => pane.store.update({ tab, notice: null });
  return html` <header class="head">
      <div class="head-title">
        <h1>Kingsoft Cloud</h1>
        <span class="quiet">NASDAQ: KC · HKEX: 3896</span>
      </div>
      <div class="head-side">${healthBadge(state)} ${helpLink(JOB_OF_TAB[state.tab])}</div>
    </header>
    <div
      role="tablist"
      aria-label="Parts of the model"
      class="tabs"
      @keydown=${(event: KeyboardEvent) => moveTab(event, pane.store.get().tab, choose)}
    >
      ${TABS.map(({ id, title }) => html`<button type="button" role="tab" class="tab" id="tab-${id}" aria-controls="panel" aria-selected=${id === state.tab} tabindex=${id === state.tab ? 0 : -1} @click=${() => choose(id)}>${title}</button>`)}
    </div>
    ${noticeView(state.notice, () => pane.store.update({ notice: null }))}
    ${keyed(state.tab, html`<section role="tabpanel" id="panel" class="panel" aria-labelledby="tab-${state.tab}" tabindex="0">${PANELS[state.tab](state, pane)}</section>`)}
    <svg class="unseen" aria-hidden="true">
      <defs>
        <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="hatch-ground" width="5" height="5"></rect>
          <rect class="hatch-line" width="2" height="5"></rect>
        </pattern>
      </defs>
    </svg>
    <p role="status" class="unseen">${state.spoken}</p>`;
}

function healthBadge(state: PaneState): TemplateResult | typeof nothing {
  const { workbook, checks } = state;
  const overwritten = overwrittenFigures(state).length;
  if (workbook === null || workbook.kind === "none") return nothing;
  if (workbook.kind !== "complete")
    return html`<span class="badge badge-warning">Model ${workbook.kind}</span>`;
  if (checks === null) return html`<span class="badge badge-warning">Checks not read</span>`;
  const errors = state.deviations.errors.length;
  if (errors > 0)
    return html`<span class="badge badge-bad">${state.deviations.errors[0]!.value} in the model</span>`;
  if (checks === 0 && overwritten > 0)
    return html`<span class="badge badge-warning">${overwrittenWords(overwritten)}</span>`;
  return checks === 0
    ? html`<span class="badge badge-good">Checks OK</span>`
    : html`<span class="badge badge-bad">A check fails</span>`;
}

function moveTab(event: KeyboardEvent, present: TabId, choose: (tab: TabId) => void): void {
  const place = TABS.findIndex(({ id }) => id === present);
  const moves: Readonly<Record<string, number>> = {
    ArrowRight: place + 1,
    ArrowLeft: place - 1,
    Home: 0,
    End: TABS.length - 1,
  };
  const move = moves[event.key];
  if (move === undefined) return;
  event.preventDefault();
  const { id } = TABS[(move + TABS.length) % TABS.length]!;
  choose(id);
  (event.currentTarget as HTMLElement).querySelector<HTMLElement>(`#tab-${id}`)?.focus();
}
