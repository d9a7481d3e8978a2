import { nothing, type TemplateResult } from "lit-html";
import type { PlannedChange, WriteReport } from "../../hosts/port";
import { say, LANGUAGES, type Language } from "../../words";
import { changeAddress, reportWords } from "../actions/buildActions";
import type { Pane } from "../pane";
import { LANGUAGE_FIELD } from "../paneLanguage";
import { vintageWords } from "../state/vintageWords";
import type { BuildStep, PaneState, TabId } from "../state/paneState";
import { deviationBanner } from "./deviationsView";
import { healthView } from "./healthView";
import { goTo } from "./goTo";
import { html } from "./html";

/** The Build tab: one press writes the model, a second one lists what an update would change. */
export function buildView(state: PaneState, pane: Pane): TemplateResult {
  return html` <h2>${titleOf(state)}</h2>
    <p>${leadOf(state, pane)}</p>
    ${deviationBanner(state, pane)} ${stepView(state, pane)}
    ${state.workbook?.kind === "complete" && (state.build.at === "rest" || state.build.at === "written") ? nextView(pane) : nothing}
    ${healthView(state, pane)}
    <dl class="facts">
      <dt>Data</dt>
      <dd>${vintageWords(pane.model)}</dd>
      <dt>Checks</dt>
      <dd>${checksWords(state)}</dd>
      <dt>Workbook</dt>
      <dd>Native formulas only: it recalculates for people who don't have this add-in.</dd>
      ${translateView(state, pane)}
      <dt><label for=${LANGUAGE_FIELD}>Language / 语言</label></dt>
      <dd>
        <select
          class="select"
          id=${LANGUAGE_FIELD}
          @change=${(event: Event) => pane.language.choose((event.target as HTMLSelectElement).value as Language)}
        >
          ${LANGUAGES.map(({ id, name }) => html`<option value=${id} .selected=${id === state.language}>${name}</option>`)}
        </select>
      </dd>
    </dl>`;
}

/** Offers the pane's language to a workbook that is in another. */
function translateView(
  { workbook, language, build }: PaneState,
  pane: Pane,
): TemplateResult | typeof nothing {
  if (workbook?.kind !== "complete" || workbook.language === undefined || workbook.language === language)
    return nothing;
  const name = LANGUAGES.find(({ id }) => id === language)!.name;
  const isBusy = build.at === "writing" || build.at === "looking";
  return html`<dd>
    <button type="button" class="link" ?disabled=${isBusy} @click=${pane.build.translate}>
      Put the workbook into ${name}
    </button>
    <span class="quiet"
      >Names of sheets, labels and notes change; inputs, notes and sheets of your own stay.</span
    >
  </dd>`;
}

const NEXT: readonly { readonly tab: TabId; readonly title: string; readonly what: string }[] = [
  {
    tab: "quarter",
    title: "Enter a new quarter",
    what: "Paste or type a results release, see what it moves, apply it, read the beat or miss.",
  },
  {
    tab: "scenarios",
    title: "Flex the scenarios",
    what: "Caps, renewal, capex, mix and margins, with figures and charts that follow.",
  },
  {
    tab: "compare",
    title: "Compare and stress",
    what: "All scenarios side by side, what moves a figure most, break-even, simulation.",
  },
  {
    tab: "sources",
    title: "See where a number comes from",
    what: "Select any cell of the model; every conflict between sources with its proof.",
  },
];

function nextView(pane: Pane): TemplateResult {
  return html` <h3>Next</h3>
    <ul class="next">
      ${NEXT.map(({ tab, title, what }) => html`<li class="card"><button type="button" class="link" @click=${() => goTo(pane, tab)}>${title}</button><span class="quiet">${what}</span></li>`)}
    </ul>`;
}

function titleOf({ workbook }: PaneState): string {
  if (workbook === null) return "Looking at the workbook …";
  return {
    none: "Build the model",
    complete: "The model is in this workbook",
    unfinished: "The model is not finished",
    damaged: "The model needs mending",
  }[workbook.kind];
}

function leadOf({ workbook }: PaneState, { platform }: Pane): string {
  if (workbook?.kind === "complete")
    return "An update keeps your inputs, your notes and your own sheets. You see what it would change before it changes anything.";
  if (workbook?.kind === "unfinished")
    return "A write broke off before its end. Finish it, or take out what was written.";
  if (workbook?.kind === "damaged")
    return "Something of the model was deleted or renamed. An update puts back what is missing and keeps the rest.";
  return say`Adds a three-statement model with eight live scenarios to the workbook open in ${platform.name}. Your own sheets stay as they are.`;
}

