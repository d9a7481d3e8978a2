import { nothing, type TemplateResult } from "lit-html";
import type { OverwrittenCell } from "../../hosts/port";
import { onSheet } from "../../workbook/address";
import { say } from "../../words";
import type { Pane } from "../pane";
import { cellWords, overwrittenFigures, overwrittenWords } from "../state/deviationWords";
import type { LostTitle, PaneState } from "../state/paneState";
import { goTo } from "./goTo";
import { html } from "./html";

/** Overwritten cells that are listed one by one. */
const LISTED = 30;

/** Overwritten cells of the model with what they hold, what the model has, and the way back; nothing where all are the model's. */
export function overwrittenView(state: PaneState, pane: Pane): TemplateResult | typeof nothing {
  const { overwritten } = state.deviations;
  if (overwritten.length === 0) return nothing;
  const { deviation } = pane;
  return html`<section aria-label="Overwritten cells">
    <h2>Overwritten cells</h2>
    <p>
      The sheets calculate with what you typed, and saved files hold what they give; what the pane calculates
      itself and KC functions go by the model without it.
    </p>
    <ul class="findings">
      ${overwritten.slice(0, LISTED).map((one) => cellView(one, pane))}
    </ul>
    ${overwritten.length > LISTED ? html`<p class="quiet">and ${overwritten.length - LISTED} more, marked on their sheets.</p>` : nothing}
    ${
      overwritten.length > 1
        ? html`<div class="actions">
            <button type="button" class="button" @click=${() => deviation.putBack(overwritten)}>
              Put all ${overwritten.length} back
            </button>
          </div>`
        : nothing
    }
  </section>`;
}

function cellView(one: OverwrittenCell, { deviation }: Pane): TemplateResult {
  const place = `${one.sheet}!${one.cell}`;
  return html`<li class="card">
    <p>
      <strong>${place}</strong>
      ${one.role === "words" ? html`<span class="quiet">a text that no figure goes by</span>` : nothing}
    </p>
    <p>${cellWords(one)}</p>
    <div class="actions actions-tight">
      <button
        type="button"
        class="button button-small"
        aria-label="Show ${place}"
        @click=${() => deviation.show(onSheet(one.sheet, one.cell))}
      >
        Show
      </button>
      <button
        type="button"
        class="button button-small"
        aria-label="Put ${place} back"
        @click=${() => deviation.putBack([one])}
      >
        Put it back
      </button>
    </div>
  </li>`;
}

/** A word on every tab that shows figures: what is overwritten, errors that statements show, names that formulas no longer find. */
export function deviationBanner(state: PaneState, pane: Pane): TemplateResult | typeof nothing {
  const { errors } = state.deviations;
  const count = overwrittenFigures(state).length;
  if (count + errors.length + state.lost.length === 0) return nothing;
  const [first] = errors;
  return html`${
    first === undefined
      ? nothing
      : html`<div class="notice notice-error" role="alert">
          <p>
            <strong
              >The model's sheets show ${first.value} in ${errors.length}
              ${errors.length === 1 ? "cell" : "cells"}</strong
            ><br />
            The first is ${first.sheet}!${first.cell}. What the pane shows is calculated without them.
            <button
              type="button"
              class="button button-small"
              @click=${() => pane.deviation.show(onSheet(first.sheet, first.cell))}
            >
              Show ${first.sheet}!${first.cell}
            </button>
          </p>
        </div>`
  }
  ${state.lost.map((title) => lostView(title, pane))}
  ${
    count === 0
      ? nothing
      : html`<div class="notice notice-warning" role="status">
          <p>
            <strong>${overwrittenWords(count)}</strong><br />
            ${
              count === 1
                ? "Charts, tables and results of the pane go by the model without it; where a figure differs from the sheet, that is said beside it."
                : "Charts, tables and results of the pane go by the model without them; where a figure differs from the sheet, that is said beside it."
            }
            ${
              state.tab === "share"
                ? nothing
                : html`<button type="button" class="link" @click=${() => goTo(pane, "share")}>
                    ${count === 1 ? "List it" : "List them"}
                  </button>`
            }
          </p>
        </div>`
  }`;
}

function lostView(title: LostTitle, { deviation }: Pane): TemplateResult {
  const { of, name, now, address } = title;
  const does =
    of === "scenario"
      ? say`Formulas look for ${name} here: a statement that is to show it finds none (#N/A). Its values are read by their place.`
      : "KC functions and files find the row by this name; the pane reads it by its place.";
  return html`<div class="notice notice-warning" role="alert">
    <p>
      <strong
        >${address.replaceAll("'", "")} ${now === "" ? "is empty" : say`says “${now}”`} where the ${of}
        ${name} stood</strong
      ><br />
      ${does}
      <button type="button" class="button button-small" @click=${() => deviation.rename(title)}>
        Put ${name} back
      </button>
    </p>
  </div>`;
}
