import { html as plain, nothing, type TemplateResult } from "lit-html";
import type { IBorderStyleData, IStyleData } from "@univerjs/core";
import type { ShownCell, ShownRow, ShownSheet } from "../hosts/grid/shownSheet";
import type { ChartPlan } from "../workbook/plan";
import { CHART_SIZE, planChart, type ChartNumbers } from "./planChart";

/** A chart with what it draws. */
export interface DrawnChart {
  readonly chart: ChartPlan;
  readonly numbers: ChartNumbers;
}

/** Room on a landscape page between its margins, in pixels of 96 an inch. */
const PAGES = { A4: { width: 1046, height: 718 }, A3: { width: 1511, height: 1046 } } as const;

/** Fewest and most charts that stand side by side below the table. */
const SIDE_BY_SIDE = { least: 3, most: 6 } as const;

/** Pixels between charts, and of the line below them. */
const [GAP, FOOT] = [12, 48];

/** Least size of a table that shares its page with charts. */
const LEGIBLE = 0.75;

/** A sheet as it prints: its cells as a table one page wide, rows of titles on each page, and its charts behind the table. */
export function printView(sheet: ShownSheet, charts: readonly DrawnChart[]): TemplateResult {
  const rows = sheet.rows.filter((row) => !isLeftForCharts(row, charts));
  const titles = sheet.print.titleRows?.to ?? 0;
  const width = sheet.widths.reduce((sum, each) => sum + each, 0);
  const page = PAGES[sheet.print.paper];
  const high = rows.reduce((sum, { height }) => sum + height, 0);
  const byWidth = Math.min(1, page.width / width);
  const layout = (aRow: number): { readonly chartWidth: number; readonly byHeight: number } => {
    const chartWidth = Math.floor(page.width / aRow) - GAP;
    const chartHeight = (chartWidth * CHART_SIZE.height) / CHART_SIZE.width;
    const behind = Math.ceil(charts.length / aRow) * (chartHeight + GAP) + FOOT;
    return { chartWidth, byHeight: sheet.print.onePage === true ? (page.height - behind) / high : 1 };
  };
  let aRow: number = SIDE_BY_SIDE.least;
  while (layout(aRow).byHeight < Math.min(LEGIBLE, byWidth) && aRow < SIDE_BY_SIDE.most) aRow += 1;
  const { chartWidth, byHeight } = layout(aRow);
  const zoom = Math.min(byWidth, byHeight);
  return plain`
    <table class="wb-print-table" style="width:${width}px;zoom:${zoom}">
      <colgroup>${sheet.widths.map((each) => plain`<col style="width:${each}px" />`)}</colgroup>
      <thead>${rows.filter(({ number }) => number <= titles).map(rowView)}</thead>
      <tbody>${rows.filter(({ number }) => number > titles).map(rowView)}</tbody>
    </table>
    <div class="wb-print-charts">
      ${charts.map(({ chart, numbers }) => plain`<figure style="width:${chartWidth}px">${planChart(chart, numbers)}</figure>`)}
    </div>
    ${sheet.print.footerRight === "" ? nothing : plain`<p class="wb-print-foot">${sheet.name} · ${sheet.print.footerRight}</p>`}`;
}

/** Whether a row is empty because charts stand over it. */
function isLeftForCharts({ number, cells }: ShownRow, charts: readonly DrawnChart[]): boolean {
  const lineOf = (cell: string): number => Number(/\d+/.exec(cell)![0]);
  return (
    cells.every((cell) => (cell?.text ?? "") === "") &&
    charts.some(({ chart: { from, to } }) => number >= lineOf(from) && number <= lineOf(to))
  );
}

function rowView({ height, cells }: ShownRow): TemplateResult {
  return plain`<tr style="height:${height}px">${cells.map((cell, place) =>
    cell === null
      ? nothing
      : plain`<td
          rowspan=${cell.rows === 1 ? nothing : cell.rows}
          colspan=${cell.columns === 1 ? nothing : cell.columns}
          style=${styleOf(cell, cells[place + 1])}
        >${cell.text}</td>`,
  )}</tr>`;
}

const HORIZONTAL: Readonly<Record<number, string>> = { 1: "left", 2: "center", 3: "right" };
const VERTICAL: Readonly<Record<number, string>> = { 1: "top", 2: "middle", 3: "bottom" };
const [WRAPPED, DOUBLE, MEDIUM] = [3, 7, 8];

/** The look of a cell; a text flows over the next one where that is empty, as on the sheet. */
function styleOf(
  { look, isNumber, text }: ShownCell,
  next: ShownCell | null | undefined,
): string | typeof nothing {
  const isWrapped = look.tb === WRAPPED;
  const isCut = !isWrapped && text !== "" && (next?.text ?? "") !== "";
  const parts = [
    ["text-align", HORIZONTAL[look.ht ?? 0] ?? (isNumber ? "right" : undefined)],
    ["vertical-align", VERTICAL[look.vt ?? 0]],
    ["background", look.bg?.rgb],
    ["color", look.cl?.rgb],
    ["font-weight", look.bl === 1 ? "600" : undefined],
    ["font-style", look.it === 1 ? "italic" : undefined],
    ["text-decoration", look.ul?.s === 1 ? "underline" : undefined],
    ["font-size", look.fs === undefined ? undefined : `${look.fs}pt`],
    ["white-space", isWrapped ? "pre-wrap" : undefined],
    ["overflow", isCut ? "hidden" : undefined],
    ["padding-left", look.pd?.l ? `${look.pd.l}px` : undefined],
    ...edges(look),
  ].filter(([, value]) => value != null);
  return parts.length === 0 ? nothing : parts.map(([name, value]) => `${name}:${value}`).join(";");
}

function edges({ bd }: IStyleData): (readonly [name: string, value: string])[] {
  const line = ({ s, cl }: IBorderStyleData): string =>
    `${s === DOUBLE ? "3px double" : s >= MEDIUM ? "2px solid" : "1px solid"} ${cl.rgb ?? "#000"}`;
  return [
    ...(bd?.t ? [["border-top", line(bd.t)] as const] : []),
    ...(bd?.b ? [["border-bottom", line(bd.b)] as const] : []),
    ...(bd?.l ? [["border-left", line(bd.l)] as const] : []),
    ...(bd?.r ? [["border-right", line(bd.r)] as const] : []),
  ];
}
