import type { Model } from "../model";
import { emptyRow, formula, rowOf, text } from "./cells";
import { INPUT_COLUMNS, inputColumnsOf } from "./inputColumns";
import { typedKey, type Layout } from "./layout";
import type { CellPlan, RowPlan } from "./plan";
import { actualsCell } from "./scenarioAddressing";
import { numberStyle } from "./styles";

/** Words in the first columns of the rows that repeat known figures. */
export const KNOWN_FIGURES = { title: "Figures known on Actuals", header: "line:year" } as const;

/** Names of the quarters over the columns of these rows. */
export const QUARTER_NAMES = ["Q1", "Q2", "Q3", "Q4"] as const;

/** What stands over the column with the days on which figures of a quarter of the year were published. */
export function publishedHead(quarter: number): string {
  return `${QUARTER_NAMES[quarter - 1]!} known`;
}

/**
 * The known figures of quarters after the opening, four to a row, as links: KC functions that are given KC_Inputs see
 * what is typed on Actuals. Not typed here. Beside them is room for the days on which they were published, which the pane writes.
 */
export function knownFigureRows(model: Model, layout: Layout): readonly RowPlan[] {
  const { scenarios, timeline, typedLines } = model.spec;
  const { quarters } = timeline;
  const first = INPUT_COLUMNS.firstScenario;
  const header = {
    1: text("Links to Actuals, for KC functions that are given KC_Inputs; type there, not here", "unit"),
    [INPUT_COLUMNS.driver]: text(KNOWN_FIGURES.header, "name"),
    ...Object.fromEntries(
      QUARTER_NAMES.flatMap((name, place) => [
        [first + place, text(name, "headingRight")],
        [first + QUARTER_NAMES.length + place, text(publishedHead(place + 1), "headingRight")],
      ]),
    ),
  };
  const years = [...new Set(quarters.slice(model.data.opening + 1).map(({ year }) => year))];
  return [
    emptyRow,
    rowOf({ 1: text(KNOWN_FIGURES.title, "section"), ...blank(2, inputColumnsOf(scenarios).reason) }),
    rowOf(header),
    ...typedLines.flatMap((line) =>
      years.map((year): RowPlan => {
        const cells = quarters.flatMap((period, column): [number, CellPlan][] =>
          period.kind !== "quarter" || period.year !== year || column <= model.data.opening
            ? []
            : [
                [
                  first + period.quarter - 1,
                  formula(
                    `IF(ISNUMBER(${actualsCell(layout, line.id, column)}),${actualsCell(layout, line.id, column)},"")`,
                    valueOf(model, line.id, column),
                    numberStyle(line.unit, "crossSheet"),
                  ),
                ],
              ],
        );
        return rowOf({
          1: text(`${line.label}, ${year}`),
          [INPUT_COLUMNS.driver]: text(typedKey(line.id, year), "name"),
          [INPUT_COLUMNS.unit]: text(line.unit, "unit"),
          ...Object.fromEntries(cells),
        });
      }),
    ),
  ];
}

function valueOf(model: Model, lineId: string, column: number): number | string {
  const figure = model.data.figure(lineId, column);
  return figure === undefined ? "" : Number(figure.value);
}

function blank(from: number, to: number): Record<number, CellPlan> {
  return Object.fromEntries(
    Array.from({ length: to - from + 1 }, (_, place) => [from + place, text("", "section")]),
  );
}
