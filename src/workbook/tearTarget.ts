import { forecastYears } from "../analysis";
import { bridge, income, revenue, target, valuationDrivers as d } from "../companies/kingsoftCloud";
import { baseOf, type LineItem, type Model } from "../model";
import { columnLetters, onSheet } from "./address";
import { axisOf, HEADER } from "./axis";
import { formula, NOT_DISCLOSED, text } from "./cells";
import { headlineReader } from "./headline";
import { INPUT_COLUMNS } from "./inputColumns";
import type { Layout } from "./layout";
import type { CellPlan } from "./plan";
import { nameCell } from "./scenarioNameCells";
import { scenarioSheet, SHEETS } from "./sheetNames";
import { chosenCell, statementRow } from "./statementSheetPlans";
import { numberStyle } from "./styles";
import { summaryCells } from "./summaryCells";
import { TARGET_CELLS as at } from "./targetCells";
import { FIGURES_END, type RowCells } from "./tearFigures";
import type { WorkbookValues } from "./workbookValues";

/** Columns of the right part of the tear sheet. */
export const TEAR_COLUMNS = {
  label: FIGURES_END + 2,
  first: FIGURES_END + 3,
  last: FIGURES_END + 6,
} as const;

const { label, first, last } = TEAR_COLUMNS;

/** Target and market value, every scenario side by side, and what the scenario shown changes against Base: one row of cells each. */
export function tearTarget(
  model: Model,
  layout: Layout,
  values: WorkbookValues,
  shown: number,
): readonly RowCells[] {
  const axis = axisOf(model.spec.timeline);
  const headline = headlineReader(model, layout, values);
  const { scenarios } = model.spec;
  const base = baseOf(scenarios).number;
  const years = forecastYears(model);
  const lastYear = years.at(-1)!;
  const heading = (title: string, ...titles: readonly (string | CellPlan)[]): RowCells => ({
    [label]: text(title, "heading"),
    ...Object.fromEntries(
      Array.from({ length: last - first + 1 }, (_, place) => {
        const title = titles[place] ?? "";
        return [first + place, typeof title === "string" ? text(title, "headingRight") : title];
      }),
    ),
  });
  const value = (title: string, cell: CellPlan): RowCells => ({ [label]: text(title), [first]: cell });
  const ofTarget = (address: string, now: number, unit: LineItem["unit"]): CellPlan =>
    formula(onSheet(SHEETS.target, address), now, numberStyle(unit, "crossSheet"));
  const ofValuation = (line: LineItem): CellPlan =>
    formula(
      onSheet(SHEETS.valuation, `${axis.letters(lastYear)}${statementRow(SHEETS.valuation, line)}`),
      values(shown).line(line.id, lastYear),
      numberStyle(line.unit, "crossSheet"),
    );
  const now = (line: LineItem): number => headline.lineNow(shown, line);
  const expectedColumn = columnLetters(at.firstScenario + model.spec.scenarios.length);
  const scenarioRow = (n: number): RowCells => {
    const letters = columnLetters(at.firstScenario + n - 1);
    const ofYear = (line: LineItem): CellPlan =>
      formula(
        onSheet(
          scenarioSheet(scenarios, n),
          `${axis.letters(lastYear)}${layout.scenario.line.get(line.id)!}`,
        ),
        values(n).line(line.id, lastYear),
        numberStyle(line.unit, "crossSheet"),
      );
    return {
      [label]: nameCell(n, values(n).name, "labelCrossSheet"),
      [first]: ofTarget(`${letters}$${at.target}`, headline.lineNow(n, target.price), "USD per ADS"),
      [first + 1]: ofTarget(`${letters}$${at.target + 2}`, headline.lineNow(n, target.upside), "%"),
      [first + 2]: ofYear(revenue.total),
      [first + 3]: ofYear(income.adjustedEbitda),
    };
  };
  const againstBase = (line: LineItem): RowCells => ({
    [label]: text(line.label),
    ...Object.fromEntries(
      years.map((index, place) => {
        const cell = `${axis.letters(index)}${layout.scenario.line.get(line.id)!}`;
        return [
          first + place,
          differenceCell(
            `${chosenCell(scenarios, cell)}-${onSheet(scenarioSheet(scenarios, base), cell)}`,
            values(shown).line(line.id, index) - values(base).line(line.id, index),
            numberStyle(line.unit, "crossSheet"),
          ),
        ];
      }),
    ),
  });
  return [
    heading("Target and market value", "Value"),
    value("Target price, US dollars per ADS", ofTarget("$C$6", now(target.price), "USD per ADS")),
    value(
      "Target price, Hong Kong dollars per share",
      ofTarget("$C$7", now(target.priceHk), "HKD per share"),
    ),
    value("Price, US dollars per ADS", ofTarget("$C$8", values(shown).driver(d.adsPrice.id), "USD per ADS")),
    value("Upside to the price of the ADS", ofTarget("$C$9", now(target.upside), "%")),
    value(
      "Expected target over scenarios, US dollars per ADS",
      ofTarget(`$${expectedColumn}$${at.target}`, headline.expectedNow(target.price), "USD per ADS"),
    ),
    value("Equity value at the market price, RMB million", ofValuation(target.marketValue)),
    value("Net debt and other claims, RMB million", ofValuation(bridge.claimsAtValuation)),
    value("Enterprise value at the market price, RMB million", ofValuation(target.marketEnterprise)),
    {},
    heading(
      `By scenario, revenue and EBITDA of ${model.spec.timeline.periods[lastYear]!.label}`,
      "Target, USD",
      "To price",
      "Revenue",
      "Adj. EBITDA",
    ),
    ...model.spec.scenarios.map(({ number }) => scenarioRow(number)),
    {},
    heading(
      "Scenario shown less Base, RMB million",
      ...years.map((index) =>
        formula(
          onSheet(SHEETS.timeline, `${axis.letters(index)}$${HEADER.period}`),
          model.spec.timeline.periods[index]!.label,
          "period",
        ),
      ),
    ),
    ...[revenue.total, income.adjustedEbitda, income.net].map(againstBase),
    value("Assumptions that differ from Base", differing(layout, model, values, shown)),
  ];
}

