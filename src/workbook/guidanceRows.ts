import { lineNamed, sameWord, type EstimateCell } from "../analysis";
import type { LineItem, Model, ModelSpec } from "../model";
import { cellAddress, columnLetters, onSheet } from "./address";
import { AXIS, axisOf, HEADER, type Axis } from "./axis";
import { formula, number, rowOf, text } from "./cells";
import { flagOf, CROSS_FLAG_STYLE, FIRST } from "./checkCells";
import type { ConsensusInputs } from "./consensusInputs";
import { lineNames, periodLabels } from "./estimateRows";
import { GUIDANCE_COLUMNS as at, guidanceColumnsOf, guidancePlaces } from "./guidancePlaces";
import { factLink } from "./historySheetPlan";
import { KNOWLEDGE_WORDS } from "./knowledgeRows";
import type { Layout } from "./layout";
import type { CellPlan, RowPlan } from "./plan";
import { dateSerial, stateOf } from "./sheetFrame";
import { nameCell } from "./scenarioNameCells";
import { scenarioSheet, SHEETS } from "./sheetNames";
import { ESTIMATE, numberStyle } from "./styles";
import { summaryCells } from "./summaryCells";
import type { WorkbookValues } from "./workbookValues";

/** Heads of the tracker. */
const TITLES: Readonly<Record<number, string>> = {
  [at.row]: "Guidance of the company",
  2: "",
  [at.line]: "Line",
  [at.period]: "Period",
  [at.unit]: "Unit",
  [at.model]: "Model",
  [at.high]: "Guided, high",
  [at.low]: "Guided, low",
  [at.outside]: "Above (below)",
  [at.date]: "Said on",
  [at.outcome]: "Outcome",
  [at.state]: "Its figure is",
  [at.tier]: "Tier",
  [at.source]: "Source",
  [at.lineRow]: "Row",
  [at.periodColumn]: "Column",
  [at.read]: "Can be read",
};

/** What is known of a row: what was typed or said, and what the model makes of it. */
interface Guided {
  readonly line: LineItem | undefined;
  /** Index of the period, -1 where it is none. */
  readonly period: number;
  readonly high: EstimateCell;
  readonly low: EstimateCell;
  readonly isEmpty: boolean;
}

/** Guidance of the facts and of one's own against the model of the scenario shown: what was said, what it is now or came to, and by how much it lies outside. */
export function guidanceRows(
  model: Model,
  layout: Layout,
  values: WorkbookValues,
  shown: number,
  typed: ConsensusInputs,
): readonly RowPlan[] {
  const places = guidancePlaces(model);
  const { top, bottom } = guidanceColumnsOf(model.spec.scenarios);
  const titles = new Map(model.seeds.sources.map(({ id, title }) => [id, title]));
  const head = rowOf(
    {
      ...Object.fromEntries(
        model.spec.scenarios.map(({ number: n }, place) => [
          at.firstScenario + place,
          nameCell(n, values(n).name, "headingName"),
        ]),
      ),
      ...Object.fromEntries(
        Object.entries({ ...TITLES, [top]: "Highest", [bottom]: "Lowest" }).map(([column, title]) => {
          const right =
            [at.model, at.high, at.low, at.outside, at.date].some((each) => each === Number(column)) ||
            Number(column) >= at.lineRow;
          return [column, text(title, right ? "headingRight" : "heading")];
        }),
      ),
    },
    30,
  );
  const facts = places.shipped.map(({ line, period, fact, value }, place) => {
    const row = places.first + place;
    const link = formula(factLink(layout, fact.id), value, numberStyle(line.unit, ESTIMATE));
    const guided: Guided = {
      ...{ line, high: value, low: value, isEmpty: false },
      period: model.spec.timeline.columnOf(period),
    };
    return rowOf({
      [at.row]: text(fact.id, "name"),
      [at.line]: text(line.id),
      [at.period]: text(period),
      [at.high]: link,
      [at.low]: link,
      [at.date]: number(dateSerial(fact.knownFrom), "typedDate"),
      [at.tier]: text(fact.tier, "unit"),
      [at.source]: text(titles.get(fact.source) ?? fact.source, "name"),
      ...judged(model, layout, values, shown, guided, row),
    });
  });
  const own = Array.from({ length: places.last - places.firstOwn + 1 }, (_, place) => {
    const row = places.firstOwn + place;
    const cell = (column: number): EstimateCell => typed.get(cellAddress(row, column)) ?? "";
    const input = (column: number, style: string): CellPlan => {
      const value = cell(column);
      return { value: value === "" ? null : value, style };
    };
    return rowOf({
      [at.row]: text(`Own guidance ${place + 1}`, "name"),
      [at.line]: input(at.line, "textInput"),
      [at.period]: input(at.period, "textInput"),
      [at.high]: input(at.high, "plainInput"),
      [at.low]: input(at.low, "plainInput"),
      [at.date]: input(at.date, numberStyle("date", "input")),
      [at.source]: input(at.source, "textInput"),
      ...judged(model, layout, values, shown, typedGuidance(model.spec, cell), row),
    });
  });
  return [head, ...facts, ...own];
}

