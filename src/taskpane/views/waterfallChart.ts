import { scaleLinear } from "d3-scale";
import { nothing, type TemplateResult } from "lit-html";
import type { Waterfall, WaterfallBar } from "../../analysis";
import type { Unit } from "../../model";
import { listed, say, word } from "../../words";
import { formatFixed, formatPart } from "../state/formatFixed";
import { html, svg } from "./html";

/** What a waterfall shows, in words: its title, the names of its ends and the unit of its figures. */
export interface WaterfallWords {
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly unit: Unit;
}

const WIDTH = 320;
const ROW = 32;
const BAR = { top: 16, height: 11 } as const;

/** A waterfall as SVG, a row for each bar: colours come from the style sheet, high contrast included, and a table with the same figures stands behind it. */
export function waterfallChart(drawn: Waterfall, words: WaterfallWords): TemplateResult {
  const { before, after, bars, axisFrom } = drawn;
  const places = [axisFrom, before, after, ...bars.flatMap(({ from, to }) => [from, to])];
  const x = scaleLinear([Math.min(...places), Math.max(...places)], [1, WIDTH - 1]);
  const end = (row: number, name: string, value: number): TemplateResult =>
    svg`${wordsView(row, name, formatFixed(value, words.unit))}
      ${boxView(row, x(axisFrom), x(value), "third")}`;
  const last = bars.length + 1;
  return html` <figure class="chart" data-waterfall>
    <figcaption class="chart-title">${words.title}</figcaption>
    <svg viewBox="0 0 ${WIDTH} ${ROW * (last + 1)}" role="img" aria-label=${describe(drawn, words)}>
      ${axisFrom === 0 && Math.min(...places) < 0 ? svg`<line class="grid" x1=${x(0)} x2=${x(0)} y1="0" y2=${ROW * (last + 1)}></line>` : nothing}
      ${end(0, words.from, before)} ${bars.map((bar, index) => barView(bar, index + 1, x, words.unit))}
      ${end(last, words.to, after)}
    </svg>
    ${legend(drawn)}
    <details class="chart-table">
      <summary>As a table</summary>
      ${tableView(drawn, words)}
    </details>
  </figure>`;
}

function barView(
  { label, part, from, to, alone, together }: WaterfallBar,
  row: number,
  x: (value: number) => number,
  unit: Unit,
): TemplateResult {
  const top = row * ROW + BAR.top;
  const mark = x(from + alone);
  return svg`
    <line class="grid" x1=${x(from)} x2=${x(from)} y1=${top - ROW + BAR.height} y2=${top + BAR.height}></line>
    ${wordsView(row, label, formatPart(part, unit))}
    ${boxView(row, x(from), x(to), part < 0 ? "lost" : "first")}
    ${together === 0 ? nothing : svg`<line class="chart-mark" x1=${mark} x2=${mark} y1=${top - 2} y2=${top + BAR.height + 2}></line>`}`;
}

function wordsView(row: number, label: string, amount: string): TemplateResult {
  const y = row * ROW + BAR.top - 4;
  const room = Math.floor((WIDTH - amount.length * 6.6 - 10) / 5.6);
  const text = shortened(word(label), room);
  return svg`<text class="tick" x="0" y=${y}>${text}</text>
    <text class="caption" x=${WIDTH} y=${y} text-anchor="end">${amount}</text>`;
}

/** A text in as much room as so many Latin letters take; a Chinese character counts as two. */
function shortened(text: string, room: number): string {
  let left = room;
  const kept = [...text].findIndex((character) => (left -= character > "\u2e80" ? 2 : 1) < 0);
  return kept < 0 ? text : `${text.slice(0, kept - 1).trimEnd()}…`;
}

function boxView(row: number, from: number, to: number, look: string): TemplateResult {
  return svg`<rect class="part part-${look}" x=${Math.min(from, to)} y=${row * ROW + BAR.top} width=${Math.max(1, Math.abs(to - from))} height=${BAR.height}></rect>`;
}

function legend({ bars }: Waterfall): TemplateResult {
  const box = (look: string, label: string): TemplateResult =>
    html`<li>
      <svg class="swatch" viewBox="0 0 12 12">
        <rect class="part part-${look}" x="0.5" y="0.5" width="11" height="11"></rect></svg
      >${label}
    </li>`;
  return html`<ul class="legend" aria-hidden="true">
    ${box("first", "Adds")}${box("lost", "Takes away")}
    ${
      bars.some(({ together }) => together !== 0)
        ? html`<li>
            <svg class="swatch" viewBox="0 0 12 12">
              <line class="chart-mark" x1="6" x2="6" y1="0" y2="12"></line></svg
            >Alone
          </li>`
        : nothing
    }
  </ul>`;
}

function tableView(
  { before, after, bars, together, orders }: Waterfall,
  words: WaterfallWords,
): TemplateResult {
  const { unit } = words;
  const cells = (values: readonly (string | null)[]): readonly TemplateResult[] =>
    values.map((value) => html`<td class="number">${value ?? ""}</td>`);
  const drawnOrders = orders !== null;
  const blank = drawnOrders ? [null, null, null] : [null, null];
  const alone = bars.reduce((sum, bar) => sum + bar.alone, 0);
  return html`<div class="scroller" role="region" aria-label=${words.title} tabindex="0">
    <table class="table">
      <thead>
        <tr>
          <th scope="col">Lever</th>
          ${["Part", "Alone", "Together", ...(drawnOrders ? ["± at most"] : [])].map((name) => html`<th scope="col" class="number">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">${words.from}</th>
          ${cells([formatFixed(before, unit), ...blank])}
        </tr>
        ${bars.map(
          (bar) =>
            html`<tr data-lever>
              <th scope="row">${bar.label}</th>
              ${cells([
                formatPart(bar.part, unit),
                formatPart(bar.alone, unit),
                formatPart(bar.together, unit),
                ...(drawnOrders ? [formatFixed(bar.error, unit)] : []),
              ])}
            </tr>`,
        )}
        <tr>
          <th scope="row">${words.to}</th>
          ${cells([formatFixed(after, unit), formatPart(alone, unit), formatPart(together, unit), ...blank.slice(2)])}
        </tr>
      </tbody>
    </table>
  </div>`;
}

function describe({ before, after, bars }: Waterfall, { title, from, to, unit }: WaterfallWords): string {
  const parts = bars.map(({ label, part }) => `${word(label)} ${formatPart(part, unit)}`);
  const all = [
    `${word(from)} ${formatFixed(before, unit)}`,
    ...parts,
    `${word(to)} ${formatFixed(after, unit)}`,
  ];
  return say`${title}. ${listed(all, "; ")}.`;
}