/** A difference, or the mark where a figure is not disclosed. */
function differenceCell(text: string, value: number, style: string): CellPlan {
  const formulaText = `IFERROR(${text},"${NOT_DISCLOSED}")`;
  return Number.isNaN(value)
    ? formula(formulaText, NOT_DISCLOSED, "notDisclosed")
    : formula(formulaText, value, style);
}

/** How many assumptions of the scenario shown differ from Base. */
function differing(layout: Layout, model: Model, values: WorkbookValues, shown: number): CellPlan {
  const { firstRow, lastRow } = layout.inputs;
  const column = (n: number): string => columnLetters(INPUT_COLUMNS.firstScenario + n - 1);
  const range = (from: number, to: number): string =>
    onSheet(SHEETS.inputs, `$${column(from)}$${firstRow}:$${column(to)}$${lastRow}`);
  const { scenarios } = model.spec;
  const base = baseOf(scenarios).number;
  const all = range(1, scenarios.length);
  const number = onSheet(SHEETS.summary, summaryCells.number);
  const now = model.rows.filter(
    ({ driver }) => values(shown).driver(driver.id) !== values(base).driver(driver.id),
  ).length;
  const places = onSheet(
    SHEETS.inputs,
    `$${column(1)}$${firstRow}:$${column(model.spec.scenarios.length)}$${firstRow}`,
  );
  return formula(
    `SUMPRODUCT((${all}<>${range(base, base)})*(COLUMN(${places})-COLUMN(${range(1, 1)})+1=${number}))`,
    now,
    numberStyle("number", "crossSheet"),
  );
}
