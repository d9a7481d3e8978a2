import { html, nothing, render, type TemplateResult } from "lit-html";
import { attempt } from "../hosts/attempt";
import { focusGrid } from "../hosts/grid/focusGrid";
import type { GridHost } from "../hosts/grid/gridHost";
import { scrollTo } from "../hosts/grid/reveal";
import { followPlaces, placesOf, type Box, type Placing } from "../hosts/grid/gridPlaces";
import type { Message } from "../hosts/port";
import type { ChartPlan } from "../workbook/plan";
import { say } from "../words";
import { chartNumbers, chartsInFront } from "./chartNumbers";
import { copyChart } from "./chartPicture";
import { chartView } from "./chartView";
import type { ChartNumbers } from "./planChart";

/** Pages on which charts that have no room beside the figures stand in a strip below; on narrower ones they would leave no room for cells, on wider ones a sheet looks as it does in Excel. */
const WITH_STRIP = "(min-width: 861px) and (max-width: 1499px)";

/** The charts of the model's sheets and of results, which the grid itself can't draw. */
export interface SheetCharts {
  show(on: boolean): void;
}

/** Draws the charts of the sheet in front over the cells that the saved workbook has them on, where scrolling over them scrolls the sheet; in a strip below where none of them would be whole in sight. */
export function sheetCharts(
  { book }: GridHost,
  grid: HTMLElement,
  layer: HTMLElement,
  tell: (message: Message) => void,
): SheetCharts {
  let shown = true;
  let [place, numbers] = ["", ""];
  const asTables = new Set<string>();
  const mayStrip = window.matchMedia(WITH_STRIP);
  let seen: Element | null = null;
  // The canvas takes its new size a moment after the page has.
  const resized = new ResizeObserver(() => requestAnimationFrame(() => draw()));

  const inFront = (): { readonly charts: readonly ChartPlan[]; readonly placing: Placing } | null => {
    const charts = shown ? chartsInFront(book) : [];
    const placing =
      charts.length === 0
        ? null
        : placesOf(
            book,
            book.workbook().getActiveSheet(true)!.getName(),
            charts.map(({ from, to }) => `${from}:${to}`),
          );
    return placing === null ? null : { charts, placing };
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
    const isStrip = mayStrip.matches && !hasRoom(placing);
    const data = charts.map((chart) => chartNumbers(book, chart));
    const nowAt = JSON.stringify(isStrip ? "strip" : [shift, placing]);
    const now = JSON.stringify([data, [...asTables], charts.map(({ title }) => title)]);
    if (nowAt === place && now === numbers) return;
    [place, numbers] = [nowAt, now];
    const view = (at: (index: number) => string): readonly unknown[] =>
      charts.map((chart, index) => drawn(chart, data[index]!, at(index), isStrip));
    render(
      isStrip ? html`<div class="wb-strip">${view(() => "")}</div>` : overCells(placing, shift, view),
      layer,
    );
  };

  const overCells = (
    { scrolling, boxes }: Placing,
    shift: Pick<Box, "left" | "top">,
    view: (at: (index: number) => string) => readonly unknown[],
  ): TemplateResult => {
    const moved = { ...scrolling, left: scrolling.left + shift.left, top: scrolling.top + shift.top };
    return html`<div class="wb-charts" .style=${styleOf(moved, { left: 0, top: 0 })} @wheel=${scroll}>
      ${view((index) => styleOf(boxes[index]!, scrolling))}
    </div>`;
  };

  const drawn = (chart: ChartPlan, numbers: ChartNumbers | null, at: string, isStrip: boolean): unknown =>
    numbers === null
      ? nothing
      : chartView(chart, numbers, asTables.has(chart.title), at, {
          copy: (picture) => void copy(picture, chart.title),
          asTable: (on) => {
            if (on) asTables.add(chart.title);
            else asTables.delete(chart.title);
            draw();
          },
          enter: () => {
            if (!isStrip) scrollTo(book, `${chart.from}:${chart.to}`);
          },
          leave: () => focusGrid(book),
        });

  const copy = (picture: SVGSVGElement, title: string): Promise<void> =>
    attempt(
      async () => {
        await copyChart(picture);
        tell({ kind: "done", title: say`A picture of ${title} is on the clipboard.`, wayOut: "" });
      },
      (message) => tell({ ...message, title: say`${title} was not copied.` }),
      "Allow this page to use the clipboard, then try again.",
    );

  /** The sheet below scrolls, unless a table is to. */
  const scroll = (event: WheelEvent): void => {
    if ((event.target as Element).closest(".wb-chart-table") !== null) return;
    event.preventDefault();
    seen?.dispatchEvent(new WheelEvent(event.type, event));
  };

  followPlaces(book, draw);
  return {
    show: (on) => {
      shown = on;
      draw();
    },
  };
}

/** Where a box stands, from a corner of the page. */
function styleOf({ left, top, width, height }: Box, from: Pick<Box, "left" | "top">): string {
  return `left:${left - from.left}px;top:${top - from.top}px;width:${width}px;height:${height}px`;
}

/** Whether a chart is whole in sight, as far as the width goes, where the sheet is not scrolled. */
function hasRoom({ scrolling, scrolled, boxes }: Placing): boolean {
  return boxes.some((box) => box.left + scrolled + box.width <= scrolling.left + scrolling.width);
}
