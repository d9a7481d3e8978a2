/** Steps that draw the charts of a sheet, each under a name of its own so that it can be found again. */

import type { ChartPlan, ChartSeriesPlan, SheetPlan } from "../../workbook/plan";
import { parseRectangle, splitAddress } from "../../workbook/address";
import { say } from "../../words";
import { excelHas } from "./requirements";
import { estimate, type Step, textBytes } from "./step";

const types = {
  line: "Line",
  columnClustered: "ColumnClustered",
  columnStacked: "ColumnStacked",
  columnStackedLine: "ColumnStacked",
} as const;

/** Names of the charts of a sheet. */
export function chartNames(sheet: SheetPlan): string[] {
  return sheet.charts.map((_, index) => `KC chart ${String(index + 1)}`);
}

function rangeOf(context: Excel.RequestContext, home: string, reference: string): Excel.Range {
  const { sheet, range } = splitAddress(reference);
  return context.workbook.worksheets.getItem(sheet ?? home).getRange(range.replaceAll("$", ""));
}

function dress(series: Excel.ChartSeries, plan: ChartSeriesPlan, chart: ChartPlan, secondary: boolean): void {
  series.name = plan.name;
  const asLine = chart.kind === "line" || plan.line === true;
  if (plan.line === true && chart.kind !== "line") {
    series.chartType = "Line";
    if (secondary) series.axisGroup = "Secondary";
  }
  if (plan.unseen === true) series.format.fill.clear();
  else if (!asLine) series.format.fill.setSolidColor(`#${plan.colour}`);
  else {
    series.format.line.color = `#${plan.colour}`;
    series.format.line.weight = 2.25;
    series.markerStyle = "None";
    if (plan.dashed === true) series.format.line.lineStyle = "Dash";
  }
}

function draw(context: Excel.RequestContext, home: string, plan: ChartPlan, name: string): void {
  const [first, ...others] = plan.series;
  if (!first) return;
  const shape = parseRectangle(splitAddress(first.values).range);
  const chart = context.workbook.worksheets
    .getItem(home)
    .charts.add(
      types[plan.kind],
      rangeOf(context, home, first.values),
      (shape?.columns ?? 1) > 1 ? "Rows" : "Columns",
    );
  const secondary =
    plan.secondaryAxisTitle !== undefined && excelHas("1.8") && plan.series.some((one) => one.line === true);
  const categories = rangeOf(context, home, plan.categories);
  chart.name = name;
  chart.title.text = plan.title;
  chart.legend.position = "Bottom";
  [first, ...others].forEach((one, index) => {
    const series = index === 0 ? chart.series.getItemAt(0) : chart.series.add(one.name);
    if (index > 0) series.setValues(rangeOf(context, home, one.values));
    series.setXAxisValues(categories);
    dress(series, one, plan, secondary);
  });
  plan.series.forEach(({ unseen }, index) => {
    if (unseen === true) chart.legend.legendEntries.getItemAt(index).visible = false;
  });
  if (plan.axisFrom !== undefined) chart.axes.valueAxis.minimum = plan.axisFrom;
  chart.axes.valueAxis.title.text = plan.valueAxisTitle;
  chart.axes.categoryAxis.tickLabelPosition = "Low";
  if (excelHas("1.8")) chart.axes.valueAxis.numberFormat = plan.valueFormat;
  if (secondary) {
    const axis = chart.axes.getItem("Value", "Secondary");
    axis.title.text = plan.secondaryAxisTitle ?? "";
    if (plan.secondaryFormat !== undefined) axis.numberFormat = plan.secondaryFormat;
  }
  chart.setPosition(plan.from, plan.to);
}

/** Draws every chart of a sheet. */
export function chartSteps(sheet: SheetPlan): Step[] {
  const names = chartNames(sheet);
  return sheet.charts.map((chart, index) => ({
    what: say`Charts of ${sheet.name}`,
    bytes: estimate(
      14 + chart.series.length * 7,
      12 + chart.series.length * 8,
      textBytes(JSON.stringify(chart)) * 2,
    ),
    cells: 0,
    run: (context) => {
      draw(context, sheet.name, chart, names[index] ?? "");
    },
  }));
}

/** Removes charts that are known to be there. */
export function chartRemovalSteps(sheet: string, names: readonly string[]): Step[] {
  return names.map((name) => ({
    what: say`Charts of ${sheet}`,
    bytes: estimate(3, 1, textBytes(name)),
    cells: 0,
    run: (context) => {
      context.workbook.worksheets.getItem(sheet).charts.getItem(name).delete();
    },
  }));
}
