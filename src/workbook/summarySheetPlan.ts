import { shippedReach } from "./shippedReach";
import {
  balances,
  cashFlow,
  credit,
  ecosystem,
  gross,
  income,
  kingsoft,
  perAds,
  procurement,
  revenue,
  revolver,
  xiaomi,
} from "../companies/kingsoftCloud";
import type { LineItem, Model, Scenario } from "../model";
import { onSheet } from "./address";
import { AXIS, axisOf, HEADER, type Axis } from "./axis";
import { emptyRow, formula, rowOf, text } from "./cells";
import { capWordRows } from "./capWords";
import { meaningCell } from "./comparisonSheetPlan";
import type { CellPlan, ColumnPlan, RowPlan, SheetPlan } from "./plan";
import {
  dateSerial,
  flagFormat,
  foldableColumn,
  stateFormats,
  stateOf,
  masterFlag,
  printPlan,
} from "./sheetFrame";
import { SHEETS, TAB_COLOURS } from "./sheetNames";
import { statementCell, type StatementSheets } from "./statementCell";
import { KNOWLEDGE_WORDS } from "./knowledgeRows";
import { baseSheet, namesInUse, sheetNames } from "./scenarioNameCells";
import { numberStyle } from "./styles";
import { summaryCells } from "./summaryCells";
import { chartArea, summaryCharts } from "./summaryCharts";
import type { ScenarioValues } from "./workbookValues";

/** Key figures and the statement each comes from. */
const KEY_FIGURES: readonly {
  readonly title: string;
  readonly sheet: string;
  readonly lines: readonly LineItem[];
}[] = [
  {
    title: "Growth",
    sheet: SHEETS.revenue,
    lines: [revenue.total, revenue.growth, revenue.public, revenue.aiGrossBilling, revenue.enterprise],
  },
  {
    title: "Ecosystem and caps",
    sheet: SHEETS.revenue,
    lines: [
      revenue.ecosystem,
      revenue.ecosystemShare,
      xiaomi.utilisation,
      xiaomi.headroom,
      xiaomi.bindingQuarter,
      kingsoft.utilisation,
      kingsoft.headroom,
      ecosystem.lost,
    ],
  },
  {
    title: "Profit",
    sheet: SHEETS.income,
    lines: [
      gross.margin,
      income.adjustedEbitda,
      income.ebitdaMargin,
      income.adjustedOperating,
      income.attributable,
      perAds.result,
    ],
  },
  { title: "Investment", sheet: SHEETS.capex, lines: [procurement.capexCompanyBasis, revolver.gap] },
  { title: "Cash flow", sheet: SHEETS.cash, lines: [cashFlow.operations, cashFlow.freeCashFlow] },
  {
    title: "Balance sheet",
    sheet: SHEETS.balance,
    lines: [balances.cash, credit.netDebt, credit.netDebtToEbitda],
  },
];

const PERIOD_ROW = 8;

