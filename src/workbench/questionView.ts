import type { TemplateResult } from "lit-html";
import { html } from "../taskpane/views/html";
import type { Question } from "./question";

/** The question over the grid: what would be lost, and the two answers; Escape stays. */
export function questionView({ title, points, goOn, stay, answer }: Question): TemplateResult {
  const escape = (event: KeyboardEvent): void => {
    if (event.key === "Escape") answer(false);
  };
  return html`<div class="wb-cover" @keydown=${escape}>
    <section class="wb-card" role="alertdialog" aria-labelledby="wb-question" aria-describedby="wb-points">
      <h2 id="wb-question">${title}</h2>
      <ul id="wb-points" class="wb-points" tabindex="0">
        ${points.map((point) => html`<li>${point}</li>`)}
      </ul>
      <div class="wb-row">
        <button class="wb-button wb-primary" @click=${() => answer(false)}>${stay}</button>
        <button class="wb-button" @click=${() => answer(true)}>${goOn}</button>
      </div>
    </section>
  </div>`;
}

/** Gives the keyboard to the safe answer of a question that has just come up. */
export function holdKeyboard(place: HTMLElement): void {
  if (!place.contains(document.activeElement)) place.querySelector<HTMLElement>(".wb-primary")?.focus();
}
