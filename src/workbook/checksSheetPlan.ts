import { checks, guidanceDrivers, income, LINES, PERIODS, QUARTERS, revenue, SCENARIOS, type LineItem, type Model } from "../model";
import { absolute, address, columnLetters, onSheet, periodLetters } from "./axis";
import { emptyRow, formula, number, rowOf, text } from "./cells";
import { FACT_COLUMNS } from "./factsSheetPlan";
import { historyTies, type HistoryTie } from "./historyTies";
import { INPUT_COLUMNS } from "./inputsSheetPlan";
import type { Layout } from "./layout";
import type { CellPlan, RowPlan, SheetPlan } from "./plan";
import { printPlan, selectedScenario } from "./sheetFrame";
import { scenarioSheet, SHEETS, TAB_COLOURS } from "./sheetNames";
import { COLOURS, numberStyle } from "./styles";
import { SUMMARY_CELLS } from "./summaryCells";
import type { WorkbookValues } from "./workbookValues";

const FIRST = 3;
const LAST = FIRST + SCENARIOS.length - 1;
const FLAG_STYLE = "checkFlag";

/** Lines whose forecast years are added up again on this sheet. */
const ADDED_UP: readonly LineItem[] = [revenue.total, income.adjustedEbitda, income.net];

/** All checks as numbers, 0 where all is well, and what the model says of the quarter after the last actual one. */
export function checksSheetPlan(model: Model, layout: Layout, values: WorkbookValues, proofFlags: string, scenarioName: string): SheetPlan {
  const rows: RowPlan[] = [];
  const flagRanges: string[] = [];
  const push = (...more: readonly RowPlan[]): void => void rows.push(...more);
  const next = (): number => rows.length + 1;

  push(
    rowOf({ 1: text("Checks", "title") }, 24),
    rowOf({ 1: text("Scenario shown", "subtitle"), 2: selectedScenario(scenarioName) }),
    rowOf({ 1: text("0 means that all is well. Every law holds in every scenario, whichever one is shown.", "subtitle") }),
  );
  const masterRow = next();
  push(rowOf({}), emptyRow, heading("Laws of the model, by scenario", "What is compared"));
  const lawsFrom = next();
  for (const check of Object.values(checks)) push(lawRow(layout, check));
  for (const line of ADDED_UP) push(yearsRow(model, layout, line));
  push(...inputRows(layout));
  flagRanges.push(`${address(FIRST, lawsFrom)}:${address(LAST, next() - 1)}`);

  push(emptyRow, tieHeading());
  const tiesFrom = next();
  for (const tie of historyTies(model, layout)) push(tieRow(tie, next()));
  push(tieRow(openingTie(model, layout, values), next()));
  flagRanges.push(`${address(FIRST + 4, tiesFrom)}:${address(FIRST + 4, next() - 1)}`);

  push(emptyRow, rowOf({ 1: text("Proofs of settled and open conflicts that fail", "label"), 2: text("Count over the Reconciliation sheet", "unit"), [FIRST]: formula(`SUM(${proofFlags})`, 0, FLAG_STYLE) }));
  flagRanges.push(address(FIRST, next() - 1));

  push(emptyRow, ...backTest(model, layout, values, next() + 2));
  rows[masterRow - 1] = rowOf({
    1: text("Master flag", "labelTotal"), 2: text("Sum of every flag below, as 0 or 1", "labelTotal"),
    [SUMMARY_CELLS.checksColumn]: formula(`IF(${flagRanges.map((range) => `SUM(${range})`).join("+")}=0,0,1)`, 0, "checkMaster"),
  });
  return {
    name: SHEETS.checks, tabColour: TAB_COLOURS.control,
    columns: [64, 62, 15, 15, 15, 16, 16, 12].map((width) => ({ width })),
    rows, freeze: { rows: masterRow, columns: 1 }, gridlines: false, zoom: 85, validations: [],
    conditionalFormats: [
      { range: absolute(SUMMARY_CELLS.checksColumn, masterRow).replaceAll("$", ""), formula: `${absolute(SUMMARY_CELLS.checksColumn, masterRow)}<>0`, colour: COLOURS.bad, fill: COLOURS.badFill, bold: true },
      ...flagRanges.map((range) => ({ range, formula: `${range.split(":")[0]}<>0`, colour: COLOURS.bad, fill: COLOURS.badFill, bold: true })),
    ],
    notes: [{ cell: address(SUMMARY_CELLS.checksColumn, masterRow), text: "KC_Checks: 0 when every check on this sheet is 0." }],
    links: [], charts: [],
    print: printPlan(LAST, rows.length, "All scenarios", masterRow, false),
  };
}

