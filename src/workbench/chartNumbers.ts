import { readCells } from "../hosts/grid/cellEdits";
import type { GridBook } from "../hosts/grid/gridBook";
import { resultCharts } from "../hosts/grid/ownSheets";
import type { ChartPlan } from "../workbook/plan";
import type { ChartNumbers } from "./planChart";

/** The charts of the sheet in front: the model's, or those of a result. */
export function chartsInFront(book: GridBook): readonly ChartPlan[] {
  const front = book.workbook().getActiveSheet(true);
  if (!front) return [];
  const planName = book.planNameOf(front.getSheetId());
  const planned = book.written?.sheets.find(({ name }) => name === planName);
  return planned?.charts ?? resultCharts(book, front);
}

/** What a chart draws now; null where a sheet that it reads was deleted or renamed. */
export function chartNumbers(book: GridBook, chart: ChartPlan): ChartNumbers | null {
  const row = (reference: string): readonly unknown[] =>
    readCells(book, [reference.replaceAll("$", "")])[0]!.values.flat();
  try {
    return {
      labels: row(chart.categories).map(String),
      values: chart.series.map(({ values }) =>
        row(values).map((value) => (typeof value === "number" ? value : null)),
      ),
    };
  } catch {
    return null;
  }
}
