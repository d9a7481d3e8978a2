import type { TemplateResult } from "lit-html";
import { html } from "../taskpane/views/html";
import type { ChartPlan } from "../workbook/plan";
import { chartAmount, planChart, type ChartNumbers } from "./planChart";

/** What can be done with a chart on a sheet. */
export interface ChartActions {
  copy(chart: SVGSVGElement): void;
  /** Shows the chart's numbers in its place, or the chart again. */
  asTable(on: boolean): void;
  /** Scrolls the sheet to the chart when the keyboard comes to it. */
  enter(): void;
  /** Gives the keyboard back to the grid. */
  leave(): void;
}

/** A chart that can be selected, copied as a picture and read as a table. */
export function chartView(
  chart: ChartPlan,
  numbers: ChartNumbers,
  isTable: boolean,
  at: string,
  actions: ChartActions,
): TemplateResult {
  const copy = (event: Event): void => {
    const box = (event.currentTarget as Element).closest(".wb-chart")!;
    actions.copy(box.querySelector("svg")!);
  };
  const keys = (event: KeyboardEvent): void => {
    // Keys that the grid would take for its own.
    event.stopPropagation();
    if (event.key === "Escape") actions.leave();
    const isCopy = event.key.toLowerCase() === "c" && (event.ctrlKey || event.metaKey);
    if (!isCopy || isTable || String(getSelection()) !== "") return;
    event.preventDefault();
    copy(event);
  };
  return html`<div
    class="wb-chart"
    role="group"
    aria-label=${chart.title}
    tabindex="0"
    .style=${at}
    @keydown=${keys}
    @focus=${(event: Event) => (event.target as Element).matches(":focus-visible") && actions.enter()}
  >
    ${isTable ? tableView(chart, numbers) : planChart(chart, numbers)}
    <div class="wb-chart-tools">
      ${isTable ? "" : html`<button class="wb-button wb-small" @click=${copy}>Copy picture</button>`}
      <button class="wb-button wb-small" @click=${() => actions.asTable(!isTable)}>
        ${isTable ? "As a chart" : "As a table"}
      </button>
    </div>
  </div>`;
}

/** The numbers of a chart: a row for each of its series. */
function tableView(chart: ChartPlan, { labels, values }: ChartNumbers): TemplateResult {
  const shown = chart.series.flatMap((series, index) => (series.unseen === true ? [] : [{ series, index }]));
  return html`<table class="wb-chart-table">
    <caption>
      ${chart.title}
    </caption>
    <thead>
      <tr>
        <td></td>
        ${labels.map((label) => html`<th scope="col">${label}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${shown.map(
        ({ series, index }) =>
          html`<tr>
            <th scope="row">${series.name}</th>
            ${labels.map((_, place) => html`<td>${chartAmount(chart, index, values[index]![place] ?? null)}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
