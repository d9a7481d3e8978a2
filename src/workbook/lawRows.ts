import { balances, cashFlow, income, revenue } from "../companies/kingsoftCloud";
import { namesOf, LONGEST_NAME, trimmedName, type LineItem, type Model, type ScenarioHeads } from "../model";
import type { ScenarioName } from "../seeds";
import { columnLetters, onSheet } from "./address";
import { AXIS, axisOf } from "./axis";
import { formula, NOT_DISCLOSED, rowOf, text, wrappedHeight } from "./cells";
import { CROSS_FLAG_STYLE, FIRST, flagOf, MEANING_WIDTH, perScenario, quartersOn } from "./checkCells";
import { checkDigitsCell } from "./checkDigitsCell";
import { INPUT_COLUMNS } from "./inputColumns";
import type { Layout } from "./layout";
import type { RowPlan } from "./plan";
import { nameFormula, nameIsUsable, namesInUse, sheetNames } from "./scenarioNameCells";
import { scenarioSheet, SHEETS } from "./sheetNames";
import { numberStyle } from "./styles";
import { summaryCells } from "./summaryCells";
import type { WorkbookValues } from "./workbookValues";

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

/** A law of the model: one flag a scenario over all its quarters. */
export function lawRow({ spec }: Model, layout: Layout, check: LineItem, values: WorkbookValues): RowPlan {
  const { scenarios } = spec;
  const broken = (n: number): boolean =>
    spec.timeline.quarters.some((_, index) => values(n).line(check.id, index) > 0);
  return rowOf(
    {
      1: text(check.label),
      2: text(check.meaning, "nameWrapped"),
      ...perScenario(scenarios, (n) =>
        formula(flagOf(`SUM(${quartersOn(layout, n, check, 0)})=0`), broken(n) ? 1 : 0, CROSS_FLAG_STYLE),
      ),
    },
    wrappedHeight([[check.meaning, MEANING_WIDTH]]),
  );
}

/** First year with forecast quarters, as a period and as its first quarter. */
function firstForecastYear(model: Model): { readonly year: number; readonly quarter: number } {
  const { periods, firstQuarterOf } = model.spec.timeline;
  const year = periods.findIndex(
    (period) => period.kind === "year" && period.endDate > periods[model.data.opening]!.endDate,
  );
  return { year, quarter: firstQuarterOf(periods[year]!.year) };
}

/** Whether every quarter of the forecast years has a value, actual ones included. */
function isComplete(model: Model, line: LineItem, values: WorkbookValues): boolean {
  const { quarter } = firstForecastYear(model);
  return model.spec.timeline.quarters.every(
    (_, index) => index < quarter || !Number.isNaN(values(2).line(line.id, index)),
  );
}

/** Years of lines that are numbers in every quarter of the forecast years, added up again. */
export function yearsRows(model: Model, layout: Layout, values: WorkbookValues): readonly RowPlan[] {
  return ADDED_UP.filter((line) => isComplete(model, line, values)).map((line) =>
    yearsRow(model, layout, line),
  );
}

