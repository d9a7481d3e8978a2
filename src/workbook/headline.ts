import { forecastYears, headlineYear } from "../analysis";
import { discounting, valuationDrivers } from "../companies/kingsoftCloud";
import type { LineItem, Model } from "../model";
import { onSheet } from "./address";
import { axisOf } from "./axis";
import type { Layout } from "./layout";
import { scenarioSheet } from "./sheetNames";
import type { WorkbookValues } from "./workbookValues";

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
  /** The line's value over all scenarios now, by their probabilities; 0 where none has one. */
  expectedNow(line: LineItem): number;
}

/** The headline of each scenario, by formulas over its own sheet. */
export function headlineReader(model: Model, layout: Layout, values: WorkbookValues): HeadlineReader {
  const { scenarios } = model.spec;
  const axis = axisOf(model.spec.timeline);
  const years = forecastYears(model);
  const range = (scenarioNumber: number, line: LineItem): string => {
    const row = layout.scenario.line.get(line.id)!;
    return onSheet(
      scenarioSheet(scenarios, scenarioNumber),
      `$${axis.letters(years[0]!)}$${row}:$${axis.letters(years.at(-1)!)}$${row}`,
    );
  };
  const yearNow = (n: number): number =>
    headlineYear(model, { value: (lineId, index) => values(n).line(lineId, index) });
  const lineNow = (n: number, line: LineItem): number => values(n).line(line.id, yearNow(n));
  return {
    place: (n) =>
      `IFERROR(MATCH(1,${range(n, discounting.headline)},0),COLUMNS(${range(n, discounting.headline)}))`,
    placeNow: (n) => years.indexOf(yearNow(n)) + 1,
    line: (n, line, cell) => `INDEX(${range(n, line)},1,${cell})`,
    lineNow,
    expectedNow(line) {
      const weights = model.spec.scenarios.map(({ number: n }) =>
        values(n).driver(valuationDrivers.probability.id),
      );
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      return total <= 0
        ? 0
        : weights.reduce((sum, weight, index) => sum + weight * lineNow(index + 1, line), 0) / total;
    },
  };
}
