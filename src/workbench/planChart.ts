import { scaleBand, scaleLinear, type ScaleLinear } from "d3-scale";
import { nothing, svg, type SVGTemplateResult } from "lit-html";
import type { ChartPlan, ChartSeriesPlan } from "../workbook/plan";

/** Present numbers of a chart: labels of its categories, and a row of values for each series; null leaves a gap. */
export interface ChartNumbers {
  readonly labels: readonly string[];
  readonly values: readonly (readonly (number | null)[])[];
}

/** The chart as drawn, in units of its picture. */
export const CHART_SIZE = { width: 460, height: 240, left: 46, right: 12, top: 30, bottom: 46 } as const;
const LABEL_WIDTH = 42;

/** A chart of a plan as SVG, as the saved workbook has it: same title, series, colours and axes. */
export function planChart(chart: ChartPlan, { labels, values }: ChartNumbers): SVGTemplateResult {
  const columns = chart.series.flatMap((series, index) => (isLine(chart, series) ? [] : [index]));
  const lines = chart.series.flatMap((series, index) => (isLine(chart, series) ? [index] : []));
  const second = columns.length > 0 && lines.length > 0;
  const right = CHART_SIZE.width - CHART_SIZE.right - (second ? 30 : 0);
  const x = scaleBand(
    labels.map((_, index) => String(index)),
    [CHART_SIZE.left, right],
  )
    .paddingInner(0.25)
    .paddingOuter(0.12);
  const middle = (place: number): number => (x(String(place)) ?? 0) + x.bandwidth() / 2;
  const stacked = chart.kind !== "columnClustered";
  const [low, high] = extent(columns.length === 0 ? lines : columns, values, stacked && columns.length > 0);
  const left = axis([chart.axisFrom ?? low, high]);
  if (chart.axisFrom !== undefined) left.clamp(true);
  const ofLines = second ? axis(extent(lines, values, false)) : left;
  const every = Math.ceil(labels.length / Math.max(1, Math.floor((right - CHART_SIZE.left) / LABEL_WIDTH)));
  return svg`
    <svg viewBox="0 0 ${CHART_SIZE.width} ${CHART_SIZE.height}" role="img" aria-label="${chart.title}. ${chart.altText}" font-family="Segoe UI, system-ui, sans-serif" font-size="9" fill="#595959">
      <text class="wb-chart-title" font-size="12" font-weight="600" fill="#404040" x=${CHART_SIZE.width / 2} y="18" text-anchor="middle">${chart.title}</text>
      ${left.ticks(5).map(
        (tick) => svg`
        <line class="wb-chart-grid" stroke="#e3e3e3" x1=${CHART_SIZE.left} x2=${right} y1=${left(tick)} y2=${left(tick)}></line>
        <text x=${CHART_SIZE.left - 5} y=${left(tick) + 3} text-anchor="end">${amount(tick, chart.valueFormat)}</text>`,
      )}
      ${second ? ofLines.ticks(5).map((tick) => svg`<text x=${right + 5} y=${ofLines(tick) + 3}>${amount(tick, chart.secondaryFormat ?? chart.valueFormat)}</text>`) : nothing}
      ${labels.map((label, place) => (place % every === 0 ? svg`<text x=${middle(place)} y=${CHART_SIZE.height - CHART_SIZE.bottom + 13} text-anchor="middle">${label}</text>` : nothing))}
      ${stacked ? stackedColumns(chart, columns, values, x, left) : clusteredColumns(chart, columns, values, x, left)}
      <line class="wb-chart-base" stroke="#bfbfbf" x1=${CHART_SIZE.left} x2=${right} y1=${left(0)} y2=${left(0)}></line>
      ${lines.map((index) => svg`<path class="wb-series" fill="none" stroke-width="2" stroke-linejoin="round" d=${path(values[index]!, middle, ofLines)} stroke="#${chart.series[index]!.colour}" style=${inDark(chart.series[index]!.colour)} stroke-dasharray=${chart.series[index]!.dashed ? "5 3" : nothing}></path>`)}
      ${legend(chart)}
    </svg>`;
}

function isLine({ kind }: ChartPlan, { line }: ChartSeriesPlan): boolean {
  return kind === "line" || line === true;
}

type Band = { (place: string): number | undefined; bandwidth(): number };
type Values = ChartNumbers["values"];

function stackedColumns(
  chart: ChartPlan,
  columns: readonly number[],
  values: Values,
  x: Band,
  y: ScaleLinear<number, number>,
): SVGTemplateResult[] {
  return (values[columns[0] ?? 0] ?? []).flatMap((_, place) => {
    let [above, below] = [0, 0];
    return columns.map((index) => {
      const value = values[index]![place] ?? 0;
      const from = value >= 0 ? above : below;
      if (value >= 0) above += value;
      else below += value;
      if (chart.series[index]!.unseen === true) return svg``;
      return column(
        x(String(place)) ?? 0,
        x.bandwidth(),
        y(from),
        y(from + value),
        chart.series[index]!.colour,
      );
    });
  });
}