function typedGuidance(spec: ModelSpec, cell: (column: number) => EstimateCell): Guided {
  const [line, period, high, low] = [at.line, at.period, at.high, at.low].map(cell) as [
    EstimateCell,
    EstimateCell,
    EstimateCell,
    EstimateCell,
  ];
  return {
    ...{ high, low },
    line: line === "" ? undefined : lineNamed(spec, line),
    period: spec.timeline.periods.findIndex(({ label }) => sameWord(period, label)),
    isEmpty: [line, period, high, low].every((each) => each === ""),
  };
}

/** Highest and lowest that was said; one of them stands for both. */
function rangeOf({ high, low }: Guided): readonly [number, number] | null {
  const [top, bottom] = [high === "" ? low : high, low === "" ? high : low];
  return typeof top === "number" && typeof bottom === "number" && top >= bottom ? [top, bottom] : null;
}

function canBeRead(guided: Guided): boolean {
  return guided.isEmpty || (guided.line !== undefined && guided.period >= 0 && rangeOf(guided) !== null);
}

/** Rows of the lines on a scenario sheet, which start below the assumptions. */
function firstLine(layout: Layout): number {
  return Math.min(...layout.scenario.line.values());
}

/** The columns that formulas fill. */
function judged(
  model: Model,
  layout: Layout,
  values: WorkbookValues,
  shown: number,
  guided: Guided,
  row: number,
): Record<number, CellPlan> {
  const axis = axisOf(model.spec.timeline);
  const cell = (column: number): string => `$${cellAddress(row, column)}`;
  const [line, period, high, low] = [at.line, at.period, at.high, at.low].map(cell) as [
    string,
    string,
    string,
    string,
  ];
  const [lineRow, column, now, read] = [at.lineRow, at.periodColumn, at.model, at.read].map(cell) as [
    string,
    string,
    string,
    string,
  ];
  const valueIn = (scenario: number): number | "" => {
    if (guided.line === undefined || guided.period < 0) return "";
    const value = values(scenario).line(guided.line.id, guided.period);
    return Number.isFinite(value) ? value + 0 : "";
  };
  const range = canBeRead(guided) && !guided.isEmpty ? rangeOf(guided) : null;
  const value = valueIn(shown);
  const outside =
    range === null || value === "" ? "" : value > range[0] ? value - range[0] : Math.min(0, value - range[1]);
  const { scenarios } = model.spec;
  const after = guidanceColumnsOf(scenarios);
  const [top, bottom] = [after.top, after.bottom].map(cell) as [string, string];
  const either = (one: EstimateCell, other: EstimateCell): number | string => {
    const value = one === "" ? other : one;
    // A cell that reads an empty one shows 0.
    return typeof value === "string" && value !== "" ? value : Number(value);
  };
  const unit = guided.line?.unit ?? "number";
  const known = (names: string, named: string): string =>
    `IF(${named}="",0,IF(SUMPRODUCT((${names}=${named})+0)=0,0,MATCH(${named},${names},0)))`;
  const inScenarios = `${cell(at.firstScenario)}:${cell(after.lastScenario)}`;
  const flag = numberStyle("flag", "crossSheet");
  const [first, last] = [AXIS.firstYear, axis.lineName - 1].map(columnLetters) as [string, string];
  const states = onSheet(SHEETS.timeline, `$${first}$${HEADER.flag}:$${last}$${HEADER.flag}`);
  const periodPlace = guided.period < 0 ? 0 : placeOf(axis, guided.period);
  return {
    [at.unit]: formula(
      `IF(${lineRow}=0,"",INDEX(${onSheet(scenarioSheet(scenarios, 1), linesIn(layout, columnLetters(AXIS.unit), columnLetters(AXIS.unit)))},${lineRow},1))`,
      guided.line?.unit ?? "",
      "unitCrossSheet",
    ),
    [at.model]: formula(
      `INDEX(${inScenarios},1,${onSheet(SHEETS.summary, summaryCells.number)})`,
      value,
      numberStyle(unit, "crossSheet"),
    ),
    [at.outside]: formula(
      `IF(AND(ISNUMBER(${now}),${read}=1,COUNT(${high},${low})>0),IF(${now}>${top},${now}-${top},MIN(0,${now}-${bottom})),"")`,
      outside,
      numberStyle(unit, "calculation"),
    ),
    [at.outcome]: formula(
      `IF(ISNUMBER(${cell(at.outside)}),IF(${cell(at.outside)}>0,1,IF(${cell(at.outside)}<0,-1,0)),"")`,
      outside === "" ? "" : Math.sign(outside),
      "outcome",
    ),
    [at.state]: formula(
      `IF(${column}=0,"",INDEX(${states},1,${column}))`,
      guided.period < 0 ? "" : KNOWLEDGE_WORDS[stateOf(guided.period, model)]!,
      "unitCrossSheet",
    ),
    [at.lineRow]: formula(
      known(lineNames(layout), line),
      guided.line === undefined ? 0 : layout.scenario.line.get(guided.line.id)! - firstLine(layout) + 1,
      flag,
    ),
    [at.periodColumn]: formula(known(periodLabels(axis), period), periodPlace, flag),
    [at.read]: formula(
      `IF(SUMPRODUCT((${line}:${period}<>"")+0)+SUMPRODUCT((${high}:${low}<>"")+0)=0,1,IFERROR(IF(AND(${lineRow}>0,${column}>0,COUNT(${high}:${low})>0,COUNT(${top}:${bottom})=1+1,${top}>=${bottom}),1,0),0))`,
      canBeRead(guided) ? 1 : 0,
      numberStyle("flag", "calculation"),
    ),
    [after.top]: formula(
      `IF(${high}="",${low},${high})`,
      either(guided.high, guided.low),
      numberStyle(unit, "calculation"),
    ),
    [after.bottom]: formula(
      `IF(${low}="",${high},${low})`,
      either(guided.low, guided.high),
      numberStyle(unit, "calculation"),
    ),
    ...Object.fromEntries(
      model.spec.scenarios.map(({ number: scenario }, place) => {
        const found = `INDEX(${onSheet(scenarioSheet(scenarios, scenario), linesIn(layout, first, last))},${lineRow},${column})`;
        return [
          at.firstScenario + place,
          formula(
            `IF(AND(${lineRow}>0,${column}>0),IF(ISNUMBER(${found}),${found},""),"")`,
            valueIn(scenario),
            numberStyle(unit, "crossSheet"),
          ),
        ];
      }),
    ),
  };
}

