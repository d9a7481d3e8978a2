import { forecastYears } from "../analysis";
import { methods, target, valuationDrivers as d } from "../companies/kingsoftCloud";
import type { Driver, LineItem, Model } from "../model";
import { adsEvidenceRows, brokerTargetRows } from "./evidenceRows";
import { cellAddress, columnLetters, onSheet } from "./address";
import { axisOf, HEADER } from "./axis";
import { emptyRow, formula, rowOf, text } from "./cells";
import { footballRows } from "./footballRows";
import { headlineReader } from "./headline";
import type { Layout } from "./layout";
import type { CellPlan, RowPlan, SheetPlan } from "./plan";
import { nameCell, selectedScenario } from "./scenarioNameCells";
import { flagFormat, masterFlag, printPlan } from "./sheetFrame";
import { scenarioSheet, SHEETS, TAB_COLOURS } from "./sheetNames";
import { linkedInputStyle, numberStyle, type Emphasis } from "./styles";
import { summaryCells } from "./summaryCells";
import { TARGET_CELLS as at } from "./targetCells";
import { targetCharts } from "./targetCharts";
import type { WorkbookValues } from "./workbookValues";

const METHODS: readonly LineItem[] = [
  methods.sales,
  methods.ebitdaMultiple,
  methods.parts,
  methods.dcfExit,
  methods.dcfPerpetuity,
];
const scenarioColumn = (n: number): number => at.firstScenario + n - 1;

