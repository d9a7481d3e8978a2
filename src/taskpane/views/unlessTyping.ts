import { noChange } from "lit-html";
import { directive, Directive, type ElementPart, type PropertyPart } from "lit-html/directive.js";
import { setCommittedValue } from "lit-html/directive-helpers.js";

/** Marks a field whose text is being typed: for its input event. */
export function typing(event: Event): void {
  (event.target as HTMLElement).dataset["typing"] = "";
}

/** Takes the mark away: for its change event, and where the text is dropped. */
export function typed(event: Event): string {
  const field = event.target as HTMLInputElement;
  delete field.dataset["typing"];
  return field.value;
}

class UnlessTyping extends Directive {
  render(value: string): string {
    return value;
  }

  override update(part: PropertyPart | ElementPart, [value]: [string]): unknown {
    const field = part.element as HTMLInputElement;
    if (field.dataset["typing"] !== undefined || field.value === value) return noChange;
    setCommittedValue(part);
    return value;
  }
}

/** Text of a field; a text that is being typed is left alone, whatever is drawn meanwhile. */
export const unlessTyping = directive(UnlessTyping);