/** Cells of the lines on a scenario sheet, in some of its columns. */
function linesIn(layout: Layout, from: string, to: string): string {
  const rows = [...layout.scenario.line.values()];
  return `$${from}$${Math.min(...rows)}:$${to}$${Math.max(...rows)}`;
}

/** Place of a period among the columns of the axis, from 1. */
function placeOf(axis: Axis, index: number): number {
  return axis.column(index) - AXIS.firstYear + 1;
}

/** A flag on Checks: guidance of one's own that can't be read. */
export function guidanceCheck(model: Model, typed: ConsensusInputs): RowPlan {
  const { firstOwn, last } = guidancePlaces(model);
  const letters = columnLetters(at.read);
  const range = onSheet(SHEETS.consensus, `$${letters}$${firstOwn}:$${letters}$${last}`);
  const unread = Array.from({ length: last - firstOwn + 1 }, (_, place) => firstOwn + place).some(
    (row) => !canBeRead(typedGuidance(model.spec, (column) => typed.get(cellAddress(row, column)) ?? "")),
  );
  return rowOf({
    1: text("Guidance: every row has a known line, a known period and numbers"),
    2: text("Rows of the tracker below the estimates; a high is not below its low", "unit"),
    [FIRST]: formula(flagOf(`MIN(${range})=1`), unread ? 1 : 0, CROSS_FLAG_STYLE),
  });
}