function heading(title: string, what: string): RowPlan {
  return rowOf({ 1: text(title, "heading"), 2: text(what, "heading"), ...Object.fromEntries(SCENARIOS.map(({ name, number: n }) => [FIRST + n - 1, text(name, "headingRight")])) }, 20);
}

const perScenario = (cell: (scenarioNumber: number) => CellPlan): Record<number, CellPlan> =>
  Object.fromEntries(SCENARIOS.map(({ number: n }) => [FIRST + n - 1, cell(n)]));

/** Range of a line's quarters on a scenario's sheet. */
const quartersOn = (layout: Layout, scenarioNumber: number, line: LineItem, from: number): string => {
  const row = layout.scenario.line.get(line.id)!;
  return onSheet(scenarioSheet(scenarioNumber), `$${periodLetters(from)}$${row}:$${periodLetters(QUARTERS.length - 1)}$${row}`);
};

function lawRow(layout: Layout, check: LineItem): RowPlan {
  return rowOf({ 1: text(check.label), 2: text(check.meaning, "unit"), ...perScenario((n) => formula(`IF(SUM(${quartersOn(layout, n, check, 0)})=0,0,1)`, 0, FLAG_STYLE)) });
}

function yearsRow(model: Model, layout: Layout, line: LineItem): RowPlan {
  const digits = layout.scenario.driver.get(guidanceDrivers.checkDigits.id)!;
  const firstYear = PERIODS.findIndex((period) => period.kind === "year" && period.endDate > PERIODS[model.data.lastActual]!.endDate);
  const fromQuarter = (PERIODS[firstYear]!.year - PERIODS[0]!.year) * 4;
  return rowOf({
    1: text(`${line.label}: quarters add up to years`), 2: text("Forecast years against their quarters", "unit"),
    ...perScenario((n) => {
      const row = layout.scenario.line.get(line.id)!;
      const years = onSheet(scenarioSheet(n), `$${periodLetters(firstYear)}$${row}:$${periodLetters(PERIODS.length - 1)}$${row}`);
      return formula(`IF(ROUND(SUM(${years})-SUM(${quartersOn(layout, n, line, fromQuarter)}),${onSheet(scenarioSheet(n), `$C$${digits}`)})=0,0,1)`, 0, FLAG_STYLE);
    }),
  });
}

function inputRows(layout: Layout): readonly RowPlan[] {
  const { firstRow, lastRow } = layout.inputs;
  const column = (letters: string): string => onSheet(SHEETS.inputs, `$${letters}$${firstRow}:$${letters}$${lastRow}`);
  const [min, max] = [INPUT_COLUMNS.min, INPUT_COLUMNS.max].map((each) => column(columnLetters(each)));
  const scenario = (n: number): string => column(columnLetters(INPUT_COLUMNS.firstScenario + n - 1));
  return [
    rowOf({ 1: text("Every input lies within its allowed range"), 2: text("Values below the lowest or above the highest, texts included", "unit"), ...perScenario((n) => formula(`IF(SUMPRODUCT((${scenario(n)}<${min})+(${scenario(n)}>${max}))=0,0,1)`, 0, FLAG_STYLE)) }),
    rowOf({ 1: text("Every input is a number"), 2: text("Numbers in the column against numbers of the range columns", "unit"), ...perScenario((n) => formula(`IF(COUNT(${scenario(n)})=COUNT(${min}),0,1)`, 0, FLAG_STYLE)) }),
  ];
}

