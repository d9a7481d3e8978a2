import { contradictions, FIGURE_TIES } from "../analysis";
import {
  alarms,
  balances,
  cashFlow,
  checks,
  firstQuarterOf,
  income,
  PERIODS,
  QUARTERS,
  revenue,
  SCENARIOS,
  type LineItem,
  type Model,
} from "../model";
import { absolute, cellAddress, columnLetters, onSheet } from "./address";
import { AXIS, periodLetters } from "./axis";
import { emptyRow, formula, number, rowOf, text } from "./cells";
import { checkDigitsCell } from "./checkDigitsCell";
import { tieFormulas, type TieFormulas } from "./tieFormulas";
import { INPUT_COLUMNS } from "./inputColumns";
import type { Layout } from "./layout";
import type { CellPlan, RowPlan, SheetPlan } from "./plan";
import { printPlan, selectedScenario } from "./sheetFrame";
import { scenarioSheet, SHEETS, TAB_COLOURS } from "./sheetNames";
import { COLOURS, numberStyle, typedStyle } from "./styles";
import { summaryCells } from "./summaryCells";
import type { WorkbookValues } from "./workbookValues";

const FIRST = 3;
const LAST = FIRST + SCENARIOS.length - 1;
const CROSS_FLAG_STYLE = "checkFlagCrossSheet";

/** Decimals shown of what rounding allows. */
const TOLERANCE_DECIMALS = 4;

/** Lines whose forecast years are added up again on this sheet. */
const ADDED_UP: readonly LineItem[] = [revenue.total, income.adjustedEbitda, income.net];

/** Lines whose forecast must be numbers: an error anywhere upstream reaches one of them. */
const SHOWN: readonly LineItem[] = [
  revenue.total,
  income.adjustedEbitda,
  income.net,
  balances.totalAssets,
  balances.liabilitiesAndEquity,
  cashFlow.closing,
];

/** All checks as numbers, 0 where all is well; below them the alarms, which are warnings. */
export function checksSheetPlan(
  model: Model,
  layout: Layout,
  values: WorkbookValues,
  proofFlags: string,
  scenarioName: string,
): SheetPlan {
  const rows: RowPlan[] = [];
  const flagRanges: string[] = [];
  const push = (...more: readonly RowPlan[]): void => void rows.push(...more);
  const next = (): number => rows.length + 1;

  push(
    rowOf({ 1: text("Checks", "title") }, 24),
    rowOf({ 1: text("Scenario shown", "subtitle"), 2: selectedScenario(scenarioName) }),
    rowOf({
      1: text(
        "0 means that all is well. Every law holds in every scenario, whichever one is shown.",
        "subtitle",
      ),
    }),
  );
  const masterRow = next();
  push(rowOf({}), emptyRow, heading("Laws of the model, by scenario", "What is compared"));
  const lawsFrom = next();
  for (const check of Object.values(checks)) push(lawRow(layout, check, values));
  for (const line of ADDED_UP.filter((each) => isComplete(model, each, values)))
    push(yearsRow(model, layout, line));
  push(...inputRows(layout));
  flagRanges.push(`${cellAddress(lawsFrom, FIRST)}:${cellAddress(next() - 1, LAST)}`);

  push(emptyRow, tieHeading());
  const tiesFrom = next();
  for (const tie of tieFormulas(model, layout)) push(tieRow(layout, tie, next()));
  flagRanges.push(`${cellAddress(tiesFrom, FIRST + 4)}:${cellAddress(next() - 1, FIRST + 4)}`);

  push(
    emptyRow,
    rowOf({
      1: text("Proofs of settled and open conflicts that fail", "label"),
      2: text("Any flag of the Reconciliation sheet", "unit"),
      [FIRST]: formula(flagOf(`SUM(${proofFlags})=0`), 0, CROSS_FLAG_STYLE),
    }),
  );
  flagRanges.push(cellAddress(next() - 1, FIRST));

  push(emptyRow, ...contradictionRows(model, layout));
  flagRanges.push(`${cellAddress(next() - FIGURE_TIES.length, FIRST)}:${cellAddress(next() - 1, FIRST)}`);

  push(
    emptyRow,
    heading("Every shown cell has a value", "Errors and missing values of the forecast, by scenario"),
  );
  const errorsFrom = next();
  push(...errorRows(model, layout));
  flagRanges.push(`${cellAddress(errorsFrom, FIRST)}:${cellAddress(next() - 1, LAST)}`);

  push(
    emptyRow,
    heading("Alarms: quarters in which an analyst would ask", "Warnings; the master flag does not hear them"),
  );
  const alarmsFrom = next();
  for (const alarm of Object.values(alarms)) push(alarmRow(layout, alarm, values));
  const alarmRange = `${cellAddress(alarmsFrom, FIRST)}:${cellAddress(next() - 1, LAST)}`;

  const raised = rows.some(({ cells }) =>
    cells.some((cell) => cell?.value === 1 && cell.style === CROSS_FLAG_STYLE),
  );
  rows[masterRow - 1] = rowOf({
    1: text("Master flag", "labelTotal"),
    2: text("Sum of every flag below, as 0 or 1", "labelTotal"),
    [summaryCells.checksColumn]: formula(
      `IF(${flagRanges.map((range) => `SUM(${range})`).join("+")}=0,0,1)`,
      raised ? 1 : 0,
      "checkMaster",
    ),
  });
  return {
    name: SHEETS.checks,
    tabColour: TAB_COLOURS.control,
    columns: [64, 70, 15, 15, 15, 16, 16, 12].map((width) => ({ width })),
    rows,
    freeze: { rows: masterRow, columns: 1 },
    gridlines: false,
    zoom: 85,
    validations: [],
    conditionalFormats: [
      {
        range: cellAddress(masterRow, summaryCells.checksColumn),
        formula: `${absolute(cellAddress(masterRow, summaryCells.checksColumn))}<>0`,
        colour: COLOURS.bad,
        fill: COLOURS.badFill,
        bold: true,
      },
      {
        range: alarmRange,
        formula: `${alarmRange.split(":")[0]}>0`,
        colour: COLOURS.input,
        fill: COLOURS.changedFill,
        bold: true,
      },
      ...flagRanges.map((range) => ({
        range,
        formula: `${range.split(":")[0]}<>0`,
        colour: COLOURS.bad,
        fill: COLOURS.badFill,
        bold: true,
      })),
    ],
    notes: [
      {
        cell: cellAddress(masterRow, summaryCells.checksColumn),
        text: "KC_Checks: 0 when every check on this sheet is 0.",
      },
    ],
    links: [],
    charts: [],
    print: printPlan(LAST, rows.length, "All scenarios", masterRow, false),
  };
}

