import type { TemplateResult } from "lit-html";
import { html } from "./html";

/** A few choices side by side as radio buttons: one tab stop, arrow keys between them. */
export function segmented(
  name: string,
  choices: readonly { readonly value: string; readonly label: string }[],
  present: string,
  choose: (value: string) => void,
): TemplateResult {
  return html` <fieldset class="segmented">
    <legend class="unseen">${name}</legend>
    ${choices.map(({ value, label }) => html`<label class="segment"><input type="radio" name=${name} value=${value} .checked=${value === present} @change=${() => choose(value)} /><span>${label}</span></label>`)}
  </fieldset>`;
}