function tieHeading(): RowPlan {
  const titles = ["History ties within its rounding", "Period", "Parts", "Reported", "Difference", "Rounding allows", "Fails"];
  return rowOf(Object.fromEntries(titles.map((title, index) => [index + 1, text(title, index > 1 ? "headingRight" : "heading")])), 20);
}

function tieRow(tie: HistoryTie, row: number): RowPlan {
  const money = numberStyle("RMB m", "crossSheet");
  const difference = address(FIRST + 2, row);
  return rowOf({
    1: text(tie.label), 2: text(tie.period, "unit"),
    [FIRST]: formula(tie.partsFormula, tie.parts, money), [FIRST + 1]: formula(tie.wholeFormula, tie.whole, money),
    [FIRST + 2]: formula(`${address(FIRST, row)}-${address(FIRST + 1, row)}`, tie.parts - tie.whole, "tieDifference"),
    [FIRST + 3]: number(tie.tolerance, "proofNumber"),
    [FIRST + 4]: formula(`IF(ABS(${difference})<=${address(FIRST + 3, row)},0,1)`, Math.abs(tie.parts - tie.whole) <= tie.tolerance ? 0 : 1, FLAG_STYLE),
  });
}

/** The opening balance sheet's assets against the reported total. */
function openingTie(model: Model, layout: Layout, values: WorkbookValues): HistoryTie {
  const index = model.data.lastActual;
  const line = LINES.find(({ id }) => id === "totalAssets")!;
  const known = model.data.known(line.id, index);
  const column = periodLetters(index);
  return {
    label: "Assets of the opening balance sheet make the reported total", period: PERIODS[index]!.label,
    partsFormula: onSheet(scenarioSheet(2), `${column}${layout.scenario.line.get(line.id)!}`), parts: values(2).line(line.id, index),
    wholeFormula: onSheet(SHEETS.history, `${column}${layout.history.line.get(line.id)!}`), whole: Number(known?.value ?? Number.NaN), tolerance: 5,
  };
}

/** What was reported for the quarter after the last actual one, held against Base; information, not a check. */
function backTest(model: Model, layout: Layout, values: WorkbookValues, firstRow: number): readonly RowPlan[] {
  const index = model.data.lastActual + 1;
  const quarter = PERIODS[index]!;
  const titles = [`Back-test: Base against what is known of ${quarter.label} (not an input, not a check)`, "Fact", "Base", "Reported", "Difference", "Relative"];
  const head = rowOf(Object.fromEntries(titles.map((title, place) => [place + 1, text(title, place > 1 ? "headingRight" : "heading")])), 20);
  const body = LINES.flatMap((line) => {
    const fact = line.fact === undefined ? undefined : model.seeds.chosen(line.fact, quarter.label);
    return fact?.modelValue == null || line.unit !== "RMB m" ? [] : [{ line, fact }];
  }).map(({ line, fact }, offset): RowPlan => {
    const row = firstRow + offset;
    const [base, reported] = [values(2).line(line.id, index), Number(fact.modelValue)];
    const difference = address(FIRST + 2, row);
    return rowOf({
      1: text(line.label), 2: text(`${fact.id} (${fact.tier})`, "name"),
      [FIRST]: formula(onSheet(scenarioSheet(2), `${periodLetters(index)}${layout.scenario.line.get(line.id)!}`), base, numberStyle("RMB m", "crossSheet")),
      [FIRST + 1]: formula(onSheet(SHEETS.facts, `$${columnLetters(FACT_COLUMNS.modelValue)}$${layout.facts.row.get(fact.id)!}`), reported, numberStyle("RMB m", "crossSheet")),
      [FIRST + 2]: formula(`${address(FIRST, row)}-${address(FIRST + 1, row)}`, base - reported, numberStyle("RMB m", "calculation")),
      [FIRST + 3]: formula(`IF(${address(FIRST + 1, row)}=0,0,${difference}/ABS(${address(FIRST + 1, row)}))`, reported === 0 ? 0 : (base - reported) / Math.abs(reported), numberStyle("%", "calculation")),
    });
  });
  return body.length === 0 ? [] : [head, ...body];
}
