import type { Waterfall } from "../analysis";
import type { Unit } from "../model";
import { onSheet } from "./address";
import type { ChartPlan } from "./plan";
import { FIRST_RESULT_ROW, type ResultCell, type ResultTable } from "./resultSheetPlan";
import { CHART_COLOURS, NUMBER_FORMATS } from "./styles";

/** What a bridge is between and of, in words. */
export interface BridgeWords {
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly unit: Unit;
}

/** What the title of a bridge begins with. */
export const BRIDGE_TITLE = "Bridge: ";
/** Heading of the first column that the chart is drawn from. */
export const BRIDGE_CHART_HEADING = "Chart: below";

/** Rows that the chart takes below the table. */
const CHART_ROWS = 20;
/** Columns that the chart is drawn from, right of what is printed. */
const COLUMN = { unseen: "I", ends: "J", adds: "K", addsBelow: "L", takes: "M", takesBelow: "N" } as const;

/** A waterfall as a table whose running totals and check are formulas, with a native chart of stacked columns: an unseen one, and on it what is added or taken away; bars may cross zero. */
export function bridgeResult(drawn: Waterfall, words: BridgeWords): ResultTable {
  const { before, after, bars, together, orders } = drawn;
  const { unit } = words;
  const [first, last] = [FIRST_RESULT_ROW, FIRST_RESULT_ROW + bars.length + 1];
  const figure = (value: number, formula?: string): ResultCell => ({
    value,
    unit,
    ...(formula === undefined ? {} : { formula }),
  });
  const total = (column: string): string => `SUM(${column}${first + 1}:${column}${last - 1})`;
  const end = (label: string, row: number, value: number, ...more: readonly (ResultCell | null)[]) => [
    label,
    figure(value),
    ...Array.from({ length: 3 }, (_, index) => more[index] ?? null),
    figure(value, `B${row}`),
    null,
    null,
    ...chartCells(null, { to: value, part: 0 }, row, figure),
  ];
  const place: BridgePlace = {
    first,
    last,
    title: words.title,
    unit,
    axisFrom: drawn.axisFrom,
    below: [before, after, ...bars.map(({ to }) => to)].some((value) => value < 0),
  };
  return {
    title: `${BRIDGE_TITLE}${words.title}`,
    remark: `${
      orders === null
        ? "Parts are means over every order of the levers and hang on none"
        : `Parts are means over ${orders.toLocaleString("en-US")} orders of the levers drawn with a fixed seed`
    }; they hold what levers do together, and add up to the digit shown.`,
    headings: [
      "Lever",
      "Part",
      "Alone",
      "Together",
      orders === null ? null : "Error at most",
      "Reached",
      null,
      null,
      ...[BRIDGE_CHART_HEADING, "Ends", "Adds", "Adds, below 0", "Takes away", "Takes, below 0"],
    ],
    rows: [
      end(words.from, first, before),
      ...bars.map((bar, index): readonly (ResultCell | null)[] => {
        const row = first + 1 + index;
        return [
          bar.label,
          figure(bar.part),
          figure(bar.alone),
          figure(bar.together, `B${row}-C${row}`),
          orders === null ? null : figure(bar.error),
          figure(bar.to, `F${row - 1}+B${row}`),
          null,
          null,
          ...chartCells(bar.from, bar, row, figure),
        ];
      }),
      end(
        words.to,
        last,
        after,
        figure(
          bars.reduce((sum, { alone }) => sum + alone, 0),
          total("C"),
        ),
        figure(together, total("D")),
      ),
      [
        "Check: the first figure and the parts less the last (0)",
        figure(0, `ROUND(B${first}+${total("B")}-B${last},6)`),
        {
          words: "The parts add up.",
          formula: `IF(B${last + 1}=0,"The parts add up.","The parts do not add up: a value was typed over.")`,
        },
        ...Array.from({ length: 5 }, () => null),
        // Where the axis begins and in which unit it counts, for who draws the chart from the cells.
        figure(drawn.axisFrom),
        unit,
      ],
    ],
    charts: {
      rows: CHART_ROWS,
      on: (sheet) => [bridgeChart(sheet, place)],
    },
  };
}

/** What the chart draws of a row: the unseen column, the whole figure of an end, and the parts above and below zero. */
function chartCells(
  from: number | null,
  { to, part }: { readonly to: number; readonly part: number },
  row: number,
  figure: (value: number, formula?: string) => ResultCell,
): readonly (ResultCell | null)[] {
  if (from === null) return [null, figure(to, `F${row}`)];
  const [was, is, amount] = [`F${row - 1}`, `F${row}`, `B${row}`];
  const [above, below] = [Math.max(0, to) - Math.max(0, from), Math.min(0, to) - Math.min(0, from)];
  return [
    figure(
      from > 0 && to > 0 ? Math.min(from, to) : from < 0 && to < 0 ? Math.max(from, to) : 0,
      `MAX(0,MIN(${was},${is}))+MIN(0,MAX(${was},${is}))`,
    ),
    null,
    figure(part > 0 ? above : 0, `IF(${amount}>0,MAX(0,${is})-MAX(0,${was}),0)`),
    figure(part > 0 ? -below : 0, `IF(${amount}>0,MIN(0,${was})-MIN(0,${is}),0)`),
    figure(part < 0 ? -above : 0, `IF(${amount}<0,MAX(0,${was})-MAX(0,${is}),0)`),
    figure(part < 0 ? below : 0, `IF(${amount}<0,MIN(0,${is})-MIN(0,${was}),0)`),
  ];
}

/** Where the table of a bridge stands on its sheet, and how its chart is drawn. */
export interface BridgePlace {
  readonly first: number;
  readonly last: number;
  readonly title: string;
  readonly unit: Unit;
  readonly axisFrom: number;
  /** Whether a bar stands or goes below zero. */
  readonly below: boolean;
}

/** The waterfall of stacked columns over the rows of a bridge. */
export function bridgeChart(
  sheet: string,
  { first, last, title, unit, axisFrom, below }: BridgePlace,
): ChartPlan {
  const range = (column: string): string => onSheet(sheet, `$${column}$${first}:$${column}$${last}`);
  const series = (
    name: string,
    column: keyof typeof COLUMN,
    colour: string,
    unseen?: true,
  ): ChartPlan["series"][number] => ({
    name,
    values: range(COLUMN[column]),
    colour,
    ...(unseen === undefined ? {} : { unseen }),
  });
  const [ends, adds, takes] = [CHART_COLOURS[4], CHART_COLOURS[1], CHART_COLOURS[3]];
  return {
    title,
    kind: "columnStacked",
    categories: range("A"),
    valueAxisTitle: unit === "RMB m" ? "RMB million" : unit,
    valueFormat: NUMBER_FORMATS[unit],
    ...(axisFrom === 0 ? {} : { axisFrom }),
    series: [
      series("Below", "unseen", "FFFFFF", true),
      series("Whole figure", "ends", ends),
      series("Adds", "adds", adds),
      series("Takes away", "takes", takes),
      ...(below
        ? [
            series("Adds, below zero", "addsBelow", adds),
            series("Takes away, below zero", "takesBelow", takes),
          ]
        : []),
    ],
    from: `A${last + 3}`,
    to: `G${last + CHART_ROWS}`,
    altText: `Waterfall of stacked columns: ${title}. The table above has the same figures.`,
  };
}