function yearsRow(model: Model, layout: Layout, line: LineItem): RowPlan {
  const { scenarios } = model.spec;
  const axis = axisOf(model.spec.timeline);
  const { year: firstYear, quarter: fromQuarter } = firstForecastYear(model);
  return rowOf({
    1: text(`${line.label}: quarters add up to years`),
    2: text("Forecast years against their quarters", "unit"),
    ...perScenario(scenarios, (n) => {
      const row = layout.scenario.line.get(line.id)!;
      const years = onSheet(
        scenarioSheet(scenarios, n),
        `$${axis.letters(firstYear)}$${row}:$${axis.letters(model.spec.timeline.periods.length - 1)}$${row}`,
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

/** Flags on the assumption table. */
export function inputRows({ spec }: Model, layout: Layout): readonly RowPlan[] {
  const { scenarios, timeline } = spec;
  const axis = axisOf(timeline);
  const { firstRow, lastRow } = layout.inputs;
  const column = (letters: string): string =>
    onSheet(SHEETS.inputs, `$${letters}$${firstRow}:$${letters}$${lastRow}`);
  const [min, max] = [INPUT_COLUMNS.min, INPUT_COLUMNS.max].map((each) => column(columnLetters(each)));
  const lettersOf = (n: number): string => columnLetters(INPUT_COLUMNS.firstScenario + n - 1);
  const scenario = (n: number): string => column(lettersOf(n));
  const quarters = [...layout.inputs.quarters.row.values()];
  const link = (letters: string): string =>
    onSheet(SHEETS.inputs, `$${letters}$${quarters[0]!}:$${letters}$${quarters[quarters.length - 1]!}`);
  const [least, most] = [INPUT_COLUMNS.min, INPUT_COLUMNS.max].map((each) => link(columnLetters(each)));
  const typed = [...layout.quarterly.row.values()];
  const typedRows = (from: string, to: string): string =>
    onSheet(
      SHEETS.quarterly,
      `$${from}$${typed[0]!}:$${to}$${typed[typed.length - 1]! + scenarios.length - 1}`,
    );
  const [names, cells] = [
    typedRows(columnLetters(AXIS.value), columnLetters(AXIS.value)),
    typedRows(axis.letters(timeline.firstAssumed), axis.letters(timeline.quarters.length - 1)),
  ];
  return [
    rowOf({
      1: text("Every input lies within its allowed range"),
      2: text("Values below the lowest or above the highest, texts included", "unit"),
      ...perScenario(scenarios, (n) =>
        formula(flagOf(`SUMPRODUCT((${scenario(n)}<${min})+(${scenario(n)}>${max}))=0`), 0, CROSS_FLAG_STYLE),
      ),
    }),
    rowOf({
      1: text("Every input is a number"),
      2: text("Numbers in the column against numbers of the range columns", "unit"),
      ...perScenario(scenarios, (n) =>
        formula(flagOf(`COUNT(${scenario(n)})=COUNT(${min})`), 0, CROSS_FLAG_STYLE),
      ),
    }),
    rowOf({
      1: text("Every value typed for a quarter lies within its allowed range"),
      2: text("Values that count, below the lowest or above the highest", "unit"),
      ...perScenario(scenarios, (n) => {
        const value = link(lettersOf(n));
        return formula(
          flagOf(`SUMPRODUCT(ISNUMBER(${value})*((${value}<${least})+(${value}>${most})))=0`),
          0,
          CROSS_FLAG_STYLE,
        );
      }),
    }),
    rowOf({
      1: text("Every value typed for a quarter is a number"),
      2: text("Cells of Quarterly inputs that hold something else", "unit"),
      ...perScenario(scenarios, (n) => {
        const own = `(${names}=${nameFormula(n)})`;
        return formula(
          flagOf(`SUMPRODUCT(${own}*(${cells}<>"")*(1-ISNUMBER(${cells})))=0`),
          0,
          CROSS_FLAG_STYLE,
        );
      }),
    }),
  ];
}

/** Flags on the names of the scenarios, and on the one that is shown. */
export function nameRows({ spec }: Model, heads: ScenarioHeads): readonly RowPlan[] {
  const { scenarios } = spec;
  const selector = `TRIM(${onSheet(SHEETS.summary, summaryCells.selector)})`;
  const names = namesOf(scenarios, heads);
  const usable = (id: ScenarioName): boolean => {
    const head = heads.get(id) ?? "";
    return head === "" || names.get(id) === trimmedName(head);
  };
  return [
    rowOf({
      1: text("Every scenario has a name of its own"),
      2: text(`A text of 1 to ${LONGEST_NAME} characters that no other scenario is called`, "unit"),
      ...perScenario(scenarios, (n) =>
        formula(flagOf(nameIsUsable(n)), usable(scenarios[n - 1]!.id) ? 0 : 1, CROSS_FLAG_STYLE),
      ),
    }),
    rowOf({
      1: text("The scenario shown on Summary is one of these"),
      2: text("Where it is not, Base is shown", "unit"),
      [FIRST]: formula(
        flagOf(
          `COUNT(MATCH(${selector},${namesInUse(scenarios)},0),MATCH(${selector},${sheetNames(scenarios)},0))>0`,
        ),
        0,
        CROSS_FLAG_STYLE,
      ),
    }),
  ];
}

/** Statements are re-counted: a quarter or year of the forecast that holds no number fails. */
export function errorRows(model: Model, layout: Layout): readonly RowPlan[] {
  const { scenarios } = model.spec;
  return SHOWN.map((line): RowPlan =>
    rowOf({
      1: text(`${line.label}: every forecast quarter is a number`),
      2: text("Counted on the scenario's own sheet", "unit"),
      ...perScenario(scenarios, (n) => {
        const range = quartersOn(layout, n, line, model.data.opening + 1);
        return formula(flagOf(`COUNT(${range})=COLUMNS(${range})`), 0, CROSS_FLAG_STYLE);
      }),
    }),
  );
}

/** Quarters in which an alarm is raised, by scenario; where a scenario has an error, that is flagged above. */
export function alarmRow({ spec }: Model, layout: Layout, alarm: LineItem, values: WorkbookValues): RowPlan {
  const { scenarios } = spec;
  const raised = (n: number): number =>
    spec.timeline.quarters.reduce((sum, _, index) => sum + (values(n).line(alarm.id, index) > 0 ? 1 : 0), 0);
  return rowOf(
    {
      1: text(alarm.label),
      2: text(alarm.meaning, "nameWrapped"),
      ...perScenario(scenarios, (n) =>
        formula(
          `IFERROR(SUM(${quartersOn(layout, n, alarm, 0)}),"${NOT_DISCLOSED}")`,
          raised(n),
          numberStyle("number", "crossSheet"),
        ),
      ),
    },
    wrappedHeight([[alarm.meaning, MEANING_WIDTH]]),
  );
}
