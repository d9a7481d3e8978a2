import { live } from "lit-html/directives/live.js";
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../taskpane/views/html";
import { spokenWords } from "../words";
import { GUIDE, type GuideStep } from "./guide";
import type { Draft } from "./drafts";
import type { ShellActions, ShellState } from "./shellState";

/** The bar above grid and pane. */
export function barView(state: ShellState, actions: ShellActions): TemplateResult {
  const busy = state.work !== null || !state.ready;
  return html` <h1 class="wb-title">KC Model <span>workbench</span></h1>
    <div class="wb-halves" role="group" aria-label="Show">
      <button
        class="wb-button"
        aria-pressed=${state.front === "sheet"}
        @click=${() => actions.front("sheet")}
      >
        Workbook
      </button>
      <button class="wb-button" aria-pressed=${state.front === "pane"} @click=${() => actions.front("pane")}>
        Pane
      </button>
    </div>
    <span class="wb-space"></span>
    <button class="wb-button" ?disabled=${busy} @click=${() => actions.open()}>Open .xlsx</button>
    <input
      class="wb-name"
      aria-label="File name"
      title="Name of the file that Save writes"
      spellcheck="false"
      ?disabled=${!state.built}
      .value=${live(state.fileName)}
      @change=${(event: Event) => actions.name((event.target as HTMLInputElement).value)}
    />
    <button class="wb-button" ?disabled=${busy || !state.built} @click=${() => actions.save()}>
      Save .xlsx
    </button>
    <button
      class="wb-button wb-wide"
      ?disabled=${!state.built}
      title="Print the sheet in front"
      @click=${() => window.print()}
    >
      Print
    </button>
    <button
      class="wb-button"
      ?disabled=${!state.built}
      aria-pressed=${state.charts}
      title=${state.charts ? "Hide the charts, to reach the cells below them" : "Show the charts"}
      @click=${() => actions.charts(!state.charts)}
    >
      Charts
    </button>
    <button
      class="wb-button wb-wide"
      ?disabled=${!state.built}
      aria-pressed=${!state.folded}
      title=${state.folded ? "Show the years before 2024" : "Fold the years before 2024"}
      @click=${() => actions.fold(!state.folded)}
    >
      History
    </button>
    <button
      class="wb-button wb-wide"
      aria-pressed=${state.pane}
      title=${state.pane ? "Fold the pane, for more of the sheet" : "Show the pane"}
      @click=${() => actions.pane(!state.pane)}
    >
      Pane
    </button>
    <button class="wb-button wb-guide-button" ?disabled=${!state.built} @click=${() => actions.help()}>
      Guide
    </button>
    <button
      class="wb-button wb-icon"
      aria-label=${state.dark ? "Light colours" : "Dark colours"}
      title=${state.dark ? "Light colours" : "Dark colours"}
      @click=${() => actions.dark(!state.dark)}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 1.5v11a5.5 5.5 0 0 1 0-11Z" />
      </svg>
    </button>`;
}

/** What lies over the empty grid: one button, or the progress of what it started. */
export function coverView(state: ShellState, actions: ShellActions): TemplateResult | typeof nothing {
  if (state.work !== null)
    return html`<div class="wb-cover"><div class="wb-card">${workView(state.work)}</div></div>`;
  if (state.built || !state.ready) return nothing;
  return html` <div class="wb-cover">
    <section class="wb-card" aria-labelledby="wb-welcome">
      <h2 id="wb-welcome">A three-statement model of Kingsoft Cloud, in native formulas</h2>
      <p>
        Some thirty sheets: statements by quarter and year, eight scenarios side by side, every figure with
        its source, every check in sight. Flex the related-party caps, renewal and capital expenditure in the
        pane, and watch sheets and charts follow.
      </p>
      <div class="wb-row">
        <button class="wb-button wb-primary" @click=${() => actions.build()}>Build the model</button>
        <button class="wb-link" @click=${() => actions.open()}>or open a saved .xlsx</button>
      </div>
      ${state.draft === null ? nothing : draftView(state.draft, actions)}
      <p class="wb-quiet">Everything runs on this machine: nothing is sent or fetched.</p>
    </section>
  </div>`;
}

/** Unsaved work of an earlier visit, to bring back or to erase. */
function draftView({ name, at }: Draft, actions: ShellActions): TemplateResult {
  const when = new Date(at).toLocaleString(spokenWords().language === "en" ? "en-GB" : "zh-CN", {
    dateStyle: "long",
    timeStyle: "short",
  });
  return html`<div class="wb-draft" role="group" aria-label="Unsaved work">
    <p>
      <strong>${name} was left unsaved on ${when}.</strong> This browser keeps a copy until you save or erase
      it, or change another workbook.
    </p>
    <div class="wb-row">
      <button class="wb-button" @click=${() => actions.bringBack()}>Bring it back</button>
      <button class="wb-link" @click=${() => actions.eraseDraft()}>Erase it</button>
    </div>
  </div>`;
}

function workView({ words, done }: NonNullable<ShellState["work"]>): TemplateResult {
  return html`<p role="status">${words}</p>
    <progress max="1" .value=${done} aria-label=${words}></progress>`;
}

/** The guide: a few steps for the first run. */
export function guideView(
  { step, built }: ShellState,
  actions: ShellActions,
): TemplateResult | typeof nothing {
  const shown = step === null ? undefined : GUIDE[step];
  if (!built || step === null || shown === undefined) return nothing;
  const last = step === GUIDE.length - 1;
  const close = (): void => {
    actions.step(null);
    document.querySelector<HTMLElement>(".wb-guide-button")?.focus();
  };
  return html` <section
    class="wb-guide"
    aria-label="Guide"
    @keydown=${(event: KeyboardEvent) => event.key === "Escape" && close()}
  >
    <span class="wb-count"
      >${spokenWords().language === "en" ? `${step + 1} of ${GUIDE.length}` : `${step + 1}/${GUIDE.length}`}</span
    >
    <p><strong>${shown.title}</strong> ${shown.words}</p>
    <div class="wb-row">
      ${showMe(shown, actions)}
      ${step > 0 ? html`<button class="wb-button" @click=${() => actions.step(step - 1)}>Back</button>` : nothing}
      <button class="wb-button wb-primary" @click=${last ? close : () => actions.step(step + 1)}>
        ${last ? "Done" : "Next"}
      </button>
      ${last ? nothing : html`<button class="wb-link" @click=${close}>Close</button>`}
    </div>
  </section>`;
}

function showMe({ place, tab }: GuideStep, actions: ShellActions): TemplateResult | typeof nothing {
  if (place === undefined && tab === undefined) return nothing;
  const show = (): void => {
    if (place !== undefined) actions.show(place);
    if (tab !== undefined) actions.showTab(tab);
  };
  return html`<button class="wb-button" @click=${show}>Show me</button>`;
}

/** The last message: what happened and, for problems, the way out. */
export function noticeView({ notice }: ShellState, actions: ShellActions): TemplateResult | typeof nothing {
  if (notice === null) return nothing;
  return html` <div class="wb-notice wb-${notice.kind}" role=${notice.kind === "error" ? "alert" : "status"}>
    <p><strong>${notice.title}</strong> ${notice.wayOut}</p>
    <button class="wb-button wb-icon" aria-label="Close the message" @click=${() => actions.dismiss()}>
      ×
    </button>
  </div>`;
}
