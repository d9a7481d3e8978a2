import {
  income,
  isAfter,
  LINE_BY_ID,
  PERIODS,
  QUARTERS,
  revenue,
  SHEET_ASSETS,
  SHEET_CLAIMS,
  type LineItem,
  type Model,
} from "../model";
import type { Seeds } from "../seeds";
import { modelBefore } from "./modelBefore";

/** Lines that a hindcast compares: those that read no balance sheet, of which only totals are known at earlier borders. */
export const HINDCAST_LINES: readonly LineItem[] = [
  revenue.total,
  revenue.public,
  revenue.enterprise,
  revenue.ecosystem,
  revenue.aiGrossBilling,
  income.adjustedEbitda,
];

/** Borders before the opening at which the model is opened again. */
const BORDERS = 3;

/** What the model forecast for a quarter that is known by now. */
export interface Hindcast {
  readonly line: LineItem;
  /** Column of the last quarter that the model knew. */
  readonly border: number;
  /** Column of the quarter that it forecast. */
  readonly column: number;
  /** Forecast with the shipped Base, in the line's unit. */
  readonly forecast: number;
  /** The figure known today. */
  readonly known: number;
}

/**
 * The shipped Base opened with only the results known at earlier borders, against what came: by line, border and
 * quarter. Assumptions are today's, and where a year before their first has none of its own it takes the first's.
 */
export function hindcast(model: Model): readonly Hindcast[] {
  const { opening } = model.data;
  const borders = [...QUARTERS.keys()].slice(opening - BORDERS, opening);
  return borders.flatMap((border) => {
    const then = modelBefore(withSheetAt(model, border), border + 1);
    const { value } = then.fast(then.assumptions("base"));
    return HINDCAST_LINES.flatMap((line) =>
      [...QUARTERS.keys()]
        .filter((column) => isAfter(column, border))
        .flatMap((column): readonly Hindcast[] => {
          const known = model.data.known(line.id, column);
          if (known === undefined) return [];
          return [{ line, border, column, forecast: value(line.id, column), known: Number(known.value) }];
        }),
    );
  });
}

/** The opening balance sheet stands in at the border, so that the model opens; no compared line reads it. */
function withSheetAt(model: Model, border: number): Model {
  const metrics = new Set([...SHEET_ASSETS, ...SHEET_CLAIMS].map((id) => LINE_BY_ID.get(id)!.fact));
  const [at, from] = [border, model.data.opening].map((column) => PERIODS[column!]!.label);
  const { seeds } = model;
  const chosen: Seeds["chosen"] = (metric, period, basis) =>
    seeds.chosen(metric, period === at && metrics.has(metric) ? from! : period, basis);
  return { ...model, seeds: { ...seeds, chosen } };
}
