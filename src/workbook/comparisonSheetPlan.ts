import {
  balances,
  cashFlow,
  credit,
  ecosystem,
  gross,
  income,
  kingsoft,
  procurement,
  revenue,
  revolver,
  xiaomi,
} from "../companies/kingsoftCloud";
import { baseOf, type LineItem, type Model, type Scenarios } from "../model";
import { cellAddress, columnLetters, onSheet } from "./address";
import { axisOf, HEADER } from "./axis";
import { emptyRow, formula, rowOf, text } from "./cells";
import type { Layout } from "./layout";
import type { CellPlan, RowPlan, SheetPlan } from "./plan";
import { sectionRow } from "./scenarioSheetPlan";
import { nameCell, selectedScenario } from "./scenarioNameCells";
import { axisSheet } from "./sheetFrame";
import { scenarioSheet, SHEETS, TAB_COLOURS } from "./sheetNames";
import { COLOURS, numberStyle } from "./styles";
import type { WorkbookValues } from "./workbookValues";

/** Lines that are compared. */
const COMPARED: readonly LineItem[] = [
  revenue.total,
  revenue.ecosystem,
  revenue.ecosystemShare,
  xiaomi.headroom,
  xiaomi.utilisation,
  kingsoft.headroom,
  ecosystem.lost,
  gross.margin,
  income.adjustedEbitda,
  income.ebitdaMargin,
  income.net,
  procurement.capexCompanyBasis,
  cashFlow.freeCashFlow,
  balances.cash,
  revolver.gap,
  credit.netDebt,
  credit.netDebtToEbitda,
];

/** Lines of which the difference from Base is shown too. */
const AGAINST_BASE: readonly LineItem[] = [revenue.total, income.adjustedEbitda, income.net, balances.cash];

const SCENARIO_LIST_ROW = HEADER.rows + 2;

/** First row of a compared line's scenarios. */
export function comparisonRow(scenarios: Scenarios, line: LineItem): number {
  return SCENARIO_LIST_ROW + scenarios.length + 2 + COMPARED.indexOf(line) * (scenarios.length + 1);
}

/** Cell with a scenario's meaning. */
export function meaningCell(scenarioNumber: number): string {
  return `$D$${SCENARIO_LIST_ROW + scenarioNumber - 1}`;
}

const forecastPeriods = (model: Model): readonly number[] =>
  axisOf(model.spec.timeline).fromLeft.filter((index) =>
    model.spec.timeline.isAfter(index, model.data.opening),
  );

/** All scenarios side by side, each straight from its own sheet: no switch is involved. */
export function comparisonSheetPlan(
  model: Model,
  layout: Layout,
  values: WorkbookValues,
  scenarioName: string,
): SheetPlan {
  const { scenarios } = model.spec;
  const axis = axisOf(model.spec.timeline);
  const body: RowPlan[] = [
    sectionRow(axis, "Scenarios"),
    ...scenarios.map((scenario) =>
      rowOf({
        1: nameCell(scenario.number, values(scenario.number).name, "labelCrossSheet"),
        4: text(scenario.meaning),
      }),
    ),
    emptyRow,
    ...COMPARED.flatMap((line): RowPlan[] => [
      sectionRow(axis, line.label),
      ...scenarios.map((scenario) => comparedRow(model, layout, line, scenario.number, values)),
    ]),
    emptyRow,
    ...AGAINST_BASE.flatMap((line): RowPlan[] => [
      sectionRow(axis, `${line.label}: difference from Base`),
      ...scenarios.map((scenario) => differenceRow(model, line, scenario.number, values)),
    ]),
  ];
  const first = columnLetters(4);
  const gapRow = comparisonRow(scenarios, revolver.gap);
  return axisSheet(
    model,
    layout,
    SHEETS.comparison,
    TAB_COLOURS.control,
    {
      title: "Scenario comparison",
      scenarioName: selectedScenario(scenarios, scenarioName),
      conventions:
        "Every row comes straight from its scenario's own sheet and moves with Inputs; the selector changes nothing here.",
    },
    body,
    {
      footer: "All scenarios",
      conditionalFormats: [
        {
          range: `${first}${gapRow}:${columnLetters(axis.lineName - 1)}${gapRow + scenarios.length - 1}`,
          formula: `AND(ISNUMBER(${first}${gapRow}),${first}${gapRow}>0)`,
          colour: COLOURS.bad,
          fill: COLOURS.badFill,
        },
      ],
    },
  );
}

function comparedRow(
  model: Model,
  layout: Layout,
  line: LineItem,
  scenarioNumber: number,
  values: WorkbookValues,
): RowPlan {
  const { scenarios } = model.spec;
  const axis = axisOf(model.spec.timeline);
  const row = layout.scenario.line.get(line.id)!;
  const { timeline } = model.spec;
  const lastYear = timeline.columnOf(`FY${timeline.periods[model.data.opening]!.year}`);
  const periods = [lastYear, ...forecastPeriods(model)].filter(
    (index) =>
      !Number.isNaN(values(scenarioNumber).line(line.id, index)) &&
      (index >= timeline.quarters.length || index > model.data.opening),
  );
  return rowOf({
    1: nameCell(scenarioNumber, values(scenarioNumber).name, "labelCrossSheet"),
    2: text(line.unit, "unit"),
    ...Object.fromEntries(
      [...new Set(periods)].map((index): [number, CellPlan] => [
        axis.column(index),
        formula(
          onSheet(scenarioSheet(scenarios, scenarioNumber), `${axis.letters(index)}${row}`),
          values(scenarioNumber).line(line.id, index),
          numberStyle(line.unit, "crossSheet"),
        ),
      ]),
    ),
  });
}

function differenceRow(
  model: Model,
  line: LineItem,
  scenarioNumber: number,
  values: WorkbookValues,
): RowPlan {
  const axis = axisOf(model.spec.timeline);
  const { scenarios } = model.spec;
  const base = baseOf(scenarios).number;
  const row = comparisonRow(scenarios, line);
  return rowOf({
    1: nameCell(scenarioNumber, values(scenarioNumber).name, "labelCrossSheet"),
    2: text(line.unit, "unit"),
    ...Object.fromEntries(
      forecastPeriods(model)
        .filter((index) => !Number.isNaN(values(scenarioNumber).line(line.id, index)))
        .map((index): [number, CellPlan] => {
          const column = axis.column(index);
          const difference = values(scenarioNumber).line(line.id, index) - values(base).line(line.id, index);
          return [
            column,
            formula(
              `${cellAddress(row + scenarioNumber - 1, column)}-${cellAddress(row + base - 1, column)}`,
              difference,
              numberStyle(line.unit, "calculation"),
            ),
          ];
        }),
    ),
  });
}
