import { missingResults, wholeAndTies, type Knowledge, type Model, type RequiredFigures } from "../model";
import { STATE_NAMES } from "../analysis";
import { absolute, cellAddress, onSheet } from "./address";
import { AXIS, axisOf } from "./axis";
import { formula, number, rowOf, text } from "./cells";
import type { KnowledgeRow, Layout } from "./layout";
import type { CellPlan, RowPlan } from "./plan";
import { SHEETS } from "./sheetNames";
import { numberStyle, typedStyle } from "./styles";
import { timelineRow } from "./timelineRow";

const ORDER: readonly Knowledge[] = ["forecast", "estimate", "results", "reported"];

/** Words of the four states, from nothing known to all. */
export const KNOWLEDGE_WORDS: readonly string[] = ORDER.map((state) => STATE_NAMES[state]);

/** Number of a quarter's state: 0 forecast, 1 estimate, 2 results, 3 reported with its balance sheet. */
export function knowledgeNumber(model: Model, column: number): number {
  return ORDER.indexOf(model.data.knowledge(column));
}

const LABELS: Readonly<Record<KnowledgeRow, readonly [string, string]>> = {
  results: [
    "Results are known",
    "Revenue, cost or gross profit, and one of adjusted EBITDA, adjusted or reported operating result",
  ],
  lines: ["Balance sheet lines known", "Column C: lines of a whole sheet"],
  whole: [
    "Balance sheet is whole and ties",
    "Every line of it is there and both sides agree; column C: RMB m that rounding may leave",
  ],
  counts: [
    "Balance sheet figures count",
    "Up to the opening each by itself; after it only a whole sheet that ties",
  ],
  figures: ["Figures known", "Of the lines below"],
  state: ["State", "0 forecast, 1 estimate: some figures, 2 results, 3 actual"],
};

const FLAGS: readonly KnowledgeRow[] = ["results", "whole", "counts"];

/** What is known of each quarter, in formulas over the figures below: a typed figure moves it at once. */
export function knowledgeRows(model: Model, layout: Layout): readonly RowPlan[] {
  const { spec } = model;
  const { required, timeline } = model.spec;
  const axis = axisOf(timeline);
  const sheet = [...required.assets, ...required.claims];
  const quarters = (cell: (column: number) => CellPlan): Record<number, CellPlan> =>
    Object.fromEntries(timeline.quarters.map((_, column) => [axis.column(column), cell(column)]));
  const flag = (text: (column: number) => string, value: (column: number) => boolean) =>
    quarters((column) => formula(text(column), value(column) ? 1 : 0, numberStyle("flag", "calculation")));
  const row = (name: KnowledgeRow, cells: Record<number, CellPlan>): RowPlan =>
    rowOf({
      1: text(LABELS[name][0]),
      2: text(FLAGS.includes(name) ? "flag" : "number", "unit"),
      ...cells,
      [axis.lineName]: text(LABELS[name][1], "unit"),
    });
  const { figure } = model.data;
  return [
    row(
      "results",
      flag(
        (column) =>
          `IF(AND(${required.results.map((lines) => `COUNT(${lines.map((id) => cellOf(layout, id, column)).join(",")})>0`).join(",")}),1,0)`,
        (column) => missingResults(required, figure, column).length === 0,
      ),
    ),
    row("lines", {
      [AXIS.value]: number(sheet.length, typedStyle(sheet.length)),
      ...quarters((column) =>
        formula(
          `COUNT(${ranges(layout, sheet, column).join(",")})`,
          sheet.filter((id) => figure(id, column) !== undefined).length,
          numberStyle("number", "calculation"),
        ),
      ),
    }),
    row("whole", {
      [AXIS.value]: number(required.tolerance, typedStyle(required.tolerance)),
      ...flag(
        (column) => wholeFormula(required, layout, column),
        (column) => wholeAndTies(required, figure, column),
      ),
    }),
    row(
      "counts",
      quarters((column) =>
        formula(
          `IF(${onSheet(SHEETS.timeline, `${axis.letters(column)}$${timelineRow(spec, "phase")}`)}<1+1,1,${axis.letters(column)}${layout.history.known.whole})`,
          column <= model.data.opening || model.data.sheetCounts(column) ? 1 : 0,
          numberStyle("flag", "crossSheet"),
        ),
      ),
    ),
    row(
      "figures",
      quarters((column) => {
        const letters = axis.letters(column);
        const rows = [...layout.history.line.values()];
        return formula(
          `COUNT(${letters}${Math.min(...rows)}:${letters}${layout.history.lastRow})`,
          [...layout.history.line.keys()].filter((id) => figure(id, column) !== undefined).length,
          numberStyle("number", "calculation"),
        );
      }),
    ),
    row(
      "state",
      quarters((column) => {
        const at = (name: KnowledgeRow): string => `${axis.letters(column)}${layout.history.known[name]}`;
        return formula(
          `IF(${at("results")}=1,1+1+${at("counts")},IF(${at("figures")}>0,1,0))`,
          knowledgeNumber(model, column),
          numberStyle("number", "calculation"),
        );
      }),
    ),
  ];
}

function cellOf(layout: Layout, lineId: string, column: number): string {
  const { axis } = layout;
  return `${axis.letters(column)}${layout.history.line.get(lineId)!}`;
}

/** Whole, and both sides agree to what rounding may leave. */
function wholeFormula(
  { assets: all, claims: owed }: RequiredFigures,
  layout: Layout,
  column: number,
): string {
  const { axis } = layout;
  const [assets, claims] = [all, owed].map((lines) => ranges(layout, lines, column).join(","));
  const { lines, whole } = layout.history.known;
  const [needed, tolerance] = [lines, whole].map((row) => absolute(cellAddress(row, AXIS.value)));
  return `IF(${axis.letters(column)}${lines}=${needed},IF(ABS(SUM(${assets})-SUM(${claims}))<=${tolerance},1,0),0)`;
}

/** The cells of lines as ranges of neighbours. */
function ranges(layout: Layout, lines: readonly string[], column: number): readonly string[] {
  const { axis } = layout;
  const letters = axis.letters(column);
  const rows = lines.map((id) => layout.history.line.get(id)!).sort((a, b) => a - b);
  const blocks: [number, number][] = [];
  for (const row of rows) {
    const last = blocks[blocks.length - 1];
    if (last !== undefined && row === last[1] + 1) last[1] = row;
    else blocks.push([row, row]);
  }
  return blocks.map(([from, to]) =>
    from === to ? `${letters}${from}` : `${letters}${from}:${letters}${to}`,
  );
}
