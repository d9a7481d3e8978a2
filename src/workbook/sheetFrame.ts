import type { Model, Timeline } from "../model";
import { absolute, cellAddress, columnLetters, onSheet } from "./address";
import { AXIS, axisOf, HEADER, type Axis } from "./axis";
import { formula, number, rowOf, text } from "./cells";
import { keptWhile } from "./keptForFacts";
import { KNOWLEDGE_WORDS, knowledgeNumber } from "./knowledgeRows";
import type { Layout } from "./layout";
import { isFoldable } from "./outline";
import type { CellPlan, ColumnPlan, ConditionalFormatPlan, PrintPlan, RowPlan, SheetPlan } from "./plan";
import { SHEETS } from "./sheetNames";
import { COLOURS } from "./styles";
import { summaryCells } from "./summaryCells";
import { stateWords } from "./timelineRow";

/** Excel's number of a date. */
export function dateSerial(isoDate: string): number {
  return Math.round(Date.parse(`${isoDate}T00:00:00Z`) / 86_400_000) + 25_569;
}

/** Number of a period's state: of a year, the least that is known of its quarters; years without quarters are actual. */
export function stateOf(index: number, model: Model): number {
  const { periods, firstQuarterOf } = model.spec.timeline;
  const period = periods[index]!;
  if (period.kind === "quarter") return knowledgeNumber(model, index);
  const first = firstQuarterOf(period.year);
  return first < 0 ? 3 : Math.min(...[0, 1, 2, 3].map((offset) => knowledgeNumber(model, first + offset)));
}

/** Formula that gives a period's state in words, from the Actuals sheet. */
function stateFormula({ spec }: Model, layout: Layout, index: number): string | null {
  const axis = axisOf(spec.timeline);
  const { periods, firstQuarterOf } = spec.timeline;
  const period = periods[index]!;
  const row = layout.history.known.state;
  const words = stateWords(spec, KNOWLEDGE_WORDS.length);
  const at = (column: number): string => `${axis.letters(column)}$${row}`;
  if (period.kind === "quarter") return `INDEX(${words},1+${onSheet(SHEETS.history, at(index))},1)`;
  const first = firstQuarterOf(period.year);
  if (first < 0) return null;
  return `INDEX(${words},1+MIN(${onSheet(SHEETS.history, `${at(first)}:${at(first + 3)}`)}),1)`;
}

/** Looks of a state by its word, so that a typed figure moves the colours too; a cell looks at itself only, which costs a grid next to nothing. */
export function stateFormats(
  lastColumn: number,
  row: number = HEADER.flag,
): readonly ConditionalFormatPlan[] {
  const first = columnLetters(AXIS.firstYear);
  const fills = [COLOURS.forecastFill, COLOURS.estimateFill, COLOURS.resultsFill, COLOURS.band];
  return KNOWLEDGE_WORDS.map((word, state) => ({
    range: `${first}${row}:${columnLetters(lastColumn)}${row}`,
    formula: `${first}${row}="${word}"`,
    colour: COLOURS.navy,
    fill: fills[state]!,
  }));
}

/** What varies between the headers of sheets with a time axis. */
export interface FrameOptions {
  readonly title: string | CellPlan;
  readonly conventions: string;
  /** Cell with the scenario's name. */
  readonly scenarioName: CellPlan;
  /** The Timeline sheet itself holds the calendar; the others refer to it. */
  readonly ownsCalendar?: boolean;
}

/** The six frozen header rows of a sheet with a time axis. */
export function headerRows(model: Model, layout: Layout, options: FrameOptions): readonly RowPlan[] {
  const axis = axisOf(model.spec.timeline);
  const { periods } = model.spec.timeline;
  const calendar = (
    row: number,
    value: (index: number) => string | number,
    style: string,
  ): Record<number, CellPlan> =>
    Object.fromEntries(
      axis.fromLeft.map((index) => {
        const column = axis.column(index);
        const shown = value(index);
        const own = row === HEADER.flag ? stateFormula(model, layout, index) : null;
        if (options.ownsCalendar && own !== null) return [column, formula(own, shown, style)];
        if (!options.ownsCalendar)
          return [column, formula(onSheet(SHEETS.timeline, `${columnLetters(column)}$${row}`), shown, style)];
        return [column, typeof shown === "number" ? number(shown, style) : text(shown, style)];
      }),
    );
  return [
    rowOf({ 1: typeof options.title === "string" ? text(options.title, "title") : options.title }, 24),
    rowOf({
      1: text("Scenario shown", "subtitle"),
      2: options.scenarioName,
      [AXIS.firstYear]: text("Checks", "subtitle"),
      [AXIS.firstYear + 1]: masterFlag(),
    }),
    rowOf({ 1: text(options.conventions, "subtitle") }),
    rowOf({
      1: text("RMB million unless stated", "headerEdge"),
      2: text("Unit", "unit"),
      ...calendar(HEADER.period, (index) => periods[index]!.label, "period"),
      [axis.lineName]: text("Line name", "unit"),
    }),
    rowOf(calendar(HEADER.endDate, (index) => dateSerial(periods[index]!.endDate), "periodEnd")),
    rowOf({
      1: text("", "headerEdge"),
      2: text("", "headerEdge"),
      3: text("", "headerEdge"),
      ...calendar(HEADER.flag, (index) => KNOWLEDGE_WORDS[stateOf(index, model)]!, "state"),
    }),
  ];
}

