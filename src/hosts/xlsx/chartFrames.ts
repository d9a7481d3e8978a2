import type { SheetChart } from "hucre/xlsx";
import type { ChartPlan } from "../../workbook/plan";
import { parseCell } from "../../workbook/address";

/** Frames of a sheet's charts: place, alternative text and a stand-in content that chartXml replaces. */
export function chartFrames(charts: readonly ChartPlan[], sheet: string): SheetChart[] {
  return charts.map((chart) => {
    const from = parseCell(chart.from);
    const to = parseCell(chart.to);
    if (to.row < from.row || to.column < from.column) {
      throw new Error(
        `Chart "${chart.title}" on sheet "${sheet}" ends at ${chart.to}, before its start ${chart.from}`,
      );
    }
    return {
      type: "column",
      title: chart.title,
      series: [{ values: "A1" }],
      // The file counts to the corner after the last covered cell.
      anchor: { from: { row: from.row - 1, col: from.column - 1 }, to: { row: to.row, col: to.column } },
      altText: chart.altText,
      frameTitle: chart.title,
    };
  });
}
