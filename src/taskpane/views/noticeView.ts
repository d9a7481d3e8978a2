import { nothing, type TemplateResult } from "lit-html";
import type { Message } from "../../hosts/port";
import { html } from "./html";

const SIGNS: Readonly<Record<Message["kind"], string>> = { done: "Done", warning: "Note", error: "Problem" };

/** A message with its way out, said at once by screen readers when it is a problem. */
export function noticeView(notice: Message | null, dismiss: () => void): TemplateResult {
  return html`<div role="alert" class="notice-place">
    ${
      notice === null
        ? nothing
        : html` <div class="notice notice-${notice.kind}">
            <p>
              <strong>${SIGNS[notice.kind]}: ${notice.title}</strong
              >${notice.wayOut === "" ? nothing : html`<br />${notice.wayOut}`}
            </p>
            <button
              type="button"
              class="button button-quiet button-small"
              aria-label="Dismiss message"
              @click=${dismiss}
            >
              ✕
            </button>
          </div>`
    }
  </div>`;
}