/** Formula of a flag: 0 where the condition holds, 1 where it fails or cannot be calculated. */
function flagOf(condition: string): string {
  return `IFERROR(IF(${condition},0,1),1)`;
}

function heading(title: string, what: string): RowPlan {
  return rowOf(
    {
      1: text(title, "heading"),
      2: text(what, "heading"),
      ...Object.fromEntries(
        SCENARIOS.map(({ name, number: n }) => [FIRST + n - 1, text(name, "headingRight")]),
      ),
    },
    20,
  );
}

const perScenario = (cell: (scenarioNumber: number) => CellPlan): Record<number, CellPlan> =>
  Object.fromEntries(SCENARIOS.map(({ number: n }) => [FIRST + n - 1, cell(n)]));

/** Range of a line's quarters on a scenario's sheet. */
const quartersOn = (layout: Layout, scenarioNumber: number, line: LineItem, from: number): string => {
  const row = layout.scenario.line.get(line.id)!;
  return onSheet(
    scenarioSheet(scenarioNumber),
    `$${periodLetters(from)}$${row}:$${periodLetters(QUARTERS.length - 1)}$${row}`,
  );
};

function lawRow(layout: Layout, check: LineItem, values: WorkbookValues): RowPlan {
  const broken = (n: number): boolean => QUARTERS.some((_, index) => values(n).line(check.id, index) > 0);
  return rowOf({
    1: text(check.label),
    2: text(check.meaning, "unit"),
    ...perScenario((n) =>
      formula(flagOf(`SUM(${quartersOn(layout, n, check, 0)})=0`), broken(n) ? 1 : 0, CROSS_FLAG_STYLE),
    ),
  });
}

/** First year with forecast quarters, as a period and as its first quarter. */
function firstForecastYear(model: Model): { readonly year: number; readonly quarter: number } {
  const year = PERIODS.findIndex(
    (period) => period.kind === "year" && period.endDate > PERIODS[model.data.opening]!.endDate,
  );
  return { year, quarter: firstQuarterOf(PERIODS[year]!.year) };
}

/** Whether every quarter of the forecast years has a value, actual ones included. */
function isComplete(model: Model, line: LineItem, values: WorkbookValues): boolean {
  const { quarter } = firstForecastYear(model);
  return QUARTERS.every((_, index) => index < quarter || !Number.isNaN(values(2).line(line.id, index)));
}

function yearsRow(model: Model, layout: Layout, line: LineItem): RowPlan {
  const { year: firstYear, quarter: fromQuarter } = firstForecastYear(model);
  return rowOf({
    1: text(`${line.label}: quarters add up to years`),
    2: text("Forecast years against their quarters", "unit"),
    ...perScenario((n) => {
      const row = layout.scenario.line.get(line.id)!;
      const years = onSheet(
        scenarioSheet(n),
        `$${periodLetters(firstYear)}$${row}:$${periodLetters(PERIODS.length - 1)}$${row}`,
      );
      return formula(
        flagOf(
          `ROUND(SUM(${years})-SUM(${quartersOn(layout, n, line, fromQuarter)}),${checkDigitsCell(layout, n)})=0`,
        ),
        0,
        CROSS_FLAG_STYLE,
      );
    }),
  });
}

