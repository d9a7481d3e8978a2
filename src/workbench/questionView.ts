import { html, type TemplateResult } from "lit-html";
import { ref } from "lit-html/directives/ref.js";
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
        <button class="wb-button wb-primary" ${ref(focusOnce)} @click=${() => answer(false)}>${stay}</button>
        <button class="wb-button" @click=${() => answer(true)}>${goOn}</button>
      </div>
    </section>
  </div>`;
}

/** The safe answer has the keyboard from the start. */
function focusOnce(button: Element | undefined): void {
  if (button instanceof HTMLElement) button.focus();
}
