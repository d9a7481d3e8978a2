import { listed, say } from "../../words";
import { scaleBand, scaleLinear } from "d3-scale";
import { nothing, type TemplateResult } from "lit-html";
import type { ChartColumn } from "../state/chartSeries";
import { formatValue } from "../state/formatValue";
import { html, svg } from "./html";

/** What a stacked column chart shows. */
export interface ColumnChart {
  readonly title: string;
  readonly columns: readonly ChartColumn[];
  /** What the line across each column stands for. */
  readonly markLabel: string;
  /** What the text above each column stands for. */
  readonly captionLabel: string;
}

const SIZE = { width: 320, height: 146, left: 44, right: 4, top: 18, bottom: 20 } as const;

/** A stacked column chart as SVG: it takes its colours from the style sheet, high contrast included, and has a table behind it. */
export function columnChart({ title, columns, markLabel, captionLabel }: ColumnChart): TemplateResult {
  const totals = columns.map(({ parts, mark }) =>
    Math.max(
      mark ?? 0,
      parts.reduce((sum, { value }) => sum + value, 0),
    ),
  );
  const y = scaleLinear([0, Math.max(1, ...totals)], [SIZE.height - SIZE.bottom, SIZE.top]).nice(4);
  const x = scaleBand(
    columns.map(({ label }) => label),
    [SIZE.left, SIZE.width - SIZE.right],
  )
    .paddingInner(0.28)
    .paddingOuter(0.14);
  return html` <figure class="chart">
    <figcaption class="chart-title">${title}</figcaption>
    <svg
      viewBox="0 0 ${SIZE.width} ${SIZE.height}"
      role="img"
      aria-label=${describe(title, columns, captionLabel)}
    >
      ${y.ticks(4).map(
        (tick) => svg`
          <line class="grid" x1=${SIZE.left} x2=${SIZE.width - SIZE.right} y1=${y(tick)} y2=${y(tick)}></line>
          <text class="tick" x=${SIZE.left - 6} y=${y(tick) + 4} text-anchor="end">${tick.toLocaleString("en-US")}</text>`,
      )}
      ${columns.map((column) => columnView(column, x(column.label) ?? 0, x.bandwidth(), y))}
    </svg>
    ${legend(columns, markLabel)}
    <details class="chart-table">
      <summary>As a table</summary>
      ${tableView(columns, markLabel)}
    </details>
  </figure>`;
}

function columnView(
  { label, parts, mark, caption }: ChartColumn,
  left: number,
  width: number,
  y: (value: number) => number,
): TemplateResult {
  let sum = 0;
  const boxes = parts.map(({ look, value }) => {
    const [bottom, top] = [y(sum), y(sum + value)];
    sum += value;
    return svg`<rect class="part part-${look}" x=${left} y=${top} width=${width} height=${Math.max(0, bottom - top)}></rect>`;
  });
  const top = y(Math.max(sum, mark ?? 0));
  return svg`
    ${boxes}
    ${mark === null ? nothing : svg`<line class="chart-mark" x1=${left - 4} x2=${left + width + 4} y1=${y(mark)} y2=${y(mark)}></line>`}
    <text class="caption" x=${left + width / 2} y=${top - 5} text-anchor="middle">${caption}</text>
    <text class="tick" x=${left + width / 2} y=${SIZE.height - 6} text-anchor="middle">${label}</text>`;
}

function legend([first]: readonly ChartColumn[], markLabel: string): TemplateResult {
  return html` <ul class="legend" aria-hidden="true">
    ${(first?.parts ?? []).map(
      ({ label, look }) =>
        html`<li>
          <svg class="swatch" viewBox="0 0 12 12">
            <rect class="part part-${look}" x="0.5" y="0.5" width="11" height="11"></rect></svg
          >${label}
        </li>`,
    )}
    <li>
      <svg class="swatch" viewBox="0 0 12 12">
        <line class="chart-mark" x1="0" x2="12" y1="6" y2="6"></line></svg
      >${markLabel}
    </li>
  </ul>`;
}

function tableView(columns: readonly ChartColumn[], markLabel: string): TemplateResult {
  const labels = columns[0]?.parts.map(({ label }) => label) ?? [];
  return html` <table class="table">
    <thead>
      <tr>
        <th scope="col">RMB m</th>
        ${columns.map(({ label }) => html`<th scope="col" class="number">${label}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${labels.map(
        (label, index) =>
          html`<tr>
            <th scope="row">${label}</th>
            ${columns.map(({ parts }) => html`<td class="number">${formatValue(Math.round(parts[index]!.value), "number")}</td>`)}
          </tr>`,
      )}
      <tr>
        <th scope="row">${markLabel}</th>
        ${columns.map(({ mark }) => html`<td class="number">${formatValue(Math.round(mark ?? 0), "number")}</td>`)}
      </tr>
    </tbody>
  </table>`;
}

function describe(title: string, columns: readonly ChartColumn[], captionLabel: string): string {
  const each = columns.map(({ label, caption }) => say`${label}: ${captionLabel} ${caption}`);
  return say`${title}. ${listed(each, "; ")}.`;
}