function stepView(state: PaneState, { build }: Pane): TemplateResult {
  const { build: step, workbook } = state;
  if (step.at === "looking")
    return html`<p class="busy">Comparing with the model …</p>
      <progress class="progress" aria-label="Comparing"></progress>`;
  if (step.at === "writing") return progressView(step, build.cancel);
  if (step.at === "preview") return previewView(step, build);
  const kind = workbook?.kind;
  const label =
    kind === "unfinished"
      ? "Finish the model"
      : kind === "none" || kind === undefined
        ? "Build model"
        : "Update model";
  return html` ${step.at === "written" ? reportView(step.report) : nothing}
    <div class="actions">
      <button
        type="button"
        class="button button-primary"
        ?disabled=${workbook === null}
        @click=${build.begin}
      >
        ${label}
      </button>
      ${kind === "unfinished" ? html`<button type="button" class="button" @click=${build.remove}>Remove what was written</button>` : nothing}
      ${state.notice?.kind === "error" ? html`<button type="button" class="button" @click=${build.look}>Look again</button>` : nothing}
    </div>`;
}

function progressView(
  { done, step, stopping }: BuildStep & { at: "writing" },
  cancel: () => void,
): TemplateResult {
  return html` <p class="busy">
      ${stopping ? "Stopping after this step" : step} <span class="number">${Math.round(done * 100)}%</span>
    </p>
    <progress class="progress" aria-label="Writing the model" max="1" .value=${done}></progress>
    <div class="actions">
      <button type="button" class="button" ?disabled=${stopping} @click=${cancel}>Cancel</button>
    </div>`;
}

function reportView(report: WriteReport): TemplateResult {
  return html` <div class="card">
    <p><strong>${reportWords(report)}</strong></p>
    ${report.kept.length === 0 ? nothing : html`<p>${report.kept.length} of your own cells were kept as they are.</p>`}
    ${
      report.remains.length === 0
        ? nothing
        : html`<ul class="list">
            ${report.remains.map((each) => html`<li>${each}</li>`)}
          </ul>`
    }
    ${
      report.notCarried.length === 0
        ? nothing
        : html`<details>
            <summary>Not shown by this application</summary>
            <ul class="list">
              ${report.notCarried.map((each) => html`<li>${each}</li>`)}
            </ul>
          </details>`
    }
  </div>`;
}

const SHOWN = 100;

function previewView(
  { changes, overwrite }: BuildStep & { at: "preview" },
  build: Pane["build"],
): TemplateResult {
  const applied = changes.filter(({ applies }) => applies);
  const kept = changes.filter(({ applies }) => !applies);
  const count = applied.length + overwrite.size;
  return html` <div class="card">
    <h3>What an update would do</h3>
    ${
      applied.length === 0
        ? html`<p>
            Nothing would change: the workbook holds this
            model${kept.length === 0 ? "" : ", apart from what is yours"}.
          </p>`
        : html` <details open>
            <summary>${applied.length} ${applied.length === 1 ? "change" : "changes"}</summary>
            ${changesView(applied, null, build)}
          </details>`
    }
    ${
      kept.length === 0
        ? nothing
        : html` <details ?open=${kept.length <= 20}>
            <summary>
              ${kept.length} ${kept.length === 1 ? "difference stays" : "differences stay"} yours
            </summary>
            ${changesView(kept, overwrite, build)}
          </details>`
    }
    <div class="actions">
      ${count === 0 ? nothing : html`<button type="button" class="button button-primary" @click=${build.apply}>Update ${count} ${count === 1 ? "place" : "places"}</button>`}
      <button type="button" class="button" @click=${build.cancel}>${count === 0 ? "Close" : "Cancel"}</button>
    </div>
  </div>`;
}

function changesView(
  changes: readonly PlannedChange[],
  overwrite: ReadonlySet<string> | null,
  build: Pane["build"],
): TemplateResult {
  return html` <ul class="changes">
      ${changes.slice(0, SHOWN).map(
        (change) =>
          html` <li>
            <span class="change-place">${change.sheet}${change.cell === "" ? "" : ` ${change.cell}`}</span>
            <span class="change-values"
              >${change.now === "" ? "empty" : change.now} →
              ${change.wouldBe === "" ? "empty" : change.wouldBe}</span
            >
            <span class="quiet">${change.reason}</span>
            ${
              overwrite === null || change.cell === "" || (change.kind !== "cell" && change.kind !== "input")
                ? nothing
                : html` <label class="check"
                    ><input
                      type="checkbox"
                      .checked=${overwrite.has(changeAddress(change))}
                      @change=${(event: Event) => build.overwrite(change, (event.target as HTMLInputElement).checked)}
                    />
                    Overwrite ${change.sheet} ${change.cell} with the model's</label
                  >`
            }
          </li>`,
      )}
    </ul>
    ${changes.length > SHOWN ? html`<p class="quiet">and ${changes.length - SHOWN} more of the same kind.</p>` : nothing}`;
}

function checksWords({ workbook, checks }: PaneState): string {
  if (workbook === null || workbook.kind === "none")
    return "The Checks sheet will show them, with one master flag on every sheet.";
  if (checks === null) return "Can't be read: the Checks sheet or its name is missing.";
  return checks === 0
    ? "All hold, in every scenario."
    : "At least one fails: the Checks sheet shows it in red.";
}
