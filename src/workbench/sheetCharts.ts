import { html, nothing, render, type TemplateResult } from "lit-html";
import type { GridHost } from "../hosts/grid/gridHost";
import { readCells } from "../hosts/grid/cellEdits";
import { resultCharts } from "../hosts/grid/ownSheets";
import { followPlaces, placesOf, type Box, type Placing } from "../hosts/grid/gridPlaces";
import type { ChartPlan } from "../workbook/plan";
import { planChart, type ChartNumbers } from "./planChart";

/** The charts of the model's sheets and of results, which the grid itself can't draw. */
export interface SheetCharts {
  show(on: boolean): void;
}

/** Draws the charts of the sheet in front over the cells that the saved workbook has them on; clicks and scrolling reach the cells below. */
export function sheetCharts({ book }: GridHost, grid: HTMLElement, layer: HTMLElement): SheetCharts {
  let shown = true;
  let [place, numbers] = ["", ""];
  let seen: Element | null = null;
  // The canvas takes its new size a moment after the page has.
  const resized = new ResizeObserver(() => requestAnimationFrame(() => draw()));

  const numbersOf = (chart: ChartPlan): ChartNumbers => {
    const row = (reference: string): readonly unknown[] =>
      readCells(book, [reference.replaceAll("$", "")])[0]!.values.flat();
    return {
      labels: row(chart.categories).map(String),
      values: chart.series.map(({ values }) =>
        row(values).map((value) => (typeof value === "number" ? value : null)),
      ),
    };
  };

  /** The charts of the sheet in front: the model's, or those of a result. */
  const inFront = (): { readonly charts: readonly ChartPlan[]; readonly placing: Placing } | null => {
    if (!shown) return null;
    const front = book.workbook().getActiveSheet(true);
    const results = front == null ? [] : resultCharts(book, front);
    const own = results.length > 0 ? [{ name: front!.getName(), charts: results }] : [];
    for (const { name, charts } of [...(book.written?.sheets ?? []), ...own]) {
      if (charts.length === 0) continue;
      const placing = placesOf(
        book,
        name,
        charts.map(({ from, to }) => `${from}:${to}`),
      );
      if (placing !== null) return { charts, placing };
    }
    return null;
  };

  const draw = (): void => {
    const front = inFront();
    if (front === null) {
      if (place !== "") render(nothing, layer);
      place = "";
      return;
    }
    const element = grid.querySelector("canvas[id^=univer-sheet-main-canvas]");
    if (element === null) return;
    if (element !== seen) {
      resized.disconnect();
      resized.observe(element);
      seen = element;
    }
    const [canvas, around] = [element.getBoundingClientRect(), layer.parentElement!.getBoundingClientRect()];
    const { charts, placing } = front;
    const shift = { left: canvas.left - around.left, top: canvas.top - around.top };
    const data = charts.map(chartNumbers);
    const [nowAt, now] = [JSON.stringify([shift, placing]), JSON.stringify(data)];
    if (nowAt === place && now === numbers) return;
    [place, numbers] = [nowAt, now];
    render(layerView(charts, data, placing, shift), layer);
  };

  /** Nothing to draw where a sheet that the chart reads was deleted or renamed. */
  const chartNumbers = (chart: ChartPlan): ChartNumbers | null => {
    try {
      return numbersOf(chart);
    } catch {
      return null;
    }
  };

  followPlaces(book, draw);
  return {
    show: (on) => {
      shown = on;
      draw();
    },
  };
}

function layerView(
  charts: readonly ChartPlan[],
  data: readonly (ChartNumbers | null)[],
  { scrolling, boxes }: Placing,
  shift: Pick<Box, "left" | "top">,
): TemplateResult {
  const at = ({ left, top, width, height }: Box, from: Pick<Box, "left" | "top">): string =>
    `left:${left - from.left}px;top:${top - from.top}px;width:${width}px;height:${height}px`;
  const moved = { ...scrolling, left: scrolling.left + shift.left, top: scrolling.top + shift.top };
  return html`<div class="wb-charts" .style=${at(moved, { left: 0, top: 0 })}>
    ${charts.map((chart, index) => {
      const numbers = data[index];
      return numbers == null
        ? nothing
        : html`<div class="wb-chart" .style=${at(boxes[index]!, scrolling)}>
            ${planChart(chart, numbers)}
          </div>`;
    })}
  </div>`;
}