/** The first sheet to read: scenario selector, key figures by year, charts, master flag. */
export function summarySheetPlan(
  model: Model,
  values: ScenarioValues,
  statements: StatementSheets,
  scenario: Scenario,
): SheetPlan {
  const { scenarios, timeline } = model.spec;
  const axis = axisOf(timeline);
  const { periods, quarters } = timeline;
  const area = chartArea(timeline);
  const years = timeline.years.map((_, index) => quarters.length + index);
  const header = (
    row: number,
    value: (index: number) => string | number,
    style: string,
  ): Record<number, CellPlan> =>
    Object.fromEntries(
      years.map((index) => [
        axis.column(index),
        formula(onSheet(SHEETS.timeline, `${axis.letters(index)}$${row}`), value(index), style),
      ]),
    );
  const rows: RowPlan[] = [
    rowOf({ 1: text("Kingsoft Cloud (NASDAQ: KC, HKEX: 3896): scenario model", "title") }, 26),
    rowOf({
      1: text(
        `${shippedReach(model)}, forecast to ${periods[quarters.length - 1]!.label}, as shipped. RMB million unless stated.`,
        "subtitle",
      ),
    }),
    emptyRow,
    rowOf(
      {
        1: text("Scenario shown: choose here", "labelTotal"),
        [summaryCells.selectorColumn]: text(values.name, "selector"),
      },
      20,
    ),
    rowOf({
      1: text("Scenario number", "label"),
      2: formula(
        `IFERROR(MATCH(TRIM(${summaryCells.selector}),${namesInUse(scenarios)},0),IFERROR(MATCH(TRIM(${summaryCells.selector}),${sheetNames(scenarios)},0),MATCH(${baseSheet(scenarios)},${sheetNames(scenarios)},0)))`,
        scenario.number,
        numberStyle("choice", "crossSheet"),
      ),
      [AXIS.firstYear]: formula(
        `IF(COUNT(MATCH(TRIM(${summaryCells.selector}),${namesInUse(scenarios)},0),MATCH(TRIM(${summaryCells.selector}),${sheetNames(scenarios)},0))=0,"No scenario has this name: Base is shown.",INDEX(${onSheet(SHEETS.comparison, `${meaningCell(1)}:${meaningCell(scenarios.length)}`)},${summaryCells.number},1))`,
        scenario.meaning,
        "subtitle",
      ),
    }),
    rowOf({ 1: text("All checks", "label"), 2: masterFlag() }),
    emptyRow,
    rowOf({
      1: text("Key figures", "headerEdge"),
      2: text("Unit", "unit"),
      ...header(HEADER.period, (index) => periods[index]!.label, "period"),
      [axis.firstQuarter]: text(
        "Charts follow the scenario shown; the last one compares all scenarios",
        "subtitle",
      ),
    }),
    rowOf(header(HEADER.endDate, (index) => dateSerial(periods[index]!.endDate), "periodEnd")),
    rowOf({
      1: text("", "headerEdge"),
      2: text("", "headerEdge"),
      3: text("", "headerEdge"),
      ...header(HEADER.flag, (index) => KNOWLEDGE_WORDS[stateOf(index, model)]!, "state"),
    }),
    ...KEY_FIGURES.flatMap(({ title, sheet, lines }) => [
      blockRow(axis, title),
      ...lines.map((line) => keyFigureRow(model, line, sheet, years, values, statements)),
    ]),
    blockRow(axis, "Related-party caps in words, scenario shown"),
    ...capWordRows(model, values),
  ];
  return {
    name: SHEETS.summary,
    tabColour: TAB_COLOURS.guide,
    columns: Array.from({ length: area.lastColumn }, (_, index): ColumnPlan => {
      if (index + 1 === axis.gap) return { width: 2 };
      if (index + 1 >= AXIS.firstYear && index + 1 < axis.gap) return foldableColumn(timeline, index + 1, 12);
      return { width: [52, 18, 3][index] ?? 12 };
    }),
    rows,
    freeze: { rows: PERIOD_ROW + 2, columns: AXIS.value },
    gridlines: false,
    zoom: 85,
    validations: [
      {
        range: summaryCells.selector.replaceAll("$", ""),
        rule: { kind: "listRange", formula: namesInUse(scenarios) },
        promptTitle: "Scenario",
        prompt: "Chooses what the statements, key figures and charts show. All scenarios stay live.",
        errorTitle: "No such scenario",
        error: "Choose a scenario from the list.",
      },
    ],
    conditionalFormats: [flagFormat("B6"), ...stateFormats(axis.gap - 1, PERIOD_ROW + 2)],
    notes: [
      {
        cell: summaryCells.selector.replaceAll("$", ""),
        text: "KC_Scenario: choose the scenario that the statements and charts show. Nothing else changes.",
      },
    ],
    links: [],
    charts: summaryCharts(model, PERIOD_ROW + 3),
    print: {
      ...printPlan(
        area.lastColumn,
        Math.max(rows.length, PERIOD_ROW + 2 + area.rows),
        "Scenario as named above",
        0,
        false,
      ),
      paper: "A3",
      onePage: true,
    },
  };
}

function blockRow(axis: Axis, title: string): RowPlan {
  return rowOf(
    Object.fromEntries(
      Array.from({ length: axis.gap - 1 }, (_, index) => [
        index + 1,
        text(index === 0 ? title : "", "section"),
      ]),
    ),
  );
}

function keyFigureRow(
  model: Model,
  line: LineItem,
  sheet: string,
  years: readonly number[],
  values: ScenarioValues,
  statements: StatementSheets,
): RowPlan {
  const axis = axisOf(model.spec.timeline);
  return rowOf({
    1: text(line.label),
    2: text(line.unit, "unit"),
    ...Object.fromEntries(
      years.flatMap((index): [number, CellPlan][] => {
        const cell = statementCell(model, line, sheet, index, values, statements);
        return cell === null ? [] : [[axis.column(index), cell]];
      }),
    ),
  });
}
