import { nothing, type TemplateResult } from "lit-html";
import { factOrigin } from "../../analysis";
import { LINE_BY_ID } from "../../companies/kingsoftCloud";
import type { Model } from "../../model";
import type { Fact } from "../../seeds";
import { sourceTitles } from "../../workbook/inputsSheetPlan";
import { listed } from "../../words";
import type { Pane } from "../pane";
import { html } from "./html";
import { sheetNote } from "./sheetNote";
import type { Origin, PrecedentValue, Subject } from "../state/originOf";

/** What a figure is, its formula in words, what it depends on, and the document behind it. */
export function originView(origin: Origin, subject: Subject, pane: Pane): TemplateResult {
  const { model, sources, store } = pane;
  const canShow = store.get().workbook?.kind === "complete";
  return html` <article class="card origin">
    <h3>${origin.title}</h3>
    <p class="origin-value">
      <span class="number">${origin.value}</span>
      <span class="badge">${origin.tier}</span
      >${lineNote(subject, pane)}${origin.fact === null ? nothing : html` <span class="badge ${origin.fact.quality === "ok" ? "badge-good" : "badge-warning"}">${origin.fact.quality}</span>`}
    </p>
    <p class="quiet">${origin.where}</p>
    ${origin.meaning === "" ? nothing : html`<p>${origin.meaning}</p>`}
    ${
      origin.formula === ""
        ? nothing
        : html`<h4>Formula in words</h4>
            <p class="words">${origin.formula}</p>`
    }
    ${
      origin.precedents.length === 0
        ? nothing
        : html`<h4>Depends on</h4>
            <ul class="precedents">
              ${origin.precedents.map((each) => precedentView(each, pane))}
            </ul>`
    }
    ${
      origin.row === null
        ? nothing
        : html` <h4>Source</h4>
            <p>${sourceTitles(model, origin.row)}</p>
            <p class="quiet">${origin.row.assumption.reason}</p>`
    }
    ${origin.fact === null ? nothing : factView(origin.fact, model)}
    ${canShow ? html`<button type="button" class="button button-small" @click=${() => sources.show(subject)}>Show in the workbook</button>` : nothing}
  </article>`;
}

/** What the sheet shows in place of the explained figure, where it is another. */
function lineNote(subject: Subject, { store, evaluate }: Pane): TemplateResult | typeof nothing {
  if (subject.kind !== "line") return nothing;
  const { line, column, scenario } = subject;
  const state = store.get();
  const value = evaluate(state.table, scenario).values.value(line, column);
  return sheetNote(state, scenario, LINE_BY_ID.get(line)!, column, value);
}

function precedentView({ label, value, leadsTo }: PrecedentValue, { sources }: Pane): TemplateResult {
  return html`<li>
    ${leadsTo === null ? html`<span>${label}</span>` : html`<button type="button" class="link" @click=${() => sources.explain(leadsTo)}>${label}</button>`}<span
      class="number"
      >${value}</span
    >
  </li>`;
}

/** The document behind a printed figure. */
function factView(fact: Fact, model: Model): TemplateResult {
  const origin = factOrigin(model, fact);
  const rows: readonly (readonly [string, string])[] = [
    ["Document", origin.document],
    ["Publisher", listed([origin.publisher, origin.date].filter(Boolean), ", ")],
    ["Where", origin.place],
    ["As printed", origin.asPrinted],
    ["Value", origin.stated],
    ["Basis", fact.basis],
    ["Arithmetic", origin.formula.replaceAll(/[{}]/g, "")],
    ["Rounding leaves", origin.interval],
    ["Note", fact.note],
    ["Conflict", origin.conflict],
  ];
  return html`<h4>Source</h4>
    <dl class="facts">
      ${rows
        .filter(([, text]) => text !== "")
        .map(
          ([label, text]) =>
            html`<dt>${label}</dt>
              <dd>${text}</dd>`,
        )}
    </dl>`;
}