function clusteredColumns(
  chart: ChartPlan,
  columns: readonly number[],
  values: Values,
  x: Band,
  y: ScaleLinear<number, number>,
): SVGTemplateResult[] {
  const width = x.bandwidth() / Math.max(1, columns.length);
  return columns.flatMap((index, side) =>
    values[index]!.map((value, place) =>
      column((x(String(place)) ?? 0) + side * width, width, y(0), y(value ?? 0), chart.series[index]!.colour),
    ),
  );
}

function column(left: number, width: number, from: number, to: number, colour: string): SVGTemplateResult {
  return svg`<rect class="wb-series" style=${inDark(colour)} x=${left} width=${width} y=${Math.min(from, to)} height=${Math.abs(to - from)} fill="#${colour}"></rect>`;
}

/** The colour of a series for the style sheet, which lightens it in the dark; the picture itself is as the workbook has it. */
function inDark(colour: string): string {
  return `--series: #${colour}`;
}

function path(
  values: readonly (number | null)[],
  x: (place: number) => number,
  y: (value: number) => number,
): string {
  return values
    .map((value, place) =>
      value === null
        ? ""
        : `${place === 0 || values[place - 1] === null ? "M" : "L"}${x(place).toFixed(1)},${y(value).toFixed(1)}`,
    )
    .join("");
}

/** Lowest and highest value to be shown, zero included. */
function extent(series: readonly number[], values: Values, stacked: boolean): [number, number] {
  const numbers = series.map((index) => values[index]!.map((value) => value ?? 0));
  const places = numbers[0]?.length ?? 0;
  const sums = (sign: 1 | -1): number[] =>
    Array.from(
      { length: places },
      (_, place) => numbers.reduce((sum, row) => sum + Math.max(0, sign * row[place]!), 0) * sign,
    );
  const all = stacked ? [...sums(1), ...sums(-1)] : numbers.flat();
  return [Math.min(0, ...all), Math.max(0, ...all)];
}

function axis([low, high]: [number, number]): ScaleLinear<number, number> {
  return scaleLinear(
    [low, high === low ? low + 1 : high],
    [CHART_SIZE.height - CHART_SIZE.bottom, CHART_SIZE.top],
  ).nice(5);
}

function amount(value: number, format: string): string {
  return format.endsWith("%")
    ? `${(value * 100 + 0).toLocaleString("en-US", { maximumFractionDigits: 2 })}%`
    : (value + 0).toLocaleString("en-US", { maximumFractionDigits: 2 });
}

/** A number of a series as the table of its chart shows it; a gap is empty. */
export function chartAmount(chart: ChartPlan, series: number, value: number | null): string {
  if (value === null) return "";
  const onSecond = chart.kind !== "line" && isLine(chart, chart.series[series]!);
  return amount(value, onSecond ? (chart.secondaryFormat ?? chart.valueFormat) : chart.valueFormat);
}

/** Names of the series in one or two rows. */
function legend({ series: all }: ChartPlan): SVGTemplateResult[] {
  const series = all.filter(({ unseen }) => unseen !== true);
  const widths = series.map(({ name }) => 22 + lengthOf(name));
  const perRow =
    widths.reduce((sum, width) => sum + width, 0) > CHART_SIZE.width - 16
      ? Math.ceil(series.length / 2)
      : series.length;
  return series.map(({ name, colour, dashed }, index) => {
    const row = Math.floor(index / perRow);
    const own = widths.slice(row * perRow, row * perRow + perRow);
    const start = (CHART_SIZE.width - own.reduce((sum, width) => sum + width, 0)) / 2;
    const left = start + own.slice(0, index % perRow).reduce((sum, width) => sum + width, 0);
    const y = CHART_SIZE.height - 20 + row * 13;
    return svg`<line class="wb-series" style=${inDark(colour)} x1=${left} x2=${left + 12} y1=${y - 3} y2=${y - 3} stroke="#${colour}" stroke-width=${dashed ? 2 : 6} stroke-dasharray=${dashed ? "4 2" : nothing}></line><text x=${left + 16} y=${y}>${name}</text>`;
  });
}

/** About how long a name is in the legend's type; Chinese characters are as wide as they are high. */
function lengthOf(name: string): number {
  return [...name].reduce((sum, character) => sum + (character > "\u2e7f" ? 9 : 5.1), 0);
}
