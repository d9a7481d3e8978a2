import { forecastYears } from "../analysis";
import { income, revenue } from "../companies/kingsoftCloud";
import type { LineItem, Model } from "../model";
import { cellAddress, onSheet } from "./address";
import { axisOf, HEADER } from "./axis";
import { formula, text } from "./cells";
import { AGAINST_COLUMNS as at, AGAINST_LINES, consensusPlaces } from "./consensusPlaces";
import type { CellPlan, SheetPlan } from "./plan";
import { SHEETS } from "./sheetNames";
import { numberStyle } from "./styles";
import type { RowCells } from "./tearFigures";

const SHOWN: readonly (readonly [string, LineItem, number, LineItem["unit"]])[] = [
  ["Revenue, mean of estimates", revenue.total, at.mean, "RMB m"],
  ["Revenue, model above (below) it", revenue.total, at.share, "%"],
  ["Adjusted EBITDA margin, mean of estimates", income.ebitdaMargin, at.mean, "%"],
  ["Estimates of revenue that count", revenue.total, at.number, "number"],
];

/** What brokers expect of each forecast year, from the Consensus sheet, with columns from the given one. */
export function tearEstimates(
  model: Model,
  consensus: SheetPlan,
  label: number,
  first: number,
): readonly RowCells[] {
  const axis = axisOf(model.spec.timeline);
  const places = consensusPlaces(model);
  const years = forecastYears(model);
  const cell = (line: LineItem, column: number, place: number, unit: LineItem["unit"]): CellPlan => {
    const row = places.againstRow(place, AGAINST_LINES.indexOf(line));
    const value = consensus.rows[row - 1]!.cells[column - 1]!.value as number | string;
    return formula(
      onSheet(SHEETS.consensus, cellAddress(row, column)),
      value,
      numberStyle(unit, "crossSheet"),
    );
  };
  return [
    {
      [label]: text("Brokers' estimates", "heading"),
      ...Object.fromEntries(
        years.map((index, place) => [
          first + place,
          formula(
            onSheet(SHEETS.timeline, `${axis.letters(index)}$${HEADER.period}`),
            model.spec.timeline.periods[index]!.label,
            "period",
          ),
        ]),
      ),
      [first + years.length]: text("", "heading"),
    },
    ...SHOWN.map(([title, line, column, unit]): RowCells => ({
      [label]: text(title),
      ...Object.fromEntries(years.map((_, place) => [first + place, cell(line, column, place, unit)])),
    })),
  ];
}
