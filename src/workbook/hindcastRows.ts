import { hindcast, HINDCAST_LINES, type Hindcast } from "../analysis";
import { openModel, type Model, type ModelSpec } from "../model";
import { number, rowOf, text } from "./cells";
import { FIRST } from "./checkCells";
import type { RowPlan } from "./plan";
import { numberStyle } from "./styles";

/** Most quarters from a border to a figure that is known by now. */
const HORIZONS = [1, 2, 3, 4] as const;

/** Rows by the facts that ship: what is typed into a workbook does not change them. */
const KEPT = new WeakMap<Model["seeds"], { spec: ModelSpec; rows: readonly RowPlan[] }>();

/**
 * What the model would have said: a line and an earlier border to a row, with the error of each forecast as a part of
 * what came (positive is too high) by its distance, and the amounts in words. Values of the facts that ship.
 */
export function hindcastRows(model: Model): readonly RowPlan[] {
  const kept = KEPT.get(model.seeds);
  if (kept?.spec === model.spec) return kept.rows;
  const compared = hindcast(openModel(model.spec, model.seeds));
  const borders = [...new Set(compared.map(({ border }) => border))];
  const rows = [
    rowOf(
      {
        1: text("Hindcast: Base opened with earlier results only", "heading"),
        2: text("Forecast/reported, RMB m; error as a part of what was reported", "heading"),
        ...Object.fromEntries(
          HORIZONS.map((horizon) => [
            FIRST + horizon - 1,
            text(horizon === 1 ? "1 quarter on" : `${horizon} quarters on`, "headingRight"),
          ]),
        ),
      },
      20,
    ),
    ...HINDCAST_LINES.flatMap((line) =>
      borders.flatMap((border) => {
        const of = compared.filter((each) => each.line === line && each.border === border);
        return of.length === 0 ? [] : [hindcastRow(model.spec, of)];
      }),
    ),
  ];
  KEPT.set(model.seeds, { spec: model.spec, rows });
  return rows;
}

function hindcastRow({ timeline }: ModelSpec, compared: readonly Hindcast[]): RowPlan {
  const { line, border } = compared[0]!;
  const rounded = (value: number): string => Math.round(value).toLocaleString("en");
  return rowOf({
    1: text(`${line.label}, known to ${timeline.periods[border]!.label}`),
    2: text(
      compared
        .map(
          ({ column, forecast, known }) =>
            `${timeline.periods[column]!.label} ${rounded(forecast)}/${rounded(known)}`,
        )
        .join("; "),
      "name",
    ),
    ...Object.fromEntries(
      compared.map(({ column, forecast, known }) => [
        FIRST + column - border - 1,
        number(forecast / known - 1, numberStyle("%", "calculation")),
      ]),
    ),
  });
}