function inputRows(layout: Layout): readonly RowPlan[] {
  const { firstRow, lastRow } = layout.inputs;
  const column = (letters: string): string =>
    onSheet(SHEETS.inputs, `$${letters}$${firstRow}:$${letters}$${lastRow}`);
  const [min, max] = [INPUT_COLUMNS.min, INPUT_COLUMNS.max].map((each) => column(columnLetters(each)));
  const scenario = (n: number): string => column(columnLetters(INPUT_COLUMNS.firstScenario + n - 1));
  return [
    rowOf({
      1: text("Every input lies within its allowed range"),
      2: text("Values below the lowest or above the highest, texts included", "unit"),
      ...perScenario((n) =>
        formula(flagOf(`SUMPRODUCT((${scenario(n)}<${min})+(${scenario(n)}>${max}))=0`), 0, CROSS_FLAG_STYLE),
      ),
    }),
    rowOf({
      1: text("Every input is a number"),
      2: text("Numbers in the column against numbers of the range columns", "unit"),
      ...perScenario((n) => formula(flagOf(`COUNT(${scenario(n)})=COUNT(${min})`), 0, CROSS_FLAG_STYLE)),
    }),
  ];
}

/** One flag a tie among known figures: a contradiction names itself, and its difference stands on the Actuals sheet. */
function contradictionRows(model: Model, layout: Layout): readonly RowPlan[] {
  const [from, to] = [model.data.opening + 1, QUARTERS.length - 1].map(periodLetters);
  const found = contradictions(model.data);
  return [
    rowOf(
      {
        1: text("Known figures agree with each other, quarters after the opening", "heading"),
        2: text("Differences stand on the Actuals sheet", "heading"),
        [FIRST]: text("Fails", "headingRight"),
      },
      20,
    ),
    ...FIGURE_TIES.map((tie, place): RowPlan => {
      const row = layout.history.ties[place]!;
      const range = onSheet(SHEETS.history, `$${from}$${row}:$${to}$${row}`);
      const allowed = onSheet(SHEETS.history, `$${columnLetters(AXIS.value)}$${row}`);
      return rowOf({
        1: text(tie.label),
        2: text("Largest difference against what rounding may leave", "unit"),
        [FIRST]: formula(
          flagOf(`MAX(MAX(${range}),-MIN(${range}))<=${allowed}`),
          found.some((each) => each.tie === tie) ? 1 : 0,
          CROSS_FLAG_STYLE,
        ),
      });
    }),
  ];
}

/** Statements are re-counted: a quarter or year of the forecast that holds no number fails. */
function errorRows(model: Model, layout: Layout): readonly RowPlan[] {
  return SHOWN.map((line): RowPlan =>
    rowOf({
      1: text(`${line.label}: every forecast quarter is a number`),
      2: text("Counted on the scenario's own sheet", "unit"),
      ...perScenario((n) => {
        const range = quartersOn(layout, n, line, model.data.opening + 1);
        return formula(flagOf(`COUNT(${range})=COLUMNS(${range})`), 0, CROSS_FLAG_STYLE);
      }),
    }),
  );
}

/** Quarters in which an alarm is raised, by scenario. */
function alarmRow(layout: Layout, alarm: LineItem, values: WorkbookValues): RowPlan {
  const raised = (n: number): number =>
    QUARTERS.reduce((sum, _, index) => sum + (values(n).line(alarm.id, index) > 0 ? 1 : 0), 0);
  return rowOf({
    1: text(alarm.label),
    2: text(alarm.meaning, "unit"),
    ...perScenario((n) =>
      formula(`SUM(${quartersOn(layout, n, alarm, 0)})`, raised(n), numberStyle("number", "crossSheet")),
    ),
  });
}

function tieHeading(): RowPlan {
  const titles = [
    "History ties within its rounding",
    "Period",
    "Parts",
    "Reported",
    "Difference",
    "Rounding allows",
    "Fails",
  ];
  return rowOf(
    Object.fromEntries(
      titles.map((title, index) => [index + 1, text(title, index > 1 ? "headingRight" : "heading")]),
    ),
    20,
  );
}

function tieRow(layout: Layout, tie: TieFormulas, row: number): RowPlan {
  const money = numberStyle("RMB m", "crossSheet");
  const difference = cellAddress(row, FIRST + 2);
  return rowOf({
    1: text(tie.label),
    2: text(tie.period, "unit"),
    [FIRST]: formula(tie.partsFormula, tie.parts, money),
    [FIRST + 1]: formula(tie.wholeFormula, tie.whole, money),
    [FIRST + 2]: formula(
      `${cellAddress(row, FIRST)}-${cellAddress(row, FIRST + 1)}`,
      tie.parts - tie.whole,
      "tieDifference",
    ),
    [FIRST + 3]: number(tie.tolerance, typedStyle(tie.tolerance, TOLERANCE_DECIMALS)),
    [FIRST + 4]: formula(
      flagOf(`ROUND(ABS(${difference})-${cellAddress(row, FIRST + 3)},${checkDigitsCell(layout)})<=0`),
      Math.abs(tie.parts - tie.whole) <= tie.tolerance ? 0 : 1,
      CROSS_FLAG_STYLE,
    ),
  });
}
