import type { TemplateResult } from "lit-html";
import { DRIVER_GROUPS, SECTIONS, YEARS, QUARTERS } from "../../companies/kingsoftCloud";
import type { Model } from "../../model";
import { COMPARED_LINES } from "../state/keyFigures";
import { html } from "./html";

/** A drop-down of lines: the usual ones first, then every section of the model. */
export function lineSelect(label: string, present: string, choose: (line: string) => void): TemplateResult {
  const usual = new Set(COMPARED_LINES.map(({ id }) => id));
  const option = (id: string, text: string): TemplateResult =>
    html`<option value=${id} .selected=${id === present}>${text}</option>`;
  const sections = SECTIONS.map(({ title, lines }) => ({
    title,
    lines: lines.filter(({ id, unit, annual }) => !usual.has(id) && unit !== "flag" && annual !== "none"),
  })).filter(({ lines }) => lines.length > 0);
  return html` <label class="field"
    ><span class="field-label">${label}</span>
    <select class="select" @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      <optgroup label="Usual">${COMPARED_LINES.map(({ id, label: text }) => option(id, text))}</optgroup>
      ${sections.map(({ title, lines }) => html`<optgroup label=${title}>${lines.map(({ id, label: text }) => option(id, text))}</optgroup>`)}
    </select></label
  >`;
}

/** A drop-down of forecast years and quarters. */
export function periodSelect(
  { data }: Model,
  label: string,
  present: string,
  choose: (period: string) => void,
): TemplateResult {
  const lastYear = QUARTERS[data.opening]!.year;
  const periods = [...YEARS.filter(({ year }) => year >= lastYear), ...QUARTERS.slice(data.opening)];
  return html` <label class="field"
    ><span class="field-label">${label}</span>
    <select class="select" @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${periods.map((period) => html`<option value=${period.label} .selected=${period.label === present}>${period.label}</option>`)}
    </select></label
  >`;
}

/** A drop-down of assumptions by group. */
export function driverSelect(
  label: string,
  present: string,
  choose: (driver: string) => void,
): TemplateResult {
  return html` <label class="field"
    ><span class="field-label">${label}</span>
    <select class="select" @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${DRIVER_GROUPS.map(({ title, drivers }) => html`<optgroup label=${title}>${drivers.map(({ id, label: text }) => html`<option value=${id} .selected=${id === present}>${text}</option>`)}</optgroup>`)}
    </select></label
  >`;
}
