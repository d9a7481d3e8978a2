import { income, procurement } from "../companies/kingsoftCloud";
import type { Model } from "../model";
import { cellAddress } from "./address";
import { rowOf, text } from "./cells";
import type { Layout } from "./layout";
import type { CellPlan, ChartPlan, RowPlan, SheetPlan } from "./plan";
import { selectedScenario } from "./scenarioNameCells";
import { flagFormat, masterFlag, periodRange, printPlan } from "./sheetFrame";
import { axisOf, HEADER } from "./axis";
import { SHEETS, TAB_COLOURS } from "./sheetNames";
import { shippedReach } from "./shippedReach";
import type { StatementSheets } from "./statementCell";
import { statementRow } from "./statementSheetPlans";
import { CHART_COLOURS } from "./styles";
import { capUse, type Drawn } from "./summaryCharts";
import { FIGURES_END, tearFigures } from "./tearFigures";
import { tearEstimates } from "./tearEstimates";
import { TEAR_COLUMNS, tearTarget } from "./tearTarget";
import type { WorkbookValues } from "./workbookValues";

const CHART_ROWS = 15;
const HEADLINE_ROW = 4;

/** Empty cells of a row for words of the analyst's, which nothing reads. */
const typedAcross = (from: number, to: number): Readonly<Record<number, CellPlan>> =>
  Object.fromEntries(
    Array.from({ length: to - from + 1 }, (_, place) => [from + place, { value: null, style: "textInput" }]),
  );

/** One page for a note's front: figures by year and quarter, target and scenarios, caps, investment. */
export function tearSheetPlan(
  model: Model,
  layout: Layout,
  values: WorkbookValues,
  statements: StatementSheets,
  consensus: SheetPlan,
  shown: { readonly number: number; readonly name: string },
): SheetPlan {
  const { scenarios } = model.spec;
  const left = tearFigures(model, values(shown.number), statements);
  const right = [
    ...tearTarget(model, layout, values, shown.number),
    {},
    ...tearEstimates(model, consensus, TEAR_COLUMNS.label, TEAR_COLUMNS.first),
  ];
  const body = Array.from({ length: Math.max(left.length, right.length) }, (_, place) =>
    rowOf({ ...left[place], ...right[place] }),
  );
  const rows: RowPlan[] = [
    rowOf(
      {
        1: text("Kingsoft Cloud (NASDAQ: KC, HKEX: 3896)", "title"),
        [TEAR_COLUMNS.label]: text("Rating", "subtitle"),
        ...typedAcross(TEAR_COLUMNS.first, TEAR_COLUMNS.last),
      },
      24,
    ),
    rowOf({
      1: text("Scenario shown", "subtitle"),
      2: selectedScenario(scenarios, shown.name),
      4: text("Checks", "subtitle"),
      5: masterFlag(),
    }),
    rowOf({
      1: text(
        `${shippedReach(model)}, forecast beyond; RMB million unless stated. Follows the scenario chosen on Summary.`,
        "subtitle",
      ),
    }),
    rowOf(typedAcross(1, FIGURES_END), 20),
    ...body,
  ];
  const chartRow = rows.length + 2;
  return {
    name: SHEETS.tear,
    tabColour: TAB_COLOURS.guide,
    columns: [
      36,
      ...Array.from({ length: FIGURES_END - 1 }, () => 10.5),
      2,
      48,
      ...Array.from({ length: TEAR_COLUMNS.last - TEAR_COLUMNS.first + 1 }, () => 12),
    ].map((width) => ({ width })),
    rows,
    freeze: { rows: 3, columns: 1 },
    gridlines: false,
    zoom: 85,
    validations: [],
    conditionalFormats: [flagFormat("E2")],
    notes: [
      {
        cell: cellAddress(1, TEAR_COLUMNS.first),
        text: "Type your rating here. It stays through update, save and open.",
      },
      {
        cell: cellAddress(HEADLINE_ROW, 1),
        text: "Type the headline of your note here. It stays through update, save and open.",
      },
    ],
    links: [],
    charts: charts(model, chartRow),
    print: {
      ...printPlan(TEAR_COLUMNS.last, chartRow + CHART_ROWS, "Scenario as named above", 0, false),
      onePage: true,
    },
  };
}

function charts(model: Model, firstRow: number): readonly ChartPlan[] {
  const lastRow = firstRow + CHART_ROWS - 1;
  return [
    {
      ...capUse(model),
      from: cellAddress(firstRow, 1),
      to: cellAddress(lastRow, FIGURES_END),
    },
    {
      ...investment(model),
      from: cellAddress(firstRow, TEAR_COLUMNS.label),
      to: cellAddress(lastRow, TEAR_COLUMNS.last),
    },
  ];
}

function investment(model: Model): Drawn {
  const axis = axisOf(model.spec.timeline);
  const { periods } = model.spec.timeline;
  const from = periods.findIndex(
    ({ kind, year }) => kind === "year" && year === periods[model.data.opening]!.year,
  );
  const to = periods.length - 1;
  return {
    title: "Adjusted EBITDA and capital expenditure, RMB million a year",
    kind: "columnClustered",
    categories: periodRange(axis, SHEETS.income, HEADER.period, from, to),
    valueAxisTitle: "RMB million",
    valueFormat: "#,##0",
    series: (
      [
        [SHEETS.income, income.adjustedEbitda, CHART_COLOURS[0]],
        [SHEETS.capex, procurement.capexCompanyBasis, CHART_COLOURS[3]],
      ] as const
    ).map(([sheet, line, colour]) => ({
      name: line.label,
      values: periodRange(axis, sheet, statementRow(sheet, line), from, to),
      colour,
    })),
    altText: "Columns of adjusted EBITDA and of capital expenditure by year.",
  };
}
