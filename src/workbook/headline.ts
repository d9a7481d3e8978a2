import { discounting, isAfter, PERIODS, QUARTERS, type LineItem, type Model } from "../model";
import { onSheet } from "./address";
import { periodLetters } from "./axis";
import type { Layout } from "./layout";
import { scenarioSheet } from "./sheetNames";
import type { ScenarioValues, WorkbookValues } from "./workbookValues";

/** Reads lines of a scenario in the year whose target price is its headline. */
export interface HeadlineReader {
  /** Formula for the place of that year among the forecast years, from 1; the last one where none is flagged. */
  place(scenarioNumber: number): string;
  /** That place now. */
  placeNow(scenarioNumber: number): number;
  /** Formula for a line in that year, with the cell that holds its place. */
  line(scenarioNumber: number, line: LineItem, placeCell: string): string;
  /** The line's value in that year now. */
  lineNow(scenarioNumber: number, line: LineItem): number;
}

/** Columns of the years after the opening. */
export function forecastYears(model: Model): readonly number[] {
  return [...PERIODS.keys()].filter(
    (index) => index >= QUARTERS.length && isAfter(index, model.data.opening),
  );
}

/** The headline of each scenario, by formulas over its own sheet. */
export function headlineReader(model: Model, layout: Layout, values: WorkbookValues): HeadlineReader {
  const years = forecastYears(model);
  const range = (scenarioNumber: number, line: LineItem): string => {
    const row = layout.scenario.line.get(line.id)!;
    return onSheet(
      scenarioSheet(scenarioNumber),
      `$${periodLetters(years[0]!)}$${row}:$${periodLetters(years.at(-1)!)}$${row}`,
    );
  };
  const placeNow = (n: number): number => headlinePlace(years, values(n));
  return {
    place: (n) =>
      `IFERROR(MATCH(1,${range(n, discounting.headline)},0),COLUMNS(${range(n, discounting.headline)}))`,
    placeNow,
    line: (n, line, cell) => `INDEX(${range(n, line)},1,${cell})`,
    lineNow: (n, line) => values(n).line(line.id, years[placeNow(n) - 1]!),
  };
}

/** Place of the headline year among some years, from 1; the last one where none is flagged. */
function headlinePlace(years: readonly number[], values: ScenarioValues): number {
  const flagged = years.findIndex((year) => values.line(discounting.headline.id, year) === 1);
  return flagged < 0 ? years.length : flagged + 1;
}