/** Target price of every scenario, what is expected of them, the football field of methods, and the evidence for the number of ADS. */
export function targetSheetPlan(
  model: Model,
  layout: Layout,
  values: WorkbookValues,
  shown: { readonly number: number; readonly name: string },
): SheetPlan {
  const axis = axisOf(model.spec.timeline);
  const headline = headlineReader(model, layout, values);
  const { scenarios, timeline } = model.spec;
  const after = scenarioColumn(scenarios.length) + 1;
  const years = forecastYears(model);
  const driverCell = (n: number, driver: Driver): string =>
    onSheet(scenarioSheet(scenarios, n), `$C$${layout.scenario.driver.get(driver.id)!}`);
  const across = (cell: (n: number) => CellPlan): Record<number, CellPlan> =>
    Object.fromEntries(scenarios.map(({ number: n }) => [scenarioColumn(n), cell(n)]));
  const scenarioRange = (row: number): string =>
    `$${columnLetters(scenarioColumn(1))}$${row}:$${columnLetters(scenarioColumn(scenarios.length))}$${row}`;
  const placeCell = (n: number): string => `${columnLetters(scenarioColumn(n))}$${at.year}`;
  const ofDriver = (label: string, driver: Driver): RowPlan =>
    rowOf({
      1: text(label),
      2: text(driver.unit, "unit"),
      ...across((n) =>
        formula(driverCell(n, driver), values(n).driver(driver.id), linkedInputStyle(driver.unit)),
      ),
    });
  const ofLine = (
    row: number,
    line: LineItem,
    withExpected: boolean,
    emphasis: Emphasis = "plain",
  ): RowPlan =>
    rowOf({
      1: text(line.label, emphasis === "total" ? "labelTotal" : "label"),
      2: text(line.unit, "unit"),
      ...across((n) =>
        formula(
          headline.line(n, line, placeCell(n)),
          headline.lineNow(n, line),
          numberStyle(line.unit, "crossSheet", emphasis),
        ),
      ),
      ...(withExpected && {
        [after]: formula(
          `IF(SUM(${scenarioRange(at.probability)})<=0,0,SUMPRODUCT(${scenarioRange(at.probability)},${scenarioRange(row)})/SUM(${scenarioRange(at.probability)}))`,
          headline.expectedNow(line),
          numberStyle(line.unit, "calculation", emphasis),
        ),
      }),
    });
  const number = onSheet(SHEETS.summary, summaryCells.number);
  const chosen = (label: string, unit: string, row: number, value: number, style: string): RowPlan =>
    rowOf({
      1: text(label),
      2: text(unit, "unit"),
      3: formula(`INDEX(${scenarioRange(row)},1,${number})`, value, style),
    });
  const yearLabels = onSheet(
    SHEETS.timeline,
    `$${axis.letters(years[0]!)}$${HEADER.period}:$${axis.letters(years.at(-1)!)}$${HEADER.period}`,
  );
  const names = (title: string, ...more: readonly string[]): RowPlan =>
    rowOf(
      {
        1: text(title, "heading"),
        2: text("Unit", "heading"),
        ...across((n) => nameCell(n, values(n).name, "headingName")),
        ...Object.fromEntries(more.map((title, index) => [after + index, text(title, "headingRight")])),
      },
      30,
    );
  const usd = (n: number, line: LineItem): number =>
    headline.lineNow(n, line) / values(n).driver(d.usdCny.id);
  const methodRow = (line: LineItem, index: number): RowPlan => {
    const row = at.methods + index;
    const all = scenarios.map(({ number: n }) => usd(n, line));
    const emphasis: Emphasis = line === target.fair ? "total" : "plain";
    return rowOf({
      1: text(line.label, emphasis === "total" ? "labelTotal" : "label"),
      2: text("USD per ADS", "unit"),
      ...across((n) =>
        formula(
          `${headline.line(n, line, placeCell(n))}/${driverCell(n, d.usdCny)}`,
          usd(n, line),
          numberStyle("USD per ADS", "crossSheet", emphasis),
        ),
      ),
      [after]: formula(
        `MIN(${scenarioRange(row)})`,
        Math.min(...all),
        numberStyle("USD per ADS", "calculation", emphasis),
      ),
      [after + 1]: formula(
        `MAX(${scenarioRange(row)})`,
        Math.max(...all),
        numberStyle("USD per ADS", "calculation", emphasis),
      ),
    });
  };
  const place = headline.placeNow(shown.number);
  const rows: RowPlan[] = [
    rowOf({ 1: text("Target price", "title") }, 24),
    rowOf({
      1: text("Scenario shown", "subtitle"),
      2: selectedScenario(scenarios, shown.name),
      4: text("Checks", "subtitle"),
      5: masterFlag(),
    }),
    rowOf({
      1: text(
        "Prices, multiples, weights, cost of capital and probabilities are assumptions of each scenario on Inputs; how a target comes about by year is on Valuation.",
        "subtitle",
      ),
    }),
    emptyRow,
    rowOf({
      1: text("Scenario shown", "heading"),
      2: text("Unit", "heading"),
      3: text("Value", "headingRight"),
    }),
    chosen(
      "Target price per ADS",
      "USD per ADS",
      at.target,
      headline.lineNow(shown.number, target.price),
      numberStyle("USD per ADS", "crossSheet", "total"),
    ),
    chosen(
      "Target price per ordinary share",
      "HKD per share",
      at.target + 1,
      headline.lineNow(shown.number, target.priceHk),
      numberStyle("HKD per share", "crossSheet"),
    ),
    chosen(
      "Price per ADS",
      "USD per ADS",
      at.price,
      values(shown.number).driver(d.adsPrice.id),
      numberStyle("USD per ADS", "crossSheet"),
    ),
    chosen(
      "Upside to the price of the ADS",
      "%",
      at.target + 2,
      headline.lineNow(shown.number, target.upside),
      numberStyle("%", "crossSheet"),
    ),
    rowOf({
      1: text("Year whose figures are valued"),
      2: text("year", "unit"),
      3: formula(
        `INDEX(${yearLabels},1,INDEX(${scenarioRange(at.year)},1,${number}))`,
        timeline.periods[years[place - 1]!]!.label,
        "valueName",
      ),
    }),
    emptyRow,
    names("By scenario", "Expected"),
    rowOf({
      1: text("Year valued, counted among the forecast years"),
      2: text("number", "unit"),
      ...across((n) => formula(headline.place(n), headline.placeNow(n), numberStyle("choice", "crossSheet"))),
    }),
    ofDriver("Probability", d.probability),
    ofDriver("Price per ADS", d.adsPrice),
    ofLine(at.target, target.price, true, "total"),
    ofLine(at.target + 1, target.priceHk, true),
    ofLine(at.target + 2, target.upside, true),
    ofLine(at.target + 3, target.weighted, false),
    ofLine(at.target + 4, target.marketSales, false),
    ofLine(at.target + 5, target.marketEbitda, false),
    emptyRow,
    names("Value at the valuation, by method", "Lowest", "Highest"),
    ...[...METHODS, target.fair].map(methodRow),
    emptyRow,
    ...footballRows(scenarios, [...METHODS, target.fair], (line, n) => usd(n, line)),
    emptyRow,
    ...brokerTargetRows(model, layout),
    emptyRow,
    ...adsEvidenceRows(model, layout, values(shown.number)),
  ];
  return {
    name: SHEETS.target,
    tabColour: TAB_COLOURS.statement,
    columns: [54, 16, ...scenarios.map(() => 14), 14, 14].map((width) => ({ width })),
    rows,
    freeze: { rows: 3, columns: 1 },
    gridlines: false,
    zoom: 85,
    validations: [],
    conditionalFormats: [flagFormat(cellAddress(2, 5))],
    notes: [],
    links: [],
    charts: targetCharts(scenarios, rows.length + 2),
    print: {
      ...printPlan(after + 1, rows.length + 2 + at.chartRows, "All scenarios", 0, false),
      onePage: true,
    },
  };
}