/** The master flag of the Checks sheet: 0 shows as OK. */
export function masterFlag(): CellPlan {
  return formula(
    onSheet(SHEETS.checks, absolute(cellAddress(summaryCells.checksRow, summaryCells.checksColumn))),
    0,
    "masterFlag",
  );
}

/** Red where a master flag is not 0. */
export function flagFormat(cell: string): ConditionalFormatPlan {
  return { range: cell, formula: `${cell}<>0`, colour: COLOURS.bad, fill: COLOURS.badFill, bold: true };
}

/** A column of a period; earlier years and quarters can be folded away. */
export function foldableColumn(timeline: Timeline, column: number, width: number): ColumnPlan {
  return isFoldable(timeline, column) ? { width, foldable: true } : { width };
}

/** Column widths of a sheet with a time axis. */
function axisColumns(timeline: Timeline, valueWidth: number, labelWidth: number): readonly ColumnPlan[] {
  const axis = axisOf(timeline);
  return Array.from({ length: axis.lineName }, (_, index): ColumnPlan => {
    const column = index + 1;
    if (column === AXIS.label) return { width: labelWidth };
    if (column === AXIS.unit) return { width: 16 };
    if (column === AXIS.value) return { width: valueWidth };
    if (column === axis.gap) return { width: 2 };
    return column === axis.lineName ? { width: 30 } : foldableColumn(timeline, column, 11);
  });
}

/** Print set-up: landscape, one page wide, header rows and labels repeated. */
export function printPlan(
  lastColumn: number,
  lastRow: number,
  scenario: string,
  headerRowCount: number,
  repeatLabels: boolean,
): PrintPlan {
  return {
    area: `A1:${cellAddress(lastRow, lastColumn)}`,
    titleRows: headerRowCount > 0 ? { from: 1, to: headerRowCount } : null,
    titleColumns: repeatLabels ? { from: "A", to: columnLetters(AXIS.value) } : null,
    footerLeft: "&A",
    footerCenter: "Page &P of &N",
    footerRight: scenario,
    paper: repeatLabels ? "A3" : "A4",
  };
}

/** A sheet with the time axis: frame around its body rows. */
export function axisSheet(
  model: Model,
  layout: Layout,
  name: string,
  tabColour: string,
  frame: FrameOptions,
  body: readonly RowPlan[],
  more: Partial<Pick<SheetPlan, "validations" | "conditionalFormats" | "notes" | "links" | "charts">> & {
    readonly valueWidth?: number;
    readonly labelWidth?: number;
    readonly footer: string;
    /** Print the years alone, on A4. */
    readonly printsYears?: boolean;
  },
): SheetPlan {
  const axis = axisOf(model.spec.timeline);
  const { title, scenarioName } = frame;
  const head = keptWhile(
    model.data,
    `head of ${name}`,
    [typeof title === "string" ? title : title.value, scenarioName.value],
    () => headerRows(model, layout, frame),
  );
  const rows = [...head, ...body];
  const flagCell = cellAddress(HEADER.scenario, AXIS.firstYear + 1);
  return {
    name,
    tabColour,
    columns: axisColumns(model.spec.timeline, more.valueWidth ?? 3, more.labelWidth ?? 56),
    rows,
    freeze: { rows: HEADER.rows, columns: AXIS.value },
    gridlines: false,
    zoom: 85,
    validations: more.validations ?? [],
    notes: more.notes ?? [],
    links: more.links ?? [],
    charts: more.charts ?? [],
    conditionalFormats: [
      flagFormat(flagCell),
      ...stateFormats(axis.lineName - 1),
      ...(more.conditionalFormats ?? []),
    ],
    print: {
      ...printPlan(
        more.printsYears ? axis.gap - 1 : axis.lineName - 1,
        rows.length,
        more.footer,
        HEADER.rows,
        true,
      ),
      ...(more.printsYears && { paper: "A4" }),
    },
  };
}

/** Range of a row over consecutive periods, e.g. 'Income statement'!$M$12:$AF$12. */
export function periodRange(
  axis: Axis,
  sheet: string,
  row: number,
  fromIndex: number,
  toIndex: number,
): string {
  return onSheet(sheet, `$${axis.letters(fromIndex)}$${row}:$${axis.letters(toIndex)}$${row}`);
}
